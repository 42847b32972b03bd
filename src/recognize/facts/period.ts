/** The periods a text names, Chinese and Latin, and the shape the contract gives the chosen one. */
import type { Period } from '../../domain/agreement.ts';
import { withoutOverlaps } from '../overlap.ts';
import { hanPeriods } from './period-han.ts';
import { latinPeriods } from './period-latin.ts';
import type { PeriodMention } from './period-mention.ts';

export function findPeriods(text: string): PeriodMention[] {
  return withoutOverlaps([...hanPeriods(text), ...latinPeriods(text)]);
}

export function asPeriod({ from, to, years }: PeriodMention, asWritten: string): Period {
  return { asWritten, from: from === null ? null : String(from), to: to === null ? null : String(to), years };
}
