/**
 * Numbers as written: 1,815.32, 三百, 两千五百, 百, "three hundred". Value in, value out; NaN is never returned.
 */

const DIGITS = new Map<string, number>([
  ['〇', 0],
  ['零', 0],
  ['一', 1],
  ['壹', 1],
  ['二', 2],
  ['贰', 2],
  ['两', 2],
  ['三', 3],
  ['叁', 3],
  ['四', 4],
  ['肆', 4],
  ['五', 5],
  ['伍', 5],
  ['六', 6],
  ['陆', 6],
  ['七', 7],
  ['柒', 7],
  ['八', 8],
  ['捌', 8],
  ['九', 9],
  ['玖', 9],
]);
const TENS = new Map<string, number>([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1_000],
  ['仟', 1_000],
]);
const MYRIADS = new Map<string, number>([
  ['万', 1e4],
  ['亿', 1e8],
  ['兆', 1e12],
]);

/** Characters a Chinese numeral is written with, simplified, for use inside a character class. */
export const HAN_DIGITS = '〇零一二两三四五六七八九十百千';
/** The same as banks and contracts write them. */
export const HAN_BANK_DIGITS = '壹贰叁肆伍陆柒捌玖拾佰仟';

/**
 * A Chinese numeral in simplified characters, units of myriads allowed (三百亿, 一千二百万, 二〇一六), or null.
 * A unit without a digit counts as one: 百亿 is 10,000,000,000.
 */
export function hanNumber(text: string): number | null {
  if (text.length === 0) return null;
  if (text.length > 1 && [...text].every((sign) => DIGITS.has(sign))) {
    return Number([...text].map((sign) => DIGITS.get(sign)).join(''));
  }
  let total = 0;
  let lastMyriad = Infinity;
  let section = 0;
  let digit: number | null = null;
  for (const sign of text) {
    const value = DIGITS.get(sign);
    const ten = TENS.get(sign);
    const myriad = MYRIADS.get(sign);
    if (value !== undefined) digit = value;
    else if (ten !== undefined) {
      section += (digit ?? 1) * ten;
      digit = null;
    } else if (myriad !== undefined) {
      // 三亿五千万 adds, 一万亿 multiplies.
      const head = section + (digit ?? 0);
      total = myriad < lastMyriad ? total + (head || 1) * myriad : (total + head || 1) * myriad;
      lastMyriad = myriad;
      section = 0;
      digit = null;
    } else return null;
  }
  return total + section + (digit ?? 0);
}

const WORDS = new Map<string, number>(
  Object.entries({
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
    hundred: 100,
  }),
);

/** English number words read here, as alternatives of a pattern: twenty-four before twenty. */
export const NUMBER_WORDS = `(?:twen|thir|for|fif|six|seven|eigh|nine)ty-(?:one|two|three|four|five|six|seven|eight|nine)|${[
  ...WORDS.keys(),
]
  .sort((a, b) => b.length - a.length)
  .join('|')}`;

/** `three hundred` → 300, `1,815.32` → 1815.32, `half a` → 0.5; null for anything else. */
export function latinNumber(text: string): number | null {
  const plain = text.trim().toLowerCase();
  if (/^\d/.test(plain)) return digits(plain);
  if (/^half an?$/.test(plain)) return 0.5;
  if (/^(?:a )?quarter of an?$/.test(plain)) return 0.25;
  const half = /^(.+?)[ -]and[ -]a[ -]half$/.exec(plain)?.[1];
  let value: number | null = null;
  for (const word of (half ?? plain).replace(/^an? (?!hundred)(?=\w)/, '').split(/[\s-]+/)) {
    const next = WORDS.get(word);
    if (next === undefined) return null;
    value = word === 'hundred' ? (value ?? 1) * 100 : (value ?? 0) + next;
  }
  return half === undefined || value === null ? value : value + 0.5;
}

/** 1,815.32; 12,00,000; 500.000.000; 1,2 with a decimal comma. */
function digits(text: string): number | null {
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(text)) return Number(text.replaceAll('.', ''));
  if (/^\d{1,3},\d{1,2}$/.test(text)) return Number(text.replace(',', '.'));
  return /^\d[\d,]*(?:\.\d+)?$/.test(text) ? Number(text.replaceAll(',', '')) : null;
}
