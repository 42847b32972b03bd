/**
 * What is at stake at a listing: how much it publishes, and what looking there costs.
 */
import type { ListingMemory } from './memory.ts';
import { dayMass, type Rhythm } from './rhythm.ts';

const HOUR_MS = 3_600_000;
/** Weight of the fleet's mean against a listing's own articles, in articles. */
const PRIOR_ITEMS = 0.5;

export const SHORTEST_AUTO_MS = 60_000;
export const LONGEST_AUTO_MS = 24 * HOUR_MS;
/** Articles an hour of a listing without a rhythm yet, in a fleet without one. */
export const DEFAULT_RATE = 3 / 24;

/** Cost of a visit in units of one plain page: a 304 costs next to nothing, a browser a good deal. */
export const COST = { notModified: 0.05, http: 1, browser: 20 } as const;

/** Articles a working hour: a Gamma prior of the fleet's mean, and the listing's own count (Gamma-Poisson). */
export function rateOf(memory: ListingMemory, rhythm: Rhythm, priorRate: number): number {
  let hours = 0;
  for (const [kind, days] of memory.days.entries()) hours += days * dayMass(rhythm, kind);
  const prior = Math.max(priorRate, 1e-6);
  return (PRIOR_ITEMS + memory.items) / (PRIOR_ITEMS / prior + hours);
}

/** Expected cost of the next visit, in plain pages. */
export function visitCost(memory: ListingMemory, via: 'http' | 'browser' | null): number {
  if (via === 'browser') return COST.browser;
  return COST.http - memory.notModified * (COST.http - COST.notModified);
}
