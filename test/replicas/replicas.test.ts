import { describe, expect, it } from 'vitest';
import type { Link, ListRequest } from '../../src/domain/listing.ts';
import { acceptNext } from '../../src/listing/accept-next.ts';
import { type ListingReading, readListing } from '../../src/listing/read-listing.ts';
import { answerOf, type Replica, type Route } from './replica.ts';
import { replicas } from './replicas.ts';

const ORIGIN = 'http://127.0.0.1:8080';

function textOf(route: Route): string {
  if (typeof route.body === 'string') return route.body;
  return new TextDecoder('gbk').decode(route.body);
}

function ask(replica: Replica, request: ListRequest): ListingReading {
  const url = new URL(request.url);
  const route = answerOf(replica, {
    method: request.method,
    path: url.pathname + url.search,
    headers: { referer: `${ORIGIN}${replica.listingPath}` },
    body: request.body ?? '',
  });
  expect(route.status ?? 200, request.url).toBe(200);
  return readListing({
    url: request.url,
    text: textOf(route),
    timezone: 'Asia/Shanghai',
    base: '2024-05-29T00:00:00+08:00',
    request,
  });
}

/** Follows a listing to its end as a visit would: services first, then next pages that bring something. */
function follow(replica: Replica): Link[] {
  const links: Link[] = [];
  let request: ListRequest | null = { url: `${ORIGIN}${replica.listingPath}`, method: 'GET', body: null };
  for (let step = 0; request !== null && step < 8; step++) {
    const reading: ListingReading = ask(replica, request);
    if (links.length > 0 && !acceptNext(links, reading.links)) break;
    const seen = new Set(links.map((link) => link.url));
    links.push(...reading.links.filter((link) => !seen.has(link.url)));
    request =
      reading.api ?? (reading.next === null ? null : { url: reading.next, method: 'GET', body: null });
  }
  return links;
}

describe.each(replicas())('$family', (replica) => {
  it('is read to its last article with nothing but the listing’s address', () => {
    const links = follow(replica);
    expect(links.map((link) => link.url)).toEqual(
      replica.articles.map((article) => `${ORIGIN}${article.path}`),
    );
    expect(links.map((link) => link.title)).toEqual(replica.articles.map((article) => article.title));
    expect(links.map((link) => link.published?.slice(0, 10))).toEqual(
      replica.articles.map((article) => article.published.slice(0, 10)),
    );
  });

  it('serves each article', () => {
    for (const article of replica.articles) {
      const route = answerOf(replica, { method: 'GET', path: article.path, headers: {}, body: '' });
      expect(textOf(route)).toContain(article.body.split('\n')[0]);
    }
  });
});

describe('the replicas’ texts', () => {
  it('have titles and bodies of their own', () => {
    const articles = replicas().flatMap((replica) => replica.articles);
    expect(new Set(articles.map((article) => article.body)).size).toBe(articles.length);
    expect(articles.filter((article) => article.signs).length).toBeGreaterThan(30);
  });
});
