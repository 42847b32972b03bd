/**
 * `auto`: when a listing is due by what has been learned of it.
 *
 * Index rule: a listing is visited when the delay that its unseen articles have probably gathered is worth the price of a
 * visit, `weight * integral of rate(s) * (now - s) ds >= cost * price`. One price for the whole fleet spends the budget
 * where it saves most delay: the square root rule for even rates, visits behind a burst for uneven ones. Where a table of
 * the coming days is worth making, the same balance is struck over all visits ahead (`look-ahead.ts`).
 */
import { bestNext } from './look-ahead.ts';
import { outsideSilent } from './lower-bounds.ts';
import type { ListingMemory } from './memory.ts';
import { type Rhythm, reach } from './rhythm.ts';
import { fraction, jitter } from './spread.ts';
import { LONGEST_AUTO_MS, rateOf, SHORTEST_AUTO_MS, visitCost } from './worth.ts';

/** Share of a listing that may fill with new links before it is visited at the latest. */
const OVERFLOW_SHARE = 0.5;
/** Two listings with one rhythm would be due in the same second; a tenth of the price is lost nowhere. */
const JITTER = 0.1;

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
  const at = reach(rhythm, {
    from,
    until: Math.min(from + longest, planned ?? Number.POSITIVE_INFINITY),
    timezone,
    delay: planned === null ? 1 / worth : Number.POSITIVE_INFINITY,
    hours: overflow,
  });
  const aDay = (rate * 24).toFixed(rate * 24 < 10 ? 1 : 0);
  const wanted = new Date(from + Math.max(shortest, at - from));
  return {
    dueInMs: outsideSilent(wanted, memory).getTime() - from,
    reason: `its rhythm, ${aDay} articles a day`,
  };
}

/** Bounds in ms; what a server asks for overrules the longest. */
function bounds({ memory, shortestMs, longestMs }: AutoInput): { shortest: number; longest: number } {
  const shortest = Math.max(shortestMs ?? SHORTEST_AUTO_MS, memory.freshForMs);
  return { shortest, longest: Math.max(shortest, longestMs ?? LONGEST_AUTO_MS) };
}
