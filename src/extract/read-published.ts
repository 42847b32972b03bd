/**
 * When the article was published: a vote between the date line, the meta tags, the URL and the list row.
 *
 * Order of trust: a labelled date near the title, the tags that only ever mean publication, the date line
 * without a label, the URL, the list row. Times of building or updating a page are kept as evidence and
 * never win.
 */
import type { Precision, Witness } from '../domain/article.ts';
import { type JsonObject, type MetaTags, typesOf } from '../markup/meta.ts';
import { attribute } from '../markup/walk.ts';
import { type DateContext, findDates, readStamp } from './date-marks.ts';
import type { Line, Survey } from './survey-lines.ts';
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
  context: DateContext;
  /** ISO 8601 of the fetch, or null: later dates are refused. */
  now: string | null;
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
  const claims = [
    ...selectedClaims(sources),
    ...visibleClaims(sources),
    ...metaClaims(sources),
    ...markupClaims(sources),
    ...addressClaims(sources),
  ].filter((claim) => isPossible(claim.date, sources.now));
  demoteRebuilt(claims);
  let winner: Claim | null = null;
  for (const claim of claims) {
    if (claim.trust > 0 && (winner === null || claim.trust > winner.trust)) winner = claim;
  }
  if (winner === null) return null;
  const best = mostPrecise(winner, claims);
  const witnesses: Witness[] = claims.map(({ from, date }) => ({ from, value: date }));
  const provenance = provenanceOf({ from: best.from, value: best.date }, witnesses, sameDay);
  return { date: best.date, precision: best.precision, provenance };
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

const EARLIEST = '1990-01-01';
const DAY_MS = 86_400_000;

/** Not before the web, not more than a day after the fetch (clocks and zones differ). */
function isPossible(date: string, now: string | null): boolean {
  if (date < EARLIEST) return false;
  if (now === null) return true;
  return Date.parse(date) <= Date.parse(now) + DAY_MS;
}

function selectedClaims({ selected, context }: PublishedSources): Claim[] {
  const mark = selected === null ? null : readStamp(selected, context);
  return mark === null ? [] : [{ from: 'selector', ...mark, trust: 100 }];
}

const NEVER =
  /更新(?:时间|時間|日期|于)|修改时间|生成时间|最后更新|最後更新|last\s?(?:updated|modified)|updated|modified/i;
const LABEL =
  /(?:发布|發佈|發布|发表|發表|发稿|刊登|成文|公开|信息)?(?:时间|時間|日期)\s{0,4}[:：]|(?:发布|發佈|發布|发表|發表|刊發)(?:于|於|在)|(?:published|posted|date|release date|first published|created)(?:\s?(?:on|at|date|time))?\s?[:：]?/i;
/** Clocks of the page, not of the article. */
const NOW_LINE = /今天是|今日是|现在是|当前时间|現在時間|GMT\s?[+-]\d|Processed in|Copyright|©|版权所有|ICP/i;

/** Dates on the lines around title and body, by how near and how well labelled they are. */
function visibleClaims(sources: PublishedSources): Claim[] {
  const { survey, titleLine, bodyStart, bodyEnd, context } = sources;
  const from = Math.max(0, (titleLine >= 0 ? titleLine : bodyStart) - 12);
  const to = Math.min(survey.lines.length, Math.max(bodyStart, titleLine) + 4);
  const claims: Claim[] = [];
  for (let index = from; index < to; index++) {
    const line = survey.lines[index];
    if (line !== undefined)
      claims.push(...lineClaims(survey.lines, index, context, placeTrust(sources, index, line)));
  }
  for (let index = bodyEnd; index < Math.min(survey.lines.length, bodyEnd + 6); index++) {
    const line = survey.lines[index];
    if (line !== undefined) claims.push(...lineClaims(survey.lines, index, context, 2.5));
  }
  return claims;
}

function placeTrust({ titleLine, bodyStart }: PublishedSources, index: number, line: Line): number {
  const beforeTitle = titleLine >= 0 && index < titleLine;
  const inBody = index > Math.max(bodyStart, titleLine) || line.marks > 6;
  return (
    (beforeTitle ? 5.2 : 7) - (line.aside ? 0.4 : 0) - (inBody ? 4.5 : 0) - line.linked / (line.size + 1)
  );
}

function lineClaims(lines: readonly Line[], index: number, context: DateContext, trust: number): Claim[] {
  const text = lines[index]?.text ?? '';
  if (text.length > 400 || NOW_LINE.test(text)) return [];
  const claims: Claim[] = [];
  let last = 0;
  for (const mark of findDates(text, context)) {
    let before = text.slice(last, mark.index);
    if (before.trim() === '' && last === 0) before = lines[index - 1]?.text.slice(-20) ?? '';
    last = mark.index + 8;
    if (NEVER.test(before))
      claims.push({ from: 'update line', ...mark, trust: /[更修生]/.test(before) ? 0 : 1 });
    else if (LABEL.test(before)) claims.push({ from: 'date label', ...mark, trust: trust + 3 });
    else claims.push({ from: 'date line', ...mark, trust: trust - (mark.index > 60 ? 2 : 0) });
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
  ['maketime', 0],
  ['lastmodifiedtime', 0],
  ['last-modified', 0],
  ['article:modified_time', 0],
  ['og:updated_time', 0],
  ['others', 0],
];

function metaClaims({ meta, context }: PublishedSources): Claim[] {
  const claims: Claim[] = [];
  for (const [name, trust] of META_TRUST) {
    for (const content of meta.get(name) ?? []) {
      const mark = readStamp(content, context);
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
    const mark = typeof value === 'string' ? readStamp(value, context) : null;
    if (mark !== null) claims.push({ from, date: mark.date, precision: mark.precision, trust });
  };
  for (const object of jsonLd) {
    const isArticle = typesOf(object).some((type) => /Article|Posting|Report|Recipe|Review/.test(type));
    claim('JSON-LD datePublished', object.datePublished, isArticle ? 7.7 : 6.9);
    claim('JSON-LD dateModified', object.dateModified, 0);
  }
  for (const { element, from } of survey.parts) {
    const stamp = attribute(element, 'datetime') ?? attribute(element, 'content');
    if (stamp === null) continue;
    const property = element.attribs.itemprop ?? '';
    const near = from >= titleLine - 12 && from <= Math.max(bodyStart, titleLine) + 4;
    if (/datePublished/i.test(property)) claim('microdata', stamp, 7.5);
    else if (/dateModified|updated/i.test(`${property} ${element.attribs.class ?? ''}`))
      claim('microdata', stamp, 0);
    else if (element.name === 'time') claim('time tag', stamp, near ? 6.6 : 1);
  }
  return claims;
}

/** Days that addresses of news pages carry: `/2016/07/08/`, `/201607/t20160708_1.html`, `/2016-07/08/`. */
const URL_DAY =
  /[/_t-]((?:19|20)\d{2})[-/_]?(0[1-9]|1[0-2]|[1-9](?=[-/_]))[-/_]?(0[1-9]|[12]\d|3[01]|[1-9](?=[-/_]))(?=[/_.-]|\d{0,12}(?:[/._-]|$))/;
const URL_MONTH = /[/]((?:19|20)\d{2})[-/]?(0[1-9]|1[0-2])\//;

function addressClaims({ url, listed, context }: PublishedSources): Claim[] {
  const claims: Claim[] = [];
  const path = url.replace(/^[a-z]{1,5}:\/\/[^/]{1,300}/i, '');
  const day = URL_DAY.exec(path);
  const stamp = day === null ? null : readStamp(`${day[1]}-${day[2]}-${day[3]}`, context);
  if (stamp !== null) claims.push({ from: 'URL', ...stamp, trust: 4 });
  else {
    const month = URL_MONTH.exec(path);
    if (month !== null)
      claims.push({ from: 'URL', date: `${month[1]}-${month[2]}`, precision: 'month', trust: 0.8 });
  }
  const row = listed === null ? null : readStamp(listed, context);
  if (row !== null) claims.push({ from: 'list row', ...row, trust: 3.8 });
  return claims;
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
