/**
 * What a server says of how often it wants to be asked: caching headers, a feed's ttl and its silent hours.
 *
 * All of it only ever puts a visit off, and never for long: such values are often set once and forgotten.
 */
import type { ListingMemory } from './memory.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Longest lower bound that is believed. */
const LONGEST_FRESH_MS = 6 * HOUR_MS;
/** A server that answers 304 for ever is asked once in this time without validators. */
const LONGEST_CONDITIONAL_MS = DAY_MS;

export interface CacheHeaders {
  cacheControl?: string | null;
  age?: string | null;
  expires?: string | null;
  date?: string | null;
}

/**
 * How long an answer asks not to be fetched again, in ms, at most six hours: the larger of its freshness (RFC 9111 4.2.1:
 * `max-age`, else `Expires` less `Date`; less `Age`; none under `no-cache` or `no-store`) and a feed's `ttl` in minutes
 * (RSS 2.0).
 */
export function freshForMs(headers: CacheHeaders, feedTtlMinutes: number | null = null): number {
  const control = (headers.cacheControl ?? '').toLowerCase();
  const maxAge = /(?:^|[\s,])max-age="?(\d{1,10})/.exec(control)?.[1];
  const forbidden = /(?:^|[\s,])(?:no-cache|no-store)/.test(control);
  const age = /^\d{1,10}$/.test(headers.age ?? '') ? Number(headers.age) * 1_000 : 0;
  const lifetime = maxAge === undefined ? expiresIn(headers) : Number(maxAge) * 1_000;
  const cacheMs = forbidden ? 0 : lifetime - age;
  const ttlMs = feedTtlMinutes && feedTtlMinutes > 0 ? feedTtlMinutes * 60_000 : 0;
  return Math.min(LONGEST_FRESH_MS, Math.max(0, cacheMs, ttlMs));
}

/** By the server's own clock, so that a wrong one does no harm; an invalid date (often `0`) has expired. */
function expiresIn({ expires, date }: CacheHeaders): number {
  if (!expires?.endsWith('GMT') || !date?.endsWith('GMT')) return 0;
  const lifetime = Date.parse(expires) - Date.parse(date);
  return Number.isNaN(lifetime) ? 0 : lifetime;
}

/** What a feed says of itself. */
export type Pace = Silent & { ttlMinutes: number | null };

/**
 * The lower bounds to remember after a visit that could be read. A 304 speaks for the copy of before: what it does not
 * say anew (RFC 9111 3.2), and the feed's own wishes, go on holding.
 */
export function boundsAfter(
  memory: ListingMemory,
  visit: { notModified?: boolean; headers?: CacheHeaders; pace?: Pace | undefined },
): Pick<ListingMemory, 'freshForMs' | 'ttlMinutes' | 'skipHours' | 'skipDays'> {
  const { headers = {} } = visit;
  if (!visit.notModified) {
    const { ttlMinutes = null, skipHours = [], skipDays = [] }: Partial<Pace> = visit.pace ?? {};
    const freshMs = freshForMs(headers, ttlMinutes);
    return {
      freshForMs: freshMs,
      ttlMinutes: ttlMinutes ?? 0,
      skipHours: [...skipHours],
      skipDays: [...skipDays],
    };
  }
  const { ttlMinutes, skipHours, skipDays } = memory;
  const anew = Boolean(headers.cacheControl ?? headers.expires);
  return {
    freshForMs: anew ? freshForMs(headers, ttlMinutes) : memory.freshForMs,
    ttlMinutes,
    skipHours,
    skipDays,
  };
}

/** Hours (0 to 23, GMT) and days (`Monday` ...) in which a feed does not want to be read (RSS 2.0 skipHours, skipDays). */
export interface Silent {
  skipHours: readonly number[];
  skipDays: readonly string[];
}

const DAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The first moment from `at` on that is in no silent hour and day; `at` itself where all or none is silent. */
export function outsideSilent(at: Date, { skipHours, skipDays }: Silent): Date {
  const hours = new Set(skipHours.map((hour) => hour % 24));
  const days = new Set(skipDays);
  for (let hour = 0; hour <= 7 * 24; hour++) {
    const start = Math.floor(at.getTime() / HOUR_MS + hour) * HOUR_MS;
    const moment = new Date(Math.max(at.getTime(), start));
    const silent = hours.has(moment.getUTCHours()) || days.has(DAY_NAMES[moment.getUTCDay()] ?? '');
    if (!silent) return moment;
  }
  return at;
}

/** Whether a listing is asked with validators now, or in full because its 304 has been believed for a day. */
export function askConditionally(memory: ListingMemory, now: Date): boolean {
  return memory.fullAt !== null && now.getTime() - memory.fullAt < LONGEST_CONDITIONAL_MS;
}
