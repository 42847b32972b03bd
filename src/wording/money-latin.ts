/**
 * Sums of money in Latin script: currency sign, number, scale word (million, crore), or number, scale, currency name;
 * a second "500 million" after "12 billion" adds up. A range gives two sums with `bound`.
 */
import { type CurrencySign, NATION_WORDS, PREFIXES, SUFFIXES, suffixSign } from './currencies.ts';
import { type Money, rounded, sumOrRange } from './money-sum.ts';
import { latinNumber, NUMBER_WORDS } from './numerals.ts';

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
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const longestFirst = (names: readonly string[]): string =>
  [...names]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');
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

export function latinMoney(text: string): Money[] {
  const found: Money[] = [];
  const taken: [number, number][] = [];
  for (const match of text.matchAll(AFTER)) {
    const sign = suffixSign(match.groups?.nation, match.groups?.sign ?? '');
    if (sign) found.push(...sums(match, sign));
    taken.push([match.index, match.index + match[0].length]);
  }
  let next = 0;
  for (const match of text.matchAll(BEFORE)) {
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

function sums(match: RegExpExecArray, sign: CurrencySign): Money[] {
  const { low, lowScale, number = '', scale, more, moreScale } = match.groups ?? {};
  const top = scaled(number, scale);
  if (top === null) return [];
  const value = more === undefined ? top : rounded(top + (scaled(more, moreScale) ?? 0));
  const span = { start: match.index, end: match.index + match[0].length, sign, bare: false };
  return sumOrRange(span, low === undefined ? null : scaled(low, lowScale ?? scale), value);
}

function scaled(number: string, scale: string | undefined): number | null {
  const plain = latinNumber(number);
  if (plain === null) return null;
  return rounded(plain * (scale === undefined ? 1 : (SCALES[scale.toLowerCase()] ?? 1)));
}
