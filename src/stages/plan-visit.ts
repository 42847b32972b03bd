/**
 * What is remembered of a listing after a visit, and when it is due again: the schedule room's functions, put in order.
 */
import type { Outcome } from '../domain/failure.ts';
import type { Source } from '../domain/source.ts';
import type { FoundLink, ListingState } from '../domain/store.ts';
import { wallPauseMs } from '../politeness/backoff.ts';
import { type ListingMemory, readMemory } from '../schedule/memory.ts';
import { nextVisit } from '../schedule/next-visit.ts';

export interface PlanAsk {
  source: Source;
  state: ListingState;
  now: Date;
  outcome: Outcome;
  /** Links read at this visit; null when it could not be read (a failure) or need not be (304). */
  links: FoundLink[] | null;
  fresh: number;
  headers: Record<string, string>;
  /** A wait the server asked for. */
  waitMs?: number | null;
}

export interface Plan {
  memory: ListingMemory;
  next: { at: Date; slot: string } | null;
}

/** Memory and next due time after a visit that ended with `outcome`. */
export function planVisit(ask: PlanAsk): Plan {
  const { source, state, now, outcome } = ask;
  const memory = readMemory(state.memory);
  const blocks = outcome === 'blocked' ? memory.blocks + 1 : 0;
  const pauseMs = Math.max(blocks > 0 ? wallPauseMs(blocks, source.id) : 0, ask.waitMs ?? 0);
  const next = nextVisit({
    id: `${source.id} ${state.url}`,
    schedule: source.schedule,
    timezone: source.timezone,
    now,
    since: now,
    last: { at: now, slot: state.slot },
    spreadMs: 0,
    notBefore: pauseMs > 0 ? new Date(now.getTime() + pauseMs) : null,
  });
  return { memory: { ...memory, blocks }, next };
}
