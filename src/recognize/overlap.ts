/** Mentions that overlap: one finder's word against another's. */
import type { Stretch } from '../wording/sentences.ts';

/** Of mentions that overlap, the one that begins first stays, and of these the longest. Ordered by start. */
export function withoutOverlaps<T extends Stretch>(found: readonly T[]): T[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: T[] = [];
  let end = -1;
  for (const mention of sorted) {
    if (mention.start < end) continue;
    kept.push(mention);
    end = mention.end;
  }
  return kept;
}

/** The items that do not overlap any of `walls`; both lists ordered by start, `walls` without overlaps. */
export function apartFrom<T extends Stretch>(items: readonly T[], walls: readonly Stretch[]): T[] {
  let wall = 0;
  return items.filter((item) => {
    while (wall < walls.length && (walls[wall]?.end ?? 0) <= item.start) wall++;
    return (walls[wall]?.start ?? Infinity) >= item.end;
  });
}
