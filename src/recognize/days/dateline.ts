/**
 * The day an article speaks from: its dateline (6月23日电, May 26 -), else the published date, else a stamp at its
 * head or foot, else the date in its URL. Relative days count from here.
 */

import type { Cue } from '../cues.ts';
import type { Findings } from '../findings.ts';
import type { Reading } from '../reading.ts';
import { type DateMention, type Day, findDates, ordinal, urlDate } from './calendar.ts';
import { isStampAtFoot, stampKind } from './stamps.ts';

export interface Dateline {
  /** Day 0 when only the month is known; null when nothing is. */
  base: Day | null;
  /** Date mentions that are datelines or stamps, and say nothing of the signing by themselves. */
  stamps: ReadonlySet<DateMention>;
  dates: DateMention[];
  /** Dates and words for days (today, 昨日) that may tell of the signing, in the order of the text. */
  told: DateMention[];
}

export function dateline({ read, cues }: Pick<Findings, 'read' | 'cues'>): Dateline {
  const dates = findDates(read.text);
  const stamps = new Set<DateMention>();
  let wire: DateMention | null = null;
  let stamp: DateMention | null = null;
  for (const date of dates) {
    if (date.start < read.bodyStart) continue;
    const head = date.start <= read.bodyStart + 600 ? stampKind(read, date) : null;
    const kind = head ?? (isStampAtFoot(read, date) ? 'stamp' : null);
    if (kind === null) continue;
    stamps.add(date);
    if (kind === 'wire') wire ??= date;
    else if (date.year !== null && date.month !== null) stamp ??= date;
  }
  // "Saturday 7 June 2025": the weekday is of the stamp too.
  for (const date of dates) {
    if (date.weekday !== null && [...stamps].some(({ start }) => start >= date.end && start - date.end <= 2))
      stamps.add(date);
  }
  const published = isoDay(read.article.published);
  const link = urlDate(read.article.url);
  const stamped =
    stamp && unswapped({ year: stamp.year ?? 0, month: stamp.month ?? 1, day: stamp.day ?? 0 }, link);
  const outside = published ?? (stamped && inItsTime(read, stamps, stamped)) ?? link;
  const told = withWords(
    read.text,
    dates.filter((date, i) => !stamps.has(date) && !isToldAgain(read.text, date, dates[i + 1])),
    cues.time,
  );
  return { base: wire ? wired(wire, outside) : outside, stamps, dates, told };
}

/** "Friday (Sept. 17, 2021)", "Tuesday (17/1/2018)": the bracket says which one. */
function isToldAgain(text: string, date: DateMention, next: DateMention | undefined): boolean {
  return (
    date.weekday !== null &&
    next?.day != null &&
    next.month !== null &&
    /^,? \(?$/.test(text.slice(date.end, next.start))
  );
}

const DAYS_AGO = { today: 0, yesterday: 1, before_yesterday: 2 } as const;

/**
 * Words for days among the dates. 今天(23日): the bracket is read with the word before it; 昨日(11月12日): a bracket
 * that tells the month too says more than the word.
 */
function withWords(text: string, dates: readonly DateMention[], words: readonly Cue[]): DateMention[] {
  const brackets = new Map(dates.map((date) => [date.start, date]));
  const dropped = new Set<DateMention>();
  const told: DateMention[] = [];
  for (const { start, end, classes } of words) {
    const name = (Object.keys(DAYS_AGO) as (keyof typeof DAYS_AGO)[]).find((one) => classes.includes(one));
    // 今天是星期四 is the page's clock.
    if (name === undefined || text[end] === '是') continue;
    const open = /^ ?\(/.exec(text.slice(end, end + 2))?.[0];
    const bracket = open === undefined ? undefined : brackets.get(end + open.length);
    if (bracket && bracket.month !== null) continue;
    if (bracket) dropped.add(bracket);
    told.push({
      start,
      end,
      year: null,
      month: null,
      day: null,
      weekday: null,
      weeksAgo: null,
      daysAgo: DAYS_AGO[name],
    });
  }
  return [...dates.filter((date) => !dropped.has(date)), ...told].sort((a, b) => a.start - b.start);
}

/** 9/2/2009 on a page whose address says 20090902: month first. */
function unswapped(stamp: Day, link: Day | null): Day {
  const swapped = link && link.year === stamp.year && link.month === stamp.day && link.day === stamp.month;
  return swapped ? link : stamp;
}

/**
 * A copy may carry the stamp of the day it was copied. When the text speaks of an earlier year as still to come,
 * that year is believed and the stamp's month and day are dropped.
 */
function inItsTime(read: Reading, stamps: ReadonlySet<DateMention>, stamp: Day): Day {
  const ahead: number[] = [];
  for (const match of read.text.slice(read.bodyStart).matchAll(YEAR)) {
    if ([...stamps].some(({ start }) => start === read.bodyStart + match.index)) continue;
    if (match[2] !== undefined) ahead.push(Number(match[1]));
  }
  const [next] = ahead.sort((a, b) => b - a);
  return next !== undefined && next < stamp.year ? { year: next, month: 12, day: 0 } : stamp;
}

/** A year, and whether the text speaks of it as still to come. */
const YEAR = /(?<!\d)(20[0-3]\d)年(将|计划|底前|年底前|力争|内将)?/g;

/** The only year the text names, when nothing else tells one. */
export function onlyYear({ text }: Reading): number | null {
  const years = new Set(
    [...text.matchAll(/(?<!\d|[到至前/_.=-])(20[0-3]\d)(?=年(?!底|末|前)| ?(?!年)\p{Script=Han})/gu)].map(
      (match) => Number(match[1]),
    ),
  );
  const [year] = years;
  return years.size === 1 && year !== undefined ? year : null;
}

/** A dateline's month and day in the year that the other dates make likely. */
function wired(wire: DateMention, outside: Day | null): Day | null {
  if (wire.year !== null && wire.month !== null)
    return { year: wire.year, month: wire.month, day: wire.day ?? 0 };
  if (!outside) return null;
  if (wire.month === null) return wire.day === null ? outside : monthBefore(outside, wire.day);
  const day = { year: outside.year, month: wire.month, day: wire.day ?? 0 };
  const ahead = ordinal(day) - ordinal({ ...outside, day: outside.day === 0 ? 28 : outside.day });
  return ahead > 5 ? { ...day, year: day.year - 1 } : day;
}

/** The given day of the month, in the base's month or, when that lies ahead, in the one before. */
export function monthBefore(base: Day, day: number): Day {
  if (base.day === 0 || day <= base.day + 1) return { ...base, day };
  return base.month === 1 ? { year: base.year - 1, month: 12, day } : { ...base, month: base.month - 1, day };
}

export function isoDay(text: string | null): Day | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(text ?? '') ?? [];
  return year && month ? { year: Number(year), month: Number(month), day: Number(day ?? 0) } : null;
}

/** How many days before `base` a date with at least a month lies; null when it tells no month. */
export function daysBefore(
  base: Day,
  { year, month, day }: Pick<DateMention, 'year' | 'month' | 'day'>,
): number | null {
  if (month === null) return null;
  const end = ordinal({ ...base, day: base.day === 0 ? 28 : base.day });
  const at = (in_: number): number => ordinal({ year: in_, month, day: day ?? 28 });
  if (year !== null) return end - at(year);
  return at(base.year) > end + 3 ? end - at(base.year - 1) : end - at(base.year);
}
