/** The JSON API: the shapes of the query commands, a page at a time. */
import { Hono } from 'hono';
import type { Queries, SourceHistory } from '../domain/queries.ts';
import { searchWords } from '../wording/search-words.ts';
import {
  type AgreementQuery,
  type ArticleQuery,
  agreementQuery,
  articleQuery,
  linkTo,
  PAGE_SIZE,
  window,
} from './filters.ts';

export interface ApiDeps {
  queries: Queries;
  health(source: SourceHistory): string;
  /** The identity that a URL is known by. */
  keyOf(url: string): string;
}

export function api({ queries, health, keyOf }: ApiDeps): Hono {
  const app = new Hono();
  app.get('/agreements', async (c) => {
    const query = agreementQuery((name) => c.req.query(name));
    const rows = await queries.agreements(agreementFilter(query));
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
    const rows = await queries.articles(articleFilter(query));
    return c.json({ articles: rows.slice(0, PAGE_SIZE), next: next('/api/articles', query, rows.length) });
  });
  app.get('/sources', async (c) =>
    c.json({ sources: (await queries.sources()).map((source) => told(source, health)) }),
  );
  app.get('/explain', async (c) => {
    const url = c.req.query('url')?.trim() ?? '';
    if (url === '') return c.json({ error: 'give a url, like /api/explain?url=https://example.org/a' }, 400);
    return c.json({ url, decisions: await queries.explain(keyOf(url)) });
  });
  return app;
}

/** What the store is asked for; empty words are no filter. */
export function agreementFilter({ q, region, company, topic, page }: AgreementQuery) {
  return {
    query: wordsOf(q),
    region: region || undefined,
    company: company || undefined,
    topic: topic || undefined,
    ...window(page),
  };
}

export function articleFilter({ q, verdict, source, page }: ArticleQuery) {
  return {
    query: wordsOf(q),
    verdict: verdict || undefined,
    source: source || undefined,
    ...window(page),
  };
}

/** Cut the way the texts are; a query without a word stays as it is, and finds nothing. */
const wordsOf = (q: string) => searchWords(q) || q || undefined;

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
