import { describe, expect, it } from 'vitest';
import { samePeriod } from './recognition-score.ts';

const period = (
  asWritten: string,
  rest: Partial<{ from: string; to: string; years: number }> = {},
): Parameters<typeof samePeriod>[1] => ({ from: null, to: null, years: null, ...rest, asWritten });

describe('the comparison of periods', () => {
  it.each([
    ['by end of 2020', '到2020年底'],
    ['by end of 2020', 'until the end of 2020'],
    ['14 months', '14 Month'],
    ['18 months', '18个月'],
    ['3 years', '今后三年'],
    ['13th Five-Year Plan', '“十三五”'],
  ])('takes %s and %s for the same', (want, got) => {
    expect(samePeriod(want, period(got))).toBe(true);
  });

  it.each([
    ['by end of 2020', '到2021年底'],
    ['14 months', '15 months'],
    ['3 years', '3 months'],
    ['by end of 2020', '2020'],
  ])('takes %s and %s for different ones', (want, got) => {
    expect(samePeriod(want, period(got))).toBe(false);
  });
});
