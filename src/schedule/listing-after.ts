/**
 * What a visit of a listing leaves behind: its memory, and when it is due again. The one call the line makes.
 */
import type { Source } from '../domain/source.ts';
import { autoDue } from './auto.ts';
import { type FleetPlan, kindOf } from './fleet-plan.ts';
import { afterVisit, type Visited } from './learn.ts';
import { type ListingMemory, readMemory } from './memory.ts';
import { type NextVisit, nextVisit } from './next-visit.ts';

const MINUTE_MS = 60_000;
/** A listing of `auto` that fails is tried by its rhythm, but not within this, doubling with each failure, up to a day. */
const FIRST_FAILURE_MS = 10 * MINUTE_MS;
const LONGEST_FAILURE_MS = 24 * 60 * MINUTE_MS;

export interface ListingVisit {
  /** Source and listing: what its moments are spread by. */
  id: string;
  source: Pick<Source, 'kind' | 'schedule' | 'timezone'>;
  /** The slot this visit was due under. */
  slot: string;
  /** As stored after the visit before. */
  memory: unknown;
  visited: Visited;
  via?: 'http' | 'browser' | null;
  /** The fleet's plan, or null while there is none. */
  fleet: FleetPlan | null;
  /** Not before this time (Retry-After, a wall, a host that is down). */
  notBefore?: Date | null;
  /** Bounds of `auto` in ms, where others than the plan's are wanted. */
  shortestMs?: number;
  longestMs?: number;
}

/** Memory to store and next due time. Throws a RangeError on a schedule that is none. */
export function listingAfter(visit: ListingVisit): { memory: ListingMemory; next: NextVisit } {
  const { id, source, visited } = visit;
  const { timezone } = source;
  const kind = kindOf(visit.fleet, source.kind);
  const memory = afterVisit(readMemory(visit.memory), visited, { rhythm: kind.rhythm, timezone });
  const bounds = {
    longestMs: visit.longestMs ?? kind.longestMs,
    shortestMs: shortest(memory, visit.shortestMs),
  };
  const auto = { ...kind, ...bounds, id, timezone, from: visited.at, memory, via: visit.via ?? null };
  const next = nextVisit({
    id,
    schedule: source.schedule,
    timezone,
    now: visited.at,
    since: visited.at,
    last: { at: visited.at, slot: visit.slot },
    spreadMs: 0,
    notBefore: visit.notBefore ?? null,
    ...(source.schedule === 'auto' && { auto: autoDue(auto) }),
  });
  return { memory, next };
}

function shortest(memory: ListingMemory, wanted = 0): number {
  if (memory.failures === 0) return wanted;
  return Math.max(
    wanted,
    Math.min(LONGEST_FAILURE_MS, FIRST_FAILURE_MS * 2 ** Math.min(10, memory.failures - 1)),
  );
}
