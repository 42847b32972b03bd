/**
 * What happens after a failure: how often the work is tried, when, and when a whole host or source is left alone.
 *
 * Three scales, each stated here and nowhere else:
 * - one page: `RETRY`, a policy for each outcome (seconds to minutes);
 * - one host that is down: everything for it pauses and one request probes it (`hostPauseMs`, seconds to hours);
 * - one source behind a wall: hours (`wallPauseMs`), since asking again at once makes a wall higher.
 */
import type { Outcome } from '../domain/failure.ts';

export interface RetryPolicy {
  /** Tries in all, the first included; 1: never again by itself. */
  attempts: number;
  minDelayMs: number;
  maxDelayMs: number;
  /** Each wait is this many times the one before. */
  multiplier: number;
  /** Share of a wait that is moved by chance to both sides (0.2: 80 to 120 %). */
  jitter: number;
}

const ONCE: RetryPolicy = { attempts: 1, minDelayMs: 0, maxDelayMs: 0, multiplier: 1, jitter: 0 };

/** Refused, reset, not resolved: often over in seconds. */
const CONNECTION: RetryPolicy = {
  attempts: 3,
  minDelayMs: 2_000,
  maxDelayMs: 60_000,
  multiplier: 5,
  jitter: 0.2,
};

/** A host that took too long is given more air than one that refused. */
const SLOW: RetryPolicy = { attempts: 3, minDelayMs: 5_000, maxDelayMs: 120_000, multiplier: 5, jitter: 0.2 };

/** 5xx, 429 and 408 without a Retry-After. */
const SERVER: RetryPolicy = {
  attempts: 3,
  minDelayMs: 5_000,
  maxDelayMs: 120_000,
  multiplier: 6,
  jitter: 0.2,
};

/** A 404 may be a list that is ahead of its pages: confirmed once before it is called gone. */
const CONFIRM: RetryPolicy = {
  attempts: 2,
  minDelayMs: 30_000,
  maxDelayMs: 30_000,
  multiplier: 1,
  jitter: 0.2,
};

/** Tries of a page by how its last visit ended. */
export const RETRY: Readonly<Record<Outcome, RetryPolicy>> = {
  new: ONCE,
  updated: ONCE,
  unchanged: ONCE,
  duplicate: ONCE,
  near_duplicate: ONCE,
  irrelevant: ONCE,
  // A rule is the same in a minute (its fate is `never`); a file that was cut off may be there.
  robots_denied: CONNECTION,
  gone: CONFIRM,
  http_error: SERVER,
  timeout: SLOW,
  network: CONNECTION,
  // A certificate does not mend itself within minutes, and asking on would only teach the host our address.
  tls: ONCE,
  too_large: ONCE,
  blocked: ONCE,
  empty: ONCE,
  unexpected_structure: ONCE,
  not_html: ONCE,
  guard_refused: ONCE,
};

/** Status codes below 500 that ask for another try (RFC 9110 15.5.9, RFC 8470, RFC 6585). */
const TEMPORARY = new Set([408, 425, 429]);

/**
 * The policy for an end, told more exactly by its HTTP status: 410 needs no confirmation (RFC 9110 15.5.11), and a 4xx
 * other than 408, 425 and 429, like a redirect loop, is the same tomorrow.
 */
export function retryPolicy(outcome: Outcome, status: number | null = null): RetryPolicy {
  if (status === null) return RETRY[outcome];
  if (outcome === 'gone' && status === 410) return ONCE;
  const lasting = status < 500 && !TEMPORARY.has(status);
  return outcome === 'http_error' && lasting ? ONCE : RETRY[outcome];
}

/**
 * Milliseconds to wait before the next try, or null when there is none left.
 *
 * `attemptsMade` counts the tries behind us (1 after the first). `seed` (the URL) moves the wait by the policy's jitter,
 * always the same way, so that a replay gives the same times. A Retry-After is never undercut.
 */
export function retryDelayMs(
  policy: RetryPolicy,
  attemptsMade: number,
  { seed, retryAfterMs = null }: { seed: string; retryAfterMs?: number | null },
): number | null {
  if (attemptsMade >= policy.attempts) return null;
  const wait = growing(policy.minDelayMs, policy.multiplier, attemptsMade - 1, policy.maxDelayMs);
  return Math.max(Math.round(moved(wait, policy.jitter, `${seed} ${attemptsMade}`)), retryAfterMs ?? 0);
}

/** Failures in a row (network, timeout, 5xx) after which a host counts as down. */
export const DOWN_AFTER_FAILURES = 5;
const FIRST_HOST_PAUSE_MS = 30_000;
const LONGEST_HOST_PAUSE_MS = 2 * 3_600_000;

/**
 * Milliseconds for which nothing is asked of a host after this many failures in a row; 0 while it is not down. When
 * the pause ends, one request goes out as the probe: its success sets the count to 0, its failure lengthens the pause.
 */
export function hostPauseMs(failuresInARow: number, host: string): number {
  if (failuresInARow < DOWN_AFTER_FAILURES) return 0;
  const step = failuresInARow - DOWN_AFTER_FAILURES;
  const pause = growing(FIRST_HOST_PAUSE_MS, 2, step, LONGEST_HOST_PAUSE_MS);
  return Math.round(moved(pause, 0.1, `${host} ${failuresInARow}`));
}

const FIRST_WALL_PAUSE_MS = 2 * 3_600_000;
const LONGEST_WALL_PAUSE_MS = 24 * 3_600_000;

/** Milliseconds until a source behind a wall is looked at again: 2 hours, doubling to a day. */
export function wallPauseMs(blocksInARow: number, sourceId: string): number {
  const pause = growing(FIRST_WALL_PAUSE_MS, 2, Math.max(0, blocksInARow - 1), LONGEST_WALL_PAUSE_MS);
  return Math.round(moved(pause, 0.1, `${sourceId} ${blocksInARow}`));
}

/** `first * factor ^ step`, at most `longest`; steps beyond 40 are all the longest anyway. */
function growing(first: number, factor: number, step: number, longest: number): number {
  return Math.min(longest, first * factor ** Math.min(40, Math.max(0, step)));
}

/** A wait moved to either side by its share of jitter. */
function moved(waitMs: number, share: number, seed: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  const chance = ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
  return waitMs * (1 + share * (2 * chance - 1));
}
