/**
 * When a listing is due next, and under which slot.
 *
 * A slot is the identity of one due visit. It depends on what is stored (the visit before) and never on the clock of
 * whoever asks, so any number of schedulers name the same slot and a unique key on it gives exactly one visit.
 * Slots missed while everything was down collapse: the first of them is visited late, and the next is looked for
 * from that visit on.
 */
import { cronAfter, type ParsedSchedule, parseSchedule } from './parse-schedule.ts';
import { fraction } from './spread.ts';

export interface VisitInput {
  /** Source or listing: what its moments are spread by. */
  id: string;
  /** `auto`, `every 15m` or `cron: …`. */
  schedule: string;
  /** IANA name; cron is read in it. */
  timezone: string;
  /** Tells only whether the visit is late, never which it is. */
  now: Date;
  /** When the listing became known; the first visit counts from here. */
  since: Date;
  /** The visit before: when it began (by the store's clock) and its slot; null when there was none. */
  last: { at: Date; slot: string } | null;
  /** First visits are spread over this many milliseconds; 0: at once. A cron waits for its own time in any case. */
  spreadMs: number;
  /** Not before this time, whatever is due (Retry-After, a paused host, a cache that is still fresh). */
  notBefore?: Date | null;
  /** Interval of `auto` in milliseconds as the learned rhythm has it, counted from the last visit. */
  auto?: { dueInMs: number; reason: string };
}

export interface NextVisit {
  at: Date;
  slot: string;
  reason: string;
}

/** How the slot of a first visit begins; the time at which the listing became known follows. */
export const FIRST_SLOT = 'first';

/** What `auto` does before anything is known of a listing. */
export const UNKNOWN_RHYTHM_MS = 60 * 60_000;

const NEVER = new Date('9999-12-31T00:00:00.000Z');

/** The next due time (it may lie in the past: then it is due now). Throws a RangeError on a schedule that is none. */
export function nextVisit(input: VisitInput): NextVisit {
  const parsed = parseSchedule(input.schedule);
  const due = parsed.kind !== 'cron' && !input.last ? first(input) : following(parsed, input);
  const { notBefore } = input;
  // The slot stays: a visit that is put off, or late, is still the same visit.
  if (notBefore && notBefore > due.at) return { ...due, at: notBefore, reason: `${due.reason}, put off` };
  return due.at < input.now ? { ...due, reason: `${due.reason}, late` } : due;
}

function first(input: VisitInput): NextVisit {
  const at = new Date(input.since.getTime() + Math.floor(fraction(input.id) * Math.max(0, input.spreadMs)));
  return { at, slot: `${FIRST_SLOT} ${input.since.toISOString()}`, reason: 'first visit' };
}

function following(parsed: ParsedSchedule, input: VisitInput): NextVisit {
  const after = latest(input);
  if (parsed.kind === 'cron') {
    const at = cronAfter(parsed.expression, input.timezone, after);
    return at ? due(at, 'cron') : { at: NEVER, slot: 'never', reason: 'its cron never comes again' };
  }
  if (parsed.kind === 'every') return due(nextOnGrid(input.id, parsed.everyMs, after), 'interval');
  // Counted from the visit itself: for `auto` a slot promised earlier says nothing about what has been read.
  const from = input.last?.at ?? input.since;
  const { dueInMs, reason } = input.auto ?? { dueInMs: UNKNOWN_RHYTHM_MS, reason: 'rhythm not known yet' };
  return due(new Date(from.getTime() + Math.max(1, Math.round(dueInMs))), reason);
}

function due(at: Date, reason: string): NextVisit {
  return { at, slot: at.toISOString(), reason };
}

/** The later of the last visit and its slot: a clock that runs ahead may begin a visit before its slot. */
function latest(input: VisitInput): Date {
  if (!input.last) return input.since;
  // Slots of other makers ("first ...", "now ...") are no times, though Date.parse reads dates into many texts.
  const slot = /^\d{4}-\d{2}-\d{2}T/.test(input.last.slot) ? Date.parse(input.last.slot) : Number.NaN;
  return new Date(Math.max(input.last.at.getTime(), Number.isNaN(slot) ? 0 : slot));
}

/**
 * Points of an `every` grid are multiples of the interval moved by the id's hash: they are spread over a fleet and
 * need no memory. A point within half an interval of the last visit is left out, since a late visit has done its work.
 */
function nextOnGrid(id: string, everyMs: number, after: Date): Date {
  const phase = Math.floor(fraction(id) * everyMs);
  const earliest = after.getTime() + everyMs / 2;
  return new Date(Math.ceil((earliest - phase) / everyMs) * everyMs + phase);
}
