/**
 * What the listings of a fleet know together, as one JSON object: the rhythm of each kind, its mean rate, the price of a
 * visit. Every worker reads it; `fleet.ts` makes it. Nothing here is needed to go on: without a plan, defaults hold.
 */
import type { SourceKind } from '../domain/source.ts';
import type { ListingMemory } from './memory.ts';
import { EVEN, type Rhythm, rhythmOf } from './rhythm.ts';
import { DEFAULT_RATE, LONGEST_AUTO_MS } from './worth.ts';

export interface FleetPlan {
  v: 1;
  /** Delay (article hours) that a visit of cost 1 must save. */
  price: number;
  /** Longest interval of `auto` in ms. */
  longestMs: number;
  kinds: Partial<Record<SourceKind, KindPlan>>;
}

export interface KindPlan {
  /** Mean articles an hour of a listing. */
  rate: number;
  /** Relative rate of the 336 half hours of a week. */
  density: number[];
}

export interface FleetListing {
  kind: SourceKind;
  memory: ListingMemory;
  weight?: number;
  via?: 'http' | 'browser' | null;
  shortestMs?: number;
  longestMs?: number;
}

/** What a worker needs of a plan for one kind of listing; defaults where there is none yet. */
export function kindOf(
  plan: FleetPlan | null,
  kind: SourceKind,
): { rhythm: Rhythm; priorRate: number; price: number; longestMs: number } {
  const own = plan?.kinds[kind];
  return {
    rhythm: own ? rhythmFor(own) : EVEN,
    priorRate: own?.rate ?? DEFAULT_RATE,
    price: plan?.price ?? DEFAULT_PRICE,
    longestMs: plan?.longestMs ?? LONGEST_AUTO_MS,
  };
}

/** A visit about every three hours for a listing of the default rate, until a plan is made. */
export const DEFAULT_PRICE = (DEFAULT_RATE * 3 ** 2) / 2;

const rhythms = new WeakMap<KindPlan, Rhythm>();

function rhythmFor(plan: KindPlan): Rhythm {
  const known = rhythms.get(plan);
  if (known) return known;
  const made = rhythmOf(plan.density);
  rhythms.set(plan, made);
  return made;
}
