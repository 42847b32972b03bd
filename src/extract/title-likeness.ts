/** How far two texts are the same title: whole, without the names of site and column behind one, or by likeness. */
import { sizeOf } from './page-lines.ts';
import { normalOf } from './trim-body.ts';

const SEPARATOR = /\s?[_|｜丨»›]\s?|\s[-–—−·•:]{1,3}\s|--{1,4}|[—–−]{1,4}(?=\S{0,20}$)|-(?=[^-\s]{2,20}$)/g;

/** A text that may be the title, or the title with names around it. */
export interface Claim {
  /** The whole text, and its parts between separators that may be the title alone. */
  whole: string;
  parts: ReadonlySet<string>;
  pairs: ReadonlySet<string>;
}

export function claimOf(value: string): Claim {
  const segments = value.split(SEPARATOR).map(normalOf);
  const parts = new Set([segments.reduce((a, b) => (b.length > a.length ? b : a), '')]);
  // Whatever stands before a separator may be the title: sites put names, columns and keywords behind it.
  for (const { index } of [...value.matchAll(/[-_|｜丨–—»›]/g)].slice(0, 10))
    parts.add(normalOf(value.slice(0, index)));
  const whole = normalOf(value);
  return { whole, parts, pairs: pairsOf(whole) };
}

/** How far the meta data confirm a visible text: whole, as the beginning of a longer one, or by likeness. */
export function confirmation(normal: string, claims: readonly Claim[], loose: boolean): number {
  if (normal.length < 2) return -5;
  let score = 0;
  const pairs = loose ? pairsOf(normal) : null;
  for (const { whole, parts, pairs: others } of claims) {
    if (whole === normal || (normal.length >= 5 && parts.has(normal))) score += 3;
    else if (whole.startsWith(normal) && normal.length >= whole.length * 0.3) score += 2;
    else if (whole.includes(normal) && normal.length >= whole.length * 0.4)
      score += whole.endsWith(normal) ? 1.6 : 1.2;
    else if (whole.length >= 6 && normal.includes(whole)) score += 1;
    else if (pairs !== null) score += likenessBonus(pairs, others);
  }
  return score;
}

function likenessBonus(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const pair of a) if (b.has(pair)) common += 1;
  const likeness = (2 * common) / (a.size + b.size || 1);
  if (likeness >= 0.6) return 1.5;
  return likeness >= 0.35 ? 0.7 : 0;
}

export function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let index = 0; index + 1 < text.length; index++) pairs.add(text.slice(index, index + 2));
  return pairs;
}

/** Does a claim go on where this text ends? Then the layout broke the title into two lines. */
export function isBegun(text: string, claims: readonly Claim[]): boolean {
  const normal = normalOf(text);
  return (
    normal.length >= 4 &&
    claims.some(({ whole, parts }) => {
      return whole !== normal && !parts.has(normal) && whole.startsWith(normal);
    })
  );
}

/**
 * A title without the names of site and column behind it: `…_要闻_某省人民政府门户网站`, `… - Site`.
 * Parts are cut from the end while what is left is long enough to be a title and longer than the cut part.
 */
export function withoutSuffix(title: string): string {
  let rest = title;
  for (;;) {
    const cuts = [...rest.matchAll(SEPARATOR)];
    const last = cuts.at(-1);
    if (last === undefined || last.index === 0) return rest;
    const head = rest.slice(0, last.index).trim();
    const tail = rest.slice(last.index + last[0].length);
    if (sizeOf(head) < 4 || sizeOf(tail) > Math.max(12, sizeOf(head) * 0.8)) return rest;
    rest = head;
  }
}

export function sameTitle(a: string, b: string): boolean {
  const [x, y] = [normalOf(a), normalOf(b)];
  if (x === y) return true;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return short.length >= 4 && long.startsWith(short);
}
