/**
 * Path patterns of robots.txt: `*` stands for any run of characters, a final `$` for the end of the path.
 *
 * Matching cuts the pattern at its stars and looks for the pieces from left to right, each after the one
 * before; taking the earliest place is always right, so nothing is tried twice.
 */

export interface Pattern {
  pieces: string[];
  /** Ends with `$`. */
  anchored: boolean;
  /** Octets of the pattern as compared: the longest match wins. */
  length: number;
}

/** Reads an `Allow` or `Disallow` value; octets beyond ASCII are percent-encoded (RFC 9309 section 2.2.2). */
export function readPattern(value: string): Pattern {
  const encoded = percentForm(value);
  const anchored = encoded.endsWith('$');
  const body = anchored ? encoded.slice(0, -1) : encoded;
  return { pieces: body.split('*'), anchored, length: encoded.length };
}

export function matchesPattern({ pieces, anchored }: Pattern, path: string): boolean {
  const [head = '', ...rest] = pieces;
  if (!path.startsWith(head)) return false;
  let at = head.length;
  const last = rest.pop();
  if (last === undefined) return !anchored || at === path.length;
  for (const piece of rest) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  if (anchored) return path.length - last.length >= at && path.endsWith(last);
  return path.indexOf(last, at) >= 0;
}

/** Path and query of a URL as compared with patterns: `/` when there is none, never the fragment. */
export function comparablePath(url: string): string {
  const bare = url.split('#', 1)[0] ?? '';
  const scheme = bare.search(/^[a-z][a-z0-9+.-]{0,20}:\/\//i) === 0 ? bare.indexOf('://') + 3 : 0;
  const authority = scheme > 0 ? scheme : bare.startsWith('//') ? 2 : 0;
  const start = authority > 0 ? bare.slice(authority).search(/[/?;]/) : bare.search(/[/?;]/);
  const path = start < 0 ? '/' : bare.slice(authority + start);
  return hexUpper(path.startsWith('/') ? path : `/${path}`);
}

/** Octets beyond ASCII as upper-case triplets. */
export function percentForm(value: string): string {
  // Well-formed first: a lone surrogate has no octets.
  return hexUpper(value.toWellFormed().replace(/[^\p{ASCII}]+/gu, encodeURIComponent));
}

function hexUpper(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (triplet) => triplet.toUpperCase());
}
