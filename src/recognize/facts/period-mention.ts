/** A stretch of time that a text names, before it is told whether it is the agreement's. */
import type { Stretch } from '../../wording/sentences.ts';

export interface PeriodMention extends Stretch {
  kind: 'plan' | 'years' | 'months' | 'range' | 'term' | 'deadline';
  from: number | null;
  to: number | null;
  /** Months are parts of a year: 18 months are 1.5. */
  years: number | null;
  /** Said to be the agreement's: 有效期三年, "a three-year contract", "valid until 2027". */
  own: boolean;
  /** Said to lie ahead: 未来三年, "over the next five years". */
  ahead: boolean;
}

/** More years than this are a history. */
const MOST_YEARS = 50;

/** Years of so many units; null for a number that is no period. */
export function yearsOf(count: number | null, unit: 'year' | 'month' | 'day'): number | null {
  if (count === null || count <= 0) return null;
  const years = count / { year: 1, month: 12, day: 365 }[unit];
  return years > MOST_YEARS ? null : Math.round(years * 100) / 100;
}

/** Two years with what lies between, or null when they are in the wrong order or too far apart. */
export function spanOf(from: number, to: number): Pick<PeriodMention, 'from' | 'to' | 'years'> | null {
  return to > from && to - from < MOST_YEARS ? { from, to, years: to - from + 1 } : null;
}
