/** What a fetch brought: bytes and how they came. Reading never fetches, fetching never reads. */

export interface Hop {
  url: string;
  status: number;
}

export interface Page {
  /** As asked for, before redirects. */
  requestedUrl: string;
  /** Final URL. */
  url: string;
  status: number;
  /** Lower-case names, the last value of a repeated header. */
  headers: Record<string, string>;
  /** Content-Type as sent, charset included; null when absent. */
  contentType: string | null;
  /** Decoded from content-encoding, not from the charset. Empty for a 304. */
  bytes: Uint8Array;
  hops: Hop[];
  fetchedAt: Date;
  via: 'http' | 'browser' | 'import';
}
