/** The time of day beside a date: `10:05`, `08时40分`, `晚8:00`, `3:09pm`, `10h11`, `T10:14:55.487-08:00`, `at 11 am EDT`. */
import type { Clock, Day } from './calendar.ts';
import { HAN_DIGITS, smallNumber } from './numerals.ts';
import { offsetInZone, offsetOfName } from './zones.ts';

export interface ClockTime {
  clock: Clock;
  /** Minutes east of Greenwich; null when no zone is written. */
  offset: number | null;
  /** Where the time ends in the line. */
  end: number;
}

const SMALL = `(?:\\d{1,2}|[${HAN_DIGITS}]{1,3})`;
const WEEKDAY_BETWEEN =
  '(?:[\\s(]{0,3}(?:(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6})[\\s),]{0,3})?';
const BETWEEN = `[日,]?${WEEKDAY_BETWEEN}(?:\\s{0,6}(?:[,|@;/.-]|(?:at|year|um|à)(?=\\s)|T(?=\\d))){0,2}\\s{0,6}`;
const PART_OF_DAY =
  '(?<part>凌晨|清晨|早上|早晨|早|上午|中午|正午|下午|傍晚|晚上|晚间|晚間|晚|夜间|夜)?\\s{0,2}';
const TIME =
  `(?:(?<h1>\\d{1,2})\\s{0,2}:\\s{0,2}(?<m1>\\d{2})(?:\\s?:\\s?(?<s1>\\d{2})(?:[.,]\\d{1,9})?)?(?!\\d)` +
  `|(?<h2>${SMALL})\\s?[时時点點](?:\\s?(?<m2>${SMALL})\\s?分?(?:\\s?(?<s2>${SMALL})\\s?秒)?|(?<half>半))?` +
  '|(?<h3>\\d{1,2})h(?<m3>\\d{2})(?!\\d)' +
  '|(?<h4>\\d{2})-(?<m4>\\d{2})-(?<s4>\\d{2})(?!\\d)' +
  '|(?<h5>\\d{1,2})\\.(?<m5>\\d{2})(?![\\d%])(?!\\.\\d)' +
  '|(?<h6>\\d{1,2})(?=\\s?[ap]\\.?m))';
const MERIDIEM = '(?:\\s?(?<meridiem>[ap])\\.?m\\b\\.?)?';
const ZONE =
  '(?:(?<gap>\\s{0,2})(?<zone>Z\\b|(?:GMT|UTC)?[+-]\\d{1,2}:?\\d{2}(?!\\d)|(?:GMT|UTC)[+-]\\d{1,2}(?!\\d)|[A-Z][a-z]{2,9}/[A-Z][A-Za-z_]{2,20}|[A-Z]{2,4}(?![A-Za-z])|(?:gmt|utc|[ecmp][sd]t)(?![A-Za-z])))?';

const AFTER_DATE = new RegExp(`${BETWEEN}${PART_OF_DAY}${TIME}${MERIDIEM}`, 'iuy');
const ZONE_AFTER = new RegExp(ZONE, 'y');
const BEFORE_DATE = new RegExp(
  `(?<![\\d:])(?:(?<h1>\\d{1,2}):(?<m1>\\d{2})(?::(?<s1>\\d{2}))?${MERIDIEM}|(?<h6>\\d{1,2})\\s?(?<ampm>[ap])\\.?m\\b\\.?)[\\s,|]{1,4}$`,
  'iu',
);
/** A zone or a time that began and broke off: `T09:xx`, `+zz:00`. */
const TORN = /T\d\d:[a-z]|\s?[+-](?:[a-z]{2}:\w\w|\d\d:[a-z])/iy;

/** The time that follows a date ending at `at`; `torn` when something that should be a time is none. */
export function clockAfter(
  line: string,
  at: number,
  { chinese, day }: { chinese: boolean; day: Day },
): ClockTime | 'torn' | null {
  AFTER_DATE.lastIndex = at;
  const match = AFTER_DATE.exec(line);
  const clock = match && clockOf(match.groups ?? {});
  if (!match || !clock) return isTorn(line, at) ? 'torn' : null;
  const end = at + match[0].length;
  if (isTorn(line, end)) return 'torn';
  const exact = /T\d/.test(match[0]) || match.groups?.s1 !== undefined;
  return { clock, ...zoneAt(line, end, { chinese, exact, day, clock }) };
}

/** The time that stands right before a date starting at `at`, not reaching back over `floor`. */
export function clockBefore(line: string, at: number, floor: number): Clock | null {
  const match = BEFORE_DATE.exec(line.slice(Math.max(floor, at - 24), at));
  const groups = match?.groups ?? {};
  return match ? clockOf({ ...groups, meridiem: groups.meridiem ?? groups.ampm }) : null;
}

function isTorn(line: string, at: number): boolean {
  TORN.lastIndex = at;
  return TORN.test(line);
}

function clockOf(groups: Record<string, string | undefined>): Clock | null {
  const pick = (letter: string): string | undefined =>
    [1, 2, 3, 4, 5, 6].map((n) => groups[`${letter}${n}`]).find((value) => value !== undefined);
  const hour = smallNumber(pick('h') ?? '');
  const minute = groups.half ? 30 : smallNumber(pick('m') ?? '0');
  const second = smallNumber(pick('s') ?? '0');
  if (hour === null || minute === null || second === null) return null;
  const full = hourOfDay(hour, groups.part, groups.meridiem);
  if (full === null || minute > 59 || second > 60) return null;
  // A leap second is the last one that a clock of ours can write.
  return { hour: full, minute, second: Math.min(second, 59) };
}

function hourOfDay(hour: number, part: string | undefined, meridiem: string | undefined): number | null {
  if (hour > 23) return null;
  if (meridiem && hour <= 12) return (hour % 12) + (meridiem.toLowerCase() === 'p' ? 12 : 0);
  if (!part || hour > 12) return hour;
  if (/下午|傍晚|晚|夜/.test(part)) return hour === 12 ? (part === '下午' ? 12 : 0) : hour + 12;
  return /中午|正午/.test(part) && hour < 10 ? hour + 12 : hour;
}

interface ZoneContext {
  chinese: boolean;
  /** The time was written to the second or after a `T`: what follows with a sign is a zone, not the end of a range. */
  exact: boolean;
  day: Day;
  clock: Clock;
}

function zoneAt(line: string, at: number, context: ZoneContext): Pick<ClockTime, 'offset' | 'end'> {
  ZONE_AFTER.lastIndex = at;
  const match = ZONE_AFTER.exec(line);
  const name = match?.groups?.zone;
  if (!match || !name) return { offset: null, end: at };
  const mayBeRange = /^-\d{1,2}:/.test(name) || (name.startsWith('-') && match.groups?.gap === '');
  if (mayBeRange && !context.exact) return { offset: null, end: at };
  const offset = name.includes('/')
    ? offsetInZone(name, context.day, context.clock)
    : offsetOfName(name, context.chinese);
  return offset === null ? { offset: null, end: at } : { offset, end: at + match[0].length };
}
