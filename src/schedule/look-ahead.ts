/**
 * Looking ahead: the schedule of the coming days at which visits cost least together, not each by itself.
 *
 * The index rule visits when enough delay has gathered. Better is to ask what the next visit leaves for the one after: the
 * last look before a night belongs behind the evening's last articles, the first of a day behind the morning's first. With
 * a rhythm that is known, `W(a) = min over b > a of worth * delay(a, b) + 1 + W(b)` over the slots of the coming days says
 * for every moment of a last visit which next one is best. The table depends on the rhythm, the days ahead and the worth of
 * a visit alone, so that listings of one kind share it: worths are rounded to steps, and a day's tables are kept.
 *
 * The best b never moves back as a grows (the cost is Monge), so each step looks only up to the best of the one before.
 */
import { BINS_A_DAY } from './memory.ts';
import { dayParts, massAt, type Rhythm } from './rhythm.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MINUTE_MS = 60_000;

/** Worth of one step over the one before it. Half a step off moves intervals by 4 %, which costs under 0.1 %. */
const WORTH_STEP = Math.log(1.15);
/** Slots in the shortest interval of a table, and the lengths a slot can have. */
const SLOTS_AN_INTERVAL = 8;
const SLOT_MINUTES = [1, 2, 3, 5, 10, 15, 30];
/** Intervals shorter than this are left to the index rule, which is as good where the rate stays the same. */
const SHORTEST_INTERVAL_HOURS = 1 / 12;
/** Days a table looks ahead, at least (a weekend and a day on both sides) and at most. */
const LEAST_DAYS = 5;
const MOST_DAYS = 21;

export interface Table {
  /** Instant of slot 0, and the length of a slot in ms. */
  start: number;
  slotMs: number;
  /** For a last visit at each slot, the slot of the next. */
  next: Int32Array;
}

export interface Moment {
  rhythm: Rhythm;
  timezone: string;
  /** What a visit is worth: articles an hour and weight, over cost and price. */
  worth: number;
  /** The last visit (ms). */
  from: number;
}

/**
 * The best next visit (ms) after one at `from`, or null where no table is made: intervals of minutes, where the index rule
 * does as well, and of many days. `phase`, -0.5 to 0.5, moves a listing's grid of slots, or all of a kind came at once.
 */
export function bestNext(moment: Moment, phase: number): number | null {
  const table = tableFor(moment);
  if (!table) return null;
  const slot = Math.round((moment.from - table.start) / table.slotMs - phase);
  const next = table.next[Math.max(0, slot)];
  if (next === undefined || next >= table.next.length) return null;
  const at = table.start + (next + phase) * table.slotMs;
  return Math.max(at, moment.from + table.slotMs / 2);
}

/** Tables by rhythm, and in it by zone, day and step of worth. A rhythm that is no longer used takes its tables along. */
const kept = new WeakMap<Rhythm, Map<string, Table | null>>();
const MOST_KEPT = 400;

function tableFor({ rhythm, timezone, worth, from }: Moment): Table | null {
  const step = Math.round(Math.log(worth) / WORTH_STEP);
  const midnight = from - (dayParts(from, from + 1, timezone).next().value?.from ?? 0) * HOUR_MS;
  const key = `${timezone} ${Math.round(midnight)} ${step}`;
  let tables = kept.get(rhythm);
  if (!tables || tables.size > MOST_KEPT) {
    tables = new Map();
    kept.set(rhythm, tables);
  }
  const known = tables.get(key);
  if (known !== undefined) return known;
  const made = makeTable(rhythm, timezone, Math.round(midnight), Math.exp(step * WORTH_STEP));
  tables.set(key, made);
  return made;
}

function makeTable(rhythm: Rhythm, timezone: string, start: number, worth: number): Table | null {
  const size = sizeOf(rhythm, worth);
  return size && tableOver(rhythm, { timezone, start, worth, ...size });
}

/** Length of a slot and days ahead for a worth; null outside of what tables are made for. */
export function sizeOf(rhythm: Rhythm, worth: number): { slotMs: number; days: number } | null {
  const peak = rhythm.density.reduce((most, rate) => Math.max(most, rate), 0);
  const root = rhythm.density.reduce((sum, rate) => sum + Math.sqrt(rate), 0) / (7 * BINS_A_DAY);
  // Both by the rule for even rates: an interval of sqrt(2 / (worth * rate)).
  const shortest = Math.sqrt(2 / (worth * peak));
  const meanDays = Math.sqrt(2 / worth) / root / 24;
  const days = Math.ceil(2 + 4 * meanDays);
  if (shortest < SHORTEST_INTERVAL_HOURS || days > MOST_DAYS) return null;
  const wanted = (shortest * 60) / SLOTS_AN_INTERVAL;
  const minutes = SLOT_MINUTES.findLast((each) => each <= wanted) ?? 1;
  return { slotMs: minutes * MINUTE_MS, days: Math.max(LEAST_DAYS, days) };
}

export interface Ahead {
  timezone: string;
  start: number;
  worth: number;
  slotMs: number;
  days: number;
}

/**
 * The table over some days: backwards from their end, where a last visit is assumed.
 *
 * Each article costs the hour at which it is found less the hour at which it came; the second is the same in every plan, so
 * only the first is summed: `T_b (P_b - P_a)` with prefix sums P of the working hours.
 */
export function tableOver(rhythm: Rhythm, ahead: Ahead): Table {
  const { start, slotMs, days } = ahead;
  const slots = Math.round((days * DAY_MS) / slotMs);
  const mass = massBySlot(rhythm, ahead, slots);
  const found = (ahead.worth * slotMs) / HOUR_MS;
  const value = new Float64Array(slots + 1);
  const next = new Int32Array(slots).fill(slots);
  let furthest = slots;
  for (let a = slots - 1; a >= 0; a--) {
    let [best, bestAt] = [Number.POSITIVE_INFINITY, furthest];
    // What is left to come only falls with time: below the first b whose rest alone is no better, none is.
    for (let b = furthest; b > a && 1 + num(value[b]) < best; b--) {
      const total = found * b * (num(mass[b]) - num(mass[a])) + 1 + num(value[b]);
      if (total < best) [best, bestAt] = [total, b];
    }
    value[a] = best;
    next[a] = bestAt;
    furthest = bestAt;
  }
  return { start, slotMs, next };
}

/** Working hours from the start of the days to the start of each slot. */
function massBySlot(rhythm: Rhythm, { timezone, start, slotMs }: Ahead, slots: number): Float64Array {
  const mass = new Float64Array(slots + 1);
  let slot = 0;
  let before = 0;
  for (const part of dayParts(start, start + slots * slotMs + 1, timezone)) {
    const first = massAt(rhythm, part.kind, part.from);
    const hourOf = (each: number) => (start + each * slotMs - part.midnight) / HOUR_MS;
    for (; slot <= slots && hourOf(slot) < part.to; slot++) {
      mass[slot] = before + massAt(rhythm, part.kind, hourOf(slot)) - first;
    }
    before += massAt(rhythm, part.kind, part.to) - first;
  }
  return mass;
}

function num(value: number | undefined): number {
  return value ?? 0;
}
