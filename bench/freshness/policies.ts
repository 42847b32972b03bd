/**
 * The policies of other pollers, each with one factor that sets how much it spends.
 *
 * Those that follow a rate are told the true one: what they lose, they lose by the rule and not by learning.
 */

import type { Visits } from './measure.ts';
import { randomFrom } from './random.ts';
import { HOUR, type SourceWorld, type World } from './world.ts';

const WEEK_HOURS = 168;

/** Visits of all sources for a factor; a greater factor spends more. */
export type Policy = (world: World, factor: number) => Visits[];

export const POLICIES: Record<string, Policy> = {
  uniform: fixed(() => 1),
  proportional: fixed((source) => source.rate),
  sqrt: fixed((source) => Math.sqrt(source.rate)),
  // Miniflux's entry_frequency: a week over the weekly count, within 5 minutes and 24 hours.
  clamp: fixed((source) => source.rate, 5 / 60, 24),
  aimd,
};

/** One interval a source, with a random phase: `1 / (share * factor)` hours, within bounds. */
function fixed(share: (source: SourceWorld) => number, shortest = 0.01, longest = 52 * WEEK_HOURS): Policy {
  return (world, factor) => {
    const random = randomFrom(5);
    return world.sources.map((source) => {
      const hours = Math.min(longest, Math.max(shortest, 1 / (share(source) * factor)));
      const times: number[] = [];
      // One more interval than the run has, so that its last articles are found as well.
      const end = world.end + hours * HOUR;
      for (let at = world.start + random() * hours * HOUR; at < end; at += hours * HOUR) times.push(at);
      return { times, pages: null };
    });
  };
}

/** Nutch's and StormCrawler's rule: half as long again after nothing new, a fifth shorter after something new. */
function aimd(world: World, factor: number): Visits[] {
  const random = randomFrom(5);
  // Such a rule has no budget: its bounds, a twelfth and twelve times an interval, are moved until it spends ours.
  const [shortest, longest] = [1 / factor / 12, 12 / factor];
  return world.sources.map((source) => {
    const times: number[] = [];
    let hours = 1 / factor;
    let seen = 0;
    let at = world.start + random() * hours * HOUR;
    while (at < world.end + longest * HOUR) {
      times.push(at);
      const before = seen;
      while (seen < source.published.length && (source.published[seen] ?? 0) <= at) seen += 1;
      hours = Math.min(longest, Math.max(shortest, hours * (seen > before ? 0.8 : 1.5)));
      at += hours * HOUR;
    }
    return { times, pages: null };
  });
}

/** Off the budget by no more than this share: equal cost. */
const EQUAL = 0.003;

/**
 * The visits of a policy at the factor at which it spends the budget. Spending grows with the factor, about as a power of
 * it, so the next guess lies on the line through the last two in logarithms, kept inside what is known to bracket it.
 */
export function atBudget(
  run: (factor: number) => Visits[],
  spent: (visits: Visits[]) => number,
  { budget, first, rounds = 20 }: { budget: number; first: number; rounds?: number },
): Visits[] {
  let guess = Math.log(first);
  let [low, high] = [guess - 12, guess + 12];
  let before: { guess: number; off: number } | null = null;
  let best: { visits: Visits[]; off: number } | null = null;
  for (let round = 0; round < rounds; round++) {
    const visits = run(Math.exp(guess));
    const off = Math.log(spent(visits) / budget);
    if (!best || Math.abs(off) < Math.abs(best.off)) best = { visits, off };
    if (Math.abs(off) < EQUAL) break;
    if (off > 0) high = guess;
    else low = guess;
    const slope: number = before ? (off - before.off) / (guess - before.guess) : 0.75;
    before = { guess, off };
    const wanted = guess - off / slope;
    guess = wanted > low && wanted < high && Number.isFinite(wanted) ? wanted : (low + high) / 2;
  }
  return best?.visits ?? [];
}
