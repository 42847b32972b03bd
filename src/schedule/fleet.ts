/**
 * Makes the fleet's plan from the memories of its listings: anew once a day, at night, or when the budget changes.
 */
import { DEFAULT_PRICE, type FleetListing, type FleetPlan, kindOf } from './fleet-plan.ts';
import { poolKind } from './pool.ts';
import { priceFor } from './price.ts';
import { LONGEST_AUTO_MS } from './worth.ts';

const DAY_MS = 24 * 3_600_000;
/** Longest interval, in intervals of a fleet that is visited evenly: spares the slowest sources at no cost to the mean. */
const LONGEST_OF_EVEN = 4;
/** A night is never too long, however large the budget. */
const NIGHT_MS = 14 * 3_600_000;

/**
 * A plan that spends `visitsPerDay` (in visits of cost 1, all listings with `schedule: auto` together). `correction` is
 * what `correctBudget` made of the spending so far.
 */
export function planFleet(
  listings: readonly FleetListing[],
  visitsPerDay: number,
  { before = null, correction = 1 }: { before?: FleetPlan | null; correction?: number } = {},
): FleetPlan {
  const kinds: FleetPlan['kinds'] = {};
  for (const kind of new Set(listings.map((listing) => listing.kind))) {
    const memories = listings.filter((listing) => listing.kind === kind).map(({ memory }) => memory);
    kinds[kind] = poolKind(memories, kindOf(before, kind));
  }
  const evenMs = (listings.length * DAY_MS) / Math.max(visitsPerDay, 1e-9);
  const longestMs = Math.min(LONGEST_AUTO_MS, Math.max(NIGHT_MS, LONGEST_OF_EVEN * evenMs));
  const plan: FleetPlan = { v: 1, price: DEFAULT_PRICE, longestMs, kinds };
  return { ...plan, price: priceFor(listings, plan, visitsPerDay * 7 * correction) };
}
