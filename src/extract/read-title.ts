/**
 * The title: a vote between what the page shows as its heading and what it says about itself.
 *
 * A visible heading that the meta data confirm is best: it is whole, and free of the site's name. Meta data
 * without a visible twin come second, the title tag without its suffixes last.
 */
import type { Witness } from '../domain/article.ts';
import { type JsonObject, type MetaTags, typesOf } from '../markup/meta.ts';
import { oneLine } from '../markup/text.ts';
import { isMetaLine, isPositionLine } from './line-forms.ts';
import { type Line, type Part, type Survey, sizeOf } from './page-lines.ts';
import { nameWords } from './part-names.ts';
import { isProse, normalOf } from './trim-body.ts';
import { provenanceOf, type Verdict } from './vote.ts';

export interface TitleSources {
  survey: Survey;
  /** Index of the first line of prose of the body; headings after it are headings of the text. */
  bodyStart: number;
  meta: MetaTags;
  jsonLd: readonly JsonObject[];
  titleTag: string | null;
  listed: string | null;
  selected: string | null;
}

const ARTICLE_TYPE = /Article|Posting|Report|WebPage|Recipe|Review/;
const TITLE_LIMIT = 300;
/** More claims and headings than these are garbage; each is compared with each. */
const CLAIM_LIMIT = 16;
const HEADING_LIMIT = 120;
/** How many lines above the body are looked at as titles without a heading tag. */
const TITLE_LINES = 80;
const SEPARATOR = /\s?[_|｜丨»›]\s?|\s[-–—−·•:]{1,3}\s|--{1,4}|[—–−]{1,4}(?=\S{0,20}$)|-(?=[^-\s]{2,20}$)/g;

export function readTitle(sources: TitleSources): Verdict | null {
  const witnesses = claimsOf(sources);
  const visible = visibleTitles(sources, witnesses);
  const all = [...visible.map(({ witness }) => witness), ...witnesses];
  const winner = choose(sources, visible, witnesses);
  if (winner === null) return null;
  return { value: winner.value, provenance: provenanceOf(winner, all, sameTitle) };
}

/** What the page says about its title, most trusted first. */
function claimsOf({ meta, jsonLd, titleTag, listed }: TitleSources): Witness[] {
  const witnesses: Witness[] = [];
  const claim = (from: string, value: unknown) => {
    if (typeof value !== 'string' || value.length > 4 * TITLE_LIMIT) return;
    const text = withoutMarkup(value);
    if (text !== '' && text.length <= TITLE_LIMIT && witnesses.length < CLAIM_LIMIT)
      witnesses.push({ from, value: text });
  };
  for (const name of [
    'ArticleTitle',
    'og:title',
    'twitter:title',
    'headline',
    'dc.title',
    'sailthru.title',
  ]) {
    claim(name, meta.get(name.toLowerCase())?.[0]);
  }
  for (const object of jsonLd) {
    if (typesOf(object).some((type) => ARTICLE_TYPE.test(type))) claim('JSON-LD headline', object.headline);
  }
  claim('list row', listed);
  claim('title tag', titleTag);
  return witnesses;
}

interface VisibleTitle {
  witness: Witness;
  score: number;
}

/** Headings and lines above the body, scored by how much speaks for each. */
function visibleTitles(sources: TitleSources, claims: readonly Witness[]): VisibleTitle[] {
  const known = claims.map(({ value }) => claimOf(value));
  const found: VisibleTitle[] = [];
  const { survey, bodyStart } = sources;
  const consider = (from: string, shown: string, bonus: number) => {
    if (shown.length > TITLE_LIMIT) return;
    const text = withoutPath(shown);
    const score = bonus + confirmation(normalOf(text), known, from !== 'title line');
    found.push({ witness: { from, value: text }, score });
  };
  for (const part of survey.parts) {
    if (found.length >= HEADING_LIMIT) break;
    const level = headingLevel(part);
    if (level === 0 || part.to === part.from || part.to - part.from > 4) continue;
    const lines = survey.lines.slice(part.from, part.to);
    const late = part.from <= bodyStart ? 0 : level === 1 ? 1.5 : 6;
    consider(
      level >= 8 ? 'title part' : `h${level}`,
      joined(lines),
      headingBonus(level) - late - asidePenalty(lines),
    );
  }
  const last = Math.min(bodyStart, survey.lines.length - 1);
  for (let index = Math.max(0, last - TITLE_LINES); index <= last; index++) {
    const line = survey.lines[index];
    if (line !== undefined && line.heading === 0 && line.size >= 3 && line.linked < line.size / 2) {
      consider('title line', line.text, nearMeta(survey.lines, index) - asidePenalty([line]));
      const next = survey.lines[index + 1];
      if (next !== undefined && isBegun(line.text, known))
        consider('title line', `${line.text}${next.text}`, 0.5);
    }
  }
  return found.sort((a, b) => b.score - a.score);
}

/** Does a claim go on where this text ends? Then the layout broke the title into two lines. */
function isBegun(text: string, claims: readonly Claim[]): boolean {
  const normal = normalOf(text);
  return (
    normal.length >= 4 &&
    claims.some(({ whole, parts }) => {
      return whole !== normal && !parts.has(normal) && whole.startsWith(normal);
    })
  );
}

/** A title stands right above the line that names date and source. */
function nearMeta(lines: readonly Line[], index: number): number {
  const [line, next, second] = [lines[index], lines[index + 1], lines[index + 2]];
  if (line === undefined || isMetaLine(line.text) || isPositionLine(line.text)) return -1;
  if (line.marks > 2 || line.size > 60) return 0;
  if (next !== undefined && hasDate(next)) return BY_DATE_LINE;
  return second !== undefined && hasDate(second) ? 0.5 : 0;
}

const DATED =
  /(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2},? (?:19|20)\d\d|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,? (?:19|20)\d\d/i;

function hasDate(line: Line): boolean {
  return line.text.length < 200 && DATED.test(line.text);
}

/** Without the path that leads to it: `Site 〉 Column 〉 Title`. */
function withoutPath(text: string): string {
  const steps = text.split(/\s?[〉》＞»›>]{1,2}\s?(?=\S)/);
  const last = steps.at(-1) ?? text;
  const isPath = steps.length > 2 || (steps[0] ?? '').trim() === '';
  return isPath && sizeOf(last) >= 4 ? last.trim() : text;
}

function headingBonus(level: number): number {
  if (level === 1) return 2;
  if (level === 8) return 2.2;
  if (level === 9) return 1;
  return level <= 3 ? 0.8 : 0.4;
}

function asidePenalty(lines: readonly Line[]): number {
  return lines.some((line) => line.aside) ? 1.5 : 0;
}

function joined(lines: readonly Line[]): string {
  return lines.map((line) => line.text).join(' ');
}

/** 1 to 6 for heading tags, 8 for the tag that a system has for titles, 9 for a part named as one, 0 for all others. */
function headingLevel({ element, kind }: Part): number {
  if (/^h[1-6]$/.test(element.name)) return Number(element.name[1]);
  if (element.name === 'ucaptitle' || element.name === 'founder-title') return 8;
  if (kind !== 'plain' || element.name === 'body') return 0;
  const { class: classes, id } = element.attribs;
  const name = `${classes ?? ''} ${id ?? ''}`;
  if (!/tit|headline|bt/i.test(name)) return 0;
  return nameWords(name).some((word) => TITLE_WORDS.has(word)) ? 9 : 0;
}

const TITLE_WORDS = new Set(
  'title headline biaoti tit bt articletitle maintitle newstitle arttitle'.split(' '),
);

interface Claim {
  /** The whole text, and its parts between separators that may be the title alone. */
  whole: string;
  parts: ReadonlySet<string>;
  pairs: ReadonlySet<string>;
}

function claimOf(value: string): Claim {
  const segments = value.split(SEPARATOR).map(normalOf);
  const parts = new Set([segments.reduce((a, b) => (b.length > a.length ? b : a), '')]);
  // Whatever stands before a separator may be the title: sites put names, columns and keywords behind it.
  for (const { index } of [...value.matchAll(/[-_|｜丨–—»›]/g)].slice(0, 10))
    parts.add(normalOf(value.slice(0, index)));
  const whole = normalOf(value);
  return { whole, parts, pairs: pairsOf(whole) };
}

/** How far the meta data confirm a visible text: whole, as the beginning of a longer one, or by likeness. */
function confirmation(normal: string, claims: readonly Claim[], loose: boolean): number {
  if (normal.length < 2) return -5;
  let score = 0;
  const pairs = loose ? pairsOf(normal) : null;
  for (const { whole, parts, pairs: others } of claims) {
    if (whole === normal || (normal.length >= 5 && parts.has(normal))) score += 3;
    else if (whole.startsWith(normal) && normal.length >= whole.length * 0.3) score += 2;
    else if (whole.includes(normal) && normal.length >= whole.length * 0.4)
      score += whole.endsWith(normal) ? 1.6 : 1.2;
    else if (whole.length >= 6 && normal.includes(whole)) score += 1;
    else if (pairs !== null) score += likenessBonus(pairs, others);
  }
  return score;
}

function likenessBonus(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const pair of a) if (b.has(pair)) common += 1;
  const likeness = (2 * common) / (a.size + b.size || 1);
  if (likeness >= 0.6) return 1.5;
  return likeness >= 0.35 ? 0.7 : 0;
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let index = 0; index + 1 < text.length; index++) pairs.add(text.slice(index, index + 2));
  return pairs;
}

/** Is this score more than a bare h1 gets? Then the meta data confirm the visible title. */
const CONFIRMED = 2.2;

function choose(
  sources: TitleSources,
  visible: readonly VisibleTitle[],
  claims: readonly Witness[],
): Witness | null {
  if (sources.selected !== null) return { from: 'selector', value: sources.selected };
  const best = visible[0];
  if (best !== undefined && best.score >= CONFIRMED)
    return agreedShorter(best.witness, claims) ?? best.witness;
  const named = claims.find(({ from }) => from !== 'title tag' && from !== 'list row');
  if (named !== undefined) return { from: named.from, value: withoutSuffix(named.value) };
  if (best !== undefined && best.score >= 1.9) return best.witness; // a lone h1
  const tag = claims.find(({ from }) => from === 'title tag') ?? claims[0];
  const told = toldByText(openingOf(sources), visible, tag);
  if (told !== null) return told;
  return tag === undefined ? (best?.witness ?? null) : { from: tag.from, value: withoutSuffix(tag.value) };
}

/** Lines of the text that a title is compared with. */
const OPENING = 8;
const openingOf = ({ survey, bodyStart }: TitleSources): Line[] =>
  survey.lines.slice(bodyStart, bodyStart + OPENING).filter(isProse);

/** A heading without a tag is no longer than this, in reading units. */
const LONGEST_HEADING = 60;

/** Score of a line right above the one with date and source. */
const BY_DATE_LINE = 0.9;

/**
 * A title tag may hold the site's name alone, or "Details", and is shown nowhere as a heading then. A line above the
 * text that shares its words is the title: one that stands where titles stand, or any where the tag shares none.
 */
function toldByText(
  opening: readonly Line[],
  visible: readonly VisibleTitle[],
  tag: Witness | undefined,
): Witness | null {
  const words = wordsOf(opening.map(({ text }) => text).join(' '));
  const share = (text: string) => {
    const own = [...wordsOf(text)];
    return own.filter((word) => words.has(word)).length / (own.length || 1);
  };
  const strange = tag === undefined || share(withoutSuffix(tag.value)) < STRANGE;
  const told = visible.find(({ witness: { value }, score }) => {
    return (
      score >= (strange ? 0.5 : BY_DATE_LINE) && sizeOf(value) <= LONGEST_HEADING && share(value) >= TELLING
    );
  });
  return told?.witness ?? null;
}

/** Share of a title's words that its text repeats: less than the one is no title of it, the other speaks for one. */
const STRANGE = 0.2;
const TELLING = 0.4;

/** Pairs of Han characters, and words of four letters or more. */
function wordsOf(text: string): Set<string> {
  const words = new Set<string>(text.toLowerCase().match(/(?:(?!\p{Script=Han})[\p{L}\p{M}\d]){4,40}/gu));
  for (const run of text.match(/\p{Script=Han}{2,200}/gu) ?? [])
    for (const pair of pairsOf(run)) words.add(pair);
  return words;
}

/** A heading that carries a kicker or a subtitle is cut to what two of the page's own claims say is the title. */
function agreedShorter(shown: Witness, claims: readonly Witness[]): Witness | null {
  const normal = normalOf(shown.value);
  const shorter = claims.filter(({ from, value }) => {
    const claim = normalOf(value);
    return (
      from !== 'title tag' && claim.length >= 8 && claim.length < normal.length && normal.includes(claim)
    );
  });
  const [first, second] = shorter;
  return first !== undefined && second !== undefined && normalOf(first.value) === normalOf(second.value)
    ? first
    : null;
}

/**
 * A title without the names of site and column behind it: `…_要闻_某省人民政府门户网站`, `… - Site`.
 * Parts are cut from the end while what is left is long enough to be a title and longer than the cut part.
 */
export function withoutSuffix(title: string): string {
  let rest = title;
  for (;;) {
    const cuts = [...rest.matchAll(SEPARATOR)];
    const last = cuts.at(-1);
    if (last === undefined || last.index === 0) return rest;
    const head = rest.slice(0, last.index).trim();
    const tail = rest.slice(last.index + last[0].length);
    if (sizeOf(head) < 4 || sizeOf(tail) > Math.max(12, sizeOf(head) * 0.8)) return rest;
    rest = head;
  }
}

export function sameTitle(a: string, b: string): boolean {
  const [x, y] = [normalOf(a), normalOf(b)];
  if (x === y) return true;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return short.length >= 4 && long.startsWith(short);
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lt: '<',
  gt: '>',
};

/** Without tags and with entities read, which JSON-LD and twice-escaped meta contents keep. */
function withoutMarkup(text: string): string {
  const plain = text
    .replace(/<[^<>]{0,200}>/g, '')
    .replace(/&(#x?[\da-f]{1,6}|[a-z]{2,8});/gi, (whole, name) => {
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      if (name.startsWith('#')) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      return ENTITIES[name.toLowerCase()] ?? whole;
    });
  return oneLine(plain);
}
