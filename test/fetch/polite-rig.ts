/**
 * The polite fetch as a worker has it (real fetcher, gate and robots store) with a clock that tests move. Several
 * workers on one store are a fleet.
 */
import { httpFetcher } from '../../src/adapters/crawlee/http-fetcher.ts';
import { resolverOver, systemLookup } from '../../src/adapters/guard/lookup.ts';
import type { OpenStore } from '../../src/adapters/postgres/open.ts';
import { canonicalize } from '../../src/addresses/canonicalize.ts';
import { NotYet, VisitFailure } from '../../src/domain/failure.ts';
import type { BrowserFetcher } from '../../src/domain/ports.ts';
import type { Source } from '../../src/domain/source.ts';
import { type FetchDeps, politeFetch } from '../../src/stages/polite-fetch.ts';
import { type ListingEnd, visitListing } from '../../src/stages/visit-listing.ts';
import { guard } from './site.ts';

export const AGENT = 'Pactwire/test (+https://example.org/bot)';
export const TIMEOUT_MS = 400;

export interface Worker {
  deps: FetchDeps;
  /** `status`, or how the fetch ended. */
  fetch(url: string, more?: { delayMs?: number; patienceMs?: number }): Promise<Got>;
  close(): Promise<void>;
}

export interface Got {
  /** HTTP status, an outcome, or `not yet`. */
  end: number | string;
  reason: string;
  waitMs: number | null;
  crawlDelaySeconds: number | null;
}

/** A moment that stands still until it is moved. */
export class Moment {
  #at = new Date();
  readonly now = () => new Date(this.#at);
  pass(ms: number): void {
    this.#at = new Date(this.#at.getTime() + ms);
  }
}

export function workerOn(store: OpenStore, moment: Moment, name = 'one'): Worker {
  const http = httpFetcher({ guard });
  const deps: FetchDeps = {
    gate: store.gate,
    robots: store.robots,
    resolver: resolverOver(systemLookup),
    clock: moment,
    worker: name,
    userAgent: AGENT,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    http,
    browser: http as BrowserFetcher,
    limits: { maxBytes: 8 * 1024 * 1024, timeoutMs: TIMEOUT_MS },
  };
  return {
    deps,
    close: () => http.close(),
    async fetch(url, more = {}) {
      const got: Got = { end: '', reason: '', waitMs: null, crawlDelaySeconds: null };
      const onCrawlDelay = (seconds: number) => {
        got.crawlDelaySeconds = seconds;
      };
      const ask = { url, via: 'http', delayMs: 0, patienceMs: 5_000, onCrawlDelay, ...more } as const;
      try {
        const page = await politeFetch(ask, deps);
        return { ...got, end: page.status };
      } catch (error) {
        if (error instanceof NotYet)
          return { ...got, end: 'not yet', reason: error.reason, waitMs: error.waitMs };
        if (!(error instanceof VisitFailure)) throw error;
        return { ...got, end: error.outcome, reason: error.reason, waitMs: error.waitMs };
      }
    },
  };
}

/** Makes the listing of a source due and visits it. */
export async function visitNow(store: OpenStore, worker: Worker, own: Source): Promise<ListingEnd | null> {
  const { frontier } = store;
  await frontier.makeDue([own.id]);
  const [job] = await frontier.claimListings({ limit: 1, leaseMs: 60_000 });
  if (!job) throw new Error('nothing is due');
  const keyOf = (url: string) => canonicalize(url);
  const deps = { ...worker.deps, frontier, keyOf, sourceOf: () => own, fleetPlan: () => null };
  return visitListing(job, deps, { attempt: 1 });
}
