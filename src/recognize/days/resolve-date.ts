/**
 * A date as written, counted from the dateline, to EDTF. What is left open stays open: without a base a day without
 * its month is `XXXX-XX-08`.
 */
import type { SignedOn } from '../../domain/agreement.ts';
import type { Stretch } from '../../wording/sentences.ts';
import type { Findings } from '../findings.ts';
import { type DateMention, type Day, dayOf, ordinal, weekdayOf } from './calendar.ts';
import { monthBefore } from './dateline.ts';

const two = (value: number): string => String(value).padStart(2, '0');

export function resolveDate(findings: Findings, date: DateMention, base: Day | null): SignedOn | null {
  const { text } = findings.read;
  if (date.daysAgo !== null) return relative(findings, date, base);
  if (date.weekday !== null) return base && base.day > 0 ? iso(weekdayBefore(text, date, base)) : null;
  const { month, day } = date;
  const year = date.year ?? yearSaid(text, date, base);
  if (year !== null && month !== null) {
    return day === null ? { date: `${year}-${two(month)}`, precision: 'month' } : iso({ year, month, day });
  }
  if (month !== null) return monthDay(month, day, base);
  if (day === null) return null;
  if (!base) return { date: `XXXX-${monthOf(findings, date)}-${two(day)}`, precision: 'day' };
  if (/上个?月$/u.test(text.slice(date.start - 3, date.start))) return iso({ ...monthAgo(base), day });
  const likely = monthBefore(base, day);
  const gap = base.day === 0 ? 0 : ordinal(base) - ordinal(likely);
  return gap > 15 ? { date: `XXXX-XX-${two(day)}`, precision: 'day' } : iso(likely);
}

/** 去年12月28日, 今年3月: the year by the word before the month. */
function yearSaid(text: string, { start, month }: DateMention, base: Day | null): number | null {
  if (!base || month === null) return null;
  const before = text.slice(Math.max(0, start - 2), start);
  if (/[去上]年$/u.test(before)) return base.year - 1;
  return /[今本]年$/u.test(before) ? base.year : null;
}

function monthAgo({ year, month }: Day): Day {
  return month === 1 ? { year: year - 1, month: 12, day: 0 } : { year, month: month - 1, day: 0 };
}

/**
 * The month of a signing that has no day: the dateline's. "Last week" and 上周末 may lie in the month before, and near
 * the beginning of a month nobody knows in which.
 */
export function monthOnly({ read }: Findings, { start, end }: Stretch, base: Day | null): SignedOn | null {
  if (!base) return null;
  const words = read.lower.slice(start, end);
  const month = ({ year, month: at }: Day): SignedOn => ({ date: `${year}-${two(at)}`, precision: 'month' });
  const ago = AGO.find(({ said }) => said.test(words));
  if (ago && base.day > 0) {
    const [from, to] = ago.days.map((days) => dayOf(ordinal(base) - days));
    return from && to && from.month === to.month ? month(from) : null;
  }
  return month(base);
}

const AGO: { said: RegExp; days: [number, number] }[] = [
  { said: /上周|上个?星期|\b(?:last|previous|past) week\b/u, days: [13, 1] },
  { said: /本周|这周|周末|\b(?:this week|weekend)\b/u, days: [6, 0] },
];

/** 6月8日至9日…8日,…签署: a day takes the month of the last date before it. */
function monthOf({ read }: Findings, { start }: DateMention): string {
  const before = [
    ...read.text.slice(Math.max(0, start - 300), start).matchAll(/(?<!\d)(\d{1,2})月\d{1,2}日/gu),
  ];
  const month = Number(before.at(-1)?.[1] ?? 0);
  return month >= 1 && month <= 12 ? two(month) : 'XX';
}

/** 今天(23日): the day in brackets must agree with the dateline, or the dateline is not trusted. */
function relative({ read }: Findings, date: DateMention, base: Day | null): SignedOn | null {
  const [, bracket] = /^ ?\(?(\d{1,2})日\)?/.exec(read.text.slice(date.end, date.end + 6)) ?? [];
  const day = base && base.day > 0 ? dayOf(ordinal(base) - (date.daysAgo ?? 0)) : null;
  if (bracket !== undefined && day?.day !== Number(bracket))
    return { date: `XXXX-XX-${two(Number(bracket))}`, precision: 'day' };
  return day && iso(day);
}

/** Days by which a page's stamp may lie before what it tells. */
const SLIP = 60;

function monthDay(month: number, day: number | null, base: Day | null): SignedOn | null {
  const tail = day === null ? two(month) : `${two(month)}-${two(day)}`;
  const precision = day === null ? 'month' : 'day';
  if (!base) return { date: `XXXX-${tail}`, precision };
  const here = { year: base.year, month, day: day ?? 1 };
  const end = { ...base, day: base.day === 0 ? 31 : base.day };
  // A day a little ahead is a slip of the page's clock; far ahead, it is last year's.
  const year = ordinal(here) - ordinal(end) > SLIP ? base.year - 1 : base.year;
  return { date: `${year}-${tail}`, precision };
}

/** 上周五 lies in the week before, which begins on Monday; "Friday" alone is the last one, "last Friday" never today. */
function weekdayBefore(text: string, { start, weekday, weeksAgo }: DateMention, base: Day): Day {
  const days = ordinal(base);
  const back = (weekdayOf(days) - (weekday ?? 0) + 7) % 7;
  if (weeksAgo === null)
    return dayOf(days - (back === 0 && /\blast $/i.test(text.slice(start - 5, start)) ? 7 : back));
  const monday = days - ((weekdayOf(days) + 6) % 7);
  return dayOf(monday - 7 * weeksAgo + (((weekday ?? 0) + 6) % 7));
}

function iso({ year, month, day }: Day): SignedOn {
  return { date: `${year}-${two(month)}-${two(day)}`, precision: 'day' };
}
