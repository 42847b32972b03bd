/**
 * One request through the host gate: reserve, send, release. The one place where the gate is paid, for pages,
 * listings, robots.txt and list APIs alike.
 */
import { NotYet, VisitFailure } from '../domain/failure.ts';
import type {
  Answer,
  Clock,
  Fetcher,
  FetchRequest,
  HostGate,
  Reservation,
  Resolver,
} from '../domain/ports.ts';
import { hostPauseMs } from '../politeness/backoff.ts';
import { askedPauseMs, gapMs, recentResponseMs } from '../politeness/pace.ts';

export type Hopped = Answer;
/** Fetches one URL, with these extra headers, through the gate. */
export type HopFetch = (url: string, headers: Record<string, string>) => Promise<Hopped>;

export interface HopDeps {
  gate: HostGate;
  resolver: Resolver;
  clock: Clock;
  worker: string;
  /** Waits in the worker; only for redirects and robots.txt, where going back to the queue would start over. */
  sleep(ms: number): Promise<void>;
}

export interface HopAsk {
  request: Omit<FetchRequest, 'signal'>;
  fetcher: Fetcher;
  /** The source's delay and the host's crawl-delay. */
  delayMs: number;
  crawlDelaySeconds: number | null;
  /** Longest wait for the slot inside the worker; beyond it `NotYet` is thrown. */
  patienceMs: number;
  /** When the host is expected to be free, by `performance.now()`: to ask for the slot sooner would be in vain. */
  freeAt?: number | undefined;
  signal?: AbortSignal | undefined;
}

/** `opensAt`, by `performance.now()`: nothing may be sent before. */
type Reserved = Reservation & { opensAt: number };

/** A lease is renewed well before it ends (adapters lease for 5 s and more). */
const RENEW_MS = 1_500;
/**
 * Up to this a slot is waited for in the worker: giving the job back and taking it again costs more than waiting. It is
 * more than the time by which pages are handed out before their host is free.
 */
const SHORT_WAIT_MS = 450;
const LEAST_WAIT_MS = 5;
/** A slot that opens within this is granted, to be waited out: no time is lost to the way there and back. */
const EARLY_MS = 6;
/** A job that is given back stays away for this long at least, or it would come and go without end. */
const LEAST_RETURN_MS = 250;
/** Before a request whose slot was lost is made again. */
const LOST_MS = 2_000;

/** Reserves the host's slot, fetches one hop, gives the slot back. Throws `NotYet` or `VisitFailure`. */
export async function fetchOneHop(ask: HopAsk, deps: HopDeps): Promise<Hopped> {
  const host = new URL(ask.request.url).host;
  const reservation = await reserve(host, ask, deps);
  return fetchReserved(reservation, ask, deps);
}

async function reserve(host: string, ask: HopAsk, deps: HopDeps): Promise<Reserved> {
  const address = await deps.resolver.address(new URL(ask.request.url).hostname);
  const asked = {
    host,
    address,
    gapMs: gapMs({ configuredMs: ask.delayMs, crawlDelaySeconds: ask.crawlDelaySeconds }),
  };
  const patience = Math.max(ask.patienceMs, SHORT_WAIT_MS);
  let waited = Math.max(0, (ask.freeAt ?? 0) - performance.now() - EARLY_MS);
  // A host that is not free for long says so itself.
  if (waited > 0 && waited <= patience) await deps.sleep(waited);
  else waited = 0;
  for (;;) {
    const slot = await deps.gate.reserve({ ...asked, worker: deps.worker });
    if (slot.granted) {
      return { ...slot.reservation, opensAt: performance.now() + slot.reservation.waitMs };
    }
    const wait = Math.max(LEAST_WAIT_MS, slot.waitMs - EARLY_MS);
    if (waited + wait > patience) throw new NotYet(Math.max(slot.waitMs, LEAST_RETURN_MS), slot.reason);
    waited += wait;
    await deps.sleep(wait);
  }
}

/** Timers may come a hair early; a request must not. */
async function waitOut(until: number, deps: HopDeps): Promise<void> {
  for (let left = until - performance.now(); left > 0; left = until - performance.now())
    await deps.sleep(Math.ceil(left));
}

async function fetchReserved(reservation: Reserved, ask: HopAsk, deps: HopDeps): Promise<Hopped> {
  const { token, opensAt } = reservation;
  const lost = new AbortController();
  const renewing = setInterval(() => {
    // A lease that is gone means another worker may be asking this host now: stop at once.
    deps.gate.renew(token).then(
      (kept) => kept || lost.abort(new Error('the host slot was lost')),
      (error) => lost.abort(error),
    );
  }, RENEW_MS);
  const started = performance.now();
  // Not AbortSignal.any(): it keeps every request's signal alive for as long as the caller's lives.
  const stop = () => lost.abort(ask.signal?.reason);
  ask.signal?.addEventListener('abort', stop, { once: true });
  try {
    // What a fetcher does before it sends is done while the slot is about to open.
    const ready = () => waitOut(opensAt, deps);
    const answer = await ask.fetcher.fetch({ ...ask.request, signal: lost.signal, ready });
    await deps.gate.release(releaseOf(token, answer, { reservation, ask, now: deps.clock.now() }));
    return answer;
  } catch (error) {
    const sinceMs = performance.now() - started;
    await deps.gate.release(failedRelease(token, sinceMs, { reservation, ask, error }));
    // The slot is gone because we were held up, not because of the host: nothing is held against it.
    if (lost.signal.aborted && !ask.signal?.aborted) throw new NotYet(LOST_MS, 'the host slot was lost');
    throw error;
  } finally {
    clearInterval(renewing);
    ask.signal?.removeEventListener('abort', stop);
  }
}

type Held = { reservation: Reservation; ask: HopAsk };

function releaseOf(token: string, answer: Hopped, held: Held & { now: Date }) {
  const { reservation, ask, now } = held;
  // A host that goes on saying 429 without a time is given pauses like one that is down.
  const failed = answer.status >= 500 || answer.status === 429;
  const recent = recentResponseMs(reservation.recentResponseMs, answer.responseMs);
  const busy = answer.status === 429 || answer.status === 503;
  const asked = busy ? (askedPauseMs(answer.headers, now) ?? 0) : 0;
  const down = failed ? hostPauseMs(reservation.failures + 1, new URL(ask.request.url).host) : 0;
  return {
    token,
    sinceResponseMs: answer.sinceResponseMs,
    responseMs: answer.responseMs,
    status: answer.status,
    gapMs: gapMs({
      configuredMs: ask.delayMs,
      crawlDelaySeconds: ask.crawlDelaySeconds,
      recentResponseMs: recent,
    }),
    pauseMs: Math.max(asked, down),
    failed,
  };
}

function failedRelease(token: string, sinceMs: number, held: Held & { error: unknown }) {
  const { reservation, ask, error } = held;
  const outcome = error instanceof VisitFailure ? error.outcome : 'network';
  const failed = outcome === 'network' || outcome === 'timeout' || outcome === 'tls';
  return {
    token,
    // When it was sent is not known to have reached the host: the gap counts from now.
    sinceResponseMs: 0,
    responseMs: outcome === 'timeout' ? sinceMs : null,
    status: null,
    gapMs: gapMs({ configuredMs: ask.delayMs, crawlDelaySeconds: ask.crawlDelaySeconds }),
    pauseMs: failed ? hostPauseMs(reservation.failures + 1, new URL(ask.request.url).host) : 0,
    failed,
  };
}
