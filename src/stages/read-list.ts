/**
 * The links of one listing page, wherever they are: in its HTML, feed or sitemap, behind a list API, or only after
 * scripts have run. Fetches what it needs through `fetchPage`, reads with the listing room.
 */

import { decode } from '../decode/decode.ts';
import { VisitFailure } from '../domain/failure.ts';
import type { ListRequest } from '../domain/listing.ts';
import type { Page } from '../domain/page.ts';
import type { Source } from '../domain/source.ts';
import { isEnough } from '../extract/judge-reading.ts';
import { type ListingReading, readListing } from '../listing/read-listing.ts';
import { parseMarkup } from '../markup/parse.ts';
import { textOf } from '../markup/text.ts';
import { refuseAnswer } from './answer.ts';
import { readListApi } from './list-api.ts';
import { hasControls } from './read-page.ts';

export type Via = 'http' | 'browser';

export interface ListAsk {
  url: string;
  via: Via;
  etag?: string | null;
  lastModified?: string | null;
  /** Body of a POST, and its type. */
  form?: string | null;
  formType?: string | null;
  referer?: string | null;
}

export interface ListDeps {
  fetchPage(ask: ListAsk): Promise<Page>;
  now(): Date;
}

export interface ReadList {
  reading: ListingReading;
  page: Page;
  via: Via;
  /** Parts of the listing that could not be read, in words; the visit's reason repeats them. */
  missing?: string[];
}

/** How the listing goes on: at another address, or with another question to its list API. */
export type Onward = { url: string; referer: string } | { api: ListRequest; shownAt: string };

export function onwardOf({ reading, page }: ReadList): Onward | null {
  // A next page may be a service that answers nobody who does not come from the list.
  if (reading.next !== null) return { url: reading.next, referer: page.url };
  return reading.links.length > 0 && reading.api ? { api: reading.api, shownAt: page.url } : null;
}

/** The next older page. */
export function readOnward(
  source: Source,
  { onward, via }: { onward: Onward; via: Via },
  deps: ListDeps,
): Promise<ReadList | null> {
  if ('url' in onward) return readList(source, { ...onward, via }, deps);
  return readListApi(source, onward, deps).then((read) => ({ ...read, via: 'http' }));
}

/** Reads `ask.url`; null when the server says it has not changed (304). */
export async function readList(source: Source, ask: ListAsk, deps: ListDeps): Promise<ReadList | null> {
  const page = await deps.fetchPage(ask);
  if (page.status === 304) return null;
  const reading = readPageAsList(source, withFragment(page, ask.url), deps);
  const shown: ReadList = { reading, page, via: ask.via };
  if (isSitemapIndex(reading)) return readChildren(source, { reading, page }, deps);
  if (reading.links.length > 0) return shown;
  if (reading.api) {
    const behind = await readListApi(source, { api: reading.api, shownAt: page.url }, deps);
    if (behind.reading.links.length > 0) {
      return { reading: { ...behind.reading, feeds: reading.feeds }, page: behind.page, via: 'http' };
    }
  }
  return (await readRendered(source, { ask, reading }, deps)) ?? shown;
}

/** Scripts may fill the list: the browser is tried once, by the source's leave. */
async function readRendered(
  source: Source,
  { ask, reading }: { ask: ListAsk; reading: ListingReading },
  deps: ListDeps,
): Promise<ReadList | null> {
  if (ask.via !== 'http' || source.render !== 'auto' || !reading.needsScripts) return null;
  const page = await deps.fetchPage({ url: ask.url, via: 'browser' });
  return { reading: readPageAsList(source, withFragment(page, ask.url), deps), page, via: 'browser' };
}

/** A fragment is not sent, but on some systems it names the column: it goes on with the page's address. */
function withFragment(page: Page, asked: string): Page {
  const { hash } = new URL(asked);
  return hash && !page.url.includes('#') ? { ...page, url: `${page.url}${hash}` } : page;
}

/** Sitemaps of an index that are read at one visit, the newest first. */
const MOST_CHILDREN = 3;
const SITEMAP = /sitemap|\.xml(\.gz)?$/i;

function isSitemapIndex({ kind, links }: ListingReading): boolean {
  return (
    kind === 'sitemap' && links.length > 0 && links.every(({ url }) => SITEMAP.test(new URL(url).pathname))
  );
}

/** The links of an index's newest sitemaps; one that cannot be read is named and does not hide the others. */
async function readChildren(
  source: Source,
  from: { reading: ListingReading; page: Page },
  deps: ListDeps,
): Promise<ReadList> {
  const newest = [...from.reading.links].sort((a, b) => ((a.published ?? '') < (b.published ?? '') ? 1 : -1));
  const children = newest.slice(0, MOST_CHILDREN);
  const links: ListingReading['links'] = [];
  const failures: { url: string; failure: VisitFailure }[] = [];
  for (const { url } of children) {
    try {
      links.push(...readPageAsList(source, await deps.fetchPage({ url, via: 'http' }), deps).links);
    } catch (failure) {
      if (!(failure instanceof VisitFailure)) throw failure;
      failures.push({ url, failure });
    }
  }
  const [first] = failures;
  if (first && failures.length === children.length) throw first.failure;
  const missing = failures.map(
    ({ url, failure }) => `sitemap ${url} not read: ${failure.outcome}, ${failure.reason}`,
  );
  return { reading: { ...from.reading, links, next: null }, page: from.page, via: 'http', missing };
}

function readPageAsList(source: Source, page: Page, deps: ListDeps): ListingReading {
  const { text } = decode(page.bytes, page.contentType);
  refuseAnswer(page, text, deps.now());
  if (hasControls(text.slice(0, 2048))) {
    throw new VisitFailure('not_html', `no text, content type ${page.contentType ?? 'unknown'}`, 'never');
  }
  return readListing({
    url: page.url,
    text,
    contentType: page.contentType,
    linksSelector: source.selectors.links,
    timezone: source.timezone,
    base: deps.now().toISOString(),
  });
}

/** What a listing without links ends with: `empty` where there is hardly a word on it. */
export function refuseEmptyList({ reading, page }: ReadList, lost: boolean): void {
  if (reading.links.length > 0) return;
  // An empty feed is a feed; a page that showed links before and shows none now was changed.
  if (reading.kind !== 'page' && !lost) return;
  const scripts = reading.needsScripts ? '; its scripts may fill it: try render: browser' : '';
  const { text } = decode(page.bytes, page.contentType);
  if (!isEnough(textOf(parseMarkup(text)))) {
    throw new VisitFailure('empty', `the page holds no text and no list${scripts}`, 'never');
  }
  throw new VisitFailure(
    'unexpected_structure',
    `no list of articles is found on the page${scripts}`,
    'never',
  );
}
