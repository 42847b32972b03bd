/** Dates with 年 月 日 (and 년 월 일): arabic or Chinese numerals, two-digit years, the Republic's years, no year, no day. */
import { fullYear, isDay } from './calendar.ts';
import { HAN_DIGITS, smallNumber, yearNumber } from './numerals.ts';
import type { DateForm, DateParts } from './raw-date.ts';

const SMALL = `(?:\\d{1,2}|[${HAN_DIGITS}]{1,3})`;

const full: DateForm = {
  pattern: new RegExp(
    `(?:(?<republic>民[國国])\\s{0,2}(?<count>\\d{1,3}|[${HAN_DIGITS}]{1,3})` +
      `|(?<![\\d${HAN_DIGITS}])(?<year>(?:19|20)\\d{2}|\\d{2}|[一二][${HAN_DIGITS}]{3}))` +
      `\\s{0,2}年[\\s,，]{0,2}(?<month>${SMALL})\\s{0,2}月(?:\\s{0,2}(?<day>${SMALL})(?:\\s{0,2}[日号號]|(?![\\d${HAN_DIGITS}])))?`,
    'g',
  ),
  read: ({ republic, count, year, month, day }) => {
    const shortYear = (year ?? '').length === 2;
    // 15年3月 is as likely a span of time: a two-digit year needs its day.
    if (shortYear && day === undefined) return null;
    return complete(republic ? republicYear(count) : fullYear(yearNumber(year ?? '') ?? 0), month, day);
  },
};

const withoutYear: DateForm = {
  pattern: new RegExp(
    `(?<![\\d年${HAN_DIGITS}]|年\\s)(?<month>${SMALL})\\s{0,2}月\\s{0,2}(?<day>${SMALL})\\s{0,2}[日号號]`,
    'g',
  ),
  read: ({ month, day }) => {
    const parts = complete(2000, month, day);
    return parts && { ...parts, year: null };
  },
};

/** 2016년 7월 8일 */
const korean: DateForm = {
  pattern:
    /(?<!\d)(?<year>(?:19|20)\d{2})\s?년\s{0,2}(?<month>\d{1,2})\s?월(?:\s{0,2}(?<day>\d{1,2})\s?일)?/g,
  read: ({ year, month, day }) => complete(Number(year), month, day),
};

export const CHINESE_FORMS: readonly DateForm[] = [full, withoutYear, korean];

/** The Republic of China counts from 1912. */
function republicYear(count: string | undefined): number {
  return (
    1911 +
    (/^\d+$/.test(count ?? '')
      ? Number(count)
      : (smallNumber(count ?? '') ?? yearNumber(count ?? '') ?? -1911))
  );
}

function complete(
  year: number,
  monthText: string | undefined,
  dayText: string | undefined,
): DateParts | null {
  const month = smallNumber(monthText ?? '') ?? 0;
  const day = dayText === undefined ? null : (smallNumber(dayText) ?? 0);
  return isDay({ year, month, day: day ?? 1 }) ? { year, month, day } : null;
}
