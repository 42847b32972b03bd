import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunSummary } from '../../src/commands/summary.ts';
import type { ArticleRow } from '../../src/domain/queries.ts';
import { answerOf } from '../replicas/replica.ts';
import { replicas } from '../replicas/replicas.ts';
import { jsonLines, pactwire } from './run-pactwire.ts';
import { entry, type Site, Sites, send } from './sites.ts';

const all = replicas();
const sites = new Sites(84);
const served = new Map<string, Site>();
let summary: RunSummary | undefined;
let rows: ArticleRow[] = [];

beforeAll(async () => {
  for (const replica of all) {
    const site = await sites.serve(replica.family, (request, response, body) => {
      const { method, url: path = '/', headers } = request;
      const route = answerOf(replica, {
        method: method === 'POST' ? 'POST' : 'GET',
        path,
        headers: { referer: headers.referer },
        body,
      });
      send(response, route.body, { status: route.status ?? 200, 'content-type': route.contentType });
    });
    served.set(replica.family, site);
    const url = `${site.origin}${replica.listingPath}`;
    sites.write(
      `${replica.family}.yaml`,
      entry(replica.family, url, { kind: 'government', delay: '20ms', pages: 3 }),
    );
  }
  [summary] = jsonLines<RunSummary>(await pactwire(['once', '--json', ...sites.flags]));
  rows = jsonLines<ArticleRow>(await pactwire(['articles', '--json', ...sites.flags]));
}, 400_000);

afterAll(() => sites.close());

describe('each publishing system, with nothing but the listing’s address', () => {
  it('is crawled without a failure', () => {
    expect(summary?.failures).toEqual([]);
    expect(summary).toMatchObject({ sources: all.length, waiting: 0 });
  });

  it.each(all)('$family: every article of every list page is stored with title and day', (replica) => {
    const { origin = '' } = served.get(replica.family) ?? {};
    const stored = rows
      .filter(({ url }) => url.startsWith(`${origin}/`))
      .map(({ url, title, published }) => ({ url, title, day: published?.slice(0, 10) }));
    const wanted = replica.articles.map(({ path, title, published }) => ({
      url: `${origin}${path}`,
      title,
      day: published.slice(0, 10),
    }));
    const order = (a: { url: string }, b: { url: string }) => (a.url < b.url ? -1 : 1);
    expect(stored.sort(order)).toEqual(wanted.sort(order));
  });

  it('finds a signing on most of the sites', () => {
    const signed = new Set(rows.filter(({ verdict }) => verdict === 'agreement').map(({ source }) => source));
    expect(signed.size).toBeGreaterThanOrEqual(all.length - 3);
  });
});
