/** A row of `source list`: the history a store keeps, and the health room's word for it. */
import type { SourceHistory } from '../domain/queries.ts';
import { type Health, health, worstHealth } from '../schedule/health.ts';
import { readMemory } from '../schedule/memory.ts';
import { defaultTimezone } from '../settings/timezone.ts';

export interface SourceRow {
  id: string;
  state: Health;
  lastVisit: string | null;
  nextVisit: string | null;
  lastOutcome: string | null;
  articles: number;
  agreements: number;
}

/** The word for one source. */
export function stateOf(history: SourceHistory, now: Date): Health {
  const { enabled, lastOutcome } = history;
  const timezone = defaultTimezone(history.region);
  if (!enabled) return 'disabled';
  const states = history.memories.map((memory) =>
    health({ enabled, lastOutcome, memory: readMemory(memory), timezone }, now),
  );
  return states.length > 0 ? worstHealth(states) : 'new';
}

export function healthOf(history: SourceHistory, now: Date): SourceRow {
  return {
    id: history.id,
    state: stateOf(history, now),
    lastVisit: history.lastVisit?.toISOString() ?? null,
    nextVisit: history.enabled ? (history.nextVisit?.toISOString() ?? null) : null,
    lastOutcome: history.lastOutcome,
    articles: history.articles,
    agreements: history.agreements,
  };
}

/** A source that no run has taken up yet. */
export function unvisited({ id, enabled }: { id: string; enabled: boolean }): SourceRow {
  const state = enabled ? 'new' : 'disabled';
  return { id, state, lastVisit: null, nextVisit: null, lastOutcome: null, articles: 0, agreements: 0 };
}
