/**
 * `auto`: when a listing is due by what has been learned of it.
 *
 * Index rule: a listing is visited when the delay that its unseen articles have probably gathered is worth the price of a
 * visit, `weight * integral of rate(s) * (now - s) ds >= cost * price`. One price for the whole fleet spends the budget
 * where it saves most delay (the square root rule for even rates, and visits at the end of a burst for uneven ones). The
 * rule needs no plan: it looks at one listing, and a change of budget moves only the price.
 */
import { bestNext } from './look-ahead.ts';
import type { ListingMemory } from './memory.ts';
import { dayMass, type Rhythm, reach } from './rhythm.ts';
import { fraction, jitter } from './spread.ts';

const HOUR_MS = 3_600_000;
/** Weight of the fleet's mean against a listing's own articles, in articles. */
const PRIOR_ITEMS = 0.5;
/** Share of a listing that may fill with new links before it is visited at the latest. */
const OVERFLOW_SHARE = 0.5;
/** Two listings with one rhythm would be due in the same second; a tenth of the price is lost nowhere. */
const JITTER = 0.1;

export const SHORTEST_AUTO_MS = 60_000;
export const LONGEST_AUTO_MS = 24 * HOUR_MS;
/** A listing without a rhythm yet, in a fleet without one. */
export const DEFAULT_RATE = 3 / 24;

/** Cost of a visit in units of one plain page: a 304 costs next to nothing, a browser a good deal. */
export const COST = { notModified: 0.05, http: 1, browser: 20 } as const;

export interface AutoInput {
  /** What its moments are moved by. */
  id: string;
  timezone: string;
  /** The last visit. */
  from: Date;
  memory: ListingMemory;
  rhythm: Rhythm;
  /** Articles an hour of a listing of this kind, before its own are known. */
  priorRate: number;
  /** Delay (article hours) that a visit of cost 1 must save. */
  price: number;
  weight?: number;
  via?: 'http' | 'browser' | null;
  shortestMs?: number;
  longestMs?: number;
}

/** Milliseconds from the last visit to the next, and why. */
export function autoDue(input: AutoInput): { dueInMs: number; reason: string } {
  const { memory, rhythm, timezone, weight = 1 } = input;
  const from = input.from.getTime();
  const { shortest, longest } = bounds(input);
  const rate = rateOf(memory, rhythm, input.priorRate);
  const price = input.price * visitCost(memory, input.via ?? null) * jitter(`${input.id} ${from}`, JITTER);
  const overflow = memory.links > 0 ? (memory.links * OVERFLOW_SHARE) / rate : Number.POSITIVE_INFINITY;
  const worth = (weight * rate) / price;
  const planned = bestNext({ rhythm, timezone, worth, from }, fraction(input.id) - 0.5);
  const latest = { from, until: from + longest, timezone, hours: overflow };
  const at = reach(rhythm, { ...latest, delay: planned === null ? 1 / worth : Number.POSITIVE_INFINITY });
  const aDay = (rate * 24).toFixed(rate * 24 < 10 ? 1 : 0);
  return {
    dueInMs: Math.max(shortest, Math.min(at, planned ?? at) - from),
    reason: `its rhythm, ${aDay} articles a day`,
  };
}

/** Bounds in ms; what a server asks for overrules the longest. */
function bounds({ memory, shortestMs, longestMs }: AutoInput): { shortest: number; longest: number } {
  const shortest = Math.max(shortestMs ?? SHORTEST_AUTO_MS, memory.freshForMs);
  return { shortest, longest: Math.max(shortest, longestMs ?? LONGEST_AUTO_MS) };
}

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
