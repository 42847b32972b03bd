/** Listings that would never end: each visit of them is bounded, by the site's own log. */
import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenStore } from '../../src/adapters/postgres/open.ts';
import type { Source } from '../../src/domain/source.ts';
import { embeddedStore, STARTING_MS } from '../services.ts';
import { source } from '../store/kinds.ts';
import { Moment, visitNow, type Worker, workerOn } from './polite-rig.ts';
import { type Site, site } from './site.ts';

/** Older pages that a visit goes back at most, and links that it takes. */
const MOST_PAGES = 50;
const MOST_LINKS = 50_000;

let store: OpenStore;
let worker: Worker;

beforeAll(async () => {
  store = await embeddedStore();
  worker = workerOn(store, new Moment());
}, STARTING_MS);
afterAll(async () => {
  await worker.close();
  await store.close();
});

interface Row {
  path: string;
  title: string;
  day: number;
}

const list = (rows: Row[], next: string | null) => `<html><head><title>通报</title></head><body><ul>
${rows.map(({ path, title, day }) => `<li><a href="${path}">${title}</a><span>2026-03-${day}</span></li>`).join('\n')}
</ul>${next ? `<a href="${next}">下一页</a>` : ''}</body></html>`;

async function declared(answer: (path: string, response: ServerResponse) => void) {
  const there = await site((request, response) => {
    const path = request.url ?? '/';
    if (path === '/robots.txt') return void response.writeHead(404).end();
    response.setHeader('content-type', 'text/html; charset=utf-8');
    answer(path, response);
  });
  const own = source(`trap-${randomUUID()}`, { urls: [`${there.origin}/news/`], delayMs: 0, render: 'http' });
  await store.frontier.syncSources([own], () => null);
  return { there, own };
}

const visit = (own: Source) => visitNow(store, worker, own);
/** Requests since the last question. */
const asker = ({ requests }: Site) => {
  let before = 0;
  return () => {
    const since = requests.length - before;
    before = requests.length;
    return since;
  };
};

describe('a listing that never ends', () => {
  it('with other addresses for the same articles at each look: nothing is new', async () => {
    let look = 0;
    const rows = (titles: string[]) =>
      titles.map((title, i) => ({
        path: `/news/${look * 1_000 + i}/t${randomUUID().slice(0, 8)}.html`,
        title,
        day: 10 + titles.length - i,
      }));
    const old = Array.from({ length: 12 }, (_, i) => `全县第${12 - i}次农业生产工作会议召开`);
    let news: string[] = [];
    const { there, own } = await declared((_path, response) => {
      look += 1;
      response.end(list(rows([...news, ...old]), `/news/?page=${look}`));
    });
    const asked = asker(there);
    expect((await visit(own))?.fresh).toBe(12);
    asked();
    for (let again = 0; again < 3; again += 1) {
      const end = await visit(own);
      expect(end).toMatchObject({ outcome: 'unchanged', fresh: 0 });
      expect(end?.reason).toContain('12 known by their titles under new addresses');
      expect(asked()).toBe(1);
    }
    news = ['全县第一次数字乡村建设推进会召开'];
    expect((await visit(own))?.fresh).toBe(1);
  });

  it('with an older page behind each page, everything unseen: 50 pages at most', async () => {
    const page = (path: string) => Number(/page=(\d+)/.exec(path)?.[1] ?? 0);
    let first = 0;
    const { there, own } = await declared((path, response) => {
      const at = page(path);
      const rows = Array.from({ length: 8 }, (_, i) => ({
        path: `/news/202603/t20260301_${first + at * 100 + i}.html`,
        title: `全市第${first + at * 100 + i}次调度会议研究部署重点工作`,
        day: 10 + i,
      }));
      response.end(list(rows, `/news/?page=${at + 1}`));
    });
    const asked = asker(there);
    await visit(own);
    // Robots.txt and as many pages as the entry says.
    expect(asked()).toBe(2);
    first = 1_000_000;
    await visit(own);
    expect(asked()).toBe(MOST_PAGES);
  }, 120_000);

  it('with more links than any list has: the first 50,000 are taken', async () => {
    const items = Array.from(
      { length: MOST_LINKS + 500 },
      (_, i) => `<url><loc>http://127.64.0.9/n/${i}.html</loc></url>`,
    );
    const { own } = await declared((_path, response) =>
      response.setHeader('content-type', 'text/xml').end(`<urlset>${items.join('')}</urlset>`),
    );
    expect((await visit(own))?.fresh).toBe(MOST_LINKS);
  }, 120_000);
});
