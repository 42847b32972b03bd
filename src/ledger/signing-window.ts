/**
 * When a signing can have happened, as far as one report tells: days since 1970, both ends included.
 *
 * `day`, `month`, `year`: the report says so. `recurring`: a day without a year. `hint`: nothing is said, but the
 * report came out on a known day. `open`: neither; only bounds remain, from what did not exist before (4G, 5G, a
 * five-year plan) and from a period that must not be over when it is agreed.
 */
import type { Agreement } from '../domain/agreement.ts';
import type { FiledReport } from '../domain/report.ts';

export interface Window {
  kind: 'day' | 'month' | 'year' | 'recurring' | 'hint' | 'open';
  from: number;
  to: number;
  /** Of a recurring date; month null for `XXXX-XX-26`. */
  recurs?: { month: number | null; day: number };
  /** Day the report came out, null when unknown. */
  published: number | null;
}

const DAY_MS = 86_400_000;
const MONTHS_31 = 31;
/** A report without a date tells of the last weeks. */
export const REPORT_LAG = 40;
/** First years in which regional governments signed about it. */
const TOPIC_SINCE: Record<string, number> = {
  '5G': 2016,
  '4G': 2010,
  'big data': 2011,
  'industrial internet': 2014,
};

export function dayNumber(year: number, month: number, day: number): number {
  return Math.floor(Date.UTC(year, month - 1, day) / DAY_MS);
}

const URL_DATE = /(?:^|[^\d])((?:19|20)\d\d)[-_/.]?(0[1-9]|1[0-2])[-_/.]?([0-2]\d|3[01])(?!\d)/;

/** Day a report came out: its published date, else a date in its URL. */
export function publishedDay(report: { published: string | null; url: string | null }): number | null {
  const said = /^(\d{4})-(\d\d)(?:-(\d\d))?/.exec(report.published ?? '');
  if (said) return dayNumber(Number(said[1]), Number(said[2]), Number(said[3] ?? 28));
  const path = (report.url ?? '').replace(/^[a-z]+:\/\/[^/]*/i, '');
  const found = URL_DATE.exec(path);
  return found ? dayNumber(Number(found[1]), Number(found[2]), Number(found[3])) : null;
}

export function signingWindow(agreement: Agreement, report: FiledReport): Window {
  const published = publishedDay(report);
  const date = agreement.signedOn?.date ?? '';
  return said(date, published) ?? recurring(date, published, agreement) ?? unsaid(published, agreement);
}

function said(date: string, published: number | null): Window | null {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date);
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 0), Number(parts[3] ?? 0)];
  if (month && day) {
    const at = dayNumber(year, month, day);
    return { kind: 'day', from: at, to: at, published };
  }
  if (!month) return { kind: 'year', from: dayNumber(year, 1, 1), to: dayNumber(year, 12, 31), published };
  return { kind: 'month', from: dayNumber(year, month, 1), to: dayNumber(year, month + 1, 1) - 1, published };
}

function recurring(date: string, published: number | null, agreement: Agreement): Window | null {
  const parts = /^XXXX-(\d\d|XX)-(\d\d)$/.exec(date);
  if (!parts) return null;
  const recurs = { month: parts[1] === 'XX' ? null : Number(parts[1]), day: Number(parts[2]) };
  const at = published === null ? null : lastBefore(recurs, published + 1);
  if (at !== null) return { kind: 'day', from: at, to: at, published };
  return { kind: 'recurring', recurs, published, ...bounds(agreement) };
}

/** The last such day up to `limit`: a report is not older than what it reports. */
function lastBefore(recurs: { month: number | null; day: number }, limit: number): number | null {
  for (let at = limit; at > limit - (recurs.month ? 366 : MONTHS_31); at -= 1) {
    const date = new Date(at * DAY_MS);
    if (date.getUTCDate() !== recurs.day) continue;
    if (recurs.month === null || date.getUTCMonth() + 1 === recurs.month) return at;
  }
  return null;
}

function unsaid(published: number | null, agreement: Agreement): Window {
  if (published === null) return { kind: 'open', published, ...bounds(agreement) };
  return { kind: 'hint', from: published - REPORT_LAG, to: published + 1, published };
}

function bounds(agreement: Agreement): { from: number; to: number } {
  const years = agreement.topics.map((topic) => TOPIC_SINCE[topic] ?? 0);
  const starts = Number.parseInt(agreement.period?.from ?? '', 10);
  const ends = Number.parseInt(agreement.period?.to ?? '', 10);
  const since = Math.max(1990, ...years, Number.isFinite(starts) ? starts - 1 : 0);
  const until = Number.isFinite(ends) && ends >= since ? ends : 2200;
  return { from: dayNumber(since, 1, 1), to: dayNumber(until, 12, 31) };
}

export interface DateRelation {
  /** same: one day; close: as near as reports of one event are; open: not excluded; apart: excluded. */
  relation: 'same' | 'close' | 'open' | 'apart';
  points: number;
}

/** Days by which outlets, and those who count from a dateline, disagree. */
const SLIP = 3;

export function compareWindows(a: Window, b: Window): DateRelation {
  if (a.kind === 'day' && b.kind === 'day') return compareDays(a.from, b.from);
  if (a.kind === 'recurring' || b.kind === 'recurring') return compareRecurring(a, b);
  if (a.kind === 'hint' || b.kind === 'hint') return compareHints(a, b);
  if (a.to < b.from || b.to < a.from) return compareApart(a, b);
  const narrow = [a, b].every(({ kind }) => kind === 'day' || kind === 'month');
  if (narrow) return { relation: 'close', points: 2 };
  const dated = [a, b].every(({ kind }) => kind !== 'open');
  return { relation: 'open', points: dated ? 1 : 0 };
}

function compareDays(a: number, b: number): DateRelation {
  const slip = Math.abs(a - b);
  if (slip === 0) return { relation: 'same', points: 4 };
  if (slip <= SLIP) return { relation: 'close', points: SLIP - slip };
  // Page stamps mix up day and month: 6 February is read as 2 June.
  return swapped(a, b) ? { relation: 'close', points: 1 } : { relation: 'apart', points: 0 };
}

/** A month that fits a day only when the day's stamp is read the other way round. */
function compareApart(a: Window, b: Window): DateRelation {
  const [day, month] = a.kind === 'day' ? [a, b] : [b, a];
  if (day.kind !== 'day' || month.kind !== 'month') return { relation: 'apart', points: 0 };
  const date = new Date(day.from * DAY_MS);
  const [other, of] = [dayNumber(date.getUTCFullYear(), date.getUTCDate(), 1), date.getUTCMonth()];
  const fits =
    date.getUTCDate() <= 12 && of !== date.getUTCDate() && month.from <= other && other <= month.to;
  return fits ? { relation: 'close', points: 1 } : { relation: 'apart', points: 0 };
}

function swapped(a: number, b: number): boolean {
  const [x, y] = [new Date(a * DAY_MS), new Date(b * DAY_MS)];
  return (
    x.getUTCFullYear() === y.getUTCFullYear() &&
    x.getUTCMonth() + 1 === y.getUTCDate() &&
    y.getUTCMonth() + 1 === x.getUTCDate()
  );
}

function compareRecurring(a: Window, b: Window): DateRelation {
  if (a.to < b.from || b.to < a.from) return { relation: 'apart', points: 0 };
  const [one, other] = a.recurs ? [a, b] : [b, a];
  if (!one.recurs) return { relation: 'open', points: 0 };
  const { month, day } = one.recurs;
  if (other.recurs) {
    const months = month === null || other.recurs.month === null || month === other.recurs.month;
    const same = months && day === other.recurs.day;
    return same ? { relation: 'same', points: month ? 3 : 1 } : { relation: 'apart', points: 0 };
  }
  if (other.kind !== 'day') return { relation: 'open', points: 0 };
  const date = new Date(other.from * DAY_MS);
  const same = date.getUTCDate() === day && (month === null || date.getUTCMonth() + 1 === month);
  return same ? { relation: 'same', points: month ? 3 : 1 } : { relation: 'apart', points: 0 };
}

function compareHints(a: Window, b: Window): DateRelation {
  if (a.kind === 'hint' && b.kind === 'hint') return byDistance(Math.abs(a.to - b.to));
  const [hint, other] = a.kind === 'hint' ? [a, b] : [b, a];
  // Nobody reports a signing before it happened.
  if (other.kind !== 'open' && hint.to < other.from) return { relation: 'apart', points: 0 };
  if (other.kind === 'open') {
    const apart = hint.to < other.from || other.to < hint.from;
    return { relation: apart ? 'apart' : 'open', points: 0 };
  }
  if (hint.from <= other.to) return { relation: other.kind === 'year' ? 'open' : 'close', points: 2 };
  return { relation: 'open', points: hint.from - other.to > 300 ? -4 : -2 };
}

function byDistance(days: number): DateRelation {
  if (days <= 7) return { relation: 'close', points: 2 };
  if (days <= REPORT_LAG) return { relation: 'open', points: 1 };
  return { relation: 'open', points: days <= 3 * REPORT_LAG ? -1 : -4 };
}
