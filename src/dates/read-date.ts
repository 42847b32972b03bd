/**
 * Dates in a line of text, completed from context.
 *
 * What is written may lack a year (`10-08`, 9月14日, Dec. 21), a zone, or stand relative to another moment
 * (昨日, 3 hours ago). `base` is that moment: the day of the visit or of the article. A date without a year is
 * the last such day that is not after the base, a written weekday deciding if it can. Days that do not exist
 * are no dates; days after the base (a day of grace for zones) are refused, for nothing is published tomorrow.
 * Without a base nothing is relative and the future is unknown.
 */
import {
  type Clock,
  type Day,
  dayNumber,
  dayOfNumber,
  isDay,
  isoDay,
  isoMoment,
  isoMonth,
  monthsBefore,
  weekdayOf,
} from './calendar.ts';
import { CHINESE_FORMS } from './chinese-dates.ts';
import { clockAfter, clockBefore } from './clock-times.ts';
import { NAMED_FORMS } from './named-dates.ts';
import { asciiForm } from './numerals.ts';
import { NUMERIC_FORMS } from './numeric-dates.ts';
import { findForm, type RawDate } from './raw-date.ts';
import { findRelative, type RelativeDate } from './relative-dates.ts';
import { offsetInZone } from './zones.ts';

export interface DateContext {
  /** ISO 8601 day or moment that relative dates and missing years are read against. */
  base?: string | null;
  /** BCP 47; Chinese means Asia/Shanghai where no zone is written. */
  language?: string | null;
  /** IANA zone of times without one; overrules the language. */
  timezone?: string | null;
}

export interface ReadDate {
  /** `2016-07-08T15:30:00+08:00`, `2016-07-08` or `2016-07`, after the precision. */
  date: string;
  precision: 'minute' | 'day' | 'month';
}

export interface FoundDate extends ReadDate {
  /** Offsets in the given text, in UTF-16 units, `end` exclusive. */
  start: number;
  end: number;
  /** As written; flattened, so that it does not keep a page alive. */
  text: string;
}

/** What is beyond this many characters of a line is not looked at. */
const LONGEST_LINE = 20_000;

/** The date a text tells: the first written one, else the first relative one; null when there is none. */
export function readDate(text: string, context: DateContext = {}): ReadDate | null {
  const found = findDates(text.slice(0, 2_000), context);
  const first = found.find((one) => !one.relative) ?? found[0];
  return first ? { date: first.date, precision: first.precision } : null;
}

/** All dates of a text in order, with their places. `relative` marks those counted from the base. */
export function findDates(text: string, context: DateContext = {}): (FoundDate & { relative: boolean })[] {
  const line = maskAddresses(asciiForm(text.slice(0, LONGEST_LINE)));
  if (!/[\d一二三四五六七八九十〇零前昨今刚剛]|yesterday|today|now|ago|earlier|before/i.test(line)) return [];
  const setting = settingOf(line, context);
  const found: (FoundDate & { relative: boolean })[] = [];
  let floor = 0;
  for (const one of inOrder(line)) {
    if (one.start < floor) continue;
    const read = 'unit' in one ? fromRelative(one, setting) : fromWritten(one, floor, setting);
    if (!read) continue;
    floor = read.end;
    if (!isEnded(read)) continue;
    const { end, ...date } = read;
    found.push({
      ...date,
      start: one.start,
      end,
      text: Buffer.from(text.slice(one.start, end)).toString(),
      relative: 'unit' in one,
    });
  }
  return found;
}

interface Setting {
  base: { day: Day; clock: Clock | null; offset: number | null } | null;
  zone: string;
  chinese: boolean;
  line: string;
}

function settingOf(line: string, { base, language, timezone }: DateContext): Setting {
  const chinese = language ? /^zh\b/i.test(language) : /\p{Script=Han}/u.test(line);
  const zone = timezone ?? (chinese ? 'Asia/Shanghai' : 'UTC');
  return { base: base ? readBase(base) : null, zone, chinese, line };
}

function readBase(base: string): Setting['base'] {
  for (const raw of NUMERIC_FORMS.flatMap((form) => findForm(form, asciiForm(base.slice(0, 64))))) {
    if (raw.year === null || raw.day === null) continue;
    const day = { year: raw.year, month: raw.month, day: raw.day };
    const time = clockAfter(base, raw.end, { chinese: false, day });
    return time && time !== 'torn'
      ? { day, clock: time.clock, offset: time.offset }
      : { day, clock: null, offset: null };
  }
  return null;
}

function inOrder(line: string): (RawDate | RelativeDate)[] {
  const forms = /[\p{Script=Han}년]/u.test(line) ? [...CHINESE_FORMS, ...NUMERIC_FORMS] : NUMERIC_FORMS;
  const named = /[\p{L}\p{M}]{3}/u.test(line) ? NAMED_FORMS : [];
  const all = [...[...forms, ...named].flatMap((form) => findForm(form, line)), ...findRelative(line)];
  return all.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Addresses keep their length and lose their digits: dates in them are another witness (`url-date.ts`). */
function maskAddresses(line: string): string {
  return line.replace(/\bhttps?:\/\/[^\s<>"'】）)]{1,2000}/gi, (url) => ' '.repeat(url.length));
}

type Ended = ReadDate & { end: number };
/** A date that broke off in its time of day, or of the future: no part of it counts. */
type Refused = { end: number };

function isEnded(read: Ended | Refused): read is Ended {
  return 'date' in read;
}

function fromWritten(raw: RawDate, floor: number, setting: Setting): Ended | Refused | null {
  const { line } = setting;
  if (raw.bare && !standsAlone(line, raw)) return null;
  const year = raw.year ?? yearFor(raw, setting);
  if (year === null) return null;
  if (raw.day === null) return monthResult({ year, month: raw.month, day: 1 }, raw.end, setting);
  const day = { year, month: raw.month, day: raw.day };
  if (!isDay(day)) return null;
  if (isFuture(day, setting)) return { end: raw.end };
  if (raw.clock) return moment(day, { clock: raw.clock, offset: raw.offset, end: raw.end }, setting);
  const time = clockAfter(line, raw.end, { chinese: setting.chinese, day });
  if (time === 'torn') return { end: raw.end };
  if (time) return moment(day, time, setting);
  const before = clockBefore(line, raw.start, floor);
  if (before) return moment(day, { clock: before, offset: null, end: raw.end }, setting);
  return { date: isoDay(day), precision: 'day', end: raw.end };
}

function monthResult(day: Day, end: number, setting: Setting): Ended | null {
  return isFuture(day, setting) ? null : { date: isoMonth(day), precision: 'month', end };
}

function moment(
  day: Day,
  time: { clock: Clock; offset: number | null; end: number },
  setting: Setting,
): Ended {
  const offset = time.offset ?? offsetInZone(setting.zone, day, time.clock) ?? 0;
  return { date: isoMoment(day, time.clock, offset), precision: 'minute', end: time.end };
}

function isFuture(day: Day, { base }: Setting): boolean {
  return base !== null && dayNumber(day) > dayNumber(base.day) + 1;
}

/** Bare month and day count when only brackets, a label or a time of day stand around them. */
function standsAlone(line: string, raw: RawDate): boolean {
  const before = line.slice(Math.max(0, raw.start - 24), raw.start);
  const after = line.slice(raw.end, raw.end + 12);
  if (/^\s{0,2}\d{1,2}:\d\d/.test(after)) return true;
  const opens =
    /(?:^[\s[(【〔]{0,4}|(?:时间|時間|日期|发布|發布|date|published|posted|updated)[:\s]{0,3})\s{0,8}$/i.test(
      before,
    );
  return opens && /^\s{0,8}(?:[\])】〕|]|$)/.test(after);
}

/** The year of a date that has none: of the other end of a range, or the last fitting one before the base. */
function yearFor(raw: RawDate, { line, base }: Setting): number | null {
  const tail = /^\s?(?:-|to|至|到|~)\s?[^\d]{0,12}\d{1,2}[^\d]{1,12}(?<year>(?:19|20)\d\d)(?!\d)/i.exec(
    line.slice(raw.end, raw.end + 40),
  );
  if (tail?.groups?.year) return Number(tail.groups.year);
  if (!base) return null;
  const latest = dayNumber(base.day) + 1;
  const years = [base.day.year + 1, base.day.year, base.day.year - 1, base.day.year - 2];
  const past = years.filter((year) => {
    const day = { year, month: raw.month, day: raw.day ?? 1 };
    return isDay(day) && dayNumber(day) <= latest;
  });
  if (raw.weekday === null) return past[0] ?? null;
  // A weekday that fits no recent year belongs to a day still to come.
  return (
    past.find((year) => weekdayOf({ year, month: raw.month, day: raw.day ?? 1 }) === raw.weekday) ?? null
  );
}

function fromRelative(relative: RelativeDate, setting: Setting): Ended | null {
  const { line, base } = setting;
  if (!base) return null;
  if (relative.unit === 'month') {
    return {
      date: isoMonth(monthsBefore(base.day, Math.round(relative.count))),
      precision: 'month',
      end: relative.end,
    };
  }
  if (relative.unit === 'minute') return minutesBefore(base, relative, setting);
  const day = dayOfNumber(dayNumber(base.day) - Math.round(relative.count));
  const time = clockAfter(line, relative.end, { chinese: setting.chinese, day });
  if (time && time !== 'torn') return moment(day, time, setting);
  return { date: isoDay(day), precision: 'day', end: relative.end };
}

function minutesBefore(base: NonNullable<Setting['base']>, relative: RelativeDate, setting: Setting): Ended {
  // Of a base without a time only the day is known, and that hours ago was the same day is a fair guess.
  if (!base.clock) return { date: isoDay(base.day), precision: 'day', end: relative.end };
  const { hour, minute, second } = base.clock;
  const seconds =
    dayNumber(base.day) * 86_400 + hour * 3_600 + minute * 60 + second - Math.round(relative.count * 60);
  const day = dayOfNumber(Math.floor(seconds / 86_400));
  const rest = seconds - dayNumber(day) * 86_400;
  const clock = {
    hour: Math.floor(rest / 3_600),
    minute: Math.floor((rest % 3_600) / 60),
    second: rest % 60,
  };
  return moment(day, { clock, offset: base.offset, end: relative.end }, setting);
}
