/**
 * Lays two token sequences beside each other: what both have in the same order, and the gaps between.
 *
 * Anchors are runs of tokens that occur once in either text; the longest rising chain of them (patience diff, Cohen)
 * is kept, anchors grow to both sides while tokens agree, and small gaps are settled by a table of longest common
 * subsequences. Time is n·log n; a gap too large for the table counts as rewritten.
 */
import { weightOf } from './tokens.ts';

/** A stretch in which the texts differ; ends exclusive, one side may be empty. */
export interface Gap {
  aFrom: number;
  aTo: number;
  bFrom: number;
  bTo: number;
}

export interface Alignment {
  /** Weight of the tokens that stand in both texts. */
  kept: number;
  weightA: number;
  weightB: number;
  /** Pairs of equal tokens, rising on both sides. */
  pairs: [number, number][];
  gaps: Gap[];
}

const ANCHOR = 3;
/** Cells of one table: 150 by 150 tokens. */
const TABLE_LIMIT = 22_500;
const ROUNDS = 3;

/** Aligns two sequences of comparable tokens. */
export function align(a: string[], b: string[]): Alignment {
  const coarse = grow(risingChain(anchors(a, b)), a, b);
  const pairs = withoutLoners(settle(coarse, a, b), a, b);
  const kept = pairs.reduce((sum, [i]) => sum + weightOf(a[i] ?? ''), 0);
  return { kept, weightA: weigh(a), weightB: weigh(b), pairs, gaps: gapsOf(pairs, a.length, b.length) };
}

export function weigh(tokens: string[]): number {
  return tokens.reduce((sum, token) => sum + weightOf(token), 0);
}

function anchors(a: string[], b: string[]): [number, number][] {
  const inB = onceOnly(b);
  const found: [number, number][] = [];
  for (const [run, at] of onceOnly(a)) {
    const other = at < 0 ? undefined : inB.get(run);
    if (other !== undefined && other >= 0) found.push([at, other]);
  }
  return found.sort((x, y) => x[0] - y[0]);
}

/** Runs of `ANCHOR` tokens with their place, -1 for those that occur again. */
function onceOnly(tokens: string[]): Map<string, number> {
  const places = new Map<string, number>();
  for (let i = 0; i + ANCHOR <= tokens.length; i += 1) {
    const run = tokens.slice(i, i + ANCHOR).join('\u0001');
    places.set(run, places.has(run) ? -1 : i);
  }
  return places;
}

/** Longest increasing subsequence by b, with back links (Fredman 1975). */
function risingChain(points: [number, number][]): [number, number][] {
  const tails: number[] = [];
  const before = new Int32Array(points.length).fill(-1);
  points.forEach(([, y], i) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((points[tails[middle] ?? 0]?.[1] ?? 0) < y) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = i;
  });
  const chain: [number, number][] = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) {
    const point = points[i];
    if (point) chain.push(point);
  }
  return chain.reverse();
}

/** Every anchor covers its run and grows to both sides as far as the tokens agree. */
function grow(chain: [number, number][], a: string[], b: string[]): [number, number][] {
  const pairs: [number, number][] = [];
  let [lastA, lastB] = [-1, -1];
  for (const [x, y] of chain) {
    let [i, j] = [x, y];
    while (i - 1 > lastA && j - 1 > lastB && a[i - 1] === b[j - 1]) [i, j] = [i - 1, j - 1];
    // An anchor inside ground already covered on one side only would break the order.
    while (i <= lastA || j <= lastB) [i, j] = [i + 1, j + 1];
    for (; i < a.length && j < b.length && a[i] === b[j]; i += 1, j += 1) {
      pairs.push([i, j]);
      [lastA, lastB] = [i, j];
    }
  }
  return pairs;
}

/**
 * Fills the gaps between pairs: small ones by the table, large ones by the runs that occur once inside the gap
 * (a phrase the whole text repeats may be unique there), a few times over.
 */
function settle(pairs: [number, number][], a: string[], b: string[]): [number, number][] {
  let all = pairs;
  for (let round = 0; round < ROUNDS; round += 1) {
    const found = gapsOf(all, a.length, b.length)
      .filter(tooLarge)
      .flatMap((gap) => within(gap, a, b));
    if (found.length === 0) break;
    all = [...all, ...found].sort((x, y) => x[0] - y[0]);
  }
  const small = gapsOf(all, a.length, b.length).filter((gap) => !tooLarge(gap));
  const filled = small.flatMap((gap) => commonSubsequence(gap, a, b));
  return [...all, ...filled].sort((x, y) => x[0] - y[0]);
}

function tooLarge({ aFrom, aTo, bFrom, bTo }: Gap): boolean {
  return (aTo - aFrom) * (bTo - bFrom) > TABLE_LIMIT;
}

function within(gap: Gap, a: string[], b: string[]): [number, number][] {
  const [left, right] = [a.slice(gap.aFrom, gap.aTo), b.slice(gap.bFrom, gap.bTo)];
  const pairs = grow(risingChain(anchors(left, right)), left, right);
  return pairs.map(([i, j]) => [gap.aFrom + i, gap.bFrom + j]);
}

function commonSubsequence(gap: Gap, a: string[], b: string[]): [number, number][] {
  const [rows, columns] = [gap.aTo - gap.aFrom, gap.bTo - gap.bFrom];
  const wide = columns + 1;
  const table = new Uint16Array((rows + 1) * wide);
  const cell = (i: number, j: number) => table[i * wide + j] ?? 0;
  const equal = (i: number, j: number) => a[gap.aFrom + i] === b[gap.bFrom + j];
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1) {
      table[i * wide + j] = equal(i, j) ? cell(i + 1, j + 1) + 1 : Math.max(cell(i + 1, j), cell(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (equal(i, j)) pairs.push([gap.aFrom + i++, gap.bFrom + j++]);
    else if (cell(i + 1, j) >= cell(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** A lone Han character met by chance (的, 了) proves nothing: it needs a neighbour, or to be a word or figure. */
function withoutLoners(pairs: [number, number][], a: string[], b: string[]): [number, number][] {
  const follows = (x: [number, number] | undefined, y: [number, number] | undefined) =>
    x !== undefined && y !== undefined && y[0] === x[0] + 1 && y[1] === x[1] + 1;
  const lonely = (pair: [number, number], k: number) =>
    weightOf(a[pair[0]] ?? '') < 2 &&
    !follows(pairs[k - 1], pair) &&
    !follows(pair, pairs[k + 1]) &&
    (pair[0] > 0 || pair[1] > 0) &&
    (pair[0] < a.length - 1 || pair[1] < b.length - 1);
  return pairs.filter((pair, k) => !lonely(pair, k));
}

function gapsOf(pairs: [number, number][], lengthA: number, lengthB: number): Gap[] {
  const gaps: Gap[] = [];
  let [aFrom, bFrom] = [0, 0];
  for (const [aTo, bTo] of [...pairs, [lengthA, lengthB] as const]) {
    if (aTo > aFrom || bTo > bFrom) gaps.push({ aFrom, aTo, bFrom, bTo });
    [aFrom, bFrom] = [aTo + 1, bTo + 1];
  }
  return gaps;
}
