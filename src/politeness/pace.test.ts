import { describe, expect, it, vi } from 'vitest';
import { addressGapMs, crawlDelayTooLong, gapMs, recentResponseMs, retryAfterMs } from './pace.ts';

describe('gapMs', () => {
  it.each([
    [{ configuredMs: 2_000 }, 2_000],
    [{ configuredMs: 200, crawlDelaySeconds: 10 }, 10_000],
    [{ configuredMs: 200, crawlDelaySeconds: 0.5 }, 500],
    [{ configuredMs: 2_000, crawlDelaySeconds: 0.1 }, 2_000],
    [{ configuredMs: 200, crawlDelaySeconds: 1e6 }, 120_000],
    [{ configuredMs: 200, recentResponseMs: 99 }, 200],
    [{ configuredMs: 200, recentResponseMs: 100 }, 1_000],
    [{ configuredMs: 2_000, recentResponseMs: 500 }, 5_000],
    [{ configuredMs: 2_000, recentResponseMs: 5_000 }, 50_000],
    [{ configuredMs: 2_000, recentResponseMs: 600_000 }, 120_000],
    [{ configuredMs: 2_000, crawlDelaySeconds: 3, recentResponseMs: 100, retryAfterMs: 90_000 }, 90_000],
    [{ configuredMs: 2_000, retryAfterMs: 1e12 }, 86_400_000],
    [{ configuredMs: Number.NaN, crawlDelaySeconds: -4, recentResponseMs: null, retryAfterMs: null }, 0],
  ])('%j waits %d ms', (input, expected) => {
    expect(gapMs(input)).toBe(expected);
  });

  it('flags a crawl-delay beyond two minutes', () => {
    expect([crawlDelayTooLong(120), crawlDelayTooLong(121), crawlDelayTooLong(null)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('lets an address under many names be asked at a quarter of the delay', () => {
    expect([addressGapMs(2_000), addressGapMs(201), addressGapMs(0)]).toEqual([500, 51, 0]);
  });
});

describe('recentResponseMs', () => {
  it('follows a host that slows down at once and one that recovers by halves', () => {
    const slow = recentResponseMs(recentResponseMs(null, 100), 5_000);
    expect(slow).toBe(5_000);
    expect(recentResponseMs(slow, 100)).toBe(2_550);
  });
});

describe('retryAfterMs', () => {
  const now = new Date('2026-11-24T08:00:00Z');
  it.each([
    ['120', 120_000],
    [' 7 ', 7_000],
    ['Tue, 24 Nov 2026 08:01:30 GMT', 90_000],
    ['Tuesday, 24-Nov-26 08:01:30 GMT', 90_000],
    ['Tue Nov 24 08:01:30 2026', 90_000],
    ['1000000000', 86_400_000],
    ['99999999999999999999', 86_400_000],
    ['Fri, 24 Nov 2028 08:01:30 GMT', 86_400_000],
    ['0', null],
    ['-1', null],
    ['1.5', null],
    ['soon', null],
    ['2031', 2_031_000],
    ['2031-01-01', null],
    ['Tue, 99 Nov 2026 08:01:30 GMT', null],
    ['Tue, 24 Nov 2026 07:59:59 GMT', null],
    ['', null],
    [null, null],
    [undefined, null],
  ])('%j asks for %j ms', (header, expected) => {
    expect(retryAfterMs(header, now)).toBe(expected);
  });

  it('reads the form without a zone as UTC wherever it runs', () => {
    vi.stubEnv('TZ', 'Asia/Shanghai');
    expect(retryAfterMs('Tue Nov 24 08:01:30 2026', now)).toBe(90_000);
    vi.unstubAllEnvs();
  });
});
