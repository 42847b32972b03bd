/**
 * What is remembered of a listing after a visit, and when it is due again: the schedule room's function, with what the
 * visit brought put into its words.
 */
import type { Outcome } from '../domain/failure.ts';
import type { FoundLink, ListingState } from '../domain/frontier.ts';
import type { FeedPace } from '../domain/listing.ts';
import type { Source } from '../domain/source.ts';
import { wordingsOf } from '../listing/renamed.ts';
import { wallPauseMs } from '../politeness/backoff.ts';
import type { FleetPlan } from '../schedule/fleet-plan.ts';
import { listingAfter } from '../schedule/listing-after.ts';
import { type ListingMemory, readMemory } from '../schedule/memory.ts';

export interface PlanAsk {
  source: Source;
  state: ListingState;
  now: Date;
  outcome: Outcome;
  /** Links read at this visit; null when it could not be read (a failure) or need not be (304). */
  links: FoundLink[] | null;
  /** Keys the frontier knew before. */
  known: ReadonlySet<string>;
  /** Of the listing's first answer, a 304 included. */
  headers: Record<string, string>;
  /** What the feed asks for. */
  pace: FeedPace | undefined;
  via: 'http' | 'browser' | null;
  fleet: FleetPlan | null;
  /** A wait the server asked for. */
  waitMs: number | null;
}

export interface Plan {
  memory: ListingMemory;
  next: { at: Date; slot: string } | null;
}

/** Memory and next due time after a visit that ended with `outcome`. */
export function planVisit(ask: PlanAsk): Plan {
  const { source, state, now, outcome, links, known, headers } = ask;
  const { blocks } = readMemory(state.memory);
  const wallMs = outcome === 'blocked' ? wallPauseMs(blocks + 1, source.id) : 0;
  const pauseMs = Math.max(wallMs, ask.waitMs ?? 0);
  return listingAfter({
    id: `${source.id} ${state.url}`,
    source,
    slot: state.slot,
    memory: state.memory,
    visited: {
      at: now,
      outcome,
      links: links?.map(({ key, published }) => ({ published, fresh: !known.has(key) })) ?? null,
      ...(links && { wordings: wordingsOf(links) }),
      notModified: links === null && outcome === 'unchanged',
      headers: {
        cacheControl: headers['cache-control'] ?? null,
        age: headers.age ?? null,
        expires: headers.expires ?? null,
        date: headers.date ?? null,
      },
      pace: ask.pace,
    },
    via: ask.via,
    fleet: ask.fleet,
    notBefore: pauseMs > 0 ? new Date(now.getTime() + pauseMs) : null,
  });
}
