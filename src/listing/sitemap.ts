/** Sitemaps (sitemaps.org 0.9): url sets, indexes of sitemaps, Google's news extension, plain lists of addresses. */
import type { Element } from 'domhandler';
import { readDate } from '../dates/read-date.ts';
import type { Link, Listing } from '../domain/listing.ts';
import {
  childrenNamed,
  descendants,
  type FeedTree,
  localName,
  parseXml,
  plainText,
  resolveIn,
  textOf,
  vocabularyOf,
} from './feed-xml.ts';

/** The protocol's own limit for one file. */
const MOST_LINKS = 50_000;

/** The sitemap as a listing, children of an index as its links; null when the text is none. Never throws. */
export function readSitemap(text: string, url: string): Listing | null {
  const links = looksLikeSitemap(text) ? readXml(text, url) : readPlain(text);
  return links && { kind: 'sitemap', links, next: null, feeds: [] };
}

function looksLikeSitemap(text: string): boolean {
  return /<(?:[\w-]{1,20}:)?(?:urlset|sitemapindex)[\s>]/i.test(text.slice(0, 64 * 1024));
}

function readXml(text: string, url: string): Link[] | null {
  const tree = parseXml(text);
  const root = [...descendants(tree.document, 500)].find((element) =>
    /^(?:urlset|sitemapindex)$/.test(localName(element)),
  );
  if (!root) return null;
  const links: Link[] = [];
  for (const element of descendants(root)) {
    // Some put a child sitemap among the addresses of a url set.
    if (!/^(?:url|sitemap)$/.test(localName(element)) || vocabularyOf(tree, element) === 'other') continue;
    const link = readRow(tree, element, url);
    if (link) links.push(link);
    if (links.length >= MOST_LINKS) break;
  }
  return links;
}

function readRow(tree: FeedTree, row: Element, url: string): Link | null {
  const [location] = childrenNamed(tree, row, { name: 'loc' });
  const address = location && resolveIn(location, textOf(location), url);
  if (!address) return null;
  const [news] = childrenNamed(tree, row, { name: 'news', from: ['news', 'core'] });
  const part = (parent: Element | undefined, name: string): string | null =>
    parent ? textOf(childrenNamed(tree, parent, { name, from: ['core', 'news'] })[0]) : null;
  const written = part(news, 'publication_date') ?? part(row, 'lastmod');
  return {
    url: address,
    title: plainText(part(news, 'title')),
    published: written ? (readDate(written, { timezone: 'UTC', language: 'en' })?.date ?? null) : null,
  };
}

/** A plain text sitemap holds one address a line and nothing else. */
function readPlain(text: string): Link[] | null {
  if (!/^\ufeff?\s{0,64}https?:\/\//i.test(text)) return null;
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const isAddress = (line: string): boolean => /^https?:\/\/\S{1,2048}$/i.test(line) && URL.canParse(line);
  if (!lines.every(isAddress)) return null;
  return lines
    .slice(0, MOST_LINKS)
    .map((line) => ({ url: Buffer.from(line).toString(), title: null, published: null }));
}
