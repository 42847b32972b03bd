/**
 * Is one article a copy of another? The index only proposes; this decides on the texts themselves.
 *
 * 1. Another language or family of Chinese script: no copy, whatever else (a translation is a report of its own).
 * 2. The same `exact` hash: an exact copy.
 * 3. The core lines are aligned. A near copy keeps most of the longer text in order; half a text, a digest or a
 *    rewritten version is grey, an overlap, and no copy.
 * 4. Where they differ they must not contradict each other: other figures or names at the same place in the same
 *    sentence make another notice of the same form, be the rest ever so alike.
 */
import { align, weigh } from './align.ts';
import { type Facts, type Side, sideOf, swapsOf, weighFacts } from './contradiction.ts';
import { coreLines } from './core-lines.ts';
import { similarity } from './fingerprint.ts';
import { capitalNames } from './names.ts';
import { sameFamily } from './script-family.ts';
import { foldText, keyOf, tokenize } from './tokens.ts';

export interface Candidate {
  title: string | null;
  body: string;
  exact: string;
  near: string;
  language?: string | null;
}

/** Share of the longer text, in order, that a near copy keeps. */
const KEPT = 0.6;
/** Under this weight (a caption, a notice of two lines) chance likeness is too likely. */
const SHORT = 60;
const KEPT_SHORT = 0.8;
/** Similarity keys this unlike are not worth an alignment. */
const UNLIKE = 0.1;
/** Contradicting gaps among all facts compared: a long reprint may have one figure wrong. */
const AGAINST = 0.04;
const TOKEN_LIMIT = 6_000;
/** Two words or more on one side: `deal > accord` is rewording, `university > football ground` is another place. */
const PHRASE = /\p{Ll}{3,} \p{Ll}{3,}/u;

/** `exact` and `near` copies; null for different stories, templates filled in anew, overlaps and translations. */
export function judgeCopy(a: Candidate, b: Candidate): 'exact' | 'near' | null {
  const relation = relate(a, b);
  return relation === 'exact' || relation === 'near' ? relation : null;
}

/**
 * How two articles stand to each other. `overlap`: too little in common for a copy, but nothing against it (two cuts
 * of one text); `contrary`: alike, with other facts.
 */
export function relate(a: Candidate, b: Candidate): 'exact' | 'near' | 'overlap' | 'contrary' | 'foreign' {
  if (!sameFamily(a, b)) return 'foreign';
  if (a.exact === b.exact) return 'exact';
  if (similarity(a.near, b.near) < UNLIKE) return 'overlap';
  const [left, right] = [read(a), read(b)];
  const alignment = align(left.body.tokens.map(keyOf), right.body.tokens.map(keyOf));
  if (contradictory(weighFacts(alignment, left.body, right.body))) return 'contrary';
  const swapped = swapsOf(alignment, left.body, right.body);
  if (contradictoryTitles(left.title, right.title, swapped)) return 'contrary';
  const longer = Math.max(alignment.weightA, alignment.weightB);
  return alignment.kept < longer * (longer < SHORT ? KEPT_SHORT : KEPT) ? 'overlap' : 'near';
}

function read(article: Candidate): { title: Side; body: Side } {
  const lines = coreLines(article.body);
  const capitals = capitalNames(lines);
  const tokens = tokenize(lines.join('\n')).slice(0, TOKEN_LIMIT);
  return { title: sideOf(tokenize(foldText(article.title ?? '')), capitals), body: sideOf(tokens, capitals) };
}

/** Nearly all facts agree in a long reprint with a slip; where little but facts differs, a form was filled in anew. */
function contradictory({ gaps, against, agreed }: Facts): boolean {
  return against > 0 && (against / (against + agreed) > AGAINST || against * 2 >= gaps);
}

/**
 * Headlines of reprints are rewritten; those of one form filled in anew run alike and name another fact, or have the
 * same words put for the same words as the body has.
 */
function contradictoryTitles(a: Side, b: Side, swappedInBody: Set<string>): boolean {
  const alignment = align(a.tokens.map(keyOf), b.tokens.map(keyOf));
  if (alignment.kept < 0.4 * Math.max(weigh(a.tokens), weigh(b.tokens))) return false;
  if (weighFacts(alignment, a, b).against > 0) return true;
  return [...swapsOf(alignment, a, b)].some((swap) => swappedInBody.has(swap) && PHRASE.test(swap));
}
