/** A dry run on one source: its listings and the first few pages, read as a visit would, and nothing stored. */
import type { Article } from '../domain/article.ts';
import type { Outcome } from '../domain/failure.ts';
import { NotYet, VisitFailure } from '../domain/failure.ts';
import type { Link, ListingKind } from '../domain/listing.ts';
import type { ArticleText, Report } from '../domain/report.ts';
import type { Source } from '../domain/source.ts';
import { type FetchDeps, politeFetch } from './polite-fetch.ts';
import { type ListAsk, readList, refuseEmptyList } from './read-list.ts';
import { readPage, refuseReading } from './read-page.ts';

export interface TryDeps extends FetchDeps {
  recognize(article: ArticleText): Report;
}

export interface PageTrial {
  url: string;
  outcome: Outcome | 'ok';
  reason: string;
  article: Article | null;
  report: Report | null;
}

export interface ListingTrial {
  url: string;
  outcome: Outcome | 'ok';
  reason: string;
  kind: ListingKind | null;
  via: 'http' | 'browser';
  links: Link[];
  next: string | null;
  feeds: string[];
  /** The first few pages, read. */
  pages: PageTrial[];
}

export interface SourceTrial {
  id: string;
  listings: ListingTrial[];
}

const PAGES_READ = 3;
/** A person waits for this: the host's slot is waited for, but not for ever. */
const PATIENCE_MS = 60_000;

export async function trySource(source: Source, deps: TryDeps): Promise<SourceTrial> {
  const listings: ListingTrial[] = [];
  for (const url of source.urls) listings.push(await tryListing(source, url, deps));
  return { id: source.id, listings };
}

async function tryListing(source: Source, url: string, deps: TryDeps): Promise<ListingTrial> {
  const via = source.render === 'browser' ? 'browser' : 'http';
  const none: ListingTrial = {
    url,
    outcome: 'ok',
    reason: '',
    kind: null,
    via,
    links: [],
    next: null,
    feeds: [],
    pages: [],
  };
  const fetchPage = (ask: ListAsk) =>
    politeFetch({ ...ask, delayMs: source.delayMs, patienceMs: PATIENCE_MS }, deps);
  try {
    const read = await readList(source, { url, via }, { fetchPage, now: () => deps.clock.now() });
    if (!read) return none;
    refuseEmptyList(read, false);
    const { kind, links, next, feeds } = read.reading;
    const pages: PageTrial[] = [];
    for (const link of links.slice(0, PAGES_READ)) pages.push(await tryPage(source, link, deps));
    return { ...none, reason: `${links.length} links found`, kind, via: read.via, links, next, feeds, pages };
  } catch (error) {
    return { ...none, ...endOf(error) };
  }
}

async function tryPage(source: Source, link: Link, deps: TryDeps): Promise<PageTrial> {
  const none: PageTrial = { url: link.url, outcome: 'ok', reason: 'read', article: null, report: null };
  try {
    const via = source.render === 'browser' ? 'browser' : 'http';
    const page = await politeFetch(
      { url: link.url, delayMs: source.delayMs, via, patienceMs: PATIENCE_MS },
      deps,
    );
    const { selectors, timezone } = source;
    const { article, attachment } = readPage({
      page,
      listed: link,
      selectors,
      timezone,
      now: deps.clock.now(),
    });
    refuseReading(article, attachment);
    const { title, body, published, language } = article;
    const report = deps.recognize({ url: page.url, title, body: body ?? '', published, language });
    return { ...none, article, report };
  } catch (error) {
    return { ...none, ...endOf(error) };
  }
}

function endOf(error: unknown): { outcome: Outcome; reason: string } {
  if (error instanceof VisitFailure) return { outcome: error.outcome, reason: error.reason };
  if (error instanceof NotYet) return { outcome: 'timeout', reason: error.message };
  throw error;
}
