/**
 * Sums of money in Chinese: number (1.25, 三百, 伍仟), multiplier (万 … 万亿), a second of both (1亿5000万, 4860万5千), optional 余 or
 * 多, currency before or after. A sum without a currency (400亿资金, 投资3000万) is found too and marked `bare`.
 */

import { longestFirst } from './alternatives.ts';
import { type CurrencySign, HAN_NAMES, PREFIXES } from './currencies.ts';
import { type Money, rounded, sumOrRange } from './money-sum.ts';
import { HAN_BANK_DIGITS, HAN_DIGITS, hanNumber } from './numerals.ts';

const NUMBER = `(?:(?:\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,15})(?:\\.\\d{1,6})?|[${HAN_DIGITS}${HAN_BANK_DIGITS}]{1,9})`;
const SCALE = '(?:万亿|千亿|百亿|十亿|亿|千万|百万|万|千|百)';
const CURRENCY = longestFirst(Object.keys(HAN_NAMES));
/** Signs before a Chinese sum: 人民币, US$. */
const FRONT = longestFirst([
  ...Object.keys(HAN_NAMES).filter((name) => !name.startsWith('元')),
  ...Object.keys(PREFIXES).filter((sign) => /[$¥€£]|^(?:RMB|CNY|USD|HKD|EUR|TWD|NTD|SGD|MYR|RM)$/.test(sign)),
]);
const MONEY = new RegExp(
  `(?:(?<front>${FRONT}) ?)?(?:(?<low>${NUMBER}) ?(?<lowScale>${SCALE})?元?(?:-|~|至|到|—))?` +
    `(?<![\\d.])(?<number>${NUMBER})[余多]? ?(?:个)?(?<scale>${SCALE})?` +
    `(?:(?<=[亿万]) ?零?(?<more>(?:\\d,\\d{3}|\\d{1,4})(?:\\.\\d{1,4})?|[${HAN_DIGITS}${HAN_BANK_DIGITS}]{1,7}) ?(?<moreScale>(?<!万[\\d,]{1,5} ?)(?:千万|百万|万)|(?<=万[\\d,]{1,5} ?)千(?!万)))?` +
    `[余多]?(?:个)? ?(?<currency>\\((?:${CURRENCY})\\)|(?:${CURRENCY})(?:\\(?人民币\\)|人民币)?)?`,
  'gu',
);
/** What is counted in 亿 and is no money: 3亿人, 500亿斤. */
const COUNTED =
  /^(?:人|次|条|户|吨|千瓦|度|斤|公斤|千克|立方|平方|平米|台|个(?!亿)|件|种|用户|字|亩|米|公里|只|张|辆|株|册|份|枚|瓦|比特|字节|颗|点击|浏览|观众|网民|部|立|方|像素|参数|级|余|票|例|名|位|头|家|粒|块|片|股|TB|GB|PB|EB)/u;
/** Money before a sum in 万 that says no currency. */
const SPENT =
  /(?:投资|投入|出资|资金|耗资|斥资|注资|金额|经费|预算)(?:额)?(?:约|近|超|逾|超过|不低于|不少于|达|达到|共|共计|合计|为|了|总计|:)*$/u;

export function hanMoney(text: string): Money[] {
  if (!/[万亿元币镑金铢吉圆]/u.test(text)) return [];
  const found: Money[] = [];
  for (const match of text.matchAll(MONEY)) {
    const {
      number = '',
      scale = '',
      currency,
      front,
      low,
      lowScale,
      more,
      moreScale = '',
    } = match.groups ?? {};
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 4);
    const before = text.slice(Math.max(0, match.index - 14), match.index);
    const bare = currency === undefined && front === undefined;
    if (bare && !isBareMoney(before, scale + moreScale, after)) continue;
    if (currency === undefined && front !== undefined && scale === '') continue;
    if (/[数几个]$/u.test(before)) continue;
    const first = hanValue(number, scale);
    const big = /[万亿]/u.test(scale) || /[百千佰仟]$/u.test(number);
    if (first === null || (!big && /^[一两几]$/u.test(number))) continue;
    const value = more === undefined ? first : rounded(first + (hanValue(more, moreScale) ?? 0));
    const sign = signOf(front, currency);
    const span = { start: match.index, end: match.index + match[0].trimEnd().length, sign, bare };
    const least = low === undefined ? null : hanValue(low, lowScale ?? scale);
    found.push(...sumOrRange(span, least, value));
  }
  return found;
}

/** 百亿级 and 上千亿 are orders of magnitude, 30亿条 are no money; a bare sum in 万 needs a word of paying. */
function isBareMoney(before: string, scale: string, after: string): boolean {
  if (COUNTED.test(after)) return false;
  return scale.includes('亿') || (scale.includes('万') && SPENT.test(before));
}

function signOf(front: string | undefined, currency: string | undefined): CurrencySign {
  const yuan = HAN_NAMES.元 ?? { currency: 'CNY' };
  if (front !== undefined) return HAN_NAMES[front] ?? PREFIXES[front] ?? yuan;
  if (currency === undefined) return yuan;
  const plain = currency.replace(/[()]/g, '');
  const name = Object.keys(HAN_NAMES)
    .filter((one) => plain.startsWith(one))
    .sort((a, b) => b.length - a.length)[0];
  return HAN_NAMES[name ?? '元'] ?? yuan;
}

function hanValue(number: string, scale: string): number | null {
  const plain = /^\d/.test(number) ? Number(number.replaceAll(',', '')) : hanNumber(number);
  if (plain === null) return null;
  return rounded(plain * (scale === '' ? 1 : (hanNumber(scale) ?? 1)));
}
