/**
 * An answer that is no page to read: its outcome, and whether to ask again.
 */

import type { Outcome } from '../domain/failure.ts';
import { VisitFailure } from '../domain/failure.ts';
import type { Page } from '../domain/page.ts';
import { retryDelayMs, retryPolicy, wallPauseMs } from '../politeness/backoff.ts';
import { askedPauseMs } from '../politeness/pace.ts';
import { detectWall } from '../politeness/walls.ts';

/** Retry-After up to this is waited for by the run in hand; a longer one leaves the page due. */
export const LONGEST_WAIT_MS = 120_000;

/** Throws what a 4xx, 5xx or a wall means; `text` is the decoded body. Returns for an answer that can be read. */
export function refuseAnswer(page: Page, text: string, now: Date): void {
  const wall = detectWall({ status: page.status, headers: page.headers, text });
  if (wall) throw new VisitFailure('blocked', wall.reason, 'never');
  const { status } = page;
  if (status >= 200 && status < 300) return;
  if (status === 410) throw new VisitFailure('gone', 'status 410', 'never');
  const asked = askedPauseMs(page.headers, now);
  const outcome: Outcome = status === 404 ? 'gone' : 'http_error';
  const many = retryPolicy(outcome, status).attempts > 1;
  const reason = asked ? `status ${status}, Retry-After ${Math.round(asked / 1000)} s` : `status ${status}`;
  throw new VisitFailure(outcome, reason, many ? 'retry' : 'never', asked);
}

export interface Retry {
  /** Milliseconds to the next try; null: this was the last. */
  waitMs: number | null;
  /** True when the wait is too long for the run in hand: the work is left due. */
  leftDue: boolean;
}

/** Whether a failed visit is tried again, after `tries` earlier failures of the same turn. */
export function retryOf(failure: VisitFailure, tries: number, seed: string): Retry {
  if (failure.fate === 'never') return { waitMs: null, leftDue: false };
  const status = Number(/^status (\d{3})/.exec(failure.reason)?.[1]) || null;
  const policy = retryPolicy(failure.outcome, status);
  const waitMs = retryDelayMs(policy, tries + 1, { seed, retryAfterMs: failure.waitMs });
  return { waitMs, leftDue: waitMs !== null && waitMs > LONGEST_WAIT_MS };
}

/** When a page behind a wall is looked at again: hours, growing. */
export const wallDue = (now: Date, blocks: number, sourceId: string): Date =>
  new Date(now.getTime() + wallPauseMs(blocks, sourceId));
