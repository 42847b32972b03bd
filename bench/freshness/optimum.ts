/**
 * The optimum: for each source the schedule of least summed delay when the true intensity is known beforehand.
 *
 * `V(b) = min over a < b of V(a) + cost(a, b) + price`, where `cost(a, b)` is the summed delay of what comes between two
 * visits: `T_b (P_b - P_a) - (Q_b - Q_a)` with prefix sums P of the articles and Q of articles times their moment. The step
 * `cost(a, b + 1) - cost(a, b)` is the mass of [a, b), which falls with a: a later start, once better, stays better.
 * So the candidates form a queue with the slots from which each is the best, and a run costs O(S log S). For Poisson
 * publication no policy is better in the mean; on bursty worlds it is a yardstick.
 */
import type { Visits } from './measure.ts';
import { SLOT, type SourceWorld, type World } from './world.ts';

interface Sums {
  mass: Float64Array;
  moment: Float64Array;
}

const remembered = new WeakMap<SourceWorld, Sums>();

function sumsOf(source: SourceWorld): Sums {
  const known = remembered.get(source);
  if (known) return known;
  const slots = source.intensity.length;
  const mass = new Float64Array(slots + 1);
  const moment = new Float64Array(slots + 1);
  for (let slot = 0; slot < slots; slot++) {
    const mean = source.intensity[slot] ?? 0;
    mass[slot + 1] = (mass[slot] ?? 0) + mean;
    moment[slot + 1] = (moment[slot] ?? 0) + mean * (slot + 0.5);
  }
  const sums = { mass, moment };
  remembered.set(source, sums);
  return sums;
}

/** Visits of all sources; `factor` is one over the price, in slots of delay. */
export function optimum(world: World, factor: number): Visits[] {
  return world.sources.map((source) => ({
    times: bestSlots(sumsOf(source), 1 / factor).map((slot) => world.start + slot * SLOT),
    pages: null,
  }));
}

function bestSlots({ mass, moment }: Sums, price: number): number[] {
  const slots = mass.length - 1;
  const value = new Float64Array(slots + 1);
  const before = new Int32Array(slots + 1);
  const total = (a: number, b: number) =>
    num(value[a]) + b * (num(mass[b]) - num(mass[a])) - (num(moment[b]) - num(moment[a])) + price;
  // Candidates, and the slot from which each is the best.
  const queue = new Int32Array(slots + 1);
  const since = new Int32Array(slots + 1);
  let [head, tail] = [0, 1];
  since[0] = 1;
  for (let b = 1; b <= slots; b++) {
    while (head + 1 < tail && num(since[head + 1]) <= b) head += 1;
    const a = num(queue[head]);
    value[b] = total(a, b);
    before[b] = a;
    tail = add(b);
  }
  const visits: number[] = [];
  for (let b = slots; b > 0; b = num(before[b])) visits.push(b);
  return visits.reverse();

  /** Enters a candidate where it beats all others from some slot on; returns the new tail. */
  function add(candidate: number): number {
    let end = tail;
    while (end > head) {
      const last = num(queue[end - 1]);
      const from = Math.max(num(since[end - 1]), candidate + 1);
      if (from > slots) return end;
      if (total(candidate, from) <= total(last, from)) {
        // Never drop the candidate that serves the slot in hand: it has been used already.
        end -= 1;
        continue;
      }
      if (total(candidate, slots) > total(last, slots)) return end;
      let [low, high] = [from, slots];
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (total(candidate, middle) <= total(last, middle)) high = middle;
        else low = middle;
      }
      queue[end] = candidate;
      since[end] = high;
      return end + 1;
    }
    queue[head] = candidate;
    since[head] = candidate + 1;
    return head + 1;
  }
}

function num(value: number | undefined): number {
  return value ?? 0;
}
