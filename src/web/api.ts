/** The JSON API: the shapes of the query commands, a page at a time. */
import { Hono } from 'hono';
import type { Queries, SourceHistory } from '../domain/store.ts';
import { agreementQuery, articleQuery, linkTo, PAGE_SIZE, window } from './filters.ts';

export interface ApiDeps {
  queries: Queries;
  health(source: SourceHistory): string;
}

export function api({ queries, health }: ApiDeps): Hono {
  const app = new Hono();
  app.get('/agreements', async (c) => {
    const query = agreementQuery((name) => c.req.query(name));
    const rows = await queries.agreements({ ...wanted(query), ...window(query.page) });
    return c.json({
      agreements: rows.slice(0, PAGE_SIZE),
      next: next('/api/agreements', query, rows.length),
    });
  });
  app.get('/agreements/:key', async (c) => {
    const row = await queries.agreement(c.req.param('key'));
    return row ? c.json(row) : c.json({ error: 'no agreement has this key' }, 404);
  });
  app.get('/articles', async (c) => {
    const query = articleQuery((name) => c.req.query(name));
    const { verdict, source, q, page } = query;
    const rows = await queries.articles({
      query: q || undefined,
      verdict: verdict || undefined,
      source: source || undefined,
      ...window(page),
    });
    return c.json({ articles: rows.slice(0, PAGE_SIZE), next: next('/api/articles', query, rows.length) });
  });
  app.get('/sources', async (c) =>
    c.json({ sources: (await queries.sources()).map((source) => told(source, health)) }),
  );
  app.get('/explain', async (c) => {
    const url = c.req.query('url')?.trim() ?? '';
    if (url === '') return c.json({ error: 'give a url, like /api/explain?url=https://example.org/a' }, 400);
    return c.json({ url, decisions: await queries.explain(url) });
  });
  return app;
}

/** The filter of a query: empty words are no filter. */
export function wanted(query: { q: string; region: string; company: string; topic: string }) {
  return {
    query: query.q || undefined,
    region: query.region || undefined,
    company: query.company || undefined,
    topic: query.topic || undefined,
  };
}

function next(path: string, query: { page: number }, rows: number): string | null {
  return rows > PAGE_SIZE ? linkTo(path, { ...query, page: query.page + 1 }) : null;
}

function told(source: SourceHistory, health: ApiDeps['health']) {
  const {
    id,
    name,
    region,
    kind,
    urls,
    lastVisit,
    nextVisit,
    lastOutcome,
    lastReason,
    articles,
    agreements,
  } = source;
  return {
    id,
    name,
    region,
    kind,
    urls,
    state: health(source),
    lastVisit,
    nextVisit,
    lastOutcome,
    lastReason,
    articles,
    agreements,
  };
}
