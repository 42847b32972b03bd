/** Date expressions inside a line, as date lines and meta tags of news pages write them. */
import type { Precision } from '../domain/article.ts';

export interface DateMark {
  /** Where the expression begins in the text. */
  index: number;
  /** ISO 8601 as in `Article.published`. */
  date: string;
  precision: Precision;
}

export interface DateContext {
  /** Offset written behind a time that has none of its own, such as `+08:00`. */
  offset: string;
  /** Day before month in `3/4/2020`. */
  dayFirst: boolean;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
const CLOCK =
  '(?:日|号|號)?[\\sT,，(（|•·-]{0,6}(?:星期.|周.|週.|at |@ )?[\\s)）]{0,3}(?:(上午|下午|晚上|凌晨|中午|早上|AM|PM)\\s?)?(\\d{1,2})\\s?[:：时時點点h-]\\s?(\\d{2})(?:\\s?[:：分-]\\s?(\\d{2})(?:\\.\\d{1,9})?)?\\s?秒?\\s?(am|pm|a\\.m|p\\.m)?(?:\\s?(Z(?![a-z])|[+-]\\d{2}:?\\d{2}))?';

const YEAR_FIRST = new RegExp(
  `(?<!\\d)((?:19|20)\\d{2})\\s?(?:[-/.]|年|——?)\\s?(\\d{1,2})\\s?(?:[-/.]|月|——?)\\s?(\\d{1,2})(?!\\d{2})(?:${CLOCK})?`,
  'gi',
);
const COMPACT = /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])([0-3]\d)(?:([0-2]\d)([0-5]\d)(?:[0-5]\d)?)?(?!\d)/g;
const MONTH_DAY_YEAR = new RegExp(
  `(?<![a-z])${MONTH}\\s{0,2}(\\d{1,2})(?:st|nd|rd|th)?[,.]?\\s{0,2}((?:19|20)\\d{2})(?:${CLOCK})?`,
  'gi',
);
const DAY_MONTH_YEAR = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[\\s.-]{1,2}${MONTH},?[\\s-]{0,2}((?:19|20)\\d{2})(?:${CLOCK})?`,
  'gi',
);
const NUMERIC = new RegExp(
  `(?<![\\d/])(\\d{1,2})[/.-](\\d{1,2})[/.-]((?:19|20)\\d{2})(?!\\d)(?:${CLOCK})?`,
  'gi',
);

/** Every expression in `text` that is a possible day, in order of place. Reads at most 2,000 characters. */
export function findDates(text: string, context: DateContext): DateMark[] {
  const line = text.length > 2_000 ? text.slice(0, 2_000) : text;
  const marks: DateMark[] = [];
  const add = (match: RegExpExecArray, [year, month, day]: [unknown, number, unknown], clock: number) => {
    const date = dayOf(Number(year), month, Number(day));
    if (date !== null)
      marks.push({ index: match.index, ...withClock(date, match.slice(clock, clock + 6), context) });
  };
  for (const match of line.matchAll(YEAR_FIRST)) add(match, [match[1], Number(match[2]), match[3]], 4);
  for (const match of line.matchAll(MONTH_DAY_YEAR)) add(match, [match[3], monthOf(match[1]), match[2]], 4);
  for (const match of line.matchAll(DAY_MONTH_YEAR)) add(match, [match[3], monthOf(match[2]), match[1]], 4);
  for (const match of line.matchAll(NUMERIC)) {
    const [first, second] = [Number(match[1]), Number(match[2])];
    const dayFirst = first > 12 || (second <= 12 && context.dayFirst);
    add(match, [match[3], dayFirst ? second : first, dayFirst ? first : second], 4);
  }
  return marks.sort((a, b) => a.index - b.index);
}

/** As `findDates`, for values that are nothing but a date: compact forms (`20160708`, 14 digits) are read too. */
export function readStamp(value: string, context: DateContext): DateMark | null {
  const seconds = /^\d{10}(?:\d{3})?$/.test(value) ? Number(value.slice(0, 10)) : null;
  if (seconds !== null && seconds > 600_000_000) {
    return { index: 0, date: new Date(seconds * 1_000).toISOString(), precision: 'minute' };
  }
  const found = findDates(value, context)[0];
  if (found !== undefined) return found;
  for (const match of value.matchAll(COMPACT)) {
    const date = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
    if (date !== null) {
      return {
        index: 0,
        ...withClock(date, [undefined, match[4], match[5], undefined, undefined, undefined], context),
      };
    }
  }
  return null;
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

function dayOf(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate())
    return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function withClock(
  date: string,
  [before, hour, minute, second, after, zone]: (string | undefined)[],
  context: DateContext,
): { date: string; precision: Precision } {
  if (hour === undefined || minute === undefined) return { date, precision: 'day' };
  const half = (before ?? after ?? '').toLowerCase();
  let hours = Number(hour);
  if (/^p|下午|晚上/.test(half) && hours < 12) hours += 12;
  if (/^a/.test(half) && hours === 12) hours = 0;
  if (hours > 23 || Number(minute) > 59) return { date, precision: 'day' };
  const offset = zone === undefined ? context.offset : zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  const time = `${String(hours).padStart(2, '0')}:${minute}${second === undefined ? '' : `:${second}`}`;
  return { date: `${date}T${time}${offset}`, precision: 'minute' };
}
