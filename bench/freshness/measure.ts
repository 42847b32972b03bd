/** What a policy's visits are worth: delays of the articles of the measured part, what was missed, and the cost. */
import { HOUR, LISTING_LENGTH, type World } from './world.ts';

/** Visits of one source: times, ascending (ms), and pages asked for at each (null: one each). */
export interface Visits {
  times: number[];
  pages: number[] | null;
}

export interface Figures {
  mean: number;
  median: number;
  p95: number;
  p99: number;
  /** Greatest mean delay of a source that published at least once. */
  worst: number;
  /** Articles that had left the listing before anybody looked. */
  missed: number;
  /** Pages asked for in the measured part, per source and week. */
  cost: number;
  /** Share of visits that found something. */
  hits: number;
}

/** Articles that a visit can still see when it asks for this many pages. */
function reachOf(pages: number): number {
  return pages * LISTING_LENGTH;
}

export function measure(world: World, visits: Visits[]): Figures {
  const delays: number[] = [];
  let [missed, cost, found, looked, worst] = [0, 0, 0, 0, 0];
  for (const [i, source] of world.sources.entries()) {
    const own = visits[i] ?? { times: [], pages: null };
    let seen = 0;
    let [sum, count] = [0, 0];
    for (const [k, time] of own.times.entries()) {
      const pages = own.pages?.[k] ?? 1;
      const inside = time >= world.measured && time < world.end;
      if (inside) [cost, looked] = [cost + pages, looked + 1];
      const from = seen;
      while (seen < source.published.length && (source.published[seen] ?? 0) <= time) seen += 1;
      if (inside && seen > from) found += 1;
      const oldest = seen - reachOf(pages);
      for (let article = from; article < seen; article++) {
        const published = source.published[article] ?? 0;
        if (published < world.measured) continue;
        if (article < oldest) missed += 1;
        else {
          const delay = (time - published) / HOUR;
          delays.push(delay);
          [sum, count] = [sum + delay, count + 1];
        }
      }
    }
    if (count > 0) worst = Math.max(worst, sum / count);
  }
  const sorted = Float64Array.from(delays).sort();
  const quantile = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return {
    mean: sorted.reduce((total, delay) => total + delay, 0) / sorted.length,
    median: quantile(0.5),
    p95: quantile(0.95),
    p99: quantile(0.99),
    worst,
    missed,
    cost: cost / world.sources.length / ((world.end - world.measured) / (7 * 24 * HOUR)),
    hits: found / looked,
  };
}

/** Pages a source and week, of the measured part alone: what a policy is held to. */
export function spending(world: World, visits: Visits[]): number {
  let cost = 0;
  for (const { times, pages } of visits) {
    for (const [k, time] of times.entries()) {
      if (time >= world.measured && time < world.end) cost += pages?.[k] ?? 1;
    }
  }
  return cost / world.sources.length / ((world.end - world.measured) / (7 * 24 * HOUR));
}

/**
 * Mean delay in hours that the closed form promises the optimum for many visits: uniform's, half an interval, times
 * `(E sqrt(rate))^2 / E rate` over sources and hours. With few visits a day it is no bound either way.
 */
export function closedForm(world: World, visitsAWeek: number): number {
  let [roots, rates, count] = [0, 0, 0];
  for (const { intensity } of world.sources) {
    for (const mean of intensity) [roots, rates] = [roots + Math.sqrt(mean), rates + mean];
    count += intensity.length;
  }
  return (168 / visitsAWeek / 2) * ((roots / count) ** 2 / (rates / count));
}
