/** What a witness says of the moment of publication, and how a value that is meant to be a date is read. */
import { type DateContext, type ReadDate, readDate } from '../dates/read-date.ts';
import { offsetInZone } from '../dates/zones.ts';
import type { Precision } from '../domain/article.ts';
import type { Surroundings } from './page-lines.ts';

export interface PublishedSources extends Surroundings {
  url: string;
  listed: string | null;
  selected: string | null;
  /** Texts of the page's scripts; asked for only when nothing else tells a date. */
  scripts: () => readonly string[];
  /** Its base is the moment of the fetch, where it is known: later dates are refused. */
  context: DateContext;
}

export interface Claim {
  from: string;
  date: string;
  precision: Precision;
  /** Higher wins; 0 never wins. */
  trust: number;
}

/** No page tells more dates than this; what does is garbage, and reading a date costs. */
export const STAMP_LIMIT = 40;

export function sameDay(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length, 10);
  return a.slice(0, length) === b.slice(0, length);
}

/** A moment in UTC, as scripts and JSON-LD have it, is another day in China for eight hours. */
function inZone(stamp: ReadDate, { language, timezone }: DateContext): ReadDate {
  const zone = timezone ?? (/^zh/.test(language ?? '') ? 'Asia/Shanghai' : null);
  const match = /^(\d+)-(\d+)-(\d+)T(\d+):(\d+)(?::(\d+))?\+00:00$/.exec(stamp.date);
  if (zone === null || match === null || /T00:00:00/.test(stamp.date)) return stamp;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const offset = offsetInZone(zone, { year, month, day }, { hour, minute, second }) ?? 0;
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute + offset, second))
    .toISOString()
    .slice(0, 19);
  const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return { ...stamp, date: `${local}${offset < 0 ? '-' : '+'}${hours}:${minutes}` };
}

/** The date of a value that is meant to be one. */
export function readStamp(value: string, context: DateContext): ReadDate | null {
  const stamp = /\d/.test(value) ? readDate(value.slice(0, 200), context) : null;
  return stamp === null ? null : inZone(stamp, context);
}
