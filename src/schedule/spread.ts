/**
 * Even spreading by hash: what must not happen all at once is moved apart by its id, the same way every time.
 *
 * A hash and not a random number, so that every scheduler of a fleet computes the same moment.
 */

/** A number in [0, 1) that depends on the text alone, evenly spread over texts that differ in one letter. */
export function fraction(text: string): number {
  // FNV-1a over UTF-16 units, then the finalizer of MurmurHash3: FNV alone leaves the high bits of short ids alike.
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** `1 + amount` at most and `1 - amount` at least, by the text's hash. */
export function jitter(text: string, amount: number): number {
  return 1 + amount * (2 * fraction(text) - 1);
}
