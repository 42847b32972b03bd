/** A date as written, before context completes it: the shape the pattern files hand to `read-date.ts`. */
import type { Clock } from './calendar.ts';

export interface RawDate {
  /** Offsets in the line, in UTF-16 units, `end` exclusive. */
  start: number;
  end: number;
  /** Null when not written. */
  year: number | null;
  month: number;
  /** Null for a month as a whole. */
  day: number | null;
  /** 0 for Sunday: decides which year a date without one belongs to. */
  weekday: number | null;
  clock: Clock | null;
  /** Minutes east of Greenwich; null when not written. */
  offset: number | null;
  /** Written so bare (`10-08`) that only a line which holds nothing else makes it a date. */
  bare: boolean;
}

/** One way of writing dates. `pattern` is global; `read` gives the parts, or null for what only looks like it. */
export interface DateForm {
  pattern: RegExp;
  read(groups: Record<string, string | undefined>): DateParts | null;
}

export type DateParts = Pick<RawDate, 'year' | 'month' | 'day'> &
  Partial<Pick<RawDate, 'weekday' | 'clock' | 'offset' | 'bare'>>;

/** Every place where a form fits, in no order. */
export function findForm(form: DateForm, line: string): RawDate[] {
  const found: RawDate[] = [];
  for (const match of line.matchAll(form.pattern)) {
    const parts = form.read(match.groups ?? {});
    if (!parts) continue;
    const end = match.index + match[0].length;
    found.push({ weekday: null, clock: null, offset: null, bare: false, ...parts, start: match.index, end });
  }
  return found;
}
