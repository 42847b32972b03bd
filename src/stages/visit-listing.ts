/**
 * One visit of a listing: polite and conditional fetch, links, the frontier keeps the unseen; the schedule says when
 * to come again. Pages back until it meets what is known, so that a burst longer than the listing loses nothing.
 */
import { createHash } from 'node:crypto';
import { canonicalize } from '../addresses/canonicalize.ts';
import type { Outcome } from '../domain/failure.ts';
import { NotYet, VisitFailure } from '../domain/failure.ts';
import type { Link } from '../domain/listing.ts';
import type { Source } from '../domain/source.ts';
import type { FoundLink, Frontier, ListingResult, ListingState, VisitJob } from '../domain/store.ts';
import { acceptNext } from '../listing/accept-next.ts';
import { retryOf } from './answer.ts';
import { planVisit } from './plan-visit.ts';
import { type FetchDeps, politeFetch } from './polite-fetch.ts';
import { type ListAsk, type ListDeps, type ReadList, readList, refuseEmptyList } from './read-list.ts';

export interface ListingDeps extends FetchDeps {
  frontier: Frontier;
  sourceOf(id: string): Source | null;
}

export interface ListingEnd {
  outcome: Outcome;
  reason: string;
  /** Links seen for the first time. */
  fresh: number;
}

export const LISTING_LEASE_MS = 180_000;
/** Bounds of one visit: pages of a listing and links in all. */
const MOST_PAGES_BACK = 25;
const MOST_LINKS = 50_000;
/** Waits inside the worker between two pages of one listing. */
const PAGE_PATIENCE_MS = 125_000;

/** Visits a listing. Null when its slot was done already. Throws `NotYet`, or `VisitFailure` with fate `retry`. */
export async function visitListing(
  job: VisitJob,
  deps: ListingDeps,
  { attempt = 1, signal }: { attempt?: number; signal?: AbortSignal } = {},
): Promise<ListingEnd | null> {
  const state = await deps.frontier.beginListing(job, LISTING_LEASE_MS);
  const source = deps.sourceOf(job.sourceId);
  if (!state || !source) return null;
  const visit: Visit = { job, state, source, signal };
  try {
    return await readAndKeep(visit, deps);
  } catch (error) {
    if (error instanceof NotYet) {
      await deps.frontier.holdListing(job, error.waitMs + LISTING_LEASE_MS);
      throw error;
    }
    if (!(error instanceof VisitFailure)) throw error;
    return failVisit(visit, { failure: error, attempt }, deps);
  }
}

type Visit = { job: VisitJob; state: ListingState; source: Source; signal: AbortSignal | undefined };

async function readAndKeep(visit: Visit, deps: ListingDeps): Promise<ListingEnd | null> {
  const { job, state, source } = visit;
  const lists = listDeps(visit, deps);
  const first = await readList(source, firstAsk(visit), lists);
  if (!first)
    return keepVisit(visit, { outcome: 'unchanged', reason: 'status 304', links: [], shown: null }, deps);
  refuseEmptyList(first, state.visits > 0);
  const links = foundLinks(first.reading.links, job.url);
  const known = await deps.frontier.knownLinks(links.map(({ key }) => key));
  const more = await readBack(visit, { first, links, known }, { lists, deps });
  const all = [...links, ...more.links];
  const linksHash = hashLinks(links);
  const fresh = all.filter(({ key }) => !known.has(key)).length - more.known;
  const outcome: Outcome = fresh > 0 ? 'new' : 'unchanged';
  const pages = more.pages > 0 ? ` on ${more.pages + 1} pages` : '';
  const reason =
    fresh > 0 ? `${fresh} of ${all.length} links unseen${pages}` : `${all.length} links, all known`;
  return keepVisit(visit, { outcome, reason, links: all, shown: { first, linksHash, fresh } }, deps);
}

function listDeps({ source, signal }: Visit, deps: ListingDeps): ListDeps {
  let asked = 0;
  return {
    now: () => deps.clock.now(),
    fetchPage: (ask) =>
      politeFetch(
        { ...ask, delayMs: source.delayMs, patienceMs: asked++ === 0 ? 0 : PAGE_PATIENCE_MS, signal },
        deps,
      ),
  };
}

function firstAsk({ job, state, source }: Visit): ListAsk {
  const via = source.render === 'auto' ? (state.via ?? 'http') : source.render;
  return { url: job.url, via, etag: state.etag, lastModified: state.lastModified };
}

/** Links in order, each once, by canonical key; the listing itself and what is no http address left out. */
export function foundLinks(links: Link[], listingUrl: string): FoundLink[] {
  const own = canonicalize(listingUrl);
  const byKey = new Map<string, FoundLink>();
  for (const link of links) {
    const key = canonicalize(link.url);
    if (key && key !== own && !byKey.has(key)) byKey.set(key, { key, ...link });
  }
  return [...byKey.values()].slice(0, MOST_LINKS);
}

interface Back {
  links: FoundLink[];
  /** How many of them were known. */
  known: number;
  pages: number;
}

/**
 * Older pages of the listing: as many as the entry's `pages` at the first visit; later, back to the last known item
 * when everything on the page is unseen.
 */
async function readBack(
  visit: Visit,
  shown: { first: ReadList; links: FoundLink[]; known: Set<string> },
  { lists, deps }: { lists: ListDeps; deps: ListingDeps },
): Promise<Back> {
  const { state, source } = visit;
  const back: Back = { links: [], known: 0, pages: 0 };
  const most = state.visits === 0 ? source.pages - 1 : MOST_PAGES_BACK;
  let { next } = shown.first.reading;
  let overflowing = state.visits === 0 || (shown.links.length > 0 && shown.known.size === 0);
  const seen = new Set(shown.links.map(({ key }) => key));
  while (next && back.pages < most && overflowing && seen.size < MOST_LINKS) {
    const read: ReadList | null = await readList(source, { url: next, via: shown.first.via }, lists);
    if (!read || !acceptNext(shown.first.reading.links, read.reading.links)) break;
    const links = foundLinks(read.reading.links, visit.job.url).filter(({ key }) => !seen.has(key));
    if (links.length === 0) break;
    const known = await deps.frontier.knownLinks(links.map(({ key }) => key));
    for (const { key } of links) seen.add(key);
    back.links.push(...links);
    back.known += known.size;
    back.pages += 1;
    overflowing = state.visits === 0 || known.size === 0;
    next = read.reading.next;
  }
  return back;
}

function hashLinks(links: FoundLink[]): string {
  const hash = createHash('sha256');
  for (const { key, title, published } of links) hash.update(`${key}\n${title ?? ''}\n${published ?? ''}\n`);
  return hash.digest('hex');
}

interface Shown {
  first: ReadList;
  linksHash: string;
  fresh: number;
}

type Kept = { outcome: Outcome; reason: string; links: FoundLink[]; shown: Shown | null };

async function keepVisit(
  { job, state, source }: Visit,
  kept: Kept,
  deps: ListingDeps,
): Promise<ListingEnd | null> {
  const { shown, outcome, reason, links } = kept;
  const headers = shown?.first.page.headers;
  const plan = planVisit({
    source,
    state,
    now: deps.clock.now(),
    outcome,
    links: shown ? links : null,
    fresh: shown?.fresh ?? 0,
    headers: headers ?? {},
  });
  const result: ListingResult = {
    outcome,
    reason,
    etag: headers ? (headers.etag ?? null) : state.etag,
    lastModified: headers ? (headers['last-modified'] ?? null) : state.lastModified,
    linksHash: shown?.linksHash ?? state.linksHash,
    via: shown?.first.via ?? state.via,
    links,
    ...plan,
  };
  const done = await deps.frontier.finishListing(job, result);
  return done && { outcome, reason, fresh: done.fresh };
}

async function failVisit(
  visit: Visit,
  failed: { failure: VisitFailure; attempt: number },
  deps: ListingDeps,
): Promise<ListingEnd | null> {
  const { job, state, source } = visit;
  const { failure, attempt } = failed;
  const retry = retryOf(failure, attempt - 1, job.url);
  if (retry.waitMs !== null && !retry.leftDue) {
    await deps.frontier.holdListing(job, retry.waitMs + LISTING_LEASE_MS);
    throw new VisitFailure(failure.outcome, failure.reason, 'retry', retry.waitMs);
  }
  const { outcome, reason } = failure;
  const plan = planVisit({
    source,
    state,
    now: deps.clock.now(),
    outcome,
    links: null,
    fresh: 0,
    headers: {},
    waitMs: retry.waitMs,
  });
  const kept = {
    etag: state.etag,
    lastModified: state.lastModified,
    linksHash: state.linksHash,
    via: state.via,
    links: [],
  };
  const done = await deps.frontier.finishListing(job, { outcome, reason, ...kept, ...plan });
  return done && { outcome, reason, fresh: 0 };
}
