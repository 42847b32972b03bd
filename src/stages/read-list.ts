/**
 * The links of one listing page, wherever they are: in its HTML, feed or sitemap, behind a list API, or only after
 * scripts have run. Fetches what it needs through `fetchPage`, reads with the listing room.
 */

import { decode } from '../decode/decode.ts';
import { VisitFailure } from '../domain/failure.ts';
import type { ListRequest } from '../domain/listing.ts';
import type { Page } from '../domain/page.ts';
import type { Source } from '../domain/source.ts';
import { type ListingReading, readListing } from '../listing/read-listing.ts';
import { refuseAnswer } from './answer.ts';

export type Via = 'http' | 'browser';

export interface ListAsk {
  url: string;
  via: Via;
  etag?: string | null;
  lastModified?: string | null;
  form?: string | null;
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
}

/** How the listing goes on: at another address, or with another question to its list API. */
export type Onward = { url: string } | { api: ListRequest; shownAt: string };

export function onwardOf({ reading, page }: ReadList): Onward | null {
  if (reading.next !== null) return { url: reading.next };
  return reading.links.length > 0 && reading.api ? { api: reading.api, shownAt: page.url } : null;
}

/** The next older page. */
export function readOnward(
  source: Source,
  { onward, via }: { onward: Onward; via: Via },
  deps: ListDeps,
): Promise<ReadList | null> {
  if ('url' in onward) return readList(source, { url: onward.url, via }, deps);
  return readApi(source, { api: onward.api, shownAt: onward.shownAt, feeds: [] }, deps);
}

/** Reads `ask.url`; null when the server says it has not changed (304). */
export async function readList(source: Source, ask: ListAsk, deps: ListDeps): Promise<ReadList | null> {
  const page = await deps.fetchPage(ask);
  if (page.status === 304) return null;
  const reading = readPageAsList(source, page, deps);
  if (isSitemapIndex(reading)) return readChildren(source, { reading, page }, deps);
  if (reading.links.length > 0) return { reading, page, via: ask.via };
  if (reading.api)
    return readApi(source, { api: reading.api, shownAt: page.url, feeds: reading.feeds }, deps);
  // Scripts may fill the list: the browser is tried once, by the source's leave.
  const tryBrowser = ask.via === 'http' && source.render === 'auto' && reading.needsScripts;
  if (!tryBrowser) return { reading, page, via: ask.via };
  const rendered = await deps.fetchPage({ url: ask.url, via: 'browser' });
  return { reading: readPageAsList(source, rendered, deps), page: rendered, via: 'browser' };
}

/** Sitemaps of an index that are read at one visit, the newest first. */
const MOST_CHILDREN = 3;
const SITEMAP = /sitemap|\.xml(\.gz)?$/i;

function isSitemapIndex({ kind, links }: ListingReading): boolean {
  return (
    kind === 'sitemap' && links.length > 0 && links.every(({ url }) => SITEMAP.test(new URL(url).pathname))
  );
}

/** The links of an index's newest sitemaps; one that cannot be read does not hide the others. */
async function readChildren(
  source: Source,
  from: { reading: ListingReading; page: Page },
  deps: ListDeps,
): Promise<ReadList> {
  const newest = [...from.reading.links].sort((a, b) => ((a.published ?? '') < (b.published ?? '') ? 1 : -1));
  const links: ListingReading['links'] = [];
  for (const { url } of newest.slice(0, MOST_CHILDREN)) {
    try {
      links.push(...readPageAsList(source, await deps.fetchPage({ url, via: 'http' }), deps).links);
    } catch (error) {
      if (!(error instanceof VisitFailure)) throw error;
    }
  }
  return { reading: { ...from.reading, links, next: null }, page: from.page, via: 'http' };
}

function readPageAsList(source: Source, page: Page, deps: ListDeps): ListingReading {
  const { text } = decode(page.bytes, page.contentType);
  refuseAnswer(page, text, deps.now());
  return readListing({
    url: page.url,
    text,
    contentType: page.contentType,
    linksSelector: source.selectors.links,
    timezone: source.timezone,
    base: deps.now().toISOString(),
  });
}

async function readApi(
  source: Source,
  from: { api: ListRequest; shownAt: string; feeds: string[] },
  deps: ListDeps,
): Promise<ReadList> {
  const { api, shownAt, feeds } = from;
  const form = api.method === 'POST' ? (api.body ?? '') : null;
  const answer = await deps.fetchPage({ url: api.url, via: 'http', form, referer: shownAt });
  const { text } = decode(answer.bytes, answer.contentType);
  refuseAnswer(answer, text, deps.now());
  const reading = readListing({
    url: api.url,
    text,
    contentType: answer.contentType,
    timezone: source.timezone,
    base: deps.now().toISOString(),
    request: api,
  });
  // Validators of an API's answer say nothing of the page that shows it: both are asked in full each time.
  const page: Page = { ...answer, url: shownAt, headers: {} };
  return { reading: { ...reading, feeds }, page, via: 'http' };
}

/** What a listing without links ends with. */
export function refuseEmptyList(read: ReadList, lost: boolean): void {
  const { reading } = read;
  if (reading.links.length > 0) return;
  const scripts = reading.needsScripts ? '; its scripts may fill it: try render: browser' : '';
  // An empty feed is a feed; a page that showed links before and shows none now was changed.
  if (reading.kind !== 'page' && !lost) return;
  throw new VisitFailure(
    'unexpected_structure',
    `no list of articles is found on the page${scripts}`,
    'never',
  );
}
