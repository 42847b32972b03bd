/** Seeded chance, so that a figure can be printed again. */

export type Random = () => number;

/** Numbers in [0, 1) from a seed (mulberry32's recurrence). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Standard normal by Box and Muller. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Exponential with mean 1. */
export function exponential(random: Random): number {
  return -Math.log(1 - random());
}

export function poisson(random: Random, mean: number): number {
  let count = -1;
  for (let sum = 0; sum < mean; sum += exponential(random)) count += 1;
  return Math.max(0, count);
}
