import { describe, expect, it } from 'vitest';
import { afterVisit, type Visited } from './learn.ts';
import { BINS_A_DAY, type ListingMemory, readMemory } from './memory.ts';
import { EVEN } from './rhythm.ts';
import { rateOf, visitCost } from './worth.ts';

const FLEET = { rhythm: EVEN, timezone: 'Asia/Shanghai' };
const at = (text: string) => new Date(text);
const fresh = (...published: (string | null)[]) =>
  published.map((each) => ({ published: each, fresh: true }));

function learn(memory: ListingMemory, when: string, links: Visited['links'], over: Partial<Visited> = {}) {
  const outcome = links?.some((link) => link.fresh) ? 'new' : 'unchanged';
  return afterVisit(memory, { at: at(when), outcome, links, ...over }, FLEET);
}

/** Bins of a day and their share of what was counted. */
function hoursOf(memory: ListingMemory): Map<number, number> {
  const hours = new Map<number, number>();
  for (const [bin, count] of Object.entries(memory.bins)) {
    const hour = (Number(bin) % BINS_A_DAY) / 2;
    hours.set(hour, (hours.get(hour) ?? 0) + count);
  }
  return hours;
}

/** A listing read once, without any date, on Monday 2026-11-02 at 9 in Shanghai. */
const BEGUN = learn(readMemory(null), '2026-11-02T01:00:00Z', fresh(null, null));

describe('afterVisit', () => {
  it('takes the dates of a first look as history: a rate from the first visit on', () => {
    const daily = Array.from({ length: 20 }, (_, i) => `2026-10-${String(31 - i).padStart(2, '0')}`);
    const memory = learn(readMemory(null), '2026-11-01T00:00:00Z', fresh(...daily));
    expect(rateOf(memory, EVEN, 3 / 24) * 24).toBeCloseTo(1, 0);
    expect(memory.newAt).toBe(at('2026-10-31T16:00:00Z').getTime());
  });

  it('is not misled by items pinned to the top years ago', () => {
    const daily = Array.from({ length: 18 }, (_, i) => `2026-10-${String(31 - i).padStart(2, '0')}`);
    const memory = learn(
      readMemory(null),
      '2026-11-01T00:00:00Z',
      fresh('2019-01-01', '2020-05-05', ...daily),
    );
    expect(rateOf(memory, EVEN, 3 / 24) * 24).toBeCloseTo(1, 0);
  });

  it('counts what is new between visits, and the time it took', () => {
    let memory = BEGUN;
    for (let day = 3; day < 30; day++) {
      memory = learn(
        memory,
        `2026-11-${String(day).padStart(2, '0')}T01:00:00Z`,
        fresh(null, null, null, null),
      );
    }
    expect(rateOf(memory, EVEN, 0.01) * 24).toBeCloseTo(4, 0);
    expect(memory.aWeek).toBeCloseTo(7, 0);
    expect(memory.reads).toBe(28);
  });

  it('takes backfill (old dates on unseen links) for no news', () => {
    const memory = learn(BEGUN, '2026-11-03T01:00:00Z', fresh('2025-01-01', '2025-01-02', '2026-11-03'));
    expect(memory.items).toBe(1);
  });

  it('puts a told time into its half hour, and midnight sharp into its whole day', () => {
    const told = learn(BEGUN, '2026-11-02T08:00:00Z', fresh('2026-11-02T15:40:00+08:00'));
    expect([...hoursOf(told)]).toEqual([[15.5, 1]]);
    const midnight = learn(BEGUN, '2026-11-03T04:00:00Z', fresh('2026-11-03T00:00:00+08:00'));
    expect(hoursOf(midnight).size).toBe(24);
  });

  it('spreads a date over the time since the last visit, within that date', () => {
    const sameDay = hoursOf(learn(BEGUN, '2026-11-02T04:00:00Z', fresh('2026-11-02')));
    expect([...sameDay.keys()].sort((a, b) => a - b)).toEqual([9, 9.5, 10, 10.5, 11, 11.5]);
    const dayBefore = hoursOf(learn(BEGUN, '2026-11-03T04:00:00Z', fresh('2026-11-02')));
    expect(Math.min(...dayBefore.keys())).toBe(9);
    expect(Math.max(...dayBefore.keys())).toBe(23.5);
    expect([...dayBefore.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
  });

  it('does not believe a time ahead of the visit or before the last one', () => {
    for (const lie of ['2026-11-09T10:00:00+08:00', '2026-11-02T03:00:00+08:00']) {
      const hours = hoursOf(learn(BEGUN, '2026-11-02T04:00:00Z', fresh(lie)));
      expect([...hours.keys()].sort((a, b) => a - b)).toEqual([9, 9.5, 10, 10.5, 11, 11.5]);
    }
  });

  it('keeps the usual number of links while they are lost, and takes a smaller one with news', () => {
    const twenty = learn(
      BEGUN,
      '2026-11-03T01:00:00Z',
      [...Array(20)].map(() => ({ published: null, fresh: false })),
    );
    const lost = learn(twenty, '2026-11-03T02:00:00Z', []);
    expect([lost.links, lost.usual]).toEqual([0, 20]);
    const moved = learn(lost, '2026-11-03T03:00:00Z', fresh(null, null, null));
    expect([moved.links, moved.usual]).toEqual([3, 3]);
  });

  it('counts failures and walls in a row, and forgets them at the next reading', () => {
    const failed = afterVisit(
      BEGUN,
      { at: at('2026-11-03T01:00:00Z'), outcome: 'network', links: null },
      FLEET,
    );
    const walled = afterVisit(
      failed,
      { at: at('2026-11-03T02:00:00Z'), outcome: 'blocked', links: null },
      FLEET,
    );
    expect([walled.failures, walled.blocks, walled.readAt]).toEqual([2, 1, BEGUN.readAt]);
    const read = learn(walled, '2026-11-03T03:00:00Z', null, { notModified: true });
    expect([read.failures, read.blocks, read.links]).toEqual([0, 0, BEGUN.links]);
    expect([read.fullAt, read.readAt]).toEqual([BEGUN.readAt, at('2026-11-03T03:00:00Z').getTime()]);
  });

  it('lets a listing that answers 304 become cheap, and a browser stay dear', () => {
    let memory = BEGUN;
    for (let i = 0; i < 60; i++)
      memory = learn(memory, `2026-11-03T0${Math.floor(i / 10)}:00:00Z`, null, { notModified: true });
    expect(visitCost(memory, 'http')).toBeLessThan(0.06);
    expect(visitCost(memory, 'browser')).toBe(20);
    expect(visitCost(BEGUN, null)).toBe(1);
  });

  it('stays small and JSON after years', () => {
    let memory = BEGUN;
    for (let visit = 1; visit < 4_000; visit++) {
      const when = new Date(at('2026-11-02T01:00:00Z').getTime() + visit * 6.7 * 3_600_000).toISOString();
      memory = learn(memory, when, fresh('2026-11-02', null, when));
    }
    const stored = JSON.stringify(memory);
    expect(stored.length).toBeLessThan(12_000);
    expect(readMemory(JSON.parse(stored))).toEqual(memory);
  });
});
