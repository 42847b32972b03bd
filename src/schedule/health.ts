/**
 * How a listing is doing, in one word for the operator.
 *
 * A listing that answers 200 and shows nothing is the failure nobody notices, so two of the words look at what was read
 * and not at how the visit ended: `changed` (links are gone) and `silent` (links are there, news is not). Silence is
 * measured by its chance under the listing's own rhythm, and in working days: holidays and weekends of its zone do not count.
 */
import { GOOD_OUTCOMES, type Outcome } from '../domain/failure.ts';
import { isOffDay } from './calendar.ts';
import type { ListingMemory } from './memory.ts';
import { civilMs } from './zone.ts';

export type Health = 'new' | 'ok' | 'quiet' | 'silent' | 'changed' | 'blocked' | 'failing' | 'disabled';

export interface VisitHistory {
  enabled: boolean;
  /** How the last visit ended; null: no visit yet. */
  lastOutcome: Outcome | null;
  memory: ListingMemory;
  /** IANA name: tells weekends and holidays. */
  timezone: string;
}

/** Surprise of the silence (-ln of its chance): 8 of 100 gaps are as long by chance, and 2 to 3 of 1,000. */
const QUIET_SURPRISE = 2.5;
const SILENT_SURPRISE = 6;
/** Turns that a rhythm is trusted by at most: habits change. */
const MOST_TRUSTED = 15;
/** A busy source is not called silent for one odd day. */
const QUIET_WORKDAYS = 1;
const SILENT_WORKDAYS = 3;
/** Without a rhythm (no dates, nothing new yet) only long silence tells. */
const QUIET_WORKDAYS_UNKNOWN = 30;
const SILENT_WORKDAYS_UNKNOWN = 130;
const WORKDAYS_A_WEEK = 5;
/** `changed` needs a listing that gave this many links before. */
const LEAST_USUAL = 5;

const DAY_MS = 86_400_000;

/** The word for a listing. `now` matters for `quiet` and `silent` only. */
export function health(history: VisitHistory, now: Date): Health {
  const { lastOutcome, memory } = history;
  if (!history.enabled) return 'disabled';
  if (lastOutcome === null) return 'new';
  if (lastOutcome === 'blocked') return 'blocked';
  if (isChanged(lastOutcome, memory)) return 'changed';
  if (!GOOD_OUTCOMES.has(lastOutcome) || lastOutcome === 'robots_denied') return 'failing';
  return silence(history, now);
}

const STATES_BY_URGENCY: readonly Health[] = [
  'blocked',
  'failing',
  'changed',
  'silent',
  'quiet',
  'new',
  'ok',
  'disabled',
];

/** One word for a source with several listings: the most urgent of theirs; `disabled` when there is none. */
export function worstHealth(states: Health[]): Health {
  return STATES_BY_URGENCY.find((state) => states.includes(state)) ?? 'disabled';
}

/** True when a listing lost its links: none, or under a third of the usual ones and none of them new. */
export function hasLostLinks(links: number, fresh: number, usual: number): boolean {
  if (usual < LEAST_USUAL) return false;
  return links === 0 || (links * 3 < usual && fresh === 0);
}

function isChanged(outcome: Outcome, memory: ListingMemory): boolean {
  const read = outcome === 'new' || outcome === 'unchanged' || outcome === 'updated';
  const nothingThere = outcome === 'empty' || outcome === 'unexpected_structure';
  if (nothingThere) return hasLostLinks(0, 0, memory.usual);
  return read && hasLostLinks(memory.links, memory.fresh, memory.usual);
}

function silence({ memory, timezone }: VisitHistory, now: Date): 'ok' | 'quiet' | 'silent' {
  if (memory.newAt === null) return 'ok';
  const workdays = workdaysBetween(memory.newAt, now.getTime(), timezone);
  // The chance that nothing comes in a time, after n turns in T, is (1 + time / T)^-n when the rate itself is only estimated.
  const expected = (memory.aWeek / WORKDAYS_A_WEEK) * workdays;
  const n = Math.max(1, Math.min(memory.turns, MOST_TRUSTED));
  const surprise = n * Math.log1p(expected / n);
  const silent = surprise >= SILENT_SURPRISE && workdays >= SILENT_WORKDAYS;
  if (silent || workdays >= SILENT_WORKDAYS_UNKNOWN) return 'silent';
  const quiet = surprise >= QUIET_SURPRISE && workdays >= QUIET_WORKDAYS;
  return quiet || workdays >= QUIET_WORKDAYS_UNKNOWN ? 'quiet' : 'ok';
}

/** Working days between two instants, parts of days included, in a zone's civil time; counted up to two years. */
export function workdaysBetween(from: number, to: number, timezone: string): number {
  const start = civilMs(from, timezone) / DAY_MS;
  const end = Math.min(civilMs(to, timezone) / DAY_MS, start + 731);
  let workdays = 0;
  for (let day = Math.floor(start); day < end; day++) {
    if (!isOffDay(day, timezone)) workdays += Math.min(end, day + 1) - Math.max(start, day);
  }
  return workdays;
}
