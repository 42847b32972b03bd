/**
 * Do two texts that run alike tell of different facts? A notice filled in anew gives other figures and names at the
 * same place in the same sentence; a reprint gives other words, or more or fewer of them.
 *
 * A gap is a contradiction when either side holds a figure that the other lacks, or both hold names and none in
 * common. A name that the other text has too, elsewhere, is none ("the governor" for his name).
 */
import type { Alignment, Gap } from './align.ts';
import { figureOf, figuresIn } from './figures.ts';
import { type ChineseWords, chineseWords } from './names.ts';
import { isSingle, keyOf } from './tokens.ts';

/** One text under comparison. */
export interface Side {
  /** As written. */
  tokens: string[];
  keys: Set<string>;
  /** Capitalised names in lower case. */
  capitals: Set<string>;
}

export interface Facts {
  /** Places at which the texts differ. */
  gaps: number;
  /** Those of them at which they contradict each other. */
  against: number;
  /** Figures both have at the same place. */
  agreed: number;
}

/** A longer gap is rewritten text, not a blank of a form. */
const BLANK_LIMIT = 30;
/** A gap of a date or an amount. */
const SMALL = 10;
/** Swapped places in a text that is else the same, and how much must be the same. */
const FEW = 3;
const ALIKE = 0.85;

export function sideOf(tokens: string[], capitals: Set<string>): Side {
  return { tokens, keys: new Set(tokens.map(keyOf)), capitals };
}

/** Counts contradictions and agreements between two aligned texts. */
export function weighFacts(alignment: Alignment, a: Side, b: Side): Facts {
  const agreed = alignment.pairs.filter(([i]) => figureOf(a.tokens[i] ?? '') !== null).length;
  const gaps = wider(alignment.gaps);
  const swaps = gaps.filter((gap) => !isOneSided(gap));
  const few = swaps.length <= FEW && alignment.kept > ALIKE * Math.max(alignment.weightA, alignment.weightB);
  return {
    gaps: gaps.length,
    against: swaps.filter((gap) => contradicts(gap, { a, b, few })).length,
    agreed,
  };
}

/** What was put in the place of what, for every gap with words on both sides. */
export function swapsOf({ gaps }: Alignment, a: Side, b: Side): Set<string> {
  const swaps = gaps.filter(
    (gap) => !isOneSided(gap) && gap.aTo - gap.aFrom <= SMALL && gap.bTo - gap.bFrom <= SMALL,
  );
  const written = (side: Side, from: number, to: number) => side.tokens.slice(from, to).map(keyOf).join(' ');
  return new Set(swaps.map((gap) => `${written(a, gap.aFrom, gap.aTo)} > ${written(b, gap.bFrom, gap.bTo)}`));
}

function isOneSided({ aFrom, aTo, bFrom, bTo }: Gap): boolean {
  return aFrom === aTo || bFrom === bTo;
}

/** Gaps with one token between them are one: `12月9日` and `9月27日` share a 9 by chance. Two swaps stay two. */
function wider(gaps: readonly Gap[]): Gap[] {
  const wide: Gap[] = [];
  for (const gap of gaps) {
    const last = wide.at(-1);
    const near = last && gap.aFrom - last.aTo <= 1 && gap.bFrom - last.bTo <= 1;
    if (near && (isOneSided(last) || isOneSided(gap))) {
      wide[wide.length - 1] = { aFrom: last.aFrom, bFrom: last.bFrom, aTo: gap.aTo, bTo: gap.bTo };
    } else wide.push(gap);
  }
  return wide;
}

function contradicts(gap: Gap, { a, b, few }: { a: Side; b: Side; few: boolean }): boolean {
  const [rows, columns] = [gap.aTo - gap.aFrom, gap.bTo - gap.bFrom];
  if (rows > BLANK_LIMIT || columns > BLANK_LIMIT) return false;
  const left = a.tokens.slice(gap.aFrom, gap.aTo);
  const right = b.tokens.slice(gap.bFrom, gap.bTo);
  const small = rows <= SMALL && columns <= SMALL;
  if (otherFigures(figuresIn(left), figuresIn(right), small)) return true;
  if (otherNames(capitalsIn(left, a), capitalsIn(right, b), a.keys, b.keys)) return true;
  if (!left.some(isSingle) || !right.some(isSingle)) return false;
  const wordsA = chineseWords(a.tokens, gap.aFrom, gap.aTo);
  const wordsB = chineseWords(b.tokens, gap.bFrom, gap.bTo);
  if (wordsA.names.size > 0 && wordsB.names.size > 0) return !meet(wordsA.names, wordsB.names);
  // In a text that is else the same, whatever was put in the place of a thing was put there on purpose.
  if (few && small && wordsA.thing && wordsB.thing) return true;
  if (few && small && wordsA.borne && wordsB.borne) return true;
  return isName(wordsA) && isName(wordsB);
}

function isName({ names, unknown }: ChineseWords): boolean {
  return names.size > 0 || unknown;
}

/** In a small gap each side has a figure of its own; in a longer one they have none in common. */
function otherFigures(left: Set<string>, right: Set<string>, small: boolean): boolean {
  const own = (one: Set<string>, other: Set<string>) => [...one].filter((x) => !other.has(x)).length;
  const [ownLeft, ownRight] = [own(left, right), own(right, left)];
  if (ownLeft === 0 || ownRight === 0) return false;
  return small || (ownLeft === left.size && ownRight === right.size);
}

function capitalsIn(tokens: string[], side: Side): Set<string> {
  return new Set(tokens.map(keyOf).filter((key) => side.capitals.has(key)));
}

function otherNames(left: Set<string>, right: Set<string>, allA: Set<string>, allB: Set<string>): boolean {
  const ownLeft = [...left].filter((name) => !right.has(name));
  const ownRight = [...right].filter((name) => !left.has(name));
  if (ownLeft.length === 0 || ownRight.length === 0) return false;
  return ownLeft.some((name) => !allB.has(name)) || ownRight.some((name) => !allA.has(name));
}

/** Equal, or one the short form of the other (中国电信, 电信). */
function meet(left: Set<string>, right: Set<string>): boolean {
  return [...left].some((x) =>
    [...right].some((y) => x === y || (x.length > 1 && y.length > 1 && (x.includes(y) || y.includes(x)))),
  );
}
