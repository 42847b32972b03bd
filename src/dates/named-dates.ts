/** Dates with the name of a month: July 8, 2016; 8 July 2016; Fri, 08 Jul 2016; July 2016; asctime; ranges by their first day. */
import { fullYear, isDay } from './calendar.ts';
import { MONTH_NAME, monthNumber, WEEKDAY_NAME, weekdayNumber } from './month-names.ts';
import type { DateForm, DateParts } from './raw-date.ts';
import { offsetOfName } from './zones.ts';

const WEEKDAY = `(?:(?<weekday>${WEEKDAY_NAME})\\.?[\\s,]{1,3})?`;
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const MONTH = `(?<month>${MONTH_NAME})`;
/** Arabic papers write the month twice: `24 نيسان / أبريل 2020`. */
const TWIN = `(?:\\s?/\\s?${MONTH_NAME}(?!\\p{L}))?`;
const GAP = '[\\s.,/\\]-]{0,3}';
const WORD_START = '(?<![\\p{L}\\d])';
/** Four digits, or two that are neither a day nor the start of a time; never a year of another era. */
const YEAR =
  "(?:(?:,?[\\s.,/'-]{1,3}|\\sdel?\\s)(?<year>\\d{4}(?!\\d))|(?:,?\\s{1,2}'?|[-/.'])(?<short>\\d{2})(?![\\d:.]|\\s?[ap]\\.?m|st|nd|rd|th|,?\\s(?:19|20)\\d\\d(?!\\d))|(?<glued>\\d{4}(?!\\d)))?" +
  '(?!,?\\s?\\d{3}(?!\\d)|\\s?(?:BCE?|CE|AD|BE)\\b)';
const TO = '\\s?(?:-|to|and|until)\\s?';

const form = (source: string, read: DateForm['read']): DateForm => ({
  pattern: new RegExp(source, 'giu'),
  read,
});

// The 17 of `$42.17 Nov 27, 2026` is no day.
const dayFirst = form(
  `${WORD_START}(?<!\\d[.,])${WEEKDAY}${DAY}(?:${TO}(?<last>\\d{1,2})(?:st|nd|rd|th)?)?(?:\\s(?:of|de)\\s|${GAP})${MONTH}(?!\\p{L})${TWIN}${YEAR}`,
  read,
);
const monthFirst = form(
  `${WORD_START}${WEEKDAY}${MONTH}(?!\\p{L})${GAP}(?<!\\d)${DAY}(?!\\d|:\\d)(?:${TO}(?<last>\\d{1,2})(?:st|nd|rd|th)?(?!\\d))?${YEAR}`,
  read,
);
const yearFirst = form(
  `${WORD_START}(?<year>\\d{4})[\\s,/-]{1,2}${MONTH}(?!\\p{L})(?:${GAP}${DAY}(?!\\d))?`,
  read,
);
const monthOnly = form(`${WORD_START}${MONTH}(?!\\p{L})[\\s.,/-]{1,3}(?<year>\\d{4})(?!\\d|:\\d)`, read);
/** `Sun Jul 15 01:16:00 +0000 2012`: C's asctime, with or without a zone. */
const asctime = form(
  `${WORD_START}${WEEKDAY}${MONTH}\\s{1,2}${DAY}\\s(?<hour>\\d\\d):(?<minute>\\d\\d):(?<second>\\d\\d)\\s(?:(?<zone>[A-Z]{3,4}|[+-]\\d{4})\\s)?(?<year>\\d{4})`,
  (groups) => {
    const parts = read(groups);
    const clock = { hour: Number(groups.hour), minute: Number(groups.minute), second: Number(groups.second) };
    if (!parts || clock.hour > 23 || clock.minute > 59 || clock.second > 60) return parts;
    return { ...parts, clock, offset: groups.zone ? offsetOfName(groups.zone, false) : null };
  },
);

export const NAMED_FORMS: readonly DateForm[] = [asctime, dayFirst, monthFirst, yearFirst, monthOnly];

function read(groups: Record<string, string | undefined>): DateParts | null {
  const written = groups.year ?? groups.short ?? groups.glued;
  const year = written === undefined ? null : fullYear(Number(written));
  const month = monthNumber(groups.month ?? '');
  const day = groups.day === undefined ? null : Number(groups.day);
  const last = Number(groups.last ?? day ?? 1);
  // A leap year stands in for the one not written; the last day of a range must exist too.
  const exists = [day ?? 1, last].every((one) => isDay({ year: year ?? 2000, month, day: one }));
  return exists ? { year, month, day, weekday: weekdayNumber(groups.weekday) } : null;
}
