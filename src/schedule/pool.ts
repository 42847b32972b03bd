/**
 * The rhythm and the mean rate of a kind of listing, pooled over the memories of all that are of it.
 */
import type { KindPlan } from './fleet-plan.ts';
import { BINS_A_DAY, BINS_A_WEEK, type ListingMemory } from './memory.ts';
import { type Rhythm, rhythmOf } from './rhythm.ts';
import { rateOf } from './worth.ts';

/** Articles after which a half hour speaks for itself, and not for the same half hour of its kind of day. */
const TRUST_ITEMS = 12;
/** The same for a half hour of all weekdays or weekend days against evenness. */
const TRUST_EVEN_ITEMS = 4;

/** `before` is what was known of the kind until now: the rates that the counts are measured against come from it. */
export function poolKind(
  memories: readonly ListingMemory[],
  before: { rhythm: Rhythm; priorRate: number },
): KindPlan {
  const counts = new Float64Array(BINS_A_WEEK);
  const exposure = new Float64Array(7);
  let rates = 0;
  for (const memory of memories) {
    const rate = rateOf(memory, before.rhythm, before.priorRate);
    rates += rate;
    for (const [bin, count] of Object.entries(memory.bins))
      counts[Number(bin)] = num(counts[Number(bin)]) + count;
    for (const [kind, days] of memory.days.entries()) {
      exposure[kind] = num(exposure[kind]) + (rate * days * 24) / BINS_A_DAY;
    }
  }
  const density = [...rhythmOf(shrunk(counts, exposure)).density].map((value) => Number(value.toFixed(4)));
  return { rate: rates / Math.max(1, memories.length), density };
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

function num(value: number | undefined): number {
  return value ?? 0;
}
