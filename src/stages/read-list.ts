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

/** Reads `ask.url`; null when the server says it has not changed (304). */
export async function readList(source: Source, ask: ListAsk, deps: ListDeps): Promise<ReadList | null> {
  const page = await deps.fetchPage(ask);
  if (page.status === 304) return null;
  const reading = readPageAsList(source, page, deps);
  if (reading.links.length > 0) return { reading, page, via: ask.via };
  if (reading.api) return readApi(source, { api: reading.api, page, feeds: reading.feeds }, deps);
  // Scripts may fill the list: the browser is tried once, by the source's leave.
  const tryBrowser = ask.via === 'http' && source.render === 'auto' && reading.needsScripts;
  if (!tryBrowser) return { reading, page, via: ask.via };
  const rendered = await deps.fetchPage({ url: ask.url, via: 'browser' });
  return { reading: readPageAsList(source, rendered, deps), page: rendered, via: 'browser' };
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
  from: { api: ListRequest; page: Page; feeds: string[] },
  deps: ListDeps,
): Promise<ReadList> {
  const { api, page, feeds } = from;
  const answer = await deps.fetchPage({
    url: api.url,
    via: 'http',
    form: api.method === 'POST' ? (api.body ?? '') : null,
    referer: page.url,
  });
  const { text } = decode(answer.bytes, answer.contentType);
  refuseAnswer(answer, text, deps.now());
  const reading = readListing({
    url: api.url,
    text,
    contentType: answer.contentType,
    timezone: source.timezone,
    base: deps.now().toISOString(),
  });
  // Links of an API answer are relative to the page that shows them; the room resolves them against the API's own
  // address, which is on the same host in every family known.
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
