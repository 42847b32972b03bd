/**
 * Figures in a stretch of tokens: numbers, counting words and magnitudes, in one spelling.
 *
 * Only for telling "other date, other amount" from "same fact, other words": three, 三 and 3 are one figure, 亿 and
 * 万 are figures of their own, a clock time is none.
 */
import { keyOf } from './tokens.ts';

const HAN: Record<string, string> = {
  〇: '0', 零: '0', 一: '1', 二: '2', 两: '2', 兩: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9',
  十: '10', 百: '100', 千: '1000', 万: 'e4', 萬: 'e4', 亿: 'e8', 億: 'e8',
}; // biome-ignore format: a table reads best in rows
const WORDS: Record<string, string> = {
  one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', ten: '10',
  twelve: '12', fifteen: '15', twenty: '20', thirty: '30', fifty: '50', hundred: '100', thousand: '1000',
  million: 'e6', billion: 'e9', trillion: 'e12', lakh: 'e5', crore: 'e7',
}; // biome-ignore format: a table reads best in rows
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?$/;

/** The figure a token stands for, or null. */
export function figureOf(token: string): string | null {
  if (/^\d/.test(token)) return token.includes(':') ? null : token.replace(/^0+(?=\d)/, '');
  const key = keyOf(token);
  // `May` is a month, `may` is not.
  if (token !== key && MONTH.test(key)) return `m${MONTHS.indexOf(key.slice(0, 3)) + 1}`;
  return HAN[token] ?? WORDS[key] ?? null;
}

/** Distinct figures of some tokens. */
export function figuresIn(tokens: string[]): Set<string> {
  const found = new Set<string>();
  for (const token of tokens) {
    const figure = figureOf(token);
    if (figure !== null) found.add(figure);
  }
  return found;
}
