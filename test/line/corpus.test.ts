import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunSummary } from '../../src/commands/summary.ts';
import type { ArticleRow } from '../../src/domain/queries.ts';
import { corpusPath } from '../corpus.ts';
import { jsonLines, pactwire } from './run-pactwire.ts';
import { entry, listPage, Sites, send, soundPage } from './sites.ts';

interface Saved {
  id: string;
  lang: string;
  bytes: Buffer;
  dated: boolean;
}

/** Each third page of the saved ones; without them, pages of our own. */
function savedPages(): Saved[] {
  const list = corpusPath('corpus/pages.jsonl');
  const folder = corpusPath('corpus/pages');
  if (!list || !folder) {
    console.log('the shared pages are absent: our own are crawled');
    return Array.from({ length: 18 }, (_, i) => ({
      id: `own-${i}`,
      lang: 'zh',
      bytes: Buffer.from(soundPage('平安县', i).html),
      dated: true,
    }));
  }
  type Row = { id: string; lang: string; gold: { published: string | null } };
  const rows = readFileSync(list, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
  return rows
    .filter((_, i) => i % 3 === 0)
    .map(({ id, lang, gold }) => ({
      id,
      lang,
      bytes: readFileSync(`${folder}/${id}.html`),
      dated: gold.published !== null,
    }));
}

const HOSTS = 6;
const saved = savedPages();
const sites = new Sites(88);
let summary: RunSummary | undefined;
let rows: ArticleRow[] = [];

const pathOf = ({ id }: Saved) => `/news/2026/${id}.html`;

beforeAll(async () => {
  for (let host = 0; host < HOSTS; host += 1) {
    const own = saved.filter((_, i) => i % HOSTS === host);
    const pages = new Map(own.map((page) => [pathOf(page), page.bytes]));
    // Titles that give nothing away: what is stored was read from the page. Dates neither.
    const list = listPage(
      own.map((page, i) => ({ path: pathOf(page), title: `本栏目收录的第${i + 1}篇稿件全文`, day: '' })),
    );
    const site = await sites.serve(`saved-${host}`, (request, response) => {
      const page = pages.get(request.url ?? '');
      if (request.url === '/news/') send(response, list);
      else if (page) send(response, page, { 'content-type': 'text/html' });
      else send(response, 'not here', { status: 404 });
    });
    sites.write(`saved-${host}.yaml`, entry(`saved-${host}`, `${site.origin}/news/`, { delay: '10ms' }));
  }
  [summary] = jsonLines<RunSummary>(await pactwire(['once', '--json', ...sites.flags]));
  rows = jsonLines<ArticleRow>(await pactwire(['articles', '--json', ...sites.flags]));
}, 500_000);

afterAll(() => sites.close());

describe('saved pages of the real web, crawled', () => {
  it('are found, each, and end with an outcome', () => {
    expect(summary).toMatchObject({ sources: HOSTS, links: saved.length, waiting: 0 });
  });

  it('are stored with a title and a date', () => {
    const share = (some: number, all: number) => `${some}/${all} (${((100 * some) / all).toFixed(1)} %)`;
    const stored = new Map(rows.map((row) => [new URL(row.url).pathname, row]));
    const kept = saved.filter((page) => stored.has(pathOf(page)));
    const titled = kept.filter((page) => stored.get(pathOf(page))?.title);
    const wanted = kept.filter(({ dated }) => dated);
    const dated = wanted.filter((page) => stored.get(pathOf(page))?.published);
    const chinese = wanted.filter(({ lang }) => lang === 'zh');
    const chineseDated = chinese.filter((page) => dated.includes(page));
    console.log(
      `stored ${share(kept.length, saved.length)}; with a title ${share(titled.length, kept.length)}; with a date, of those that have one, ${share(dated.length, wanted.length)}, Chinese ${share(chineseDated.length, chinese.length)}`,
    );
    console.log(
      summary?.failures.map(({ url, outcome, reason }) => `${outcome} ${url}: ${reason}`).join('\n'),
    );
    expect(kept.length).toBeGreaterThanOrEqual(saved.length * 0.93);
    expect(titled.length).toBe(kept.length);
    expect(dated.length).toBeGreaterThanOrEqual(wanted.length * 0.93);
    expect(chineseDated.length).toBeGreaterThanOrEqual(chinese.length * 0.97);
  });
});
