import { describe, expect, it } from 'vitest';
import { FIRST_SLOT, nextVisit, type VisitInput } from './next-visit.ts';

const MINUTE = 60_000;
const at = (text: string) => new Date(text);

function ask(over: Partial<VisitInput>) {
  return nextVisit({
    id: 'qh-gov',
    schedule: 'auto',
    timezone: 'Asia/Shanghai',
    now: at('2026-11-24T00:00:00Z'),
    since: at('2026-11-24T00:00:00Z'),
    last: null,
    spreadMs: 0,
    ...over,
  });
}

describe('first visits', () => {
  it('are at once without spreading, whoever asks and whenever', () => {
    const early = ask({});
    expect(early).toEqual({
      at: at('2026-11-24T00:00:00Z'),
      slot: `${FIRST_SLOT} 2026-11-24T00:00:00.000Z`,
      reason: 'first visit',
    });
    expect(ask({ now: at('2026-12-01T00:00:00Z') })).toEqual({ ...early, reason: 'first visit, late' });
  });

  it('of 10,000 sources are spread evenly over the time given', () => {
    const minutes = new Array<number>(60).fill(0);
    for (let i = 0; i < 10_000; i++) {
      const due = ask({ id: `cn-source-${i}`, schedule: 'every 6h', spreadMs: 60 * MINUTE }).at.getTime();
      const minute = Math.floor((due - at('2026-11-24T00:00:00Z').getTime()) / MINUTE);
      minutes[minute] = (minutes[minute] ?? 0) + 1;
    }
    expect(minutes).toHaveLength(60);
    expect(Math.min(...minutes)).toBeGreaterThan(110);
    expect(Math.max(...minutes)).toBeLessThan(225);
  });

  it('of a cron source wait for its own time', () => {
    const due = ask({ schedule: 'cron: 0 8 * * 1-5', spreadMs: MINUTE, since: at('2026-11-21T03:00:00Z') });
    expect(due.at).toEqual(at('2026-11-23T00:00:00Z'));
    expect(due.slot).toBe('2026-11-23T00:00:00.000Z');
  });
});

describe('cron', () => {
  it('gives each of 200 slots once, also when visits begin late', () => {
    let last: VisitInput['last'] = null;
    const slots: string[] = [];
    for (let i = 0; i < 200; i++) {
      const due = ask({ schedule: 'cron: */15 * * * *', last });
      slots.push(due.slot);
      last = { at: new Date(due.at.getTime() + (i % 14) * MINUTE), slot: due.slot };
    }
    expect(new Set(slots).size).toBe(200);
    expect(slots[0]).toBe('2026-11-24T00:15:00.000Z');
    expect(slots[199]).toBe('2026-11-26T02:00:00.000Z');
  });

  it('names the same slot before and after its time', () => {
    const last = { at: at('2026-11-24T00:15:01Z'), slot: '2026-11-24T00:15:00.000Z' };
    const slots = ['2026-11-24T00:16:00Z', '2026-11-24T00:31:00Z', '2026-11-25T00:00:00Z'].map(
      (now) => ask({ schedule: 'cron: */15 * * * *', last, now: at(now) }).slot,
    );
    expect(new Set(slots)).toEqual(new Set(['2026-11-24T00:30:00.000Z']));
  });

  it('collapses the slots missed while everything was down into one', () => {
    const first = ask({
      schedule: 'cron: 0 * * * *',
      last: { at: at('2026-11-20T00:00:00Z'), slot: '2026-11-20T00:00:00.000Z' },
    });
    expect(first.slot).toBe('2026-11-20T01:00:00.000Z');
    const next = ask({
      schedule: 'cron: 0 * * * *',
      last: { at: at('2026-11-24T09:30:00Z'), slot: first.slot },
    });
    expect(next.slot).toBe('2026-11-24T10:00:00.000Z');
  });

  it('does not repeat a slot that a fast clock began early', () => {
    const last = { at: at('2026-11-24T00:10:00Z'), slot: '2026-11-24T00:15:00.000Z' };
    expect(ask({ schedule: 'cron: */15 * * * *', last }).slot).toBe('2026-11-24T00:30:00.000Z');
  });

  it('is read in its time zone, through a change to summer time', () => {
    const cron = { schedule: 'cron: 0 8 * * *', timezone: 'Europe/Berlin' };
    const before = ask({ ...cron, last: { at: at('2026-03-28T12:00:00Z'), slot: 'x' } });
    const after = ask({ ...cron, last: { at: at('2026-03-27T12:00:00Z'), slot: 'x' } });
    expect([after.at, before.at]).toEqual([at('2026-03-28T07:00:00Z'), at('2026-03-29T06:00:00Z')]);
  });

  it('that never comes again is put beyond all times', () => {
    expect(ask({ schedule: 'cron: 0 8 30 2 *' }).at.getUTCFullYear()).toBe(9999);
  });
});

describe('slots of other makers', () => {
  it('are not read as times', () => {
    for (const slot of [
      'now 2031',
      'first 2031-01-01T00:00:00.000Z',
      'now 20310101-e29b-41d4-a716-446655440000',
    ]) {
      const last = { at: at('2026-11-24T00:16:00Z'), slot };
      expect(ask({ schedule: 'cron: */15 * * * *', last }).slot).toBe('2026-11-24T00:30:00.000Z');
    }
  });
});

describe('every', () => {
  it('keeps its grid: an interval apart, and late visits do not move it', () => {
    let last: VisitInput['last'] = { at: at('2026-11-24T00:00:00Z'), slot: FIRST_SLOT };
    const times: number[] = [];
    for (let i = 0; i < 50; i++) {
      const due = ask({ schedule: 'every 15m', last });
      times.push(due.at.getTime());
      last = { at: new Date(due.at.getTime() + (i % 7) * MINUTE), slot: due.slot };
    }
    const gaps = new Set(times.slice(1).map((time, i) => time - (times[i] ?? 0)));
    expect(gaps).toEqual(new Set([15 * MINUTE]));
  });

  it('collapses what was missed and leaves out a point just after a late visit', () => {
    const grid = ask({ schedule: 'every 1h', last: { at: at('2026-11-24T00:00:00Z'), slot: FIRST_SLOT } }).at;
    const late = new Date(grid.getTime() + 5 * 60 * MINUTE + 50 * MINUTE);
    const next = ask({ schedule: 'every 1h', last: { at: late, slot: grid.toISOString() } });
    expect(next.at.getTime() - grid.getTime()).toBe(7 * 60 * MINUTE);
  });

  it('moves sources apart that began together', () => {
    const last = { at: at('2026-11-24T00:00:00Z'), slot: FIRST_SLOT };
    const times = Array.from(
      { length: 100 },
      (_, i) => ask({ id: `s-${i}`, schedule: 'every 15m', last }).slot,
    );
    expect(new Set(times).size).toBeGreaterThan(95);
  });
});

describe('auto and bounds', () => {
  const last = { at: at('2026-11-24T00:00:00Z'), slot: FIRST_SLOT };

  it('counts the learned interval from the last visit', () => {
    const due = ask({
      last,
      auto: { dueInMs: 90 * MINUTE, reason: 'its rhythm' },
      now: at('2026-11-24T01:30:00Z'),
    });
    expect(due).toEqual({
      at: at('2026-11-24T01:30:00Z'),
      slot: '2026-11-24T01:30:00.000Z',
      reason: 'its rhythm',
    });
  });

  it('takes an hour while no rhythm is known', () => {
    expect(ask({ last }).at).toEqual(at('2026-11-24T01:00:00Z'));
  });

  it('is put off by a lower bound without changing its slot', () => {
    const due = ask({ last, notBefore: at('2026-11-24T05:00:00Z') });
    expect([due.at, due.slot]).toEqual([at('2026-11-24T05:00:00Z'), '2026-11-24T01:00:00.000Z']);
    expect(ask({ last, notBefore: at('2026-11-24T00:30:00Z') }).at).toEqual(at('2026-11-24T01:00:00Z'));
  });
});
