/**
 * The day of the signing (EDTF): from the words beside the act, with what they leave open filled from the dateline.
 *
 * In the act's clause first, then its sentence, then the neighbouring sentence before it. A day without a month takes
 * the dateline's; without any base the open parts stay X. Without a date beside the act the month of the dateline
 * is taken, unless the text says "recently".
 */
import type { SignedOn } from '../domain/agreement.ts';
import type { Stretch } from '../wording/sentences.ts';
import type { Act } from './acts.ts';
import { type DateMention, type Day, dayOf, ordinal, weekdayOf } from './calendar.ts';
import { type Dateline, monthBefore, onlyYear } from './dateline.ts';
import type { Findings } from './findings.ts';
import { within } from './within.ts';

export interface Signing extends SignedOn {
  /** Words that tell the date; the act's own when only the dateline does. */
  at: Stretch;
  /** Told beside the act, not only by the dateline. */
  told: boolean;
}

const two = (value: number): string => String(value).padStart(2, '0');

export function signingDate(findings: Findings, act: Act, line: Dateline): Signing | null {
  const told = besideAct(findings, act, line);
  for (const date of told) {
    const signed = resolve(findings, date, line.base ? line : yearBeside(findings, act, line));
    if (signed) return { ...signed, at: { start: date.start, end: date.end }, told: true };
  }
  if (saysRecently(findings, act) || !line.base) return null;
  return { date: `${line.base.year}-${two(line.base.month)}`, precision: 'month', at: act.cue, told: false };
}

/** Date words that may belong to the act, the likeliest first. */
function besideAct(findings: Findings, act: Act, line: Dateline): DateMention[] {
  const { read } = findings;
  const all = withRelative(findings, line);
  const usable = (range: Stretch): DateMention[] =>
    within(all, range.start, range.end).filter((date) => !isAside(read.text, date));
  const byDistance = (dates: DateMention[]): DateMention[] =>
    [...dates].sort((a, b) => distance(a, act.cue) - distance(b, act.cue));
  const before = read.sentences[act.sentenceIndex - 1];
  const beside = [...byDistance(usable(act.clause)), ...byDistance(usable(act.sentence))];
  if (beside.length > 0 || saysRecently(findings, act)) return beside;
  return before && before.start >= read.bodyStart
    ? usable(before).filter(({ day, daysAgo }) => day !== null || daysAgo !== null)
    : [];
}

function withRelative({ cues, read }: Findings, { dates, stamps }: Dateline): DateMention[] {
  const relative: DateMention[] = [];
  for (const { start, end, classes } of cues.time) {
    const daysAgo = classes.includes('today')
      ? 0
      : classes.includes('yesterday')
        ? 1
        : classes.includes('before_yesterday')
          ? 2
          : null;
    if (daysAgo !== null)
      relative.push({ start, end, year: null, month: null, day: null, weekday: null, daysAgo });
  }
  // 今天(23日): the bracket is read with the word before it.
  const plain = dates.filter(
    (date) =>
      !stamps.has(date) && !relative.some(({ end }) => end === date.start - 1 && read.text[end] === '('),
  );
  return [...plain, ...relative].sort((a, b) => a.start - b.start);
}

function distance(date: Stretch, cue: Stretch): number {
  return date.end <= cue.start ? cue.start - date.end : (date.start - cue.end) * 1.5;
}

/** Deadlines, founding years, ends of a range: dates that cannot be the signing's. */
function isAside(text: string, { start, end, month }: DateMention): boolean {
  if (
    /(?:到|至|截至|自|从|since|by|until|before|by the end of|as of|till) ?$/i.test(
      text.slice(Math.max(0, start - 14), start),
    )
  )
    return true;
  return /^(?:底|末|起|以来|前|之前)/u.test(text.slice(end, end + 2)) && month !== null;
}

/** Without any base: a year named in the act's sentence (2015世界互联网大会) serves, counted from its end. */
function yearBeside({ read }: Findings, act: Act, line: Dateline): Dateline {
  const beside = /(?<!\d)(20[0-3]\d)(?=年|\(|\p{Script=Han}| \p{Lu})/u.exec(
    read.text.slice(act.sentence.start, act.sentence.end),
  )?.[1];
  const year = beside === undefined ? onlyYear(read) : Number(beside);
  return year === null ? line : { ...line, base: { year, month: 12, day: 0 } };
}

function saysRecently({ cues }: Findings, act: Act): boolean {
  return within(cues.time, act.sentence.start, act.sentence.end).some(({ classes }) =>
    classes.includes('recently'),
  );
}

function resolve(findings: Findings, date: DateMention, { base }: Dateline): SignedOn | null {
  if (date.daysAgo !== null) return relative(findings, date, base);
  if (date.weekday !== null) return base && base.day > 0 ? iso(lastWeekday(base, date.weekday)) : null;
  const { year, month, day } = date;
  if (year !== null && month !== null) {
    return day === null ? { date: `${year}-${two(month)}`, precision: 'month' } : iso({ year, month, day });
  }
  if (month !== null) return monthDay(month, day, base);
  if (day === null) return null;
  if (!base) return { date: `XXXX-XX-${two(day)}`, precision: 'day' };
  const likely = monthBefore(base, day);
  const gap = base.day === 0 ? 0 : ordinal(base) - ordinal(likely);
  return gap > 15 ? { date: `XXXX-XX-${two(day)}`, precision: 'day' } : iso(likely);
}

/** 今天(23日): the day in brackets must agree with the dateline, or the dateline is not trusted. */
function relative({ read }: Findings, date: DateMention, base: Day | null): SignedOn | null {
  const [, bracket] = /^ ?\(?(\d{1,2})日\)?/.exec(read.text.slice(date.end, date.end + 6)) ?? [];
  const day = base && base.day > 0 ? dayOf(ordinal(base) - (date.daysAgo ?? 0)) : null;
  if (bracket !== undefined && day?.day !== Number(bracket))
    return { date: `XXXX-XX-${two(Number(bracket))}`, precision: 'day' };
  return day && iso(day);
}

function monthDay(month: number, day: number | null, base: Day | null): SignedOn | null {
  const tail = day === null ? two(month) : `${two(month)}-${two(day)}`;
  const precision = day === null ? 'month' : 'day';
  if (!base) return { date: `XXXX-${tail}`, precision };
  const here = { year: base.year, month, day: day ?? 1 };
  const end = { ...base, day: base.day === 0 ? 31 : base.day };
  // A day up to three ahead is a slip of the page's clock; more is last year's.
  const year = ordinal(here) - ordinal(end) > 3 ? base.year - 1 : base.year;
  return { date: `${year}-${tail}`, precision };
}

function lastWeekday(base: Day, weekday: number): Day {
  const days = ordinal(base);
  return dayOf(days - ((weekdayOf(days) - weekday + 7) % 7));
}

function iso({ year, month, day }: Day): SignedOn {
  return { date: `${year}-${two(month)}-${two(day)}`, precision: 'day' };
}
