/** The links of a listing over pages that a fake fetch holds: sitemap indexes in part, nothing at all, scripts. */
import { describe, expect, it } from 'vitest';
import { VisitFailure } from '../domain/failure.ts';
import type { Page } from '../domain/page.ts';
import { durationMs, type Source } from '../domain/source.ts';
import { type ListAsk, type ListDeps, readList, refuseEmptyList } from './read-list.ts';

const SITE = 'http://127.0.0.1/';
const source: Source = {
  id: 'one',
  name: 'one',
  urls: [SITE],
  region: 'CN-QH',
  kind: 'government',
  language: null,
  schedule: 'auto',
  timezone: 'Asia/Shanghai',
  render: 'auto',
  pages: 1,
  delayMs: durationMs('2s'),
  selectors: {},
  enabled: true,
};

/** A site of pages by path; what is missing answers 404. `asked` keeps what was fetched, and how. */
function site(pages: Record<string, string>) {
  const asked: string[] = [];
  const deps: ListDeps = {
    now: () => new Date('2026-03-04T05:06:07Z'),
    async fetchPage({ url, via }: ListAsk): Promise<Page> {
      const path = new URL(url).pathname.slice(1);
      asked.push(`${via} ${path}`);
      const text = pages[`${via} ${path}`] ?? pages[path];
      const xml = path.endsWith('.xml');
      return {
        requestedUrl: url,
        url,
        status: text === undefined ? 404 : 200,
        headers: {},
        contentType: xml ? 'application/xml' : 'text/html; charset=utf-8',
        bytes: new TextEncoder().encode(text ?? 'not here'),
        hops: [],
        fetchedAt: new Date('2026-03-04T05:06:07Z'),
        via,
      };
    },
  };
  return { asked, deps };
}

const index = (...names: string[]) =>
  `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${names
    .map((name, at) => `<sitemap><loc>${SITE}${name}</loc><lastmod>2026-03-0${9 - at}</lastmod></sitemap>`)
    .join('')}</sitemapindex>`;
const sitemap = (...names: string[]) =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${names
    .map((name) => `<url><loc>${SITE}${name}</loc></url>`)
    .join('')}</urlset>`;

describe('a sitemap index', () => {
  it('is read by its newest sitemaps; one that is not there is named and hides nothing', async () => {
    const { deps, asked } = site({
      'index.xml': index('a-sitemap.xml', 'b-sitemap.xml', 'c-sitemap.xml', 'd-sitemap.xml'),
      'a-sitemap.xml': sitemap('news/1.html'),
      'c-sitemap.xml': sitemap('news/2.html'),
    });
    const read = await readList(source, { url: `${SITE}index.xml`, via: 'http' }, deps);
    expect(read?.reading.links.map(({ url }) => url)).toEqual([`${SITE}news/1.html`, `${SITE}news/2.html`]);
    expect(read?.missing).toEqual([`sitemap ${SITE}b-sitemap.xml not read: gone, status 404`]);
    expect(asked).toEqual([
      'http index.xml',
      'http a-sitemap.xml',
      'http b-sitemap.xml',
      'http c-sitemap.xml',
    ]);
  });

  it('fails with its first sitemap when none of them can be read', async () => {
    const { deps } = site({ 'index.xml': index('a-sitemap.xml', 'b-sitemap.xml') });
    await expect(readList(source, { url: `${SITE}index.xml`, via: 'http' }, deps)).rejects.toThrow(
      'gone: status 404',
    );
  });
});

describe('a page without a list', () => {
  const outcomeOf = async (html: string) => {
    const { deps, asked } = site({ '': html });
    const read = await readList(source, { url: SITE, via: 'http' }, deps);
    if (!read) throw new Error('a page was expected');
    try {
      refuseEmptyList(read, false);
      return { outcome: null, asked };
    } catch (error) {
      if (!(error instanceof VisitFailure)) throw error;
      return { outcome: error.outcome, reason: error.reason, asked };
    }
  };

  it('is empty where there is hardly a word', async () => {
    expect(await outcomeOf('<html><body><p>Welcome</p></body></html>')).toMatchObject({ outcome: 'empty' });
  });

  it('has an unexpected structure where there is text', async () => {
    const text = '这里是一段没有任何链接的文字，介绍本机关的职责、内设机构和联系方式。'.repeat(3);
    expect(await outcomeOf(`<html><body><p>${text}</p></body></html>`)).toMatchObject({
      outcome: 'unexpected_structure',
    });
  });
});
