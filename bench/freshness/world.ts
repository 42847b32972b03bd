/**
 * A world of publishers under virtual time: 200 sources, what each publishes in eight weeks, and the true intensity
 * behind it, which only the optimum is told.
 *
 * All worlds lie in Shanghai's civil time. `office` is laid over autumn 2026 with two public holidays; the others over a
 * summer without any, so that the calendar is no help and no hindrance there.
 */
import { exponential, normal, poisson, type Random, randomFrom } from './random.ts';

export const HOUR = 3_600_000;
const DAY = 24 * HOUR;
export const SOURCES = 200;
export const WEEKS = 8;
export const LEARNING_WEEKS = 2;
export const WEEK = 7 * DAY;
/** Resolution of the true intensity. */
export const SLOT = 5 * 60_000;
/** Links a listing shows. */
export const LISTING_LENGTH = 20;
const SIGMA = 1.5;
const MEAN_PER_HOUR = 3 / 24;
/** Shanghai is eight hours ahead of UTC all year. */
export const ZONE = 'Asia/Shanghai';
const OFFSET = 8 * HOUR;

export const WORLDS = ['poisson', 'bursty', 'office', 'flat'] as const;
export type WorldName = (typeof WORLDS)[number];

export interface SourceWorld {
  id: string;
  /** True articles an hour, over an ordinary week. */
  rate: number;
  /** Publication times, ascending (ms). */
  published: Float64Array;
  /** True mean articles in each slot of the run. */
  intensity: Float64Array;
}

export interface World {
  name: string;
  start: number;
  /** Start of the measured part, and the end of it. */
  measured: number;
  end: number;
  sources: SourceWorld[];
}

/** Children an article of `bursty` has in the mean, and the mean hours until a child follows. */
const BRANCHING = 0.5;
const CHILD_HOURS = 1;

export function makeWorld(name: WorldName, { seed = 11, sources = SOURCES } = {}): World {
  const random = randomFrom(seed);
  const start = Date.parse(name === 'office' ? '2026-08-31T00:00:00+08:00' : '2026-07-06T00:00:00+08:00');
  const end = start + WEEKS * WEEK;
  const rates = lognormalRates(random, sources);
  const week = name === 'flat' ? evenWeek() : officeWeek();
  const shape = name === 'office' ? overHolidays(week, start) : tiled(week);
  const made = rates.map((rate, i) => {
    const own = shape.map((relative) => (relative * rate * SLOT) / HOUR);
    const parents = name === 'bursty' ? own.map((mean) => mean * (1 - BRANCHING)) : own;
    const times = drawTimes(random, parents, start);
    const all = name === 'bursty' ? withChildren(random, times, end) : times;
    const shown = name === 'office' ? all.map((time) => Math.floor(time / 60_000) * 60_000) : all;
    const intensity = name === 'bursty' ? smeared(parents) : own;
    return { id: `source-${i}`, rate, published: Float64Array.from(shown).sort(), intensity };
  });
  return { name, start, measured: start + LEARNING_WEEKS * WEEK, end, sources: made };
}

function lognormalRates(random: Random, count: number): number[] {
  const raw = Array.from({ length: count }, () => Math.exp(SIGMA * normal(random)));
  const mean = raw.reduce((sum, rate) => sum + rate, 0) / count;
  return raw.map((rate) => (rate / mean) * MEAN_PER_HOUR);
}

/** Assumed office hours of Chinese publishers: relative rate of each slot of a week, Monday first, mean 1. */
function officeWeek(): Float64Array {
  const slots = WEEK / SLOT;
  const week = Float64Array.from({ length: slots }, (_, slot) => {
    const hour = ((slot * SLOT) % DAY) / HOUR;
    const weekday = Math.floor((slot * SLOT) / DAY) < 5 ? 1 : 0.08;
    return weekday * officeHour(hour);
  });
  const mean = week.reduce((sum, rate) => sum + rate, 0) / slots;
  return week.map((rate) => rate / mean);
}

function officeHour(hour: number): number {
  if (hour >= 8.5 && hour < 11.75) return 1;
  if (hour >= 11.75 && hour < 14) return 0.25;
  if (hour >= 14 && hour < 17.75) return 1.1;
  return hour >= 17.75 && hour < 22 ? 0.18 : 0.02;
}

function evenWeek(): Float64Array {
  return new Float64Array(WEEK / SLOT).fill(1);
}

function tiled(week: Float64Array): Float64Array {
  const slots = (WEEKS * WEEK) / SLOT;
  return Float64Array.from({ length: slots }, (_, slot) => week[slot % week.length] ?? 0);
}

/** Days that are free, and weekend days that are worked, in the two holidays of autumn 2026 (as announced). */
const FREE = ['2026-09-25', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'];
const WORKED = ['2026-09-20', '2026-10-10'];

function overHolidays(week: Float64Array, start: number): Float64Array {
  const perDay = DAY / SLOT;
  const shape = tiled(week);
  const exceptions = [
    ...FREE.map((date) => ({ date, like: 6 })),
    ...WORKED.map((date) => ({ date, like: 2 })),
  ];
  for (const { date, like } of exceptions) {
    const first = (Date.parse(`${date}T00:00:00Z`) - OFFSET - start) / SLOT;
    for (let slot = 0; slot < perDay; slot++) shape[first + slot] = week[like * perDay + slot] ?? 0;
  }
  return shape;
}

function drawTimes(random: Random, means: Float64Array, start: number): number[] {
  const times: number[] = [];
  // Arrivals of an even process in the accumulated mean: exact, and one draw an article.
  let target = exponential(random);
  let sum = 0;
  for (const [slot, mean] of means.entries()) {
    while (target < sum + mean) {
      times.push(start + (slot + (target - sum) / mean) * SLOT);
      target += exponential(random);
    }
    sum += mean;
  }
  return times;
}

/** Adds the children of every article and theirs (a Hawkes process by its clusters). */
function withChildren(random: Random, parents: number[], end: number): number[] {
  const all = [...parents];
  for (let i = 0; i < all.length; i++) {
    const children = poisson(random, BRANCHING);
    for (let child = 0; child < children; child++) {
      const time = (all[i] ?? 0) + exponential(random) * CHILD_HOURS * HOUR;
      if (time < end) all.push(time);
    }
  }
  return all;
}

/** Mean intensity of a Hawkes process: the parents', and what an exponential kernel makes of everything before. */
function smeared(parents: Float64Array): Float64Array {
  const keep = Math.exp(-SLOT / (CHILD_HOURS * HOUR));
  let waiting = 0;
  return parents.map((mean) => {
    const born = waiting * (1 - keep);
    // Half of what a slot has brings children within the slot itself, on the average.
    const total = mean + born;
    waiting = waiting * keep + total * BRANCHING;
    return total;
  });
}

/** Adds a burst to every tenth source: this many articles within an hour of a busy morning. */
export function withBursts(world: World, articles: number): World {
  const at = world.measured + 9 * DAY + 9.5 * HOUR;
  const sources = world.sources.map((source, i) => {
    if (i % 10 !== 0) return source;
    const burst = Array.from({ length: articles }, (_, k) => at + (k / articles) * HOUR);
    return { ...source, published: Float64Array.from([...source.published, ...burst]).sort() };
  });
  return { ...world, sources };
}
