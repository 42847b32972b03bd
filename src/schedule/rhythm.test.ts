import { describe, expect, it } from 'vitest';
import { BINS_A_DAY, BINS_A_WEEK } from './memory.ts';
import { dayMass, EVEN, reach, rhythmOf, workingHours } from './rhythm.ts';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(text);
/** Weekdays from 8 to 18, and nothing else. */
const OFFICE = rhythmOf(
  Array.from({ length: BINS_A_WEEK }, (_, bin) => {
    const hour = (bin % BINS_A_DAY) / 2;
    return bin < 5 * BINS_A_DAY && hour >= 8 && hour < 18 ? 7 : 0;
  }),
);
const ASK = { timezone: 'Asia/Shanghai', delay: Number.POSITIVE_INFINITY, hours: Number.POSITIVE_INFINITY };

describe('rhythmOf', () => {
  it('has mean 1 whatever the scale, and is even without any rate', () => {
    const mean = OFFICE.density.reduce((sum, rate) => sum + rate, 0) / BINS_A_WEEK;
    expect(mean).toBeCloseTo(1, 9);
    expect(dayMass(OFFICE, 0)).toBeCloseTo(168 / 5, 9);
    expect(dayMass(OFFICE, 6)).toBe(0);
    expect(dayMass(EVEN, 6)).toBe(24);
  });
});

describe('workingHours', () => {
  const between = (from: string, to: string) => workingHours(OFFICE, at(from), at(to), 'Asia/Shanghai');

  it('counts an ordinary week as 168, from any moment', () => {
    expect(between('2026-11-02T00:00:00+08:00', '2026-11-09T00:00:00+08:00')).toBeCloseTo(168, 6);
    expect(between('2026-11-04T13:37:00+08:00', '2026-11-11T13:37:00+08:00')).toBeCloseTo(168, 6);
  });

  it('counts nights, weekends and holidays as nothing', () => {
    expect(between('2026-11-06T18:00:00+08:00', '2026-11-09T08:00:00+08:00')).toBe(0);
    expect(between('2026-09-30T18:00:00+08:00', '2026-10-08T08:00:00+08:00')).toBe(0);
    expect(between('2026-11-06T09:00:00+08:00', '2026-11-06T10:00:00+08:00')).toBeCloseTo(3.36, 6);
  });
});

describe('reach', () => {
  it('gives the root rule for an even rhythm: the delay is half the square of the interval', () => {
    const from = at('2026-11-04T13:37:00Z');
    for (const hours of [0.1, 2, 30, 400]) {
      const due = reach(EVEN, { ...ASK, from, until: from + 1_000 * HOUR, delay: hours ** 2 / 2 });
      expect((due - from) / HOUR).toBeCloseTo(hours, 2);
    }
  });

  it('agrees with the sum over minutes for an uneven one', () => {
    const from = at('2026-11-06T16:20:00+08:00');
    const due = reach(OFFICE, { ...ASK, from, until: from + 400 * HOUR, delay: 300 });
    let [delay, waiting, now] = [0, 0, from];
    while (delay < 300) {
      const more = workingHours(OFFICE, now, now + 60_000, 'Asia/Shanghai');
      delay += waiting / 60 + more / 120;
      waiting += more;
      now += 60_000;
    }
    expect(Math.abs(due - now)).toBeLessThan(2 * 60_000);
  });

  it('stops when a number of articles could have come, and at its end', () => {
    const from = at('2026-11-06T17:00:00+08:00');
    const due = reach(OFFICE, { ...ASK, from, until: from + 400 * HOUR, hours: 6.72 });
    expect(new Date(due).toISOString()).toBe('2026-11-09T01:00:00.000Z');
    expect(reach(OFFICE, { ...ASK, from, until: from + HOUR, hours: 6.72 })).toBe(from + HOUR);
  });
});
