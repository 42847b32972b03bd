/**
 * One imported page or document through the same stages as a fetched one, from reading on.
 */

import { canonicalize } from '../addresses/canonicalize.ts';
import { decode } from '../decode/decode.ts';
import type { Article } from '../domain/article.ts';
import { VisitFailure } from '../domain/failure.ts';
import type { KeyOf } from '../domain/frontier.ts';
import type { Page } from '../domain/page.ts';
import { isEnough } from '../extract/judge-reading.ts';
import { readLanguage } from '../extract/read-language.ts';
import { fingerprint } from '../fingerprint/fingerprint.ts';
import { metaOf, metaTags } from '../markup/meta.ts';
import { parseMarkup } from '../markup/parse.ts';
import { elements } from '../markup/walk.ts';
import { type FileDeps, type Filed, fileReport } from './file-report.ts';
import { readPage, refuseReading } from './read-page.ts';

export interface ImportedArticle {
  title: string | null;
  body: string;
  published: string | null;
  publisher: string | null;
  language: string | null;
}

export interface ImportDeps extends FileDeps {
  now(): Date;
  keyOf: KeyOf;
}

/** Files an article given as text. Without a URL its identity is the hash of what it says. */
export async function importArticle(
  given: ImportedArticle,
  url: string | null,
  deps: ImportDeps,
): Promise<Filed> {
  if (!isEnough(given.body)) {
    throw new VisitFailure('empty', `${[...given.body].length} characters of body`, 'never');
  }
  const article: Article = {
    ...given,
    language: given.language ?? readLanguage(given.body, null),
    publishedPrecision: precisionOf(given.published),
    author: null,
    provenance: {},
  };
  return file(article, { url, page: null }, deps);
}

function precisionOf(published: string | null): Article['publishedPrecision'] {
  if (published === null) return null;
  if (published.includes('T')) return 'minute';
  return published.length === 7 ? 'month' : 'day';
}

/** Files a saved page; its URL is the given one, its canonical link or og:url. */
export async function importPage(
  bytes: Uint8Array,
  given: { url: string | null; contentType: string | null },
  deps: ImportDeps,
): Promise<Filed> {
  const url = given.url ?? ownUrl(bytes, given.contentType);
  const page: Page = {
    requestedUrl: url ?? '',
    // Links of a page without an address are resolved against nothing that exists (RFC 2606).
    url: url ?? 'http://import.invalid/',
    status: 200,
    headers: {},
    contentType: given.contentType,
    bytes,
    hops: [],
    fetchedAt: deps.now(),
    via: 'import',
  };
  const { article, attachment } = readPage({
    page,
    listed: null,
    selectors: {},
    timezone: null,
    now: deps.now(),
  });
  refuseReading(article, attachment);
  return file(article, { url, page }, deps);
}

function ownUrl(bytes: Uint8Array, contentType: string | null): string | null {
  const document = parseMarkup(decode(bytes, contentType).text);
  for (const link of elements(document, 'link')) {
    const { rel, href } = link.attribs;
    if (rel?.toLowerCase() === 'canonical' && href && canonicalize(href)) return href;
  }
  const named = metaOf(metaTags(document), 'og:url');
  return named && canonicalize(named) ? named : null;
}

async function file(
  article: Article,
  from: { url: string | null; page: Page | null },
  deps: ImportDeps,
): Promise<Filed> {
  const { exact } = fingerprint({ title: article.title, body: article.body ?? '' });
  const key = (from.url === null ? null : deps.keyOf(from.url)) ?? `urn:sha256:${exact}`;
  const filed = await fileReport(
    { key, url: from.url ?? key, sourceId: null, article, page: from.page, visit: null },
    deps,
  );
  // Only a crawl's visit can be fenced off.
  if (!filed) throw new Error('an import was fenced off');
  return filed;
}
