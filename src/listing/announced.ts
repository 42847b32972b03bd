/** Feeds and sitemaps a page announces for itself. */
import { absoluteUrl } from '../markup/links.ts';
import { attribute, type Document, elements } from '../markup/walk.ts';

const FEED_TYPE = /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|^text\/xml\+rss/i;

/** `/rss/` alone is mostly a page about feeds. */
const PRINTED_FEED =
  /(?:^|\/)(?:(?:rss|atom|feed)[\w-]{0,20}\.(?:xml|rdf|cgi)|[\w-]{1,40}\.(?:rss|atom)|feed\/?)(?:\?[^#]{0,200})?$/i;

/** Absolute addresses of `<link rel="alternate">` feeds, sitemaps and of links printed as feeds; in page order. */
export function announcedFeeds(document: Document, base: string): string[] {
  const found = new Set<string>();
  for (const element of elements(document)) {
    const href = attribute(element, 'href');
    if (href === null || !announces(element.name, element.attribs, href)) continue;
    const url = absoluteUrl(href, base);
    if (url !== null) found.add(Buffer.from(url).toString());
    if (found.size >= 20) break;
  }
  return [...found];
}

function announces(name: string, attribs: Record<string, string>, href: string): boolean {
  if (name === 'link') {
    const rel = attribs.rel ?? '';
    // Comment feeds hold no articles.
    if (/comments?/i.test(`${attribs.title ?? ''} ${href}`) && /feed/i.test(href)) return false;
    return (
      /(?:^|\s)sitemap(?:\s|$)/i.test(rel) || (/alternate/i.test(rel) && FEED_TYPE.test(attribs.type ?? ''))
    );
  }
  return name === 'a' && PRINTED_FEED.test(href);
}
