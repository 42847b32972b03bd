/** Dates of digits and separators: 2016-07-08, 2016/7/8, 20160708, 07/08/2016, 8.7.2016, 16-07-08, 07-08. */
import { fullYear, isDay } from './calendar.ts';
import type { DateForm, DateParts } from './raw-date.ts';

/** Not inside a longer number or chain of numbers. */
const BEFORE = '(?<!\\d|\\d[-/.])';
const AFTER = '(?!\\d|[/.]\\d(?!\\d?:\\d\\d)|-\\d{1,4}(?![\\d:]))';

const yearFirst: DateForm = {
  pattern: new RegExp(
    `${BEFORE}(?<year>\\d{4})(?<sep>\\s{0,2}(?:-{1,2}|[/.])\\s{0,2})(?<month>0?\\d{1,2})\\k<sep>(?<day>0?\\d{1,2})${AFTER}`,
    'g',
  ),
  read: ({ year, month, day }) => valid(Number(year), Number(month), Number(day)),
};

const compact: DateForm = {
  pattern:
    /(?<![\w.+-])(?<year>(?:19|20)\d\d)(?<month>[01]\d)(?<day>[0-3]\d)(?:(?<hour>[012]\d)(?<minute>[0-5]\d)(?:(?<second>[0-5]\d))?(?![\d:])|(?=\d{1,2}:\d\d)|(?![\dA-Za-z_]))/g,
  read: ({ year, month, day, hour, minute, second }) => {
    const parts = valid(Number(year), Number(month), Number(day));
    if (!parts || hour === undefined || Number(hour) > 23) return hour === undefined ? parts : null;
    return { ...parts, clock: { hour: Number(hour), minute: Number(minute), second: Number(second ?? 0) } };
  },
};

const yearLast: DateForm = {
  pattern: new RegExp(
    `${BEFORE}(?<first>\\d{1,2})(?<sep>[-/]|\\.\\s{0,1})(?<second>\\d{1,2})\\k<sep>(?<year>\\d{4})(?!\\d|[-/.]\\d(?!\\d?:\\d\\d))`,
    'g',
  ),
  read: ({ first, second, year, sep }) =>
    dayAndMonth(Number(first), Number(second), { year: Number(year), sep }),
};

/** Two digits each: the year first as in China, else last. */
const shortYear: DateForm = {
  pattern: new RegExp(
    `${BEFORE}(?<a>\\d{2})(?<sep>[-/.])(?<b>\\d{2})\\k<sep>(?<c>\\d{2})(?!\\d|[-/.]\\d)`,
    'g',
  ),
  read: ({ a, b, c, sep }) => {
    const [first, second, third] = [Number(a), Number(b), Number(c)];
    const asYearLast = dayAndMonth(first, second, { year: fullYear(third), sep });
    if (sep !== '-') return asYearLast ?? valid(fullYear(first), second, third);
    return valid(fullYear(first), second, third) ?? asYearLast;
  },
};

/** Month and day alone, as list columns write them; a date only when the line says little else. */
const withoutYear: DateForm = {
  pattern: new RegExp(
    `${BEFORE}(?<a>\\d{1,2})(?<sep>[-/])(?<b>\\d{1,2})(?=\\s{0,2}\\d{1,2}:\\d\\d|[^\\d/.%-]|[.]?$)`,
    'g',
  ),
  read: ({ a, b }) => {
    const [month, day] = [Number(a), Number(b)];
    return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { year: null, month, day, bare: true } : null;
  },
};

/** The cards of list pages break a date over lines: `2020 / 07/07 / 16:39`, `08 / 2016-07`, `07-08 / 2016`. */
const yearApart: DateForm = {
  pattern: /^\s{0,8}(?<year>20\d\d)\s{1,8}(?<month>\d{1,2})[/-](?<day>\d{1,2})(?=\s|$)/g,
  read: ({ year, month, day }) => valid(Number(year), Number(month), Number(day)),
};
const dayApart: DateForm = {
  pattern: /^\s{0,8}(?<day>\d{1,2})[\s/]{1,8}(?<year>20\d\d)[-/.年]\s?(?<month>\d{1,2})月?\s{0,8}$/g,
  read: ({ year, month, day }) => valid(Number(year), Number(month), Number(day)),
};
const yearBelow: DateForm = {
  pattern: /^\s{0,8}(?<month>\d{1,2})[-/月](?<day>\d{1,2})日?\s{1,8}(?<year>20\d\d)年?\s{0,8}$/g,
  read: ({ year, month, day }) => valid(Number(year), Number(month), Number(day)),
};

const monthAndYear: DateForm = {
  pattern:
    /^\s{0,8}(?:(?<month>\d{1,2})[/.-](?<year>\d{4})|(?<yearFirst>\d{4})[/.-](?<monthLast>\d{2}))\s{0,8}$/g,
  read: ({ month, year, yearFirst: first, monthLast }) => {
    const parts = { year: Number(year ?? first), month: Number(month ?? monthLast), day: null };
    return isDay({ ...parts, day: 1 }) ? parts : null;
  },
};

/** Seconds or milliseconds since 1970, when the line is nothing else. */
const epoch: DateForm = {
  pattern: /^\s{0,8}(?<seconds>[12]\d{9})(?:\d{3})?\s{0,8}$/g,
  read: ({ seconds }) => {
    const date = new Date(Number(seconds) * 1_000);
    return {
      ...{ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), offset: 0 },
      clock: { hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds() },
    };
  },
};

/** ISO 8601's two-digit basic form, when the line is nothing else. */
const shortCompact: DateForm = {
  pattern: /^(?<year>\d\d)(?<month>[01]\d)(?<day>[0-3]\d)$/g,
  read: ({ year, month, day }) => valid(fullYear(Number(year)), Number(month), Number(day)),
};

export const NUMERIC_FORMS: readonly DateForm[] = [
  yearFirst,
  compact,
  yearLast,
  shortYear,
  yearApart,
  dayApart,
  yearBelow,
  withoutYear,
  monthAndYear,
  epoch,
  shortCompact,
];

function valid(year: number, month: number, day: number): DateParts | null {
  return isDay({ year, month, day }) ? { year, month, day } : null;
}

/**
 * `7/8/2016` is July for slashes and hyphens, August for dots: the United States write slashes, dots are
 * European. A number over 12 settles it either way.
 */
function dayAndMonth(
  first: number,
  second: number,
  { year, sep }: { year: number; sep: string | undefined },
): DateParts | null {
  const monthFirst = valid(year, first, second);
  const dayFirst = valid(year, second, first);
  return sep?.startsWith('.') ? (dayFirst ?? monthFirst) : (monthFirst ?? dayFirst);
}
