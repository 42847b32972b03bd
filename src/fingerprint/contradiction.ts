/**
 * Do two texts that run alike tell of different facts? A notice filled in anew gives other figures and names at the
 * same place in the same sentence; a reprint gives other words, or more or fewer of them.
 *
 * A gap is a contradiction when both sides hold figures and none in common, or both hold names and none in common,
 * and what one side says is nowhere in the other text (so "the governor" for his name is none).
 */
import type { Alignment, Gap } from './align.ts';
import { figureOf, figuresIn } from './figures.ts';
import { chineseNames } from './names.ts';
import { isSingle, keyOf } from './tokens.ts';

/** One text under comparison. */
export interface Side {
  /** As written. */
  tokens: string[];
  keys: Set<string>;
  figures: Set<string>;
  /** Capitalised names in lower case. */
  capitals: Set<string>;
}

export interface Facts {
  /** Gaps in which the texts contradict each other. */
  against: number;
  /** Figures both have at the same place. */
  agreed: number;
}

/** A longer gap is rewritten text, not a blank of a form. */
const BLANK_LIMIT = 30;

export function sideOf(tokens: string[], capitals: Set<string>): Side {
  return { tokens, keys: new Set(tokens.map(keyOf)), figures: figuresIn(tokens), capitals };
}

/** Counts contradictions and agreements between two aligned texts. */
export function weighFacts(alignment: Alignment, a: Side, b: Side): Facts {
  const agreed = alignment.pairs.filter(([i]) => figureOf(a.tokens[i] ?? '') !== null).length;
  const against = alignment.gaps.filter((gap) => contradicts(gap, a, b)).length;
  return { against, agreed };
}

function contradicts(gap: Gap, a: Side, b: Side): boolean {
  const [rows, columns] = [gap.aTo - gap.aFrom, gap.bTo - gap.bFrom];
  if (rows === 0 || columns === 0 || rows > BLANK_LIMIT || columns > BLANK_LIMIT) return false;
  const left = a.tokens.slice(gap.aFrom, gap.aTo);
  const right = b.tokens.slice(gap.bFrom, gap.bTo);
  if (differ(figuresIn(left), figuresIn(right), a.figures, b.figures)) return true;
  if (differ(capitalsIn(left, a), capitalsIn(right, b), a.keys, b.keys)) return true;
  if (!left.some(isSingle) || !right.some(isSingle)) return false;
  const namesA = chineseNames(a.tokens, gap.aFrom, gap.aTo);
  const namesB = chineseNames(b.tokens, gap.bFrom, gap.bTo);
  return namesA.size > 0 && namesB.size > 0 && !overlap(namesA, namesB);
}

function capitalsIn(tokens: string[], side: Side): Set<string> {
  return new Set(tokens.map(keyOf).filter((key) => side.capitals.has(key)));
}

function differ(left: Set<string>, right: Set<string>, allA: Set<string>, allB: Set<string>): boolean {
  if (left.size === 0 || right.size === 0 || overlap(left, right)) return false;
  return [...left].some((x) => !allB.has(x)) || [...right].some((x) => !allA.has(x));
}

/** Equal, or one the short form of the other (Jan, January; 中国电信, 电信). */
function overlap(left: Set<string>, right: Set<string>): boolean {
  return [...left].some((x) =>
    [...right].some((y) => x === y || (x.length > 1 && y.length > 1 && (x.includes(y) || y.includes(x)))),
  );
}
