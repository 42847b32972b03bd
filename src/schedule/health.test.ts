import { describe, expect, it } from 'vitest';
import type { Outcome } from '../domain/failure.ts';
import { hasLostLinks, health, workdaysBetween, worstHealth } from './health.ts';
import { EMPTY_MEMORY, type ListingMemory, readMemory } from './memory.ts';

const at = (text: string) => new Date(text);
const ms = (text: string) => Date.parse(text);

function state(lastOutcome: Outcome | null, memory: Partial<ListingMemory>, now = '2026-11-24T08:00:00Z') {
  const whole = { ...EMPTY_MEMORY, ...memory };
  return health({ enabled: true, lastOutcome, memory: whole, timezone: 'Asia/Shanghai' }, at(now));
}

/** A listing of 20 links that brings something this often a week, and last did on Friday 2026-09-11. */
function rhythm(aWeek: number): Partial<ListingMemory> {
  return {
    links: 20,
    usual: 20,
    newAt: ms('2026-09-11T02:00:00Z'),
    aWeek,
    turns: aWeek * 4,
  };
}

describe('health', () => {
  it('tells listings apart by how the last visit ended', () => {
    expect(state(null, {})).toBe('new');
    expect(state('network', {})).toBe('failing');
    expect(state('robots_denied', {})).toBe('failing');
    expect(state('blocked', { usual: 20 })).toBe('blocked');
    expect(state('new', { links: 20, fresh: 2, usual: 20, newAt: ms('2026-11-24T07:00:00Z') })).toBe('ok');
    const off = {
      enabled: false,
      lastOutcome: 'network',
      memory: readMemory(null),
      timezone: 'UTC',
    } as const;
    expect(health(off, at('2026-11-24T08:00:00Z'))).toBe('disabled');
  });

  it('calls a listing changed when its links are gone, also when the page seems empty', () => {
    expect(state('unchanged', { links: 0, usual: 20 })).toBe('changed');
    expect(state('unchanged', { links: 6, usual: 20 })).toBe('changed');
    expect(state('new', { links: 6, fresh: 1, usual: 20 })).toBe('ok');
    expect(state('unexpected_structure', { links: 0, usual: 20 })).toBe('changed');
    expect(state('unexpected_structure', { links: 0, usual: 4 })).toBe('failing');
    expect([hasLostLinks(7, 0, 20), hasLostLinks(0, 0, 4), hasLostLinks(0, 0, 5)]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('goes from ok over quiet to silent as articles fail to come', () => {
    // Ten a week are two a working day: a surprise of 2.5 after 1.4 days, of 6 after 3.7.
    const days = ['2026-09-14T01:00', '2026-09-14T12:00', '2026-09-16T02:30', '2026-09-18T02:30'];
    expect(days.map((day) => state('unchanged', rhythm(10), `${day}:00Z`))).toEqual([
      'ok',
      'quiet',
      'quiet',
      'silent',
    ]);
  });

  it('does not call a busy source silent for one odd day', () => {
    expect(state('unchanged', rhythm(200), '2026-09-14T12:00:00Z')).toBe('quiet');
  });

  it('waits out the long holidays', () => {
    const before = { ...rhythm(10), newAt: ms('2026-09-30T09:00:00Z') };
    expect(state('unchanged', before, '2026-10-08T00:30:00Z')).toBe('ok');
    expect(workdaysBetween(ms('2026-09-30T16:00:00Z'), ms('2026-10-07T16:00:00Z'), 'Asia/Shanghai')).toBe(0);
    expect(workdaysBetween(ms('2026-09-30T16:00:00Z'), ms('2026-10-07T16:00:00Z'), 'UTC')).toBeCloseTo(5);
  });

  it('measures a slow source by its own rhythm and an unknown one by months', () => {
    expect(state('unchanged', rhythm(0.5), '2026-10-30T08:00:00Z')).toBe('quiet');
    expect(state('unchanged', { ...rhythm(2), aWeek: 0 }, '2026-10-09T08:00:00Z')).toBe('ok');
    expect(state('unchanged', { ...rhythm(2), aWeek: 0 }, '2027-06-30T08:00:00Z')).toBe('silent');
  });

  it('takes the most urgent word of a source with several listings', () => {
    expect(worstHealth(['ok', 'silent', 'changed'])).toBe('changed');
    expect(worstHealth(['ok', 'disabled'])).toBe('ok');
    expect(worstHealth([])).toBe('disabled');
  });
});

describe('readMemory', () => {
  it('survives whatever was stored', () => {
    expect(readMemory({ v: 1, reads: 'many', bins: { 7: 2, 900: 4 }, days: [1, -2], newAt: 5 })).toEqual({
      ...EMPTY_MEMORY,
      bins: { 7: 2 },
      days: [1, 0, 0, 0, 0, 0, 0],
      newAt: 5,
    });
    expect(readMemory('x')).toEqual(EMPTY_MEMORY);
  });
});
