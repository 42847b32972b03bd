/**
 * What the listings of a fleet know together: the rhythm of each kind, its mean rate, and the price of a visit.
 *
 * Made anew every hour or so from all memories (a sum over listings) and kept as one JSON object that every worker reads.
 * Nothing here is needed to go on: without a plan, listings are visited by the defaults.
 */
import type { SourceKind } from '../domain/source.ts';
import { DEFAULT_RATE, LONGEST_AUTO_MS, rateOf, SHORTEST_AUTO_MS, visitCost } from './auto.ts';
import { sizeOf, tableOver } from './look-ahead.ts';
import { BINS_A_DAY, BINS_A_WEEK, type ListingMemory } from './memory.ts';
import { EVEN, type Rhythm, rhythmOf } from './rhythm.ts';

const HOUR_MS = 3_600_000;
const WEEK_MS = 168 * HOUR_MS;
/** Articles after which a half hour speaks for itself, and not for the same half hour of its kind of day. */
const TRUST_ITEMS = 12;
/** The same for a half hour of all weekdays or weekend days against evenness. */
const TRUST_EVEN_ITEMS = 4;

export interface FleetPlan {
  v: 1;
  /** Delay (article hours) that a visit of cost 1 must save. */
  price: number;
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
): { rhythm: Rhythm; priorRate: number; price: number } {
  const own = plan?.kinds[kind];
  return {
    rhythm: own ? rhythmFor(own) : EVEN,
    priorRate: own?.rate ?? DEFAULT_RATE,
    price: plan?.price ?? DEFAULT_PRICE,
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
    kinds[kind] = planKind(
      listings.filter((listing) => listing.kind === kind),
      kindOf(before, kind),
    );
  }
  const plan: FleetPlan = { v: 1, price: DEFAULT_PRICE, kinds };
  return { ...plan, price: priceFor(listings, plan, visitsPerDay * 7 * correction) };
}

function planKind(listings: FleetListing[], before: { rhythm: Rhythm; priorRate: number }): KindPlan {
  const counts = new Float64Array(BINS_A_WEEK);
  const exposure = new Float64Array(7);
  let rates = 0;
  for (const { memory } of listings) {
    const rate = rateOf(memory, before.rhythm, before.priorRate);
    rates += rate;
    for (const [bin, count] of Object.entries(memory.bins))
      counts[Number(bin)] = num(counts[Number(bin)]) + count;
    for (const [kind, days] of memory.days.entries()) {
      exposure[kind] = num(exposure[kind]) + (rate * days * 24) / BINS_A_DAY;
    }
  }
  const density = [...rhythmOf(shrunk(counts, exposure)).density].map((value) => Number(value.toFixed(4)));
  return { rate: rates / listings.length, density };
}

/**
 * Rates of the half hours from counts and exposure, shrunk in two steps: a half hour of one day towards the same half hour
 * of all weekdays (or both weekend days), and that towards evenness, each as far as its articles are few.
 */
function shrunk(counts: Float64Array, exposure: Float64Array): Float64Array {
  const rates = new Float64Array(BINS_A_WEEK);
  for (const days of [
    [0, 1, 2, 3, 4],
    [5, 6],
  ]) {
    const shared = days.reduce((sum, day) => sum + num(exposure[day]), 0);
    for (let bin = 0; bin < BINS_A_DAY; bin++) {
      const together = days.reduce((sum, day) => sum + num(counts[day * BINS_A_DAY + bin]), 0);
      const common = (together + TRUST_EVEN_ITEMS) / (shared + TRUST_EVEN_ITEMS);
      for (const day of days) {
        const index = day * BINS_A_DAY + bin;
        const trust = TRUST_ITEMS / Math.max(common, 0.05);
        rates[index] = (num(counts[index]) + trust * common) / (num(exposure[day]) + trust);
      }
    }
  }
  return rates;
}

/** The price at which an ordinary week costs `budget`, by bisection: dearer visits are fewer. */
function priceFor(listings: readonly FleetListing[], plan: FleetPlan, budget: number): number {
  const curves = new Map<SourceKind, number[]>();
  const items = listings.map((listing) => {
    const { rhythm, priorRate } = kindOf(plan, listing.kind);
    if (!curves.has(listing.kind)) curves.set(listing.kind, visitCurve(rhythm));
    const cost = visitCost(listing.memory, listing.via ?? null);
    const worth = (rateOf(listing.memory, rhythm, priorRate) * (listing.weight ?? 1)) / cost;
    const most = WEEK_MS / Math.max(listing.shortestMs ?? SHORTEST_AUTO_MS, listing.memory.freshForMs);
    const least = Math.min(most, WEEK_MS / (listing.longestMs ?? LONGEST_AUTO_MS));
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
    if (spent(Math.exp(middle)) > budget) low = middle;
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

/** Share of a week's error that is corrected, and the longest step: visits save most at a price that stays the same. */
const CORRECTION_SHARE = 0.25;
const CORRECTION_STEP = 0.05;

/**
 * Corrects the budget by what was really spent: once a week, from the last week's spending and what was planned for it.
 * Bounds and paging back make the two differ, and holidays, whose savings are so spent over the following weeks.
 */
export function correctBudget(correction: number, spentLastWeek: number, visitsPerDay: number): number {
  if (spentLastWeek <= 0 || visitsPerDay <= 0) return correction;
  const off = Math.log((visitsPerDay * 7) / spentLastWeek) * CORRECTION_SHARE;
  const step = Math.min(CORRECTION_STEP, Math.max(-CORRECTION_STEP, off));
  return Math.min(2, Math.max(0.5, correction * Math.exp(step)));
}

function num(value: number | undefined): number {
  return value ?? 0;
}
