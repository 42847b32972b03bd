/**
 * The closed list of ends of a visit, and the one way a stage says that it failed.
 *
 * A failure carries its fate, so that nobody reads messages to find out what to do next:
 * `retry` counts against the attempts, `later` costs nothing, `never` ends the work.
 */

export const OUTCOMES = [
  'new',
  'updated',
  'unchanged',
  'duplicate',
  'near_duplicate',
  'irrelevant',
  'robots_denied',
  'gone',
  'http_error',
  'timeout',
  'network',
  'tls',
  'too_large',
  'blocked',
  'empty',
  'unexpected_structure',
  'not_html',
  'guard_refused',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Ends that are no failure for the summary of `once` (a listing's `robots_denied` is one all the same). */
export const GOOD_OUTCOMES: ReadonlySet<Outcome> = new Set([
  'new',
  'unchanged',
  'updated',
  'duplicate',
  'near_duplicate',
  'irrelevant',
  'robots_denied',
]);

export type Fate = 'retry' | 'later' | 'never';

/** An end of a visit that brought nothing to read: named, explained, and with its fate. */
export class VisitFailure extends Error {
  override readonly name = 'VisitFailure';
  readonly outcome: Outcome;
  readonly reason: string;
  readonly fate: Fate;
  /** For `later`, and for `retry` where the server named a time: milliseconds from now. */
  readonly waitMs: number | null;
  /** True when the host took the connection: this request failed, which does not say that the host is down. */
  readonly reached: boolean;
  constructor(
    outcome: Outcome,
    reason: string,
    fate: Fate = 'never',
    waitMs: number | null = null,
    reached = false,
  ) {
    super(`${outcome}: ${reason}`);
    this.outcome = outcome;
    this.reason = reason;
    this.fate = fate;
    this.waitMs = waitMs;
    this.reached = reached;
  }
}

/** The host's slot is taken or not yet open: come back after `waitMs`, at no cost of attempts. */
export class NotYet extends Error {
  override readonly name = 'NotYet';
  readonly waitMs: number;
  readonly reason: string;
  constructor(waitMs: number, reason: string) {
    super(`not for another ${Math.ceil(waitMs)} ms: ${reason}`);
    this.waitMs = waitMs;
    this.reason = reason;
  }
}

/** A needed service cannot be reached (exit code 3). */
export class ServiceUnreachable extends Error {
  override readonly name = 'ServiceUnreachable';
  readonly service: string;
  constructor(service: string, tried: string, cause?: unknown) {
    super(`${service} cannot be reached at ${tried}${cause instanceof Error ? `: ${cause.message}` : ''}`, {
      cause,
    });
    this.service = service;
  }
}
