/** Numbers as dates write them: full-width, Chinese, English words; and the one-to-one normal form of a line. */

const DIGITS: ReadonlyMap<string, number> = new Map(
  [...'〇一二三四五六七八九']
    .map((char, value): [string, number] => [char, value])
    .concat([
      ['零', 0],
      ['○', 0],
      ['Ｏ', 0],
      ['两', 2],
      ['兩', 2],
    ]),
);

/** Characters of a Chinese numeral, for a character class. */
export const HAN_DIGITS = '〇零○一二三四五六七八九十廿卅两兩';

/**
 * A line with full-width, Arabic, Persian, Devanagari and Bengali digits, and full-width letters, punctuation and the many spaces and dashes brought to ASCII.
 * Every character becomes exactly one, so offsets stay those of the given text.
 */
export function asciiForm(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[٠-٩۰-۹०-९০-৯]/g, (char) => String(((char.charCodeAt(0) & 0xff) - (char < 'ऀ' ? 0 : 6)) & 0xf))
    .replace(/،/g, ',')
    .replace(/[\s\u00a0\u2000-\u200b\u202f\u3000]/g, ' ')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[‧·•]/g, ' ');
}

/** 8, 08, 八, 十七, 二十一, 廿三 → the number; null for what is none. At most 99. */
export function smallNumber(text: string): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const spelt = text.replace('廿', '二十').replace('卅', '三十');
  const ten = spelt.indexOf('十');
  if (ten < 0) return spelt.length === 1 ? (DIGITS.get(spelt) ?? null) : yearNumber(spelt);
  const tens = ten === 0 ? 1 : DIGITS.get(spelt.slice(0, ten));
  const ones = ten === spelt.length - 1 ? 0 : DIGITS.get(spelt.slice(ten + 1));
  return tens === undefined || ones === undefined ? null : tens * 10 + ones;
}

/** 2016, 二〇一六, 16, 一六 → the number, digit by digit; null for what is none. */
export function yearNumber(text: string): number | null {
  let value = 0;
  for (const char of text) {
    const digit = /\d/.test(char) ? Number(char) : DIGITS.get(char);
    if (digit === undefined) return null;
    value = value * 10 + digit;
  }
  return text === '' ? null : value;
}

const WORDS = new Map(
  [
    'a',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ].map((word, index): [string, number] => [word, Math.max(index, 1)]),
);

/** Counts before a unit: `3`, `an`, `half an`, 三, 半, 几 is none. */
export function countOf(text: string): number | null {
  const key = text.trim().toLowerCase();
  if (/^\d{1,4}(\.\d)?$/.test(key)) return Number(key);
  if (key === '半' || key.startsWith('half')) return 0.5;
  if (key === 'an' || key === 'the') return 1;
  // 六七年 is six or seven years, not 67.
  if (/^[一二三四五六七八九]{2}$/.test(key)) return null;
  return WORDS.get(key) ?? smallNumber(key);
}
