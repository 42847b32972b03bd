/**
 * How long a host is left alone between two requests, from everything that is known of its wishes.
 *
 * `gap = max(configured delay, robots crawl-delay, a multiple of the recent response time, Retry-After)`. A host name
 * gets one request at a time; an address under several names, usually a front end of many sites, at most four and
 * never two within a quarter of the delay.
 */

export interface PaceInput {
  /** The source's `delay`. */
  configuredMs: number;
  /** robots.txt `Crawl-delay`, or null. */
  crawlDelaySeconds?: number | null;
  /** Recent response time of the host as `recentResponseMs` keeps it, or null. */
  recentResponseMs?: number | null;
  /** What Retry-After asks for from now on, or null. */
  retryAfterMs?: number | null;
}

/** A crawl-delay beyond this is honoured as this much, and the source is flagged. */
export const LONGEST_CRAWL_DELAY_SECONDS = 120;
/** The gap grows with the answer's time: a host that is slow is a host that is busy (Mercator waits 10 times as long). */
export const RESPONSE_MULTIPLE = 10;
/** Quicker answers say nothing of the host's load: our own scheduling moves them by as much. */
export const NEGLIGIBLE_RESPONSE_MS = 100;
/** A single answer that took a minute must not stop a source for ten. */
export const LONGEST_ADAPTIVE_MS = 120_000;
/** Retry-After is believed up to a day. */
export const LONGEST_RETRY_AFTER_MS = 24 * 3_600_000;

/** Names on one address that may be asked at the same time. */
export const REQUESTS_AT_ONCE_PER_ADDRESS = 4;

/** Least milliseconds between the starts of two requests to one host. */
export function gapMs(input: PaceInput): number {
  const crawlDelay = Math.min(amount(input.crawlDelaySeconds), LONGEST_CRAWL_DELAY_SECONDS) * 1_000;
  const response = amount(input.recentResponseMs);
  const slow = response >= NEGLIGIBLE_RESPONSE_MS ? response : 0;
  const adaptive = Math.min(slow * RESPONSE_MULTIPLE, LONGEST_ADAPTIVE_MS);
  const asked = Math.min(amount(input.retryAfterMs), LONGEST_RETRY_AFTER_MS);
  return Math.ceil(Math.max(amount(input.configuredMs), crawlDelay, adaptive, asked));
}

/** True when a host asks for more than is honoured: shown to the operator, since visits then come late. */
export function crawlDelayTooLong(crawlDelaySeconds: number | null): boolean {
  return amount(crawlDelaySeconds) > LONGEST_CRAWL_DELAY_SECONDS;
}

/** Least milliseconds between two requests to one address, whatever the names, from the gap of the host asked. */
export function addressGapMs(hostGapMs: number): number {
  return Math.ceil(amount(hostGapMs) / REQUESTS_AT_ONCE_PER_ADDRESS);
}

/**
 * Recent response time to keep after one more answer. Slowing down is believed at once, so that the gap is never under
 * the multiple of the last answer; getting faster only by half each time, so that one quick answer proves nothing.
 */
export function recentResponseMs(before: number | null, measuredMs: number): number {
  const measured = amount(measuredMs);
  return before === null ? measured : Math.max(measured, (before + measured) / 2);
}

const DELAY_SECONDS = /^\d{1,20}$/;
/** The three forms of an HTTP date (RFC 9110 5.6.7); `Date.parse` alone would take "1" or "2031" for a date as well. */
const HTTP_DATE =
  /^(?:[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT|[A-Z][a-z]{5,8}, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT|[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4})$/;

/**
 * Milliseconds a Retry-After header asks to wait, in both of its forms (RFC 9110 10.2.3): seconds, or an HTTP date.
 * At most a day. Null when there is none, when it is no valid value, or when it names no time ahead (0, a past date):
 * the usual back off holds then.
 */
export function retryAfterMs(header: string | null | undefined, now: Date): number | null {
  const value = header?.trim() ?? '';
  if (DELAY_SECONDS.test(value)) return ahead(Number(value) * 1_000);
  const until = httpDate(value);
  return until === null ? null : ahead(until - now.getTime());
}

/** What an answer's headers ask to wait: a date is told by the server's clock, and its `Date` says how that stands. */
export function askedPauseMs(headers: Readonly<Record<string, string>>, now: Date): number | null {
  const serverNow = httpDate(headers.date ?? '') ?? now.getTime();
  return retryAfterMs(headers['retry-after'], new Date(serverNow));
}

function httpDate(value: string): number | null {
  if (!HTTP_DATE.test(value)) return null;
  // The asctime form names no zone, and is in UTC by definition.
  const time = Date.parse(value.endsWith('GMT') ? value : `${value} GMT`);
  return Number.isNaN(time) ? null : time;
}

function ahead(ms: number): number | null {
  if (!(ms > 0)) return null;
  return Math.min(ms, LONGEST_RETRY_AFTER_MS);
}

/** A number that can be reckoned with: what is missing, negative or not a number counts as 0. */
function amount(value: number | null | undefined): number {
  return typeof value === 'number' && value > 0 ? value : 0;
}
