import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Link } from '../domain/listing.ts';
import { readListing } from './read-listing.ts';

interface Expected {
  id: string;
  url: string;
  charset: string;
  /** Absolute address, or `*` and a part that the address must hold. */
  next: string | null;
  feeds: string[];
  links: Link[];
  /** Links that are neither right nor wrong: the same column's slider, a tab beside the list. */
  neutral?: string[];
  /** The page tells its dates in a form that is not judged here (no year, two-digit year, another language). */
  loose?: boolean;
}

const folder = fileURLToPath(new URL('../../test/fixtures/listing/', import.meta.url));
const pages = readFileSync(`${folder}expected.jsonl`, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Expected);

function read(page: Expected) {
  const text = new TextDecoder(page.charset).decode(readFileSync(`${folder}${page.id}.html`));
  return readListing({
    url: page.url,
    text,
    timezone: 'Asia/Shanghai',
    base: '2024-05-29T08:00:00+08:00',
  });
}

/** Dates are expected as far as the page told them: an offset may follow. */
function told(link: Link, page: Expected, place: number): string | null {
  const wanted = page.links[place]?.published ?? null;
  const kept = wanted !== null && link.published?.startsWith(wanted);
  return kept || page.loose ? wanted : link.published;
}

describe('list pages of the publishing systems and of ordinary newsrooms', () => {
  it.each(pages)('$id: links, titles, dates and the way on', (page) => {
    const reading = read(page);
    const found = reading.links.filter((link) => !page.neutral?.includes(link.url));
    const links = found.map((link, place) => ({ ...link, published: told(link, page, place) }));
    expect(links).toEqual(page.links);
    if (page.next?.startsWith('*')) expect(reading.next).toContain(page.next.slice(1));
    else expect(reading.next).toBe(page.next);
    expect(reading.feeds).toEqual(page.feeds);
  });
});

describe('an operator’s selector', () => {
  it('overrules what is found', () => {
    const text =
      '<ul class="menu"><li><a href="/a/1.html">Contact our press office today</a></li></ul><div id="x"><a href="/b/2.html">Second</a> <a href="/b/3.html">Third</a></div>';
    const reading = readListing({
      url: 'https://news.test/',
      text: `<html>${text}</html>`,
      linksSelector: '#x',
    });
    expect(reading.links.map((link) => [link.url, link.title])).toEqual([
      ['https://news.test/b/2.html', 'Second'],
      ['https://news.test/b/3.html', 'Third'],
    ]);
  });
});
