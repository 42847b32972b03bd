/** One sum of money as a text gives it. */
import type { CurrencySign } from './currencies.ts';

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

/** One sum, or both ends of a range. */
export function sumOrRange(
  span: Omit<Money, 'value' | 'bound'>,
  least: number | null,
  value: number,
): Money[] {
  if (least === null || least >= value) return [{ ...span, value }];
  return [
    { ...span, value: least, bound: 'min' },
    { ...span, value, bound: 'max' },
  ];
}

/** 1.1 × 10^8 is not a whole number in binary; money below a hundredth is noise. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
