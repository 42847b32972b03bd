/**
 * Reads a listing, whatever it is: a feed, a sitemap, a list service's answer or an HTML page. Told apart by what
 * the text is, not by what its address or type claims.
 */
import type { Link, Listing, ListRequest } from '../domain/listing.ts';
import { anchors, baseOf } from '../markup/links.ts';
import { parseMarkup } from '../markup/parse.ts';
import { type Document, elements } from '../markup/walk.ts';
import { announcedFeeds } from './announced.ts';
import { readAnswer } from './api-answer.ts';
import { linksOfData } from './data-rows.ts';
import { linksOfStore, type RowStore, storesOf } from './embedded-rows.ts';
import { readFeed } from './feed.ts';
import { followingRequest } from './following.ts';
import { linksBySelector, linksOfPage, type PageContext } from './list-page.ts';
import { guessedService, knownService } from './list-request.ts';
import { nextPage } from './next-page.ts';
import { nextByQuery } from './page-number.ts';
import { scriptsOf, settingIn } from './page-scripts.ts';
import type { ScriptedPage } from './scripted-page.ts';
import { readSitemap } from './sitemap.ts';
import { hasProse } from './story.ts';
import { isHtmlPage, mayBeData } from './text-kind.ts';

export interface ListingInput {
  /** Final address of what was fetched; a fragment of the asked address is kept (`/gkmlpt/index#12`). */
  url: string;
  text: string;
  contentType?: string | null;
  /** CSS selector of the operator that overrules what is found: links, or parts that hold them. */
  linksSelector?: string | undefined;
  timezone?: string | null;
  /** ISO time of the fetch, for relative dates and missing years. */
  base?: string | null;
  /** What was asked, when `text` is the answer to an earlier reading's `api`. */
  request?: ListRequest | null;
}

export type ListingReading = Listing & {
  /** A list service to ask, because the rows are not in this text (or its next window needs a POST). */
  api: ListRequest | null;
  /** No list here, but scripts that may fill one. */
  needsScripts: boolean;
};

/** Never throws on bad markup; throws `SelectorError` when `linksSelector` cannot be read. */
export function readListing(input: ListingInput): ListingReading {
  const { url, text } = input;
  const context = { url, base: url, timezone: input.timezone ?? null };
  const withTime = (base: string): PageContext => ({ ...context, base, time: input.base ?? null });
  const request = input.request ?? { url, method: 'GET', body: null };
  const whole = isHtmlPage(text);
  if (mayBeData(text)) {
    const told = readFeed(text, url) ?? readSitemap(text, url);
    if (told !== null) return { ...told, api: null, needsScripts: false };
  }
  if (!whole) {
    const answer = readAnswer(text, request, withTime(url));
    if (answer !== null) return { kind: 'api', feeds: [], needsScripts: false, ...answer };
  }
  const document = parseMarkup(text);
  const reading = readPage(document, withTime(baseOf(document, url)), {
    selector: input.linksSelector,
    whole,
  });
  return request.method === 'POST' ? continued(reading, request) : reading;
}

/** Rows a POST brought as HTML go on with the next POST, whatever links the page shows. */
function continued(reading: ListingReading, request: ListRequest): ListingReading {
  const following = followingRequest(request, { rows: reading.links.length, total: null });
  return { ...reading, next: null, api: following };
}

interface PageOptions {
  selector: string | undefined;
  /** A whole page, not a fragment a service answered with. */
  whole: boolean;
}

function readPage(document: Document, context: PageContext, options: PageOptions): ListingReading {
  const scripts = scriptsOf(document);
  const page: ScriptedPage = { document, scripts, url: context.url, base: context.base };
  const anchorsHere = anchors(document, context.base);
  const next = nextPage(document, anchorsHere, context) ?? (options.whole ? null : nextByQuery(context.url));
  const reading = {
    kind: 'page' as const,
    feeds: announcedFeeds(document, context.base),
    api: null,
    needsScripts: false,
  };
  if (options.selector !== undefined) {
    return { ...reading, links: linksBySelector(document, options.selector, context), next };
  }
  const links = linksOfPage(document, context, {
    next,
    paged: next !== null,
    links: anchorsHere,
  });
  const store = largestStore(storesOf(document, context.base), context);
  if (store !== null && store.links.length >= Math.min(links.length, 5)) {
    return { ...reading, links: store.links, next: next ?? nextOfStore(store, page) };
  }
  const service = isConvincing(links) ? null : knownService(page);
  if (service !== null) return { ...reading, links: [], next: null, api: service, needsScripts: true };
  if (links.length > 0) return { ...reading, links, next };
  const data = linksOfData(document, scripts, context);
  if (data.length > 0) return { ...reading, links: data, next };
  const scripted =
    scripts.length > 0 || elements(document, 'script').some((script) => script.attribs.src !== undefined);
  return {
    ...reading,
    links: [],
    next: null,
    api: hasProse(document) ? null : guessedService(page),
    needsScripts: scripted,
  };
}

/** A page of a known service may still have its first rows in the HTML: then they are dated, and several. */
function isConvincing(links: readonly Link[]): boolean {
  return links.length >= 5 && links.filter((link) => link.published !== null).length >= 0.6 * links.length;
}

interface ReadStore {
  store: RowStore;
  links: Link[];
}

/** A page may hold several stores; the list is the longest. */
function largestStore(stores: readonly RowStore[], context: PageContext): ReadStore | null {
  let largest: ReadStore | null = null;
  for (const store of stores.slice(0, 20)) {
    const links = linksOfStore(store, context);
    if (links.length > (largest?.links.length ?? 0)) largest = { store, links };
  }
  return largest;
}

/** Where the rows after those in the page are had: as the store says, else in the service's second window. */
function nextOfStore(read: ReadStore, page: ScriptedPage): string | null {
  const { nextGroup, records } = read.store;
  const total = read.store.total ?? (Number(settingIn(page.scripts, 'totalRecord')) || null);
  if (total !== null && records.length >= total) return null;
  if (nextGroup !== null) return nextGroup;
  const service = knownService(page);
  if (service === null) return null;
  const url = new URL(service.url);
  // The rows in the page are the first window, so that the next one begins after them.
  if (url.searchParams.has('endrecord')) url.searchParams.set('endrecord', String(records.length));
  return followingRequest({ ...service, url: url.href }, { rows: records.length, total })?.url ?? null;
}
