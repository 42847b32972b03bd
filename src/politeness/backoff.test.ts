import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '../domain/failure.ts';
import { hostPauseMs, RETRY, retryDelayMs, retryPolicy, wallPauseMs } from './backoff.ts';

const HOUR = 3_600_000;

describe('retry policies', () => {
  it('states one for every outcome, with at most three tries and waits in order', () => {
    for (const outcome of OUTCOMES) {
      const policy = RETRY[outcome];
      expect(policy.attempts).toBeLessThanOrEqual(3);
      expect(policy.minDelayMs).toBeLessThanOrEqual(policy.maxDelayMs);
    }
  });

  it.each([
    ['gone', 404, 2],
    ['gone', 410, 1],
    ['http_error', 503, 3],
    ['http_error', 429, 3],
    ['http_error', 403, 1],
    ['http_error', 302, 1],
    ['http_error', null, 3],
    ['network', null, 3],
    ['robots_denied', null, 3],
    ['timeout', null, 3],
    ['tls', null, 1],
    ['guard_refused', null, 1],
  ] as const)('%s with status %j is tried %d times', (outcome, status, tries) => {
    expect(retryPolicy(outcome, status).attempts).toBe(tries);
  });
});

describe('retryDelayMs', () => {
  const policy = { attempts: 4, minDelayMs: 1_000, maxDelayMs: 6_000, multiplier: 5, jitter: 0.2 };

  it('grows by the multiplier within its bounds and ends with the attempts', () => {
    const calm = { ...policy, jitter: 0 };
    expect([1, 2, 3, 4].map((made) => retryDelayMs(calm, made, { seed: 'a' }))).toEqual([
      1_000,
      5_000,
      6_000,
      null,
    ]);
  });

  it('moves waits by the seed, evenly and repeatably', () => {
    const waits = Array.from({ length: 2_000 }, (_, i) => retryDelayMs(policy, 1, { seed: `u${i}` }) ?? 0);
    const mean = waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(800);
    expect(Math.max(...waits)).toBeLessThanOrEqual(1_200);
    expect(new Set(waits).size).toBeGreaterThan(300);
    expect(Math.abs(mean - 1_000)).toBeLessThan(15);
    expect(retryDelayMs(policy, 1, { seed: 'u7' })).toBe(waits[7]);
  });

  it('never undercuts a Retry-After', () => {
    expect(retryDelayMs(policy, 1, { seed: 'a', retryAfterMs: 90_000 })).toBe(90_000);
    expect(retryDelayMs(policy, 4, { seed: 'a', retryAfterMs: 90_000 })).toBeNull();
  });
});

describe('hosts and walls', () => {
  it('pauses a host only after five failures in a row, then longer and longer up to about two hours', () => {
    const pauses = Array.from({ length: 60 }, (_, failures) => hostPauseMs(failures, 'a.example'));
    expect(pauses.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
    expect(pauses[5]).toBeGreaterThan(26_000);
    expect(pauses[7]).toBeGreaterThan(3 * (pauses[5] ?? 0));
    expect(Math.max(...pauses)).toBeLessThanOrEqual(2.2 * HOUR);
    expect(pauses[59]).toBeGreaterThan(1.7 * HOUR);
  });

  it('leaves a walled source alone for hours, at most about a day', () => {
    const pauses = [1, 2, 3, 9, 400].map((blocks) => Math.round(wallPauseMs(blocks, 'a') / HOUR));
    expect(pauses[0]).toBe(2);
    expect(pauses[1]).toBe(4);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(27);
    expect(Math.min(...pauses.slice(3))).toBeGreaterThanOrEqual(21);
  });
});
