/**
 * The price of a visit: one for the whole fleet, at which its listings together spend the budget.
 */
import type { SourceKind } from '../domain/source.ts';
import { type FleetListing, type FleetPlan, kindOf } from './fleet-plan.ts';
import { sizeOf, tableOver } from './look-ahead.ts';
import { BINS_A_DAY } from './memory.ts';
import { type Rhythm, rhythmOf, workingHours } from './rhythm.ts';
import { rateOf, SHORTEST_AUTO_MS, visitCost } from './worth.ts';

const WEEK_MS = 168 * 3_600_000;

/** The price at which an ordinary week costs `weeklyBudget`, by bisection: dearer visits are fewer. */
export function priceFor(listings: readonly FleetListing[], plan: FleetPlan, weeklyBudget: number): number {
  const curves = new Map<SourceKind, number[]>();
  const items = listings.map((listing) => {
    const { rhythm, priorRate } = kindOf(plan, listing.kind);
    if (!curves.has(listing.kind)) curves.set(listing.kind, visitCurve(rhythm));
    const cost = visitCost(listing.memory, listing.via ?? null);
    const worth = (rateOf(listing.memory, rhythm, priorRate) * (listing.weight ?? 1)) / cost;
    const most = WEEK_MS / Math.max(listing.shortestMs ?? SHORTEST_AUTO_MS, listing.memory.freshForMs);
    const least = Math.min(most, WEEK_MS / (listing.longestMs ?? plan.longestMs));
    return { curve: curves.get(listing.kind) ?? [], cost, worth, most, least };
  });
  const spent = (price: number) =>
    items.reduce((sum, item) => {
      const visits = visitsAWeek(item.curve, item.worth / price);
      return sum + item.cost * Math.min(item.most, Math.max(item.least, visits));
    }, 0);
  let [low, high] = [-14, 14];
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (spent(Math.exp(middle)) > weeklyBudget) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

// Visits a week by the index rule, tabulated over the logarithm of worth / price.
const CURVE_FROM = Math.log(1e-4);
const CURVE_STEP = Math.log(1e8) / 40;
/** A Monday, in a zone without holidays. */
const ORDINARY_WEEK = Date.UTC(2024, 0, 1);

function visitCurve(rhythm: Rhythm): number[] {
  return Array.from({ length: 41 }, (_, i) => countVisits(rhythm, Math.exp(CURVE_FROM + i * CURVE_STEP)));
}

/** Visits in a week when each comes as `auto` has it: counted over ordinary weeks, or by the integral of the root rule. */
function countVisits(rhythm: Rhythm, worth: number): number {
  const size = sizeOf(rhythm, worth);
  if (size) {
    // Few visits a week are counted over two, so that one more or less weighs half.
    const weeks = size.days > 7 ? 2 : 1;
    const ahead = { timezone: 'UTC', start: ORDINARY_WEEK, worth, ...size, days: weeks * 7 + size.days };
    const { next, slotMs } = tableOver(rhythm, ahead);
    let visits = 0;
    for (let slot = 0; slot < (weeks * WEEK_MS) / slotMs; slot = next[slot] ?? next.length) visits += 1;
    return visits / weeks;
  }
  if (worth > 1) {
    return rhythm.density.reduce((sum, rate) => sum + Math.sqrt((rate * worth) / 2), 0) * (24 / BINS_A_DAY);
  }
  return Math.sqrt(worth / 2) * 168;
}

function visitsAWeek(curve: number[], worth: number): number {
  const place = Math.min(39.999, Math.max(0, (Math.log(worth) - CURVE_FROM) / CURVE_STEP));
  const index = Math.floor(place);
  const [low, high] = [num(curve[index]), num(curve[index + 1])];
  return low * (high / low) ** (place - index);
}

/**
 * How busy a fleet is meant to be between two instants, against ordinary weeks: 1 for a week without holidays, less for one
 * with. Visits follow the root of the rate, and so does this.
 */
export function busyness(plan: FleetPlan, from: Date, to: Date, timezone: string): number {
  const kinds = Object.keys(plan.kinds) as SourceKind[];
  if (kinds.length === 0 || to <= from) return 1;
  const shares = kinds.map((kind) => {
    const roots = rhythmOf(kindOf(plan, kind).rhythm.density.map(Math.sqrt));
    return workingHours(roots, from.getTime(), to.getTime(), timezone) / 168;
  });
  return shares.reduce((sum, share) => sum + share, 0) / kinds.length;
}

/** Share of a week's error that is corrected, and the longest step: visits save most at a price that stays the same. */
const CORRECTION_SHARE = 0.25;
const CORRECTION_STEP = 0.05;

/**
 * Corrects the budget by what was really spent: once a week, from the week's spending and what was planned for it, which is
 * seven days' budget times the week's `busyness`. Bounds, failures and paging back make the two differ.
 */
export function correctBudget(correction: number, spent: number, planned: number): number {
  if (spent <= 0 || planned <= 0) return correction;
  const off = Math.log(planned / spent) * CORRECTION_SHARE;
  const step = Math.min(CORRECTION_STEP, Math.max(-CORRECTION_STEP, off));
  return Math.min(2, Math.max(0.5, correction * Math.exp(step)));
}

function num(value: number | undefined): number {
  return value ?? 0;
}
