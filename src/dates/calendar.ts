/** Days and moments as plain numbers: which ones exist, how they are written, how far apart they are. */

export interface Day {
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  day: number;
}

export interface Clock {
  hour: number;
  minute: number;
  second: number;
}

/** Years that a news page speaks of; what is outside is a number that looks like a year. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/** True for a day of the Gregorian calendar between 1900 and 2100. */
export function isDay({ year, month, day }: Day): boolean {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Years written with two digits: 70 to 99 are of the last century. */
export function fullYear(year: number): number {
  if (year >= 100) return year;
  return year >= 70 ? 1900 + year : 2000 + year;
}

/** Days since 1970-01-01. */
export function dayNumber({ year, month, day }: Day): number {
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
}

export function dayOfNumber(number: number): Day {
  const date = new Date(number * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 for Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay();
}

/** The month `count` months before, as the first of that month. */
export function monthsBefore(day: Day, count: number): Day {
  const months = day.year * 12 + day.month - 1 - count;
  return { year: Math.floor(months / 12), month: (months % 12) + 1, day: 1 };
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `2016-07-08`. */
export function isoDay({ year, month, day }: Day): string {
  return `${isoMonth({ year, month })}-${two(day)}`;
}

/** `2016-07`. */
export function isoMonth({ year, month }: Omit<Day, 'day'>): string {
  return `${String(year).padStart(4, '0')}-${two(month)}`;
}

/** `2016-07-08T15:30:00+08:00`; the offset in minutes east of Greenwich. */
export function isoMoment(day: Day, clock: Clock, offset: number): string {
  const ahead = Math.abs(offset);
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
  return `${isoDay(day)}T${two(clock.hour)}:${two(clock.minute)}:${two(clock.second)}${zone}`;
}
