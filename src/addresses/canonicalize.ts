/**
 * One article, one address: the key under which links are known.
 *
 * Profile `whatwg` is what `URL` does and nothing more. Profile `dedup` goes on from there. Its rule: two
 * addresses become one only if what tells them apart is known not to choose another article.
 *
 *  1. Only http and https; user and password go; a dot that closes the host goes. Scheme and `www.` stay.
 *  2. Declared host moves are applied.
 *  3. Percent-encoding in its normal form (RFC 3986 section 6.2.2): upper-case hex, unreserved characters bare,
 *     a stray `%` as `%25`. Encoding is undone once, never repeatedly.
 *  4. Doubled slashes in the path are one; session ids in the path go (`session-params.ts`).
 *  5. Tracking, session and cache-busting parameters go; the rest is sorted by name and value;
 *     `%20` is `+`; empty parameters and an empty query go.
 *  6. The fragment goes, except one that routes (`#!…`, `#/…`): that chooses the article.
 *  7. Mobile, app, accelerated and traditional-script twins become their ordinary address (`twins.ts`).
 *
 * What it leaves alone, because it may choose another article: letter case, trailing slash, `index.html`,
 * unknown parameters, blank values, page numbers (`-2.html`).
 */

import type { HostMove } from '../domain/source.ts';
import { applyMoves } from './host-moves.ts';
import { cleanPath, cleanQuery } from './session-params.ts';
import { ordinaryTwin } from './twins.ts';

export interface CanonicalizeOptions {
  /** Absolute URL that a relative one is resolved against. */
  base?: string | null;
  /** Default `dedup`. */
  profile?: 'dedup' | 'whatwg';
  /** Moves declared by operators, for `dedup`. */
  moves?: readonly HostMove[];
}

/** Longer than any address worth keeping; what is over it is refused unread. */
const LONGEST_URL = 16 * 1024;

/** The canonical address; null when `url` is none, or, for `dedup`, not http(s). */
export function canonicalize(url: string, options: CanonicalizeOptions = {}): string | null {
  if (url.length > LONGEST_URL) return null;
  const parsed = parse(url, options.base ?? null);
  if (!parsed || options.profile === 'whatwg') return parsed?.href ?? null;
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return null;
  return deduplicated(parsed, options.moves ?? []);
}

function parse(url: string, base: string | null): URL | null {
  try {
    return base ? new URL(url, base) : new URL(url);
  } catch {
    // Not a URL: the answer is null.
    return null;
  }
}

function deduplicated(given: URL, moves: readonly HostMove[]): string | null {
  const moved = applyMoves(given, moves);
  // A host of dots only parses, but names nothing.
  if (/^\.+$/.test(moved.hostname)) return null;
  const plain = ordinaryTwin({
    protocol: moved.protocol,
    host: moved.host.replace(/\.{1,9}(?=:\d{1,5}$|$)/, ''),
    path: cleanPath(normalEscapes(moved.pathname)),
    query: cleanQuery(normalEscapes(moved.search.slice(1))),
  });
  const query = plain.query === '' ? '' : `?${plain.query}`;
  const fragment = /^#[!/]./.test(moved.hash) ? normalEscapes(moved.hash) : '';
  const address = `${plain.protocol}//${plain.host}${plain.path}${query}${fragment}`;
  // Flattened: the address outlives the page it was cut from.
  return URL.canParse(address) ? Buffer.from(address).toString() : null;
}

function normalEscapes(text: string): string {
  return text.replace(/%(?:([0-9a-f]{2})|)/gi, (_, hex: string | undefined) => {
    if (hex === undefined) return '%25';
    const char = String.fromCharCode(Number.parseInt(hex, 16));
    return /[A-Za-z0-9._~-]/.test(char) ? char : `%${hex.toUpperCase()}`;
  });
}
