/**
 * The two hashes of an article, and the index keys under which a store finds possible copies.
 *
 * exact: SHA-256 of the normal form. Normal form: NFKC, lower case, nothing but letters, marks, digits, currency
 *   signs and percent; a point between digits stays (1.5 is not 15). White space, width, punctuation and line breaks
 *   therefore never matter. Simplified and traditional writing give different hashes: they are two families of
 *   script, and copies are of one. A title that the body repeats as its first line counts once.
 *
 * near: 80 MinHash values (Broder 1997) of 32 bits over runs of five Han characters or three words of the core
 *   lines. The share of equal values estimates the Jaccard similarity of the two sets of runs.
 *
 * bandKeys: 40 bands of two values (banding as in Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", 3.4),
 *   each key 64 bits and its band's number. Why a look-up stays flat: two values must agree at once, so an unrelated
 *   article of similarity s shares a key with probability below 40·s². On unlike news articles s² averages 5e-6 and
 *   nearly all of it is boilerplate of one site; at 64 bits chance collisions add 40·n/2^64, nothing. Four tables of
 *   16 bits, by contrast, hold at most 65,536 cells each, and every look-up must return 4·n/65,536 strangers. A pair
 *   that keeps a third of its runs is found with probability 1 - (1 - 1/9)^40 = 0.99. What still grows is a site's
 *   template, filled in ten thousand times: a store therefore reads at most KEY_LIMIT newest holders of one key, and
 *   a true copy shares keys outside the template, so it is not lost.
 */
import { createHash } from 'node:crypto';
import type { Fingerprint } from '../domain/article.ts';
import { coreLines } from './core-lines.ts';
import { foldText, keyOf, tokenize, weightOf } from './tokens.ts';

const HASHES = 80;
const ROWS = 2;
const RUN_WEIGHT = 5;
/** Tokens read for the key: longer bodies are documents, and their first part tells them apart. */
const TOKEN_LIMIT = 60_000;
/** Holders of one key worth reading; the newest first. */
export const KEY_LIMIT = 16;

const NOT_CORE = /(?<!\d)\.|\.(?!\d)|[^\p{L}\p{M}\p{N}\p{Sc}%.]/gu;

/** The text whose hash is `exact`. */
export function exactForm(title: string | null, body: string): string {
  const head = normalForm(title ?? '');
  const text = normalForm(body);
  return text.startsWith(head) ? text : head + text;
}

function normalForm(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase();
  return folded.replace(/(?<=\d),(?=\d{3})/g, '').replace(NOT_CORE, '');
}

/** Both hashes of an article. `exact` is 64 hex digits; `near` is opaque and never empty. */
export function fingerprint(article: { title: string | null; body: string }): Fingerprint {
  const exact = createHash('sha256').update(exactForm(article.title, article.body)).digest('hex');
  let tokens = tokenize(coreLines(article.body).join('\n'));
  // A body of frame lines only (a photo page) is told apart by its title.
  if (tokens.length < RUN_WEIGHT) tokens = tokenize(foldText(`${article.title ?? ''}\n${article.body}`));
  return { exact, near: encode(minHash(runHashes(tokens.slice(0, TOKEN_LIMIT).map(keyOf)))) };
}

/** Index keys of a similarity key: two articles are candidates when they share one. */
export function bandKeys(near: string): string[] {
  const bytes = Buffer.from(near, 'base64url');
  const width = ROWS * 4;
  const keys: string[] = [];
  for (let at = 0; at + width <= bytes.length; at += width) {
    keys.push(`${(at / width).toString(36)}.${bytes.toString('base64url', at, at + width)}`);
  }
  return keys;
}

/** Estimated Jaccard similarity, 0 to 1, of the texts behind two similarity keys. */
export function similarity(a: string, b: string): number {
  const left = Buffer.from(a, 'base64url');
  const right = Buffer.from(b, 'base64url');
  const count = Math.min(left.length, right.length) >> 2;
  let equal = 0;
  for (let i = 0; i < count; i += 1) if (left.readUInt32BE(i * 4) === right.readUInt32BE(i * 4)) equal += 1;
  return count === 0 ? 0 : equal / count;
}

/** One 32-bit hash a run; a run starts at every token and ends when it weighs enough. */
export function runHashes(tokens: string[]): Uint32Array {
  const hashes = tokens.map(hashToken);
  const weights = tokens.map(weightOf);
  const runs: number[] = [];
  for (let start = 0; start < tokens.length; start += 1) {
    let weight = 0;
    let hash = 0x811c9dc5;
    let end = start;
    for (; end < tokens.length && weight < RUN_WEIGHT; end += 1) {
      weight += weights[end] ?? 1;
      hash = mix(hash ^ (hashes[end] ?? 0));
    }
    if (weight < RUN_WEIGHT && runs.length > 0) break;
    runs.push(hash);
  }
  return Uint32Array.from(runs);
}

/** FNV-1a over UTF-16 units. */
function hashToken(token: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < token.length; i += 1) hash = Math.imul(hash ^ token.charCodeAt(i), 0x01000193);
  return mix(hash);
}

/** The finalizer of MurmurHash3 (32 bit): every input bit reaches every output bit. */
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Fixed for ever: a stored key must keep its meaning. Factors are odd, so no bit of a hash is lost. */
const SALTS = Uint32Array.from({ length: HASHES }, (_, i) => mix(Math.imul(0x9e3779b9, i + 1)));
const FACTORS = Uint32Array.from({ length: HASHES }, (_, i) => mix(Math.imul(0x7feb352d, i + 1)) | 1);

/** Hashes of runs are mixed well already: one odd multiplication each gives the permutations. */
function minHash(runs: Uint32Array): Uint32Array {
  const least = new Uint32Array(HASHES).fill(0xffffffff);
  const different = Uint32Array.from(new Set(runs));
  for (let i = 0; i < HASHES; i += 1) {
    const [salt, factor] = [SALTS[i] ?? 0, FACTORS[i] ?? 1];
    let low = 0xffffffff;
    for (const run of different) {
      const value = Math.imul(run ^ salt, factor) >>> 0;
      if (value < low) low = value;
    }
    least[i] = low;
  }
  return least;
}

function encode(values: Uint32Array): string {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, i) => {
    bytes.writeUInt32BE(value, i * 4);
  });
  return bytes.toString('base64url');
}
