/** Which page answers which address, and what it is made from. */
import type { Hono } from 'hono';
import type { AgreementRow, Queries, RunCounts } from '../domain/queries.ts';
import { agreementPath, partiesText } from './agreement-card.ts';
import { agreementPage } from './agreement-page.ts';
import { agreementsPage } from './agreements-page.ts';
import { type Show, sendProblem } from './answers.ts';
import { agreementFilter, articleFilter } from './api.ts';
import { articlesPage } from './articles-page.ts';
import { explainPage } from './explain-page.ts';
import { facetsOf } from './facets.ts';
import { agreementQuery, articleQuery, sourceQuery } from './filters.ts';
import { overviewPage } from './overview-page.ts';
import { sourcesPage } from './sources-page.ts';
import type { SourceRow } from './states.ts';

export interface PageDeps {
  queries: Queries;
  sources(): Promise<SourceRow[]>;
  counts(): Promise<RunCounts>;
  /** The agreements that charts and choices are counted over. */
  counted(): Promise<AgreementRow[]>;
  /** The identity that a URL is known by. */
  keyOf(url: string): string;
  now(): Date;
  show: Show;
}

const NEWEST = 6;
const LONGEST_URL = 2_000;

export function addPages(app: Hono, deps: PageDeps): void {
  addAgreementPages(app, deps);
  const { queries, show, now } = deps;
  app.get('/', async (c) => {
    const [charted, sources, counts] = await Promise.all([deps.counted(), deps.sources(), deps.counts()]);
    const newest = await queries.agreements({ limit: NEWEST });
    const content = overviewPage({ newest, charted, sources, counts, now: now() });
    return show(c, content, { title: 'Overview', section: 'overview' });
  });
  app.get('/articles', async (c) => {
    const query = articleQuery((name) => c.req.query(name));
    const rows = await queries.articles(articleFilter(query));
    return show(c, articlesPage(rows, query, await deps.sources()), {
      title: 'Articles',
      section: 'articles',
    });
  });
  app.get('/explain', async (c) => {
    const url = c.req.query('url')?.trim().slice(0, LONGEST_URL) ?? '';
    const rows = url === '' ? [] : await queries.explain(deps.keyOf(url));
    const article = url === '' ? null : await queries.article(url);
    return show(c, explainPage({ url, rows, article, now: now() }), {
      title: 'Explain',
      section: 'articles',
    });
  });
  app.get('/sources', async (c) => {
    const query = sourceQuery((name) => c.req.query(name));
    const content = sourcesPage({ sources: await deps.sources(), query, now: now() });
    return show(c, content, { title: 'Sources', section: 'sources' });
  });
}

function addAgreementPages(app: Hono, { queries, show, counted }: PageDeps): void {
  app.get('/agreements', async (c) => {
    const query = agreementQuery((name) => c.req.query(name));
    const rows = await queries.agreements(agreementFilter(query));
    const content = agreementsPage(rows, query, facetsOf(await counted()));
    return show(c, content, { title: 'Agreements', section: 'agreements' });
  });
  app.get('/agreements/:key', async (c) => {
    const agreement = await queries.agreement(c.req.param('key'));
    if (!agreement) {
      const advice = 'The ledger has none under this key.';
      return sendProblem(c, show, { status: 404, title: 'No such agreement', advice });
    }
    // An alias, from a join of two agreements, leads to the key that stayed.
    if (agreement.key !== c.req.param('key')) return c.redirect(agreementPath(agreement.key), 302);
    const article = await queries.article(agreement.lead);
    return show(c, agreementPage({ agreement, article }), {
      title: partiesText(agreement),
      section: 'agreements',
    });
  });
}
