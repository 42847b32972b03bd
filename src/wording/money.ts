/**
 * Sums of money in a text in normal form, Chinese and Latin.
 *
 * Chinese: number (1.25, 三百), multiplier (万 … 万亿), optional 余/多, currency. Latin: currency sign, number, scale
 * word (million, crore), or number, scale, currency name; a second "500 million" after "12 billion" adds up. A range
 * gives two sums with `bound`. A Chinese sum without a currency (400亿资金) is found too and marked `bare`.
 */
import { type CurrencySign, HAN_SUFFIXES, PREFIXES, SUFFIXES } from './currencies.ts';
import { HAN_DIGITS, hanNumber, latinNumber, NUMBER_WORDS } from './numerals.ts';

export interface Money {
  /** UTF-16 index in the text; both ends of a range carry the whole range. */
  start: number;
  end: number;
  /** In the main unit of the currency. */
  value: number;
  sign: CurrencySign;
  bound?: 'min' | 'max';
  /** No currency was written. */
  bare: boolean;
}

const HAN_NUMBER = `(?:(?:\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,15})(?:\\.\\d{1,6})?|[${HAN_DIGITS}]{1,9})`;
const HAN_SCALE = '(?:万亿|千亿|百亿|十亿|亿|千万|百万|万|千|百)';
const HAN_CURRENCY = Object.keys(HAN_SUFFIXES)
  .sort((a, b) => b.length - a.length)
  .join('|');
const HAN_MONEY = new RegExp(
  `(?:(?<front>新台币|港币|人民币|美金) ?)?(?:(?<low>${HAN_NUMBER}) ?(?<lowScale>${HAN_SCALE})?元?(?:-|~|至|到|—))?` +
    `(?<![\\d.])(?<number>${HAN_NUMBER})[余多]? ?(?<scale>${HAN_SCALE})?[余多]?(?:个)? ?` +
    `(?<currency>\\(?(?:${HAN_CURRENCY})\\)?(?:\\(?人民币\\)?)?)?`,
  'gu',
);

/** Sums of money in the order of the text. */
export function findMoney(text: string): Money[] {
  return [...hanMoney(text), ...latinMoney(text)].sort((a, b) => a.start - b.start);
}

function hanMoney(text: string): Money[] {
  if (!/[万亿元币镑金比特铢吉]/.test(text)) return [];
  const found: Money[] = [];
  for (const match of text.matchAll(HAN_MONEY)) {
    const { number = '', scale = '', currency, front, low, lowScale } = match.groups ?? {};
    const bare = currency === undefined && front === undefined;
    const big = /[万亿]/.test(scale) || /[百千]$/.test(number);
    if (bare && !scale.endsWith('亿')) continue;
    // 百亿级 and 上千亿 are orders of magnitude, not sums.
    if (/^[级余]/.test(text.slice(match.index + match[0].length)) && bare) continue;
    if (/[数几个]$/.test(text.slice(0, match.index).slice(-1))) continue;
    const value = hanValue(number, scale);
    if (value === null || (!big && /^[一两几]$/.test(number))) continue;
    const sign = HAN_SUFFIXES[front ?? (currency === undefined ? '元' : currencyKey(currency))] ?? {
      currency: 'CNY',
    };
    const span = { start: match.index, end: match.index + match[0].trimEnd().length, sign, bare };
    const least = low === undefined ? null : hanValue(low, lowScale ?? scale);
    if (least === null || least >= value) found.push({ ...span, value });
    else found.push({ ...span, value: least, bound: 'min' }, { ...span, value, bound: 'max' });
  }
  return found;
}

function currencyKey(written: string): string {
  const plain = written.replace(/[()]/g, '');
  if (plain in HAN_SUFFIXES) return plain;
  return plain.startsWith('元')
    ? '元'
    : (Object.keys(HAN_SUFFIXES).find((name) => plain.startsWith(name)) ?? '元');
}

function hanValue(number: string, scale: string): number | null {
  const plain = /^\d/.test(number) ? Number(number.replaceAll(',', '')) : hanNumber(number);
  if (plain === null) return null;
  return rounded(plain * (scale === '' ? 1 : (hanNumber(scale) ?? 1)));
}

const SCALES: Record<string, number> = {
  thousand: 1e3,
  million: 1e6,
  millions: 1e6,
  billion: 1e9,
  billions: 1e9,
  trillion: 1e12,
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
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const longestFirst = (names: string[]): string =>
  names
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');
const NUMBER = '(?:\\d{1,3}(?:,\\d{2,3}){1,5}|\\d{1,15})(?:\\.\\d{1,6})?';
const spellings = (name: string): string[] => [
  name,
  name.charAt(0).toUpperCase() + name.slice(1),
  name.toUpperCase(),
];
const LONG_SCALES = Object.keys(SCALES).filter((name) => name.length > 1);
const SCALE = `(?:${longestFirst(LONG_SCALES.flatMap(spellings))}|m|b|k)\\b`;
const PREFIX = longestFirst(Object.keys(PREFIXES));
const SUFFIX = longestFirst(Object.keys(SUFFIXES));
const RANGE = '\\s?(?:-|to|and)\\s?';

const BEFORE = new RegExp(
  `(?<![\\p{L}\\d])(?<sign>${PREFIX}) ?(?:(?<low>${NUMBER})[ -]?(?<lowScale>${SCALE})?${RANGE}(?:${PREFIX})? ?)?` +
    `(?<number>${NUMBER})(?:[ -]?(?<scale>${SCALE}))?`,
  'gu',
);
const WORD_NUMBER = `(?:${NUMBER}|(?:${NUMBER_WORDS})(?: (?:${NUMBER_WORDS})){0,2})`;
const AFTER = new RegExp(
  `(?<![\\p{L}\\d.])(?:(?<low>${WORD_NUMBER})[ -]?(?<lowScale>${SCALE})?${RANGE})?` +
    `(?<number>${WORD_NUMBER})[ -]?(?:(?<scale>${SCALE})(?:,? (?<more>${NUMBER})[ -]?(?<moreScale>${SCALE}))?)?` +
    `[ -]?(?:of )?(?<sign>${SUFFIX})\\b`,
  'giu',
);

function latinMoney(text: string): Money[] {
  const found: Money[] = [];
  const taken: [number, number][] = [];
  for (const match of text.matchAll(AFTER)) {
    const sign = SUFFIXES[(match.groups?.sign ?? '').toLowerCase()];
    if (sign) add(found, match, sign);
    taken.push([match.index, match.index + match[0].length]);
  }
  let next = 0;
  for (const match of text.matchAll(BEFORE)) {
    while (next < taken.length && (taken[next]?.[1] ?? 0) <= match.index) next++;
    const [from = Infinity] = taken[next] ?? [];
    const written = match.groups?.sign ?? '';
    // A lone capital before a small number (P 5, R2) is seldom money.
    if (/^[NPRM]$/.test(written) && !match.groups?.scale && !/,/.test(match.groups?.number ?? '')) continue;
    if (from < match.index + match[0].length) continue;
    const sign = PREFIXES[written];
    if (sign) add(found, match, sign);
  }
  return found;
}

function add(found: Money[], match: RegExpExecArray, sign: CurrencySign): void {
  const { low, lowScale, number = '', scale, more, moreScale } = match.groups ?? {};
  const top = scaled(number, scale);
  if (top === null) return;
  const value = more === undefined ? top : rounded(top + (scaled(more, moreScale) ?? 0));
  const span = { start: match.index, end: match.index + match[0].length, sign, bare: false };
  const least = low === undefined ? null : scaled(low, lowScale ?? scale);
  if (least === null || least >= value) found.push({ ...span, value });
  else found.push({ ...span, value: least, bound: 'min' }, { ...span, value, bound: 'max' });
}

function scaled(number: string, scale: string | undefined): number | null {
  const plain = latinNumber(number);
  if (plain === null) return null;
  return rounded(plain * (scale === undefined ? 1 : (SCALES[scale.toLowerCase()] ?? 1)));
}

/** 1.1 × 10^8 is not a whole number in binary; money below a hundredth is noise. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
