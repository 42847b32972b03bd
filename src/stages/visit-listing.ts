/**
 * One visit of a listing: polite and conditional fetch, links, the frontier keeps the unseen; the schedule says when
 * to come again.
 */
import type { Outcome } from '../domain/failure.ts';
import { NotYet, VisitFailure } from '../domain/failure.ts';
import type { Frontier, KeyOf, ListingResult, ListingState, VisitJob } from '../domain/frontier.ts';
import type { Source } from '../domain/source.ts';
import { crawlDelayTooLong, LONGEST_CRAWL_DELAY_SECONDS } from '../politeness/pace.ts';
import type { FleetPlan } from '../schedule/fleet-plan.ts';
import { askConditionally } from '../schedule/lower-bounds.ts';
import { readMemory } from '../schedule/memory.ts';
import { retryOf } from './answer.ts';
import { LISTING_LEASE_MS, SHORT_RETURN_MS } from './leases.ts';
import { type AllLinks, hashLinks, pageBack } from './page-back.ts';
import { planVisit } from './plan-visit.ts';
import { type FetchDeps, politeFetch } from './polite-fetch.ts';
import { type ListAsk, type ListDeps, type ReadList, readList, refuseEmptyList } from './read-list.ts';

export interface ListingDeps extends FetchDeps {
  frontier: Frontier;
  keyOf: KeyOf;
  sourceOf(id: string): Source | null;
  /** The fleet's plan for `schedule: auto`; null while there is none. */
  fleetPlan(): FleetPlan | null;
}

export interface ListingEnd {
  outcome: Outcome;
  reason: string;
  /** Links seen for the first time. */
  fresh: number;
}

export interface Run {
  /** Which run of the job this is, from 1. */
  attempt: number;
  signal?: AbortSignal | undefined;
}

/** Waits inside the worker between two pages of one listing. */
const PAGE_PATIENCE_MS = 125_000;

/**
 * Visits a listing. Null when its slot was done already, or is put off because the host is shut for long. Throws `NotYet`,
 * or `VisitFailure` with fate `retry`.
 */
export async function visitListing(job: VisitJob, deps: ListingDeps, run: Run): Promise<ListingEnd | null> {
  const state = await deps.frontier.beginListing(job, LISTING_LEASE_MS);
  const source = deps.sourceOf(job.sourceId);
  if (!state || !source) return null;
  const visit: Visit = { job, state, source, run, heard: { headers: {}, crawlDelaySeconds: 0 } };
  try {
    return await readAndKeep(visit, deps);
  } catch (error) {
    if (error instanceof NotYet) {
      if (error.waitMs <= SHORT_RETURN_MS) throw error;
      const { waitMs, reason } = error;
      await deps.frontier.putOffListing(job, { waitMs, reason, key: deps.keyOf(job.url) ?? job.url });
      return null;
    }
    if (!(error instanceof VisitFailure)) throw error;
    return failVisit(visit, error, deps);
  }
}

interface Visit {
  job: VisitJob;
  state: ListingState;
  source: Source;
  run: Run;
  heard: Heard;
}

/** What the host said on the way. */
interface Heard {
  /** Of the first answer: a 304's are all that is known of it. */
  headers: Record<string, string>;
  /** The longest that robots.txt asked for. */
  crawlDelaySeconds: number;
}

async function readAndKeep(visit: Visit, deps: ListingDeps): Promise<ListingEnd | null> {
  const { job, state, source } = visit;
  const lists = listDeps(visit, deps);
  const first = await readList(source, firstAsk(visit, deps.clock.now()), lists);
  if (!first) return keepVisit(visit, { outcome: 'unchanged', reason: 'status 304', shown: null }, deps);
  refuseEmptyList(first, state.visits > 0);
  const firstVisit = state.visits === 0;
  const all = await pageBack(
    { source, listingUrl: job.url, firstVisit, first, wordings: readMemory(state.memory).wordings },
    { lists, frontier: deps.frontier, keyOf: deps.keyOf },
  );
  return keepVisit(visit, { ...wordsFor(all), shown: { first, all } }, deps);
}

function wordsFor({ links, known, renamed, pages, missing }: AllLinks): { outcome: Outcome; reason: string } {
  const fresh = links.length - known.size;
  const moved = renamed.size > 0 ? [`${renamed.size} known by their titles under new addresses`] : [];
  const but = [...moved, ...missing].map((words) => `; ${words}`).join('');
  if (fresh <= 0) return { outcome: 'unchanged', reason: `${links.length} links, all known${but}` };
  const over = pages > 1 ? ` on ${pages} pages` : '';
  return { outcome: 'new', reason: `${fresh} of ${links.length} links unseen${over}${but}` };
}

function listDeps({ source, run, heard }: Visit, deps: ListingDeps): ListDeps {
  let asked = 0;
  const onCrawlDelay = (seconds: number) => {
    heard.crawlDelaySeconds = Math.max(heard.crawlDelaySeconds, seconds);
  };
  return {
    now: () => deps.clock.now(),
    async fetchPage(ask) {
      const first = asked === 0;
      asked += 1;
      const patienceMs = first ? 0 : PAGE_PATIENCE_MS;
      const pace = { delayMs: source.delayMs, patienceMs, onCrawlDelay };
      const page = await politeFetch({ ...ask, ...pace, signal: run.signal }, deps);
      if (first) heard.headers = page.headers;
      return page;
    },
  };
}

/** Visits of a host that asks for longer pauses than are kept come late: that is for the operator to know. */
function flagged(reason: string, { crawlDelaySeconds }: Heard): string {
  if (!crawlDelayTooLong(crawlDelaySeconds)) return reason;
  return `${reason}; robots.txt asks for a crawl-delay of ${crawlDelaySeconds} s, ${LONGEST_CRAWL_DELAY_SECONDS} s are kept`;
}

function firstAsk({ job, state, source }: Visit, now: Date): ListAsk {
  const via = source.render === 'auto' ? (state.via ?? 'http') : source.render;
  // A server that answers 304 for ever is asked in full now and then.
  const conditional = askConditionally(readMemory(state.memory), now);
  const { etag, lastModified } = state;
  return { url: job.url, via, ...(conditional ? { etag, lastModified } : {}) };
}

interface Kept {
  outcome: Outcome;
  reason: string;
  /** Null for a 304. */
  shown: { first: ReadList; all: AllLinks } | null;
}

async function keepVisit(
  { job, state, source, heard }: Visit,
  kept: Kept,
  deps: ListingDeps,
): Promise<ListingEnd | null> {
  const { shown, outcome } = kept;
  const reason = flagged(kept.reason, heard);
  const headers = shown?.first.page.headers ?? heard.headers;
  const links = shown?.all.links ?? [];
  const via = shown?.first.via ?? state.via;
  const plan = planVisit({
    source,
    state,
    now: deps.clock.now(),
    outcome,
    links: shown ? links : null,
    known: shown?.all.known ?? new Set(),
    headers,
    pace: shown?.first.reading.pace,
    via,
    fleet: deps.fleetPlan(),
    waitMs: null,
  });
  const result: ListingResult = {
    outcome,
    reason,
    etag: headers.etag ?? (shown ? null : state.etag),
    lastModified: headers['last-modified'] ?? (shown ? null : state.lastModified),
    linksHash: shown ? hashLinks(links) : state.linksHash,
    via,
    links: links.filter(({ key }) => !shown?.all.renamed.has(key)),
    ...plan,
  };
  const done = await deps.frontier.finishListing(job, result);
  return done && { outcome, reason, fresh: done.fresh };
}

async function failVisit(visit: Visit, failure: VisitFailure, deps: ListingDeps): Promise<ListingEnd | null> {
  const { job, state, source, run } = visit;
  const { outcome, reason } = failure;
  const retry = retryOf(failure, run.attempt - 1, job.url);
  if (retry.waitMs !== null && !retry.leftDue) {
    await deps.frontier.holdListings([job], retry.waitMs + LISTING_LEASE_MS);
    throw new VisitFailure(outcome, reason, 'retry', retry.waitMs);
  }
  const { etag, lastModified, linksHash, via } = state;
  const plan = planVisit({
    source,
    state,
    now: deps.clock.now(),
    outcome,
    links: null,
    known: new Set(),
    headers: {},
    pace: undefined,
    via,
    fleet: deps.fleetPlan(),
    waitMs: retry.waitMs,
  });
  const result: ListingResult = { outcome, reason, etag, lastModified, linksHash, via, links: [], ...plan };
  const done = await deps.frontier.finishListing(job, result);
  return done && { outcome, reason, fresh: 0 };
}
