/**
 * Two common ways of telling near-duplicates, to compare with: simhash with at most 3 of 64 bits different (Manku,
 * Jain, Das Sarma, WWW 2007) and MinHash with an estimated Jaccard similarity of 0.8 (Broder 1997), both over runs
 * of four characters or three words of title and body.
 */
import { createHash } from 'node:crypto';

export interface Text {
  title: string | null;
  body: string;
}

function shingles({ title, body }: Text): Set<string> {
  const text = `${title ?? ''} ${body}`.normalize('NFKC').toLowerCase();
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const units =
    han * 3 > text.length ? [...text.replace(/[^\p{L}\p{N}]/gu, '')] : (text.match(/[\p{L}\p{N}]+/gu) ?? []);
  const size = han * 3 > text.length ? 4 : 3;
  const found = new Set<string>();
  for (let i = 0; i + size <= units.length; i += 1) found.add(units.slice(i, i + size).join(' '));
  return found;
}

function hash64(text: string): bigint {
  return createHash('sha1').update(text).digest().readBigUInt64BE();
}

function simhash(text: Text): bigint {
  const sums = new Int32Array(64);
  for (const shingle of shingles(text)) {
    const hash = hash64(shingle);
    for (let bit = 0; bit < 64; bit += 1)
      sums[bit] = (sums[bit] ?? 0) + ((hash >> BigInt(bit)) & 1n ? 1 : -1);
  }
  return sums.reduce((hash, sum, bit) => (sum > 0 ? hash | (1n << BigInt(bit)) : hash), 0n);
}

/** Hamming distance of the 64-bit simhashes at most 3. */
export function simhashSays(a: Text, b: Text): boolean {
  let differ = simhash(a) ^ simhash(b);
  let bits = 0;
  for (; differ > 0n; differ &= differ - 1n) bits += 1;
  return bits <= 3;
}

const PERMUTATIONS = 128;

function minHashes(text: Text): number[] {
  const least = new Array<number>(PERMUTATIONS).fill(0xffffffff);
  for (const shingle of shingles(text)) {
    const hash = Number(hash64(shingle) & 0xffffffffn);
    for (let i = 0; i < PERMUTATIONS; i += 1) {
      let value = Math.imul(hash ^ (i * 0x9e3779b1), 0x85ebca6b);
      value = (value ^ (value >>> 15)) >>> 0;
      if (value < (least[i] ?? 0)) least[i] = value;
    }
  }
  return least;
}

/** At least 0.8 of 128 MinHash values equal. */
export function minHashSays(a: Text, b: Text): boolean {
  const [left, right] = [minHashes(a), minHashes(b)];
  return left.filter((value, i) => value === right[i]).length >= 0.8 * PERMUTATIONS;
}
