import { describe, expect, it } from 'vitest';
import { planFleet } from './fleet.ts';
import { DEFAULT_PRICE, kindOf } from './fleet-plan.ts';
import { listingAfter } from './listing-after.ts';
import { BINS_A_DAY, EMPTY_MEMORY, type ListingMemory } from './memory.ts';
import { busyness, correctBudget } from './price.ts';

const HOUR = 3_600_000;
const READ = Date.parse('2026-11-04T08:30:00+08:00');
const DAYS = [8, 8, 8, 8, 8, 8, 8];

/** Eight weeks of a listing with this many articles a day, all on weekdays from 9 to 12. */
function office(aDay: number): ListingMemory {
  const items = aDay * 56;
  const bins: Record<string, number> = {};
  for (let day = 0; day < 5; day++) {
    for (let bin = 18; bin < 24; bin++) bins[day * BINS_A_DAY + bin] = items / 30;
  }
  return {
    ...EMPTY_MEMORY,
    items,
    bins,
    days: DAYS,
    reads: 100,
    links: 20,
    usual: 20,
    readAt: READ,
    newAt: READ,
  };
}

const listing = (aDay: number) =>
  ({ kind: 'government', memory: office(aDay), longestMs: 24 * HOUR }) as const;

describe('planFleet', () => {
  const plan = planFleet([listing(1), listing(3), listing(9)], 24);

  it('pools the rhythm: busy mornings, silent nights', () => {
    const density = plan.kinds.government?.density ?? [];
    expect(density).toHaveLength(7 * BINS_A_DAY);
    expect(density[20]).toBeGreaterThan(8);
    expect(density[4]).toBeLessThan(0.3);
    expect((plan.kinds.government?.rate ?? 0) * 24).toBeCloseTo(13 / 3, 0);
  });

  it('makes visits dearer when the budget is smaller, or a weight less', () => {
    const half = planFleet([listing(1), listing(3), listing(9)], 12);
    expect(half.price / plan.price).toBeGreaterThan(2.5);
    const corrected = planFleet([listing(1), listing(3), listing(9)], 24, { correction: 0.5 });
    expect(corrected.price).toBeCloseTo(half.price, 6);
    const light = { ...listing(9), weight: 0.1 };
    expect(planFleet([listing(1), listing(3), light], 24).price).toBeLessThan(plan.price);
  });

  it('survives JSON, and fleets of nothing', () => {
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
    expect(planFleet([], 24).kinds).toEqual({});
    expect(kindOf(null, 'press').price).toBe(DEFAULT_PRICE);
  });
});

describe('correctBudget', () => {
  it('moves towards what was planned, a little each week and within bounds', () => {
    expect(correctBudget(1, 50, 100)).toBeCloseTo(1.051, 2);
    expect(correctBudget(1, 101, 100)).toBeCloseTo(0.9975, 3);
    expect(correctBudget(1, 0, 100)).toBe(1);
    let correction = 1;
    for (let week = 0; week < 99; week++) correction = correctBudget(correction, 1, 100);
    expect(correction).toBe(2);
  });

  it('does not take a holiday for an error of the plan', () => {
    const plan = planFleet(Array(40).fill(listing(3)), 320);
    const week = (from: string) =>
      busyness(plan, new Date(from), new Date(Date.parse(from) + 168 * HOUR), 'Asia/Shanghai');
    expect(week('2026-11-02T00:00:00+08:00')).toBeCloseTo(1, 6);
    expect(week('2026-10-01T00:00:00+08:00')).toBeLessThan(0.6);
    expect(week('2026-10-01T00:00:00+08:00')).toBeGreaterThan(0.05);
  });
});

describe('listingAfter', () => {
  const plan = planFleet([listing(1), listing(3), listing(9)], 24);
  const at = new Date('2026-11-04T09:30:00+08:00');
  const visit = {
    id: 'a https://a.example/list',
    source: { kind: 'government', schedule: 'auto', timezone: 'Asia/Shanghai' },
    slot: 'first',
    memory: office(3),
    visited: { at, outcome: 'unchanged', links: Array(20).fill({ published: null, fresh: false }) },
    fleet: plan,
  } as const;
  const hours = (next: { at: Date }) => (next.at.getTime() - at.getTime()) / HOUR;

  it('visits a busy listing sooner, and in the morning rather than at night', () => {
    const slow = listingAfter({ ...visit, memory: office(1) }).next;
    const busy = listingAfter({ ...visit, memory: office(9) }).next;
    expect(hours(busy)).toBeLessThan(hours(slow));
    expect(hours(busy)).toBeGreaterThan(0.05);
    const night = new Date('2026-11-04T19:00:00+08:00');
    const visited = { ...visit.visited, at: night };
    const next = listingAfter({ ...visit, visited, longestMs: 24 * HOUR }).next;
    expect(next.at.getTime() - night.getTime()).toBeGreaterThan(3 * hours(slow) * HOUR);
  });

  it('never waits longer than the listing takes to overflow', () => {
    const memory = { ...office(400), days: [...DAYS] };
    const dear = { ...plan, price: 1e9 };
    const links = visit.visited.links;
    const next = listingAfter({
      ...visit,
      memory,
      fleet: dear,
      visited: { at, outcome: 'unchanged', links },
    }).next;
    // Half of 20 links at 400 a day, all within three hours of five mornings: a dozen minutes at least.
    expect(hours(next)).toBeLessThan(0.12);
  });

  it('keeps the longest interval, and lower bounds of the server above it', () => {
    expect(hours(listingAfter({ ...visit, fleet: { ...plan, price: 1e9 } }).next)).toBeLessThanOrEqual(24);
    const visited = { ...visit.visited, headers: { cacheControl: 'max-age=18000' } };
    expect(hours(listingAfter({ ...visit, visited, longestMs: HOUR }).next)).toBeGreaterThanOrEqual(5);
  });

  it('comes back later and later to a listing that fails, and waits where told', () => {
    let memory: ListingMemory = office(9);
    const waits: number[] = [];
    for (let i = 0; i < 12; i++) {
      const after = listingAfter({ ...visit, memory, visited: { at, outcome: 'network', links: null } });
      waits.push(hours(after.next));
      memory = after.memory;
    }
    expect(waits[3]).toBeGreaterThanOrEqual(80 / 60);
    expect(waits[11]).toBeGreaterThanOrEqual(24);
    const notBefore = new Date('2026-11-09T00:00:00Z');
    expect(listingAfter({ ...visit, notBefore }).next.at).toEqual(notBefore);
  });

  it('leaves cron and every to their own times', () => {
    const source = { ...visit.source, schedule: 'cron: 0 8 * * *' };
    const { next } = listingAfter({ ...visit, source, slot: '2026-11-04T00:00:00.000Z' });
    expect(next.slot).toBe('2026-11-05T00:00:00.000Z');
  });

  it('works without a plan and without any memory', () => {
    const { next, memory } = listingAfter({ ...visit, fleet: null, memory: null });
    expect(hours(next)).toBeGreaterThan(0.5);
    expect(hours(next)).toBeLessThan(24);
    expect(memory.reads).toBe(1);
  });
});
