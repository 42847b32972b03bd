import { describe, expect, it } from 'vitest';
import { amountsText, moneyText } from './money.ts';

const amount = (value: number, bound?: 'min' | 'max') => ({
  value,
  currency: 'CNY',
  asWritten: '',
  payer: null,
  ...(bound ? { bound } : {}),
});

describe('amounts', () => {
  it.each([
    [10_000_000_000, 'CNY 10 billion'],
    [300_000_000_000, 'CNY 300 billion'],
    [1_250_000, 'CNY 1.25 million'],
    [2_500_000_000_000, 'CNY 2.5 trillion'],
    [999_999, 'CNY 999,999'],
    [1_234_567_890, 'CNY 1.235 billion'],
    [0, 'CNY 0'],
    [0.5, 'CNY 0.5'],
  ])('writes %d as %s', (value, text) => {
    expect(moneyText(value, 'CNY')).toBe(text);
  });

  it('writes ranges, bounds and several', () => {
    expect(amountsText([amount(1e9, 'min'), amount(2e9, 'max')])).toBe('CNY 1 billion to CNY 2 billion');
    expect(amountsText([amount(1e9, 'min')])).toBe('at least CNY 1 billion');
    expect(amountsText([amount(1e9, 'max'), amount(5e6)])).toBe('up to CNY 1 billion / CNY 5 million');
  });
});
