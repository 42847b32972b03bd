/** Stretches inside stretches: lists are in the order of the text, so a binary search finds the first. */
import type { Stretch } from '../wording/sentences.ts';

/** The items that begin in `[start, end)`, of a list ordered by start. */
export function within<T extends Stretch>(items: readonly T[], start: number, end: number): T[] {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < items.length && (items[last]?.start ?? end) < end) last++;
  return items.slice(low, last);
}

/** Index of the stretch that holds `at`, or of the last one before it; -1 when there is none. */
export function indexAt(items: readonly Stretch[], at: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
