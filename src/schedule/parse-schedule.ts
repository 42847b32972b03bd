/**
 * The three kinds of schedule an operator can write: `auto`, `every 15m`, `cron: 0 8 * * 1-5`.
 */
import { Cron } from 'croner';
import { durationMs } from '../domain/source.ts';

export type ParsedSchedule =
  | { kind: 'auto' }
  | { kind: 'every'; everyMs: number }
  | { kind: 'cron'; expression: string };

/** Shortest and longest `every` that is honoured; others are moved to the nearer bound. */
export const SHORTEST_EVERY_MS = 1_000;
export const LONGEST_EVERY_MS = 366 * 86_400_000;

/** Reads a schedule. Throws a RangeError on a text that is none of the three. */
export function parseSchedule(text: string): ParsedSchedule {
  const written = text.trim();
  if (written === 'auto') return { kind: 'auto' };
  if (written.startsWith('cron:')) return { kind: 'cron', expression: written.slice(5).trim() };
  if (!written.startsWith('every ')) throw new RangeError(`not a schedule: ${text}`);
  const everyMs = durationMs(written.slice(6).trim());
  return { kind: 'every', everyMs: Math.min(LONGEST_EVERY_MS, Math.max(SHORTEST_EVERY_MS, everyMs)) };
}

/**
 * First instant of a cron strictly after a time, or null when it never comes again.
 * Throws a TypeError or RangeError when the expression is none (five fields, or six with seconds first).
 */
export function cronAfter(expression: string, timezone: string, after: Date): Date | null {
  return new Cron(expression, { timezone, mode: '5-or-6-parts', paused: true }).nextRun(after);
}
