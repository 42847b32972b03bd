/**
 * An article laid out for reading: title and body in normal form as one text, cut into sentences, with the way back
 * to the code points of the given body.
 */
import type { Evidence, EvidenceField } from '../domain/agreement.ts';
import type { ArticleText } from '../domain/report.ts';
import { type NormalForm, normalForm } from '../wording/normal-form.ts';
import { type Stretch, sentences } from '../wording/sentences.ts';
import { withoutAsides } from './asides.ts';

export interface Reading {
  article: ArticleText;
  /** Title, a new line, body with what stands around the article blanked; without a title the body alone. */
  text: string;
  /** `text` in lower case, of equal length. */
  lower: string;
  /** Where the body begins in `text`; 0 without a title. */
  bodyStart: number;
  sentences: Stretch[];
  /** Index of the sentence that opens the article; -1 without one. */
  lead: number;
  title: NormalForm | null;
  body: NormalForm;
  /** The given body as code points, for quotes. */
  points: string[];
}

export function reading(article: ArticleText): Reading {
  const body = normalForm(article.body);
  const title = article.title === null || article.title.trim() === '' ? null : normalForm(article.title);
  const head = title === null ? '' : `${title.text.replaceAll('\n', ' ')}\n`;
  const text = head + withoutAsides(body.text);
  const parts = sentences(text);
  return {
    article,
    text,
    lower: lowered(text),
    bodyStart: head.length,
    sentences: parts,
    lead: leadOf(text, parts, head.length),
    title,
    body,
    points: Array.from(article.body),
  };
}

/** "July 7, 2015.", "Smolensk, June 7.", "date 2021-05 Freisen.": no more than names, days and numbers. */
const STAMP_ALONE =
  /^\s*(?:(?:date|Updated|Published|Posted|Date):? )?(?:[\p{Lu}\d/(][\p{L}\d./:()-]*[ ,]+){0,5}[\p{Lu}\d/(][\p{L}\d./:()-]*[ ,]*$/u;
/** Longer than this no stamp is, in characters. */
const STAMP_LENGTH = 90;

/** The first sentence that is one: menus and breadcrumbs have no full stop. */
function leadOf(text: string, parts: readonly Stretch[], bodyStart: number): number {
  const long = ({ start, end }: Stretch): boolean =>
    start >= bodyStart &&
    end - start > 12 &&
    !(end - start < STAMP_LENGTH && STAMP_ALONE.test(text.slice(start, end)));
  const whole = parts.findIndex(
    (part) => long(part) && /[。!?;.]["”')\]]*$/u.test(text.slice(part.start, part.end)),
  );
  return whole >= 0 ? whole : parts.findIndex(long);
}

/** Lower case that keeps every index: the few letters whose lower case is longer stay as they are. */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (sign) => {
    const small = sign.toLowerCase();
    return small.length === sign.length ? small : sign;
  }).join('');
}

// Counted and not open-ended: a search that may grow looks at one endless word again from each of its letters.
const SPACED_WORDS = /(?:(?!\p{Script=Han})\p{L}){3} (?:(?!\p{Script=Han})\p{L}){2}/u;

/** Whether words of a language that parts them may stand in a text: what looks for those need not read Chinese pages. */
export function hasSpacedWords(text: string): boolean {
  return SPACED_WORDS.test(text) || !/\p{Script=Han}/u.test(text);
}

export function inTitle(read: Reading, at: number): boolean {
  return at < read.bodyStart;
}

/**
 * The evidence for a value: words of the body with their offsets. Words of the title are looked for in the body
 * first; only when the body does not have them does the title stand as evidence.
 */
export function evidence(
  read: Reading,
  target: { field: EvidenceField; index: number },
  { start, end }: Stretch,
): Evidence {
  if (!inTitle(read, start)) return bodyEvidence(read, target, start - read.bodyStart, end - read.bodyStart);
  const words = read.text.slice(start, end);
  const again = words.length > 0 ? read.text.indexOf(words, read.bodyStart) : -1;
  if (again >= 0) {
    const from = again - read.bodyStart;
    return bodyEvidence(read, target, from, from + words.length);
  }
  const span = read.title?.span(start, Math.min(end, read.bodyStart - 1)) ?? { start: 0, end: 0 };
  const quote = Array.from(read.article.title ?? '')
    .slice(span.start, span.end)
    .join('');
  return { ...target, start: null, end: null, quote, in: 'title' };
}

function bodyEvidence(
  read: Reading,
  target: { field: EvidenceField; index: number },
  from: number,
  to: number,
): Evidence {
  const span = read.body.span(from, to);
  return { ...target, ...span, quote: read.points.slice(span.start, span.end).join('') };
}

/** The words as the article gives them, for names and amounts. */
export function asWritten(read: Reading, stretch: Stretch): string {
  const target = { field: 'status', index: 0 } as const;
  return evidence(read, target, stretch).quote.replace(/\s+/g, ' ').trim();
}
