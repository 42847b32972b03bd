/**
 * From host names to addresses, with a small memory. The guard takes this as a port: tests answer names themselves.
 */
import { lookup } from 'node:dns/promises';
import type { Resolver } from '../../domain/ports.ts';

export interface Found {
  address: string;
  family: 4 | 6;
}

/** All addresses of a host name, in the order they should be tried. Rejects as `dns.lookup` does. */
export type Lookup = (host: string) => Promise<Found[]>;

/** Asks the system (hosts file, resolver). */
export const systemLookup: Lookup = async (host) => {
  const found = await lookup(host, { all: true, verbatim: true });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
};

export interface CacheLimits {
  ttlMs: number;
  /** Names kept; the oldest goes first. */
  most: number;
}

const LIMITS: CacheLimits = { ttlMs: 60_000, most: 2_000 };

/**
 * Remembers answers for a short while; failures are not kept. That an answer may be a minute old is safe: the guard
 * judges the addresses it hands out, and the one that was connected to.
 */
export function cachedLookup(ask: Lookup, { ttlMs, most }: CacheLimits = LIMITS): Lookup {
  const kept = new Map<string, { found: Promise<Found[]>; until: number }>();
  return (host) => {
    const name = host.toLowerCase();
    const entry = kept.get(name);
    if (entry && entry.until > performance.now()) return entry.found;
    const found = ask(name);
    kept.delete(name);
    kept.set(name, { found, until: performance.now() + ttlMs });
    found.catch(() => kept.delete(name));
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return found;
  };
}

/** The domain's resolver over a lookup: the first address, or null when the name has none. */
export function resolverOver(ask: Lookup): Resolver {
  return {
    async address(host) {
      const name = host.replace(/^\[|\]$/g, '');
      try {
        const [first] = await ask(name);
        return first?.address ?? null;
      } catch {
        return null; // the fetch itself will say what is wrong with the name
      }
    },
  };
}
