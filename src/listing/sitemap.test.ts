import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSitemap } from './sitemap.ts';

const news = readFileSync(new URL('../../test/fixtures/feeds/sitemap-news.xml', import.meta.url), 'utf8');

describe('readSitemap', () => {
  it('reads addresses with news titles and dates, and no pictures', () => {
    expect(readSitemap(news, 'https://press.test/sitemap.xml')).toEqual({
      kind: 'sitemap',
      links: [
        {
          url: 'https://press.test/a/1',
          title: 'City & carrier sign',
          published: '2024-05-08T09:30:00+08:00',
        },
        { url: 'https://press.test/a/2', title: null, published: '2024-05' },
      ],
      next: null,
      feeds: [],
    });
  });

  it('gives the children of an index as links', () => {
    const index =
      '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://a.test/1.xml.gz</loc><lastmod>2024-05-08</lastmod></sitemap></sitemapindex>';
    expect(readSitemap(index, 'https://a.test/sitemap.xml')?.links).toEqual([
      { url: 'https://a.test/1.xml.gz', title: null, published: '2024-05-08' },
    ]);
  });

  it('reads plain lists of addresses', () => {
    const links = readSitemap('https://a.test/1\r\nhttps://a.test/2\n', 'https://a.test/sitemap.txt')?.links;
    expect(links?.map(({ url }) => url)).toEqual(['https://a.test/1', 'https://a.test/2']);
  });

  it('reads prefixed and torn ones', () => {
    const torn =
      '<s:urlset xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9"><s:url><s:loc>https://a.test/1</s:loc></s:url><s:url><s:loc>https://a.test/2';
    expect(readSitemap(torn, 'https://a.test/')?.links).toHaveLength(2);
  });

  it.each([
    '',
    '<html><a href="https://a.test/">x</a></html>',
    'https://a.test/1\nand words',
    '<rss></rss>',
    'words',
  ])('is null for %s', (text) => {
    expect(readSitemap(text, 'https://a.test/')).toBeNull();
  });

  it('stops at 50,000 addresses', () => {
    const many = `<urlset>${'<url><loc>https://a.test/x</loc></url>'.repeat(50_010)}</urlset>`;
    expect(readSitemap(many, 'https://a.test/')?.links).toHaveLength(50_000);
  });
});
