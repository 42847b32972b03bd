/**
 * Sums of money in Latin script: currency sign, number, scale word (million, crore), or number, scale, currency name;
 * a second "500 million" after "12 billion" adds up. A range gives two sums with `bound`.
 */

import { longestFirst } from './alternatives.ts';
import { type CurrencySign, NATION_WORDS, PREFIXES, SUFFIXES, suffixSign } from './currencies.ts';
import { type Money, rounded, sumOrRange } from './money-sum.ts';
import { latinNumber, NUMBER_WORDS } from './numerals.ts';
import type { Stretch } from './sentences.ts';

const SCALES: Record<string, number> = {
  thousand: 1e3,
  million: 1e6,
  'hundred million': 1e8,
  millions: 1e6,
  mln: 1e6,
  mil: 1e6,
  mm: 1e6,
  billion: 1e9,
  billions: 1e9,
  bln: 1e9,
  trillion: 1e12,
  trn: 1e12,
  lakh: 1e5,
  lakhs: 1e5,
  crore: 1e7,
  crores: 1e7,
  'lakh crore': 1e12,
  cr: 1e7,
  mn: 1e6,
  bn: 1e9,
  tn: 1e12,
  m: 1e6,
  b: 1e9,
  k: 1e3,
  juta: 1e6,
  miliar: 1e9,
  bilion: 1e9,
  triliun: 1e12,
  ribu: 1e3,
};
const spellings = (name: string): string[] => [
  name,
  name.charAt(0).toUpperCase() + name.slice(1),
  name.toUpperCase(),
];
const LONG_SCALES = Object.keys(SCALES).filter((name) => name.length > 1);
const SCALE = `(?:${longestFirst(LONG_SCALES.flatMap(spellings))}|[mMbBkK])\\b`;
/** Thousands by commas (also 12,00,000) or dots, a decimal comma only before a scale. */
const NUMBER = `(?:\\d{1,3}(?:\\.\\d{3}){2,4}(?!\\d)|\\d{1,3}(?:,\\d{2,3}){0,4},\\d{3}(?:\\.\\d{1,6})?|\\d{1,3},\\d{1,2}(?= ?${SCALE})|\\d{1,15}(?:\\.\\d{1,6})?)`;
const PREFIX = longestFirst(Object.keys(PREFIXES));
const SUFFIX = longestFirst(Object.keys(SUFFIXES));
const NATION = longestFirst(NATION_WORDS);
/** Not the hyphen of forty-five. */
const RANGE = '\\s?(?:(?<!ty)-|to|and)\\s?';

const BEFORE = new RegExp(
  `(?<![\\p{L}\\d])(?<sign>${PREFIX}) ?(?:(?<low>${NUMBER})[ -]?(?<lowScale>${SCALE})?${RANGE}(?:${PREFIX})? ?)?` +
    `(?<number>${NUMBER})(?:[ -]?(?<scale>${SCALE}))?`,
  'gu',
);
const WORD_NUMBER = `(?:${NUMBER}|half an?|(?:a )?quarter of an?|(?:${NUMBER_WORDS})(?: (?:${NUMBER_WORDS})){0,2}(?: and a half)?)`;
const AFTER = new RegExp(
  `(?<![\\p{L}\\d.])(?:(?<low>${WORD_NUMBER})[ -]?(?<lowScale>${SCALE})?${RANGE})?` +
    `(?<number>${WORD_NUMBER})[ -]?(?:(?<scale>${SCALE})(?:,? (?<more>${NUMBER})[ -]?(?<moreScale>${SCALE}))?)?` +
    `[ -]?(?:of )?(?:(?<nation>${NATION}) )?(?<sign>${SUFFIX})(?![\\p{L}\\d])`,
  'giu',
);

/** Words that may end a sum, by their first: most texts have few, and only around them is a sum looked for. */
const ENDS = new Set(Object.keys(SUFFIXES).map((name) => name.split(' ')[0] ?? name));
const END_WORD = /[a-z€ł.]{1,12}/giu;
/** How far before its currency a sum may begin, and behind it the name may go on. */
const REACH = 110;
const TAIL = 14;
/** What may be a sign: up to five letters or signs right before a digit. */
const SIGN = /[A-Za-z$€£¥₦₹₱₩฿₫₽₺₴₸৳₨#=₵¢/.]{1,5} ?(?=\d)/gu;
const SIGNS = new Set(Object.keys(PREFIXES).map((sign) => sign.replace(/^US /, '')));
/** How far behind its sign a sum may go. */
const LENGTH = 80;

export function latinMoney(text: string): Money[] {
  const found: Money[] = [];
  const taken: [number, number][] = [];
  for (const match of within(text, AFTER, endings(text))) {
    const sign = suffixSign(match.groups?.nation, match.groups?.sign ?? '');
    // "an RMB investment fund": a word for money that only says of which.
    const counted = !/^an? [\p{L}]/iu.test(match[0]) || match.groups?.scale !== undefined;
    const row = sign && counted ? inRow(text, match, sign) : [];
    if (sign && counted) found.push(...row, ...(row.length > 0 ? last(match, sign) : sums(match, sign)));
    taken.push([match.index, match.index + match[0].length]);
  }
  let next = 0;
  for (const match of within(text, BEFORE, beginnings(text))) {
    while (next < taken.length && (taken[next]?.[1] ?? 0) <= match.index) next++;
    const [from = Infinity] = taken[next] ?? [];
    const written = match.groups?.sign ?? '';
    // A capital or two before a small number (P 5, R2, Nu 7) is seldom money.
    if (
      /^(?:[A-Z][a-z]?|[A-Z]{2}|#)$/.test(written) &&
      !match.groups?.scale &&
      !/,|\.\d{3}\./.test(match.groups?.number ?? '')
    )
      continue;
    if (from < match.index + match[0].length) continue;
    const sign = PREFIXES[written];
    if (sign) found.push(...sums(match, sign));
  }
  return found;
}

/**
 * "will invest 40, 34 and 19 billion yuan respectively": the sums before the last, which alone tells scale and currency.
 * The match itself may begin with the last but one ("34 and 19 billion yuan").
 */
const ROW = /(?<![\p{L}\d.,$€£¥-])(?:\d{1,3}(?:\.\d{1,2})?, ?){1,7}(?:and )?$/u;

function inRow(text: string, { index, groups }: RegExpExecArray, sign: CurrencySign): Money[] {
  const { low, lowScale, number = '', scale } = groups ?? {};
  if (lowScale !== undefined || scale === undefined || !/^\d/.test(number)) return [];
  const from = Math.max(0, index - ROW_LENGTH);
  const row = ROW.exec(text.slice(from, index));
  if (
    !row ||
    !(low === undefined ? / and $/ : /^[\d.]+,? and /).test(low === undefined ? row[0] : text.slice(index))
  )
    return [];
  const numbers = `${row[0]}${low ?? ''}`;
  return [...numbers.matchAll(/\d{1,3}(?:\.\d{1,2})?/gu)].flatMap((match) => {
    const value = scaled(match[0], scale);
    const start = from + row.index + match.index;
    return value === null ? [] : [{ start, end: start + match[0].length, sign, bare: false, value }];
  });
}

/** A row of seven numbers, in characters. */
const ROW_LENGTH = 60;

/** Stretches that end with a word for a currency, joined where they touch. */
function endings(text: string): Stretch[] {
  const found: Stretch[] = [];
  for (const { 0: word, index } of text.matchAll(END_WORD)) {
    const lower = word.toLowerCase();
    if (!ENDS.has(lower) && !ENDS.has(lower.replace(/\.$/, ''))) continue;
    join(found, { start: wordStart(text, index - REACH), end: index + word.length + TAIL });
  }
  return found;
}

/** Stretches that begin with a sign before a digit. */
function beginnings(text: string): Stretch[] {
  const found: Stretch[] = [];
  for (const { 0: match, index } of text.matchAll(SIGN)) {
    const token = match.trimEnd();
    for (let from = 0; from < token.length; from++) {
      if (!SIGNS.has(token.slice(from))) continue;
      join(found, { start: Math.max(0, index + from - 5), end: index + match.length + LENGTH });
      break;
    }
  }
  return found;
}

function join(found: Stretch[], { start, end }: Stretch): void {
  const last = found.at(-1);
  if (last && start <= last.end) last.end = Math.max(last.end, end);
  else found.push({ start, end });
}

/** Not inside a word or a number. */
function wordStart(text: string, at: number): number {
  let start = Math.max(0, at);
  while (start > 0 && !/\s/.test(text[start - 1] ?? '') && at - start < 30) start--;
  return start;
}

/** Matches inside the stretches, with their places in the text. */
function* within(text: string, pattern: RegExp, stretches: readonly Stretch[]): Generator<RegExpExecArray> {
  for (const { start, end } of stretches) {
    for (const match of text.slice(start, end).matchAll(pattern)) {
      match.index += start;
      yield match;
    }
  }
}

function sums(match: RegExpExecArray, sign: CurrencySign): Money[] {
  const { low, lowScale, number = '', scale, more, moreScale } = match.groups ?? {};
  const top = scaled(number, scale);
  if (top === null) return [];
  const value = more === undefined ? top : rounded(top + (scaled(more, moreScale) ?? 0));
  const span = { start: match.index, end: match.index + match[0].length, sign, bare: false };
  return sumOrRange(span, low === undefined ? null : scaled(low, lowScale ?? scale), value);
}

/** The last of a row: "19 billion yuan" of "34 and 19 billion yuan". */
function last({ index, 0: words, groups }: RegExpExecArray, sign: CurrencySign): Money[] {
  const { low, number = '', scale } = groups ?? {};
  const start = index + (low === undefined ? 0 : words.indexOf(number, low.length));
  const value = scaled(number, scale);
  return value === null ? [] : [{ start, end: index + words.length, sign, bare: false, value }];
}

function scaled(number: string, scale: string | undefined): number | null {
  const plain = latinNumber(number);
  if (plain === null) return null;
  return rounded(plain * (scale === undefined ? 1 : (SCALES[scale.toLowerCase()] ?? 1)));
}
