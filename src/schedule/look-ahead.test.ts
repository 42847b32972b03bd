import { describe, expect, it } from 'vitest';
import { bestNext, tableOver } from './look-ahead.ts';
import { BINS_A_DAY, BINS_A_WEEK } from './memory.ts';
import { EVEN, rhythmOf, workingHours } from './rhythm.ts';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(text);
const OFFICE = rhythmOf(
  Array.from({ length: BINS_A_WEEK }, (_, bin) => {
    const hour = (bin % BINS_A_DAY) / 2;
    return bin < 5 * BINS_A_DAY && hour >= 8 && hour < 18 ? 1 : 0.02;
  }),
);
const AHEAD = { timezone: 'UTC', start: at('2026-11-02T00:00:00Z'), slotMs: HOUR, days: 4 };

/** What a plan of visits at these slots costs: delays of all that comes, and one for each visit. */
function cost(slots: number[], worth: number): number {
  let [total, from] = [0, 0];
  for (const slot of slots) {
    total += delay(from, slot) * worth + 1;
    from = slot;
  }
  return total;
}

/** Summed delay of what comes between two slots, hour by hour. */
function delay(from: number, to: number): number {
  let sum = 0;
  for (let hour = from; hour < to; hour++) sum += (MASS[hour] ?? 0) * (to - hour - 0.5);
  return sum;
}

const MASS = Array.from({ length: 96 }, (_, hour) => {
  const start = AHEAD.start + hour * HOUR;
  return workingHours(OFFICE, start, start + HOUR, 'UTC');
});

/** The least cost of all plans, by trying every pair of slots. */
function leastCost(worth: number): number {
  const least = [0];
  for (let b = 1; b <= 96; b++) {
    least[b] = Math.min(...least.map((before, a) => before + delay(a, b) * worth + 1));
  }
  return least[96] ?? Number.NaN;
}

function planFor(worth: number): number[] {
  const { next } = tableOver(OFFICE, { ...AHEAD, worth });
  const plan: number[] = [];
  for (let slot = next[0] ?? 96; plan.at(-1) !== 96; slot = next[slot] ?? 96) plan.push(slot);
  return plan;
}

describe('tableOver', () => {
  it.each([0.002, 0.02, 0.07, 0.2, 0.9, 3])('finds the plan of least cost for a worth of %d', (worth) => {
    const plan = planFor(worth);
    expect(cost(plan, worth)).toBeCloseTo(leastCost(worth), 6);
    expect(plan.every((slot, i) => slot > (plan[i - 1] ?? 0))).toBe(true);
  });

  it('looks once after the working day, and not in the night', () => {
    const hours = planFor(0.2)
      .map((slot) => slot % 24)
      .filter((hour) => hour > 0);
    expect(hours.filter((hour) => hour < 8)).toEqual([]);
    expect(hours).toContain(18);
  });
});

describe('bestNext', () => {
  const from = at('2026-11-04T10:00:00Z');

  it('is the root rule for an even rhythm', () => {
    const due = bestNext({ rhythm: EVEN, timezone: 'UTC', worth: 2 / 9, from }, 0);
    expect(Math.abs(((due ?? 0) - from) / HOUR - 3)).toBeLessThan(0.35);
  });

  it('moves listings of one kind apart by their phase', () => {
    const times = [-0.5, -0.25, 0, 0.25, 0.49].map((phase) =>
      bestNext({ rhythm: OFFICE, timezone: 'UTC', worth: 0.2, from }, phase),
    );
    expect(new Set(times).size).toBe(5);
  });

  it('lies ahead for any last visit, also in a zone whose day begins elsewhere', () => {
    for (let minute = 0; minute < 1_440; minute += 7) {
      const now = from + minute * 60_000;
      const due = bestNext({ rhythm: OFFICE, timezone: 'Asia/Shanghai', worth: 0.5, from: now }, 0.3);
      expect(due).toBeGreaterThan(now);
      expect(due).toBeLessThan(now + 30 * HOUR);
    }
  });

  it('leaves intervals of minutes and of many days to the index rule', () => {
    expect(bestNext({ rhythm: OFFICE, timezone: 'UTC', worth: 1e4, from }, 0)).toBeNull();
    expect(bestNext({ rhythm: OFFICE, timezone: 'UTC', worth: 1e-5, from }, 0)).toBeNull();
  });

  it('knows that a holiday is no morning to wait for', () => {
    const eve = at('2026-09-30T20:00:00+08:00');
    const moment = { rhythm: OFFICE, worth: 0.02, from: eve };
    const mainland = bestNext({ ...moment, timezone: 'Asia/Shanghai' }, 0) ?? 0;
    const elsewhere = bestNext({ ...moment, timezone: 'Asia/Hong_Kong' }, 0) ?? 0;
    expect((mainland - eve) / HOUR).toBeGreaterThan(30);
    expect((elsewhere - eve) / HOUR).toBeLessThan(24);
  });
});
