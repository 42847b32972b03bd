/** The way back over older pages: how far it goes, and what it says when it ends early. */
import { describe, expect, it } from 'vitest';
import { canonicalize } from '../addresses/canonicalize.ts';
import { VisitFailure } from '../domain/failure.ts';
import type { Frontier } from '../domain/frontier.ts';
import { wordingsOf } from '../listing/renamed.ts';
import { foundLinks, pageBack } from './page-back.ts';
import { type ListDeps, type ReadList, readList } from './read-list.ts';

const SITE = 'http://127.0.0.1/list/';
const rows = (page: number) =>
  [1, 2, 3, 4, 5].map(
    (n) =>
      `<li><a href="/list/t2026030${n}_${page}00${n}.html">市政府召开第${page}${n}次常务会议研究部署重点工作</a> 2026-03-0${n}</li>`,
  );
const html = (page: number, next: string | null) =>
  `<html><body><ul>${rows(page).join('')}</ul>${next ? `<a href="${next}">下一页</a>` : ''}</body></html>`;

const asPage = (url: string, text: string): ReadList['page'] => ({
  requestedUrl: url,
  url,
  status: 200,
  headers: {},
  contentType: 'text/html; charset=utf-8',
  bytes: new TextEncoder().encode(text),
  hops: [],
  fetchedAt: new Date(0),
  via: 'http',
});

const source = { pages: 1, timezone: 'Asia/Shanghai', selectors: {}, render: 'http' } as never;

async function back(pages: Record<string, string | VisitFailure>, known: string[], wordings: number[] = []) {
  const lists: ListDeps = {
    now: () => new Date('2026-03-08T00:00:00Z'),
    async fetchPage({ url }) {
      const found = pages[url.slice(SITE.length)];
      if (found instanceof VisitFailure) throw found;
      return asPage(url, found ?? '');
    },
  };
  const frontier = {
    knownLinks: async (keys: string[]) =>
      new Set(keys.filter((key) => known.some((part) => key.includes(part)))),
  } as Frontier;
  const first = await readList(source, { url: SITE, via: 'http' }, lists);
  if (!first) throw new Error('a page was expected');
  return pageBack(
    { source, listingUrl: SITE, firstVisit: false, first, wordings },
    { lists, frontier, keyOf: canonicalize },
  );
}

describe('pageBack', () => {
  it('goes back until something known is seen, when all of the first page is unseen', async () => {
    const all = await back(
      {
        '': html(1, 'index_1.html'),
        'index_1.html': html(2, 'index_2.html'),
        'index_2.html': html(3, 'index_3.html'),
        'index_3.html': html(4, null),
      },
      ['_3002'],
    );
    expect(all.pages).toBe(3);
    expect(all.links).toHaveLength(15);
    expect(all.known.size).toBe(1);
    expect(all.missing).toEqual([]);
  });

  it('does not go back for what had another address at the visit before', async () => {
    const before = [1, 2, 3, 4, 5].map((n) => ({
      title: `市政府召开第1${n}次常务会议研究部署重点工作`,
      published: `2026-03-0${n}`,
    }));
    const all = await back({ '': html(1, 'index_1.html') }, [], wordingsOf(before));
    expect(all.pages).toBe(1);
    expect([all.known.size, all.renamed.size]).toEqual([5, 5]);
  });

  it('stays on the first page when something on it is known', async () => {
    const all = await back({ '': html(1, 'index_1.html') }, ['_1005']);
    expect(all.pages).toBe(1);
  });

  it('keeps what it has, and says which page was not there', async () => {
    const all = await back(
      { '': html(1, 'index_1.html'), 'index_1.html': new VisitFailure('gone', 'status 404', 'retry') },
      [],
    );
    expect(all.links).toHaveLength(5);
    expect(all.missing).toEqual(['page 2 not read: gone, status 404']);
  });

  it('is tried again as a whole when an older page fails in passing', async () => {
    const away = new VisitFailure('timeout', 'no answer in 30 s', 'retry');
    await expect(back({ '': html(1, 'index_1.html'), 'index_1.html': away }, [])).rejects.toBe(away);
  });
});

describe('foundLinks', () => {
  it('knows an article at a host that moved by its new address', () => {
    const link = (url: string) => ({ url, title: null, published: null });
    const keyOf = (url: string) =>
      canonicalize(url, { moves: [{ from: 'old.example.cn', to: 'www.example.cn' }] });
    const links = foundLinks(
      [link('http://old.example.cn/a.html'), link('http://www.example.cn/a.html')],
      'http://www.example.cn/',
      keyOf,
    );
    expect(links.map(({ key }) => key)).toEqual(['http://www.example.cn/a.html']);
  });
});

describe('the links of one visit', () => {
  it('are 50,000 at most', () => {
    const links = Array.from({ length: 50_010 }, (_, n) => ({
      url: `http://www.example.cn/${n}.html`,
      title: null,
      published: null,
    }));
    expect(foundLinks(links, 'http://www.example.cn/', (url) => url)).toHaveLength(50_000);
  });
});
