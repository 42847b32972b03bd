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

/** The factor at which a policy spends the budget, by bisection on its logarithm. */
export function atBudget(
  run: (factor: number) => Visits[],
  spent: (visits: Visits[]) => number,
  budget: number,
): Visits[] {
  let [low, high] = [Math.log(1e-4), Math.log(1e4)];
  let visits: Visits[] = [];
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    visits = run(Math.exp(middle));
    const cost = spent(visits);
    if (Math.abs(cost / budget - 1) < 0.002) break;
    if (cost > budget) high = middle;
    else low = middle;
  }
  return visits;
}
