/**
 * The rhythm of a week: how busy each half hour of each kind of day is, pooled over listings of a kind.
 *
 * Time is counted in two ways. Hours are hours; *working hours* are hours weighted by the rhythm, so that an ordinary
 * week has 168 of both, a night nearly none and an office morning three for one. A listing with `rate` articles a working
 * hour is then a plain Poisson process in working hours. Prefix sums over the bins of a day make every integral a
 * subtraction, and days are walked one by one, because holidays turn a day into another kind of day.
 */
import { likeWeekday } from './calendar.ts';
import { BINS_A_DAY, BINS_A_WEEK } from './memory.ts';
import { civilMs, offsetMs } from './zone.ts';

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;
const BIN_HOURS = DAY_HOURS / BINS_A_DAY;

export interface Rhythm {
  /** Relative rate of each half hour of a week, Monday first, mean 1. */
  density: Float64Array;
  /** For each kind of day: working hours from its start to the start of each bin. */
  mass: Float64Array[];
  /** The same, each weighted by its hour of the day: the first moment of `mass`. */
  moment: Float64Array[];
}

/** A rhythm from relative rates of the 336 half hours of a week. All zero or missing: even. */
export function rhythmOf(rates: ArrayLike<number>): Rhythm {
  const density = Float64Array.from({ length: BINS_A_WEEK }, (_, bin) => Math.max(0, rates[bin] ?? 0));
  const mean = density.reduce((sum, rate) => sum + rate, 0) / BINS_A_WEEK;
  for (let bin = 0; bin < BINS_A_WEEK; bin++) density[bin] = mean > 0 ? num(density[bin]) / mean : 1;
  const days = Array.from({ length: 7 }, (_, day) => daySums(density, day));
  return { density, mass: days.map((day) => day.mass), moment: days.map((day) => day.moment) };
}

export const EVEN: Rhythm = rhythmOf([]);

function daySums(density: Float64Array, day: number) {
  const mass = new Float64Array(BINS_A_DAY + 1);
  const moment = new Float64Array(BINS_A_DAY + 1);
  for (let bin = 0; bin < BINS_A_DAY; bin++) {
    const hours = num(density[day * BINS_A_DAY + bin]) * BIN_HOURS;
    mass[bin + 1] = num(mass[bin]) + hours;
    moment[bin + 1] = num(moment[bin]) + hours * (bin + 0.5) * BIN_HOURS;
  }
  return { mass, moment };
}

/** Working hours from the start of a kind of day to an hour of it. */
export function massAt(rhythm: Rhythm, kind: number, hour: number): number {
  const bin = Math.min(BINS_A_DAY - 1, Math.floor(hour / BIN_HOURS));
  const within = hour - bin * BIN_HOURS;
  return num(rhythm.mass[kind]?.[bin]) + num(rhythm.density[kind * BINS_A_DAY + bin]) * within;
}

/** The same, each weighted by its hour of the day. */
function momentAt(rhythm: Rhythm, kind: number, hour: number): number {
  const bin = Math.min(BINS_A_DAY - 1, Math.floor(hour / BIN_HOURS));
  const start = bin * BIN_HOURS;
  const rate = num(rhythm.density[kind * BINS_A_DAY + bin]);
  return num(rhythm.moment[kind]?.[bin]) + (rate * (hour * hour - start * start)) / 2;
}

/** Working hours of a whole day of each kind. */
export function dayMass(rhythm: Rhythm, kind: number): number {
  return num(rhythm.mass[kind]?.[BINS_A_DAY]);
}

/** A part of one civil day. */
export interface DayPart {
  /** Weekday it behaves like, Monday 0. */
  kind: number;
  /** Hours of the day, `from` < `to`, and the instant of its hour 0 in ms as the zone stood at the start. */
  from: number;
  to: number;
  midnight: number;
}

/** The days, or parts of days, between two instants in a zone; at most 800. */
export function* dayParts(from: number, to: number, timezone: string): Generator<DayPart> {
  const offset = offsetMs(from, timezone);
  let civil = civilMs(from, timezone);
  const end = to + offset;
  for (let count = 0; civil < end && count < 800; count++) {
    const day = Math.floor(civil / (DAY_HOURS * HOUR_MS));
    const start = day * DAY_HOURS * HOUR_MS;
    const stop = Math.min(end, start + DAY_HOURS * HOUR_MS);
    yield {
      kind: likeWeekday(day, timezone),
      from: (civil - start) / HOUR_MS,
      to: (stop - start) / HOUR_MS,
      midnight: start - offset,
    };
    civil = stop;
  }
}

/** Working hours between two instants. */
export function workingHours(rhythm: Rhythm, from: number, to: number, timezone: string): number {
  let hours = 0;
  for (const part of dayParts(from, to, timezone)) {
    hours += massAt(rhythm, part.kind, part.to) - massAt(rhythm, part.kind, part.from);
  }
  return hours;
}

export interface Reach {
  /** The last visit (ms), and the latest moment to answer. */
  from: number;
  until: number;
  timezone: string;
  /** Stop when the summed delay of what came since, for a rate of 1, has reached this (working hours x hours). */
  delay: number;
  /** Stop when this many working hours have passed. */
  hours: number;
}

/**
 * The first moment (ms) at which the delay accrued since a visit, `integral of density(s) * (now - s) ds`, or the working
 * hours passed, reach their limit; `until` when neither does.
 */
export function reach(rhythm: Rhythm, { from, until, timezone, delay, hours }: Reach): number {
  let waiting = 0;
  let accrued = 0;
  for (const part of dayParts(from, until, timezone)) {
    const massFrom = massAt(rhythm, part.kind, part.from);
    const momentFrom = momentAt(rhythm, part.kind, part.from);
    const at = (hour: number) => {
      const mass = massAt(rhythm, part.kind, hour) - massFrom;
      const moment = momentAt(rhythm, part.kind, hour) - momentFrom;
      return {
        waiting: waiting + mass,
        accrued: accrued + waiting * (hour - part.from) + hour * mass - moment,
      };
    };
    const end = at(part.to);
    if (end.accrued >= delay || end.waiting >= hours) {
      const hour = bisect(
        part.from,
        part.to,
        (each) => at(each).accrued >= delay || at(each).waiting >= hours,
      );
      return Math.ceil(part.midnight + hour * HOUR_MS);
    }
    waiting = end.waiting;
    accrued = end.accrued;
  }
  return until;
}

/** The least value in (low, high] for which a condition that stays true once it is true holds, to half a second. */
function bisect(low: number, high: number, holds: (value: number) => boolean): number {
  let before = low;
  let after = high;
  while (after - before > 1.4e-4) {
    const middle = (before + after) / 2;
    if (holds(middle)) after = middle;
    else before = middle;
  }
  return after;
}

function num(value: number | undefined): number {
  return value ?? 0;
}
