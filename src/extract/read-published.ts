/**
 * When the article was published: a vote between the date line, the meta tags, the URL and the list row.
 *
 * Order of trust: a labelled date near the title, the tags that only ever mean publication, the date line
 * without a label, the URL, the list row. Times of building or updating a page are kept as evidence and
 * never win.
 */
import { type DateContext, findDates, type ReadDate, readDate } from '../dates/read-date.ts';
import { readUrlDate } from '../dates/url-date.ts';
import { offsetInZone } from '../dates/zones.ts';
import type { Precision, Witness } from '../domain/article.ts';
import { type JsonObject, type MetaTags, typesOf } from '../markup/meta.ts';
import { attribute } from '../markup/walk.ts';
import type { Line, Survey } from './page-lines.ts';
import { type FieldProvenance, provenanceOf } from './vote.ts';

export interface PublishedSources {
  url: string;
  survey: Survey;
  /** Indexes of lines: the title's, or -1; the first of the body; the first after the body. */
  titleLine: number;
  bodyStart: number;
  bodyEnd: number;
  meta: MetaTags;
  jsonLd: readonly JsonObject[];
  listed: string | null;
  selected: string | null;
  /** Texts of the page's scripts; asked for only when nothing else tells a date. */
  scripts: () => readonly string[];
  /** Its base is the moment of the fetch, where it is known: later dates are refused. */
  context: DateContext;
}

export interface Published {
  date: string;
  precision: Precision;
  provenance: FieldProvenance;
}

interface Claim {
  from: string;
  date: string;
  precision: Precision;
  /** Higher wins; 0 never wins. */
  trust: number;
}

export function readPublished(sources: PublishedSources): Published | null {
  const first = collectClaims(sources);
  const winner = winnerOf(first);
  if (winner !== null) return published(winner, first);
  const base = first.find(({ trust }) => trust === 0)?.date ?? null;
  // A day without a year (`10-08 12:00`) was not after the page's last change: that gives the year.
  const context = { ...sources.context, base: sources.context.base ?? base };
  const second = [
    ...(base === null ? first : collectClaims({ ...sources, context })),
    ...scriptClaims(sources),
  ];
  const found = winnerOf(second);
  return found === null ? null : published(found, second);
}

/** Scripts of pages whose date is written by a script: `publish_time = "…"`, `"datePublished":"…"`, `ct = "<seconds>"`. */
const SCRIPT_DATE =
  /["']?\b(?:date_?published|publish(?:ed)?_?(?:time|date|at|on)|pub_?(?:time|date)|create_?time|ct)\b["']?\s{0,3}[:=]\s{0,3}["']?(\d{4}[^"';,}\]]{4,26}|\d{10}\b)/i;
const SCRIPT_LIMIT = 300_000;

function scriptClaims({ scripts, context }: PublishedSources): Claim[] {
  for (const script of scripts()) {
    const value = SCRIPT_DATE.exec(script.slice(0, SCRIPT_LIMIT))?.[1];
    const stamp = value === undefined ? null : readStamp(value, context);
    if (stamp !== null && stamp.date >= EARLIEST) return [{ from: 'script', ...stamp, trust: 2 }];
  }
  return [];
}

function collectClaims(sources: PublishedSources): Claim[] {
  const claims = [
    ...selectedClaims(sources),
    ...visibleClaims(sources),
    ...metaClaims(sources),
    ...markupClaims(sources),
    ...addressClaims(sources),
  ].filter(({ date }) => date >= EARLIEST);
  demoteRebuilt(claims);
  if (!/^zh/.test(sources.context.language ?? '')) trustDeclared(claims);
  return claims;
}

function winnerOf(claims: readonly Claim[]): Claim | null {
  let winner: Claim | null = null;
  for (const claim of claims) {
    if (claim.trust > 0 && (winner === null || claim.trust > winner.trust)) winner = claim;
  }
  return winner;
}

function published(winner: Claim, claims: readonly Claim[]): Published {
  const best = withoutMidnight(mostPrecise(winner, claims));
  const witnesses: Witness[] = claims.map(({ from, date }) => ({ from, value: date }));
  const provenance = provenanceOf({ from: best.from, value: best.date }, witnesses, sameDay);
  return { date: best.date, precision: best.precision, provenance };
}

/** Midnight to the second is how systems write that they know the day only. */
function withoutMidnight(claim: Claim): Claim {
  if (!/T00:00:00/.test(claim.date)) return claim;
  return { ...claim, date: claim.date.slice(0, 10), precision: 'day' };
}

/** The winner's day, with the time of a trusted witness of the same day when the winner has none. */
function mostPrecise(winner: Claim, claims: readonly Claim[]): Claim {
  if (winner.precision === 'minute') return winner;
  const finer = claims.find(
    (claim) => claim.trust >= 4 && claim.precision === 'minute' && sameDay(claim.date, winner.date),
  );
  return finer === undefined ? winner : { ...winner, date: finer.date, precision: finer.precision };
}

export function sameDay(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length, 10);
  return a.slice(0, length) === b.slice(0, length);
}

/** Before the web nothing was published on it. */
const EARLIEST = '1990';

function selectedClaims({ selected, context }: PublishedSources): Claim[] {
  const mark = selected === null ? null : readStamp(selected, context);
  return mark === null ? [] : [{ from: 'selector', ...mark, trust: 100 }];
}

const NEVER =
  /更新(?:时间|時間|日期|于)|修改时间|生成时间|最后更新|最後更新|last\s?(?:updated|modified)|updated|modified/i;
const LABEL =
  /(?:发布|發佈|發布|发表|發表|发稿|刊登|成文|公开|信息)?(?:时间|時間|日期)\s{0,4}[:：]|(?:发布|發佈|發布|发表|發表|刊發)(?:于|於|在)|(?:published|posted|date|release date|first published|created)(?:\s?(?:on|at|date|time))?\s?[:：]?/i;
/** Clocks of the page, not of the article. */
const NOW_LINE =
  /今天是|今日是|现在是|当前时间|現在時間|(?:北京|东部|當地|当地|标准|系统)(?:时间|時間)\s?[:：]|GMT\s?[+-]\d|Processed in|Copyright|©|版权所有|ICP/i;

/** Dates on the lines around title and body, by how near and how well labelled they are. */
function visibleClaims(sources: PublishedSources): Claim[] {
  const { survey, titleLine, bodyStart, bodyEnd, context } = sources;
  const from = Math.max(0, (titleLine >= 0 ? titleLine : bodyStart) - 12);
  const to = Math.max(bodyStart, titleLine) + 4;
  const claims: Claim[] = [];
  for (const { text, label, index } of dateLines(survey.lines, from, to)) {
    claims.push(...lineClaims(text, label, context, placeTrust(sources, index, survey.lines[index])));
  }
  for (const { text, label } of dateLines(survey.lines, bodyEnd, bodyEnd + 6)) {
    claims.push(...lineClaims(text, label, context, 2.5));
  }
  return claims;
}

/** Is there anything like a date? Asked first, since most lines have none. */
const DATE_LIKE =
  /[０-９]|\d\s?[-/.:年月]\s?\d|\d{4}|[前昨今]|\d(?:st|nd|rd|th)?[\s.-]{1,2}[a-z]{3}|[a-z]{3}\.?\s\d|ago|yesterday|today/i;
/** A piece of a date that a layout spread over several lines: `2020`, `07/07`, `16:39`. */
const PIECE = /^[\d\s:：/.年月日时分-]{1,20}$/;
const DATE_LINE_LIMIT = 400;

/** Lines that may hold a date, pieces joined, each with what stands before it as its possible label. */
function dateLines(
  lines: readonly Line[],
  from: number,
  to: number,
): { text: string; label: string; index: number }[] {
  const found: { text: string; label: string; index: number }[] = [];
  for (let index = from; index < Math.min(to, lines.length); index++) {
    const first = index;
    let text = lines[index]?.apart ?? '';
    if (text.length > DATE_LINE_LIMIT || !DATE_LIKE.test(text) || NOW_LINE.test(text)) {
      if (!PIECE.test(text)) continue;
    }
    if (found.length >= STAMP_LIMIT) break;
    while (PIECE.test(lines[index + 1]?.text ?? '') && index - first < 3) {
      index += 1;
      text += `${/^\d{4}$/.test(text) ? '/' : ' '}${lines[index]?.text}`;
    }
    found.push({ text, label: lines[first - 1]?.text.slice(-20) ?? '', index: first });
  }
  return found;
}

function placeTrust(
  { titleLine, bodyStart }: PublishedSources,
  index: number,
  line: Line | undefined,
): number {
  if (line === undefined) return 0;
  const beforeTitle = titleLine >= 0 && index < titleLine;
  const inBody = index >= bodyStart || line.marks > 6;
  if (inBody) return 0.5;
  return (beforeTitle ? 5.2 : 7) - (line.aside ? 0.4 : 0) - line.linked / (line.size + 1);
}

function lineClaims(text: string, label: string, context: DateContext, trust: number): Claim[] {
  const claims: Claim[] = [];
  let last = 0;
  for (const found of findDates(text, context)) {
    const { date, precision, start, end } = found;
    const between = text.slice(last, start);
    const before = between.trim() === '' && last === 0 ? label : between;
    if (precision === 'month' && !LABEL.test(before)) continue;
    last = end;
    if (NEVER.test(before))
      claims.push({ from: 'update line', date, precision, trust: /[更修生]/.test(before) ? 0 : 1 });
    else if (LABEL.test(before)) claims.push({ from: 'date label', date, precision, trust: trust + 3 });
    else claims.push({ from: 'date line', date, precision, trust: trust - (start > 60 ? 2 : 0) });
  }
  return claims;
}

/** Names of meta tags and what they are worth; 0: never wins. */
const META_TRUST: readonly (readonly [string, number])[] = [
  ['firstpublishedtime', 9],
  ['pubdate', 8],
  ['article:published_time', 7.6],
  ['og:published_time', 7.6],
  ['datepublished', 7.5],
  ['dc.date.issued', 7.4],
  ['dcterms.created', 7.2],
  ['dc.date', 6.5],
  ['publish-date', 7.2],
  ['publish_date', 7.2],
  ['publishdate', 5],
  ['publication_date', 7.2],
  ['parsely-pub-date', 7.4],
  ['sailthru.date', 7.2],
  ['weibo: article:create_at', 7],
  ['article.published', 7.2],
  ['apub:time', 6],
  ['date', 6],
  ['cxenseparse:recs:publishtime', 7],
  ['dateupdate', 0],
  ['datemodified', 0],
  ['maketime', 0],
  ['lastmodifiedtime', 0],
  ['last-modified', 0],
  ['article:modified_time', 0],
  ['og:updated_time', 0],
  ['others', 0],
];

/** Names that no table foresees but that speak for themselves. */
const META_PUBLISHED = /publi(?:sh|cation|ca)|pub_?date|issued|posted|(?:^|[^a-z])date$/i;
/** No page tells more dates than this; what does is garbage, and reading a date costs. */
const STAMP_LIMIT = 40;
const META_OTHER = /modif|updat|expir|valid|event|start|end|build|revis/i;

function metaClaims({ meta, context }: PublishedSources): Claim[] {
  const claims: Claim[] = [];
  const known = new Map(META_TRUST);
  for (const [name, contents] of meta) {
    if (claims.length >= STAMP_LIMIT) break;
    const trust = known.get(name) ?? (META_PUBLISHED.test(name) && !META_OTHER.test(name) ? 4.5 : null);
    if (trust === null) continue;
    for (const content of contents.slice(0, 3)) {
      const mark = content.length > 100 ? null : readStamp(content, context);
      if (mark === null) continue;
      claims.push({ from: name, date: mark.date, precision: mark.precision, trust });
      break;
    }
  }
  return claims;
}

/** JSON-LD, microdata and `<time>`. */
function markupClaims({ jsonLd, survey, context, titleLine, bodyStart }: PublishedSources): Claim[] {
  const claims: Claim[] = [];
  const claim = (from: string, value: unknown, trust: number) => {
    const mark = typeof value === 'string' && claims.length < STAMP_LIMIT ? readStamp(value, context) : null;
    if (mark !== null) claims.push({ from, ...mark, trust });
  };
  for (const object of jsonLd) {
    const isArticle = typesOf(object).some((type) => /Article|Posting|Report|Recipe|Review/.test(type));
    claim('JSON-LD datePublished', object.datePublished, isArticle ? 7.7 : 6.9);
    claim('JSON-LD dateModified', object.dateModified, 0);
  }
  for (const { element, from } of survey.parts) {
    const stamp = attribute(element, 'datetime') ?? attribute(element, 'content');
    if (stamp === null || claims.length >= STAMP_LIMIT) continue;
    const property = element.attribs.itemprop ?? '';
    const near = from >= titleLine - 12 && from <= Math.max(bodyStart, titleLine) + 4;
    if (/datePublished/i.test(property)) claim('microdata', stamp, 7.5);
    else if (/dateModified|updated/i.test(`${property} ${element.attribs.class ?? ''}`))
      claim('microdata', stamp, 0);
    else if (element.name === 'time') claim('time tag', stamp, near ? 6.6 : 1);
  }
  return claims;
}

function addressClaims({ url, listed, context }: PublishedSources): Claim[] {
  const claims: Claim[] = [];
  const stamp = readUrlDate(url);
  if (stamp !== null) claims.push({ from: 'URL', ...stamp, trust: stamp.precision === 'month' ? 0.8 : 4 });
  const row = listed === null ? null : readStamp(listed, context);
  if (row !== null) claims.push({ from: 'list row', ...row, trust: row.precision === 'month' ? 0.7 : 3.8 });
  return claims;
}

/** A moment in UTC, as scripts and JSON-LD have it, is another day in China for eight hours. */
function inZone(stamp: ReadDate, { language, timezone }: DateContext): ReadDate {
  const zone = timezone ?? (/^zh/.test(language ?? '') ? 'Asia/Shanghai' : null);
  const match = /^(\d+)-(\d+)-(\d+)T(\d+):(\d+)(?::(\d+))?\+00:00$/.exec(stamp.date);
  if (zone === null || match === null || /T00:00:00/.test(stamp.date)) return stamp;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const offset = offsetInZone(zone, { year, month, day }, { hour, minute, second }) ?? 0;
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute + offset, second))
    .toISOString()
    .slice(0, 19);
  const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return { ...stamp, date: `${local}${offset < 0 ? '-' : '+'}${hours}:${minutes}` };
}

/** The date of a value that is meant to be one. */
function readStamp(value: string, context: DateContext): ReadDate | null {
  const stamp = /\d/.test(value) ? readDate(value.slice(0, 200), context) : null;
  return stamp === null ? null : inZone(stamp, context);
}

/**
 * Outside China the open vocabularies are kept with care, while the visible line mixes publication and update
 * and is often relative: there they win over it.
 */
function trustDeclared(claims: Claim[]): void {
  for (const claim of claims) {
    if (/^(?:JSON-LD datePublished|article:published_time|microdata)$/.test(claim.from) && claim.trust > 0)
      claim.trust += 4;
  }
}

/**
 * `PubDate` is rewritten by some systems each time a page is built. When it is the build time, and URL or list row
 * tell another day, it loses.
 */
function demoteRebuilt(claims: Claim[]): void {
  const built = claims.filter(({ from }) => from === 'maketime' || from === 'others');
  for (const claim of claims) {
    if (claim.from !== 'pubdate') continue;
    const isBuild = built.some(({ date }) => date.slice(0, 16) === claim.date.slice(0, 16));
    const denied = claims.some(({ from, date, precision }) => {
      return (from === 'URL' || from === 'list row') && precision !== 'month' && !sameDay(date, claim.date);
    });
    if (isBuild && denied) claim.trust = 0.5;
  }
}
