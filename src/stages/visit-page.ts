/**
 * One turn of an article page: polite fetch, read, file. What cannot be read ends with its outcome and reason.
 */

import type { Article } from '../domain/article.ts';
import type { Outcome } from '../domain/failure.ts';
import { NotYet, VisitFailure } from '../domain/failure.ts';
import type { Frontier, KeyOf, LinkResult, LinkState, PageJob } from '../domain/frontier.ts';
import type { Page } from '../domain/page.ts';
import type { Report, Verdict } from '../domain/report.ts';
import type { Source } from '../domain/source.ts';
import { joinPages } from '../extract/follow-pages.ts';
import { PdfError, readPdf } from '../extract/pdf.ts';
import { revisitArticle } from '../schedule/revisit.ts';
import { retryOf, wallDue } from './answer.ts';
import { type FileDeps, fileReport } from './file-report.ts';
import { PAGE_LEASE_MS, SHORT_RETURN_MS } from './leases.ts';
import { type FetchDeps, politeFetch } from './polite-fetch.ts';
import { isPdf, readPage, refuseReading } from './read-page.ts';

export interface PageDeps extends FetchDeps, FileDeps {
  frontier: Frontier;
  /** Keeps the bytes of a page that could not be read, so that an operator can look at what came. */
  keepRefused(key: string, page: Page): Promise<void>;
  keyOf: KeyOf;
  sourceOf(id: string): Source | null;
}

export interface PageEnd {
  outcome: Outcome;
  reason: string;
  opened: string[];
}

const MOST_PARTS = 10;

/**
 * Visits a page. Null when the turn was done already (a job that came twice), or is put off because the host is shut
 * for long. Throws `NotYet` when the host is not free for a moment, and `VisitFailure` with fate `retry` when the same
 * job shall be run again.
 */
export async function visitPage(job: PageJob, deps: PageDeps, signal?: AbortSignal): Promise<PageEnd | null> {
  const link = await deps.frontier.beginPage(job, PAGE_LEASE_MS);
  if (!link) return null;
  const freeAt = performance.now() + (link.hostOpensInMs ?? 0);
  try {
    return await readAndFile({ job, link, freeAt, signal }, deps);
  } catch (error) {
    if (error instanceof NotYet) {
      if (error.waitMs <= SHORT_RETURN_MS) throw error;
      await deps.frontier.putOffPage(job, error);
      return null;
    }
    if (!(error instanceof VisitFailure)) throw error;
    return failPage({ job, link, freeAt, failure: error }, deps);
  }
}

interface Turn {
  job: PageJob;
  link: LinkState;
  /** When its host is expected to be free. */
  freeAt: number;
  signal?: AbortSignal | undefined;
}

async function readAndFile(turn: Turn, deps: PageDeps): Promise<PageEnd | null> {
  const { job, link } = turn;
  const source = deps.sourceOf(link.sourceId);
  const page = await fetchPart(link.url, turn, deps);
  if (page.status === 304) return unchanged(turn, deps);
  const article = await readWhole(page, turn, deps).catch(async (error) => {
    if (error instanceof VisitFailure) await deps.keepRefused(link.key, page);
    throw error;
  });
  const url = page.url;
  const key = deps.keyOf(url) ?? link.key;
  if (key !== link.key) {
    await deps.frontier.decide([
      {
        key: link.key,
        step: 'visit-page',
        decision: `redirected to ${key}`,
        reason: `${page.hops.length} hops`,
      },
    ]);
  }
  const validators = { etag: page.headers.etag ?? null, lastModified: page.headers['last-modified'] ?? null };
  const dueAt = (report: Report) => revisitDue(report.verdict, link, deps);
  const filed = await fileReport(
    {
      key,
      url,
      sourceId: source?.id ?? link.sourceId,
      article,
      page,
      visit: { job, end: validators, dueAt },
    },
    deps,
  );
  return filed && { outcome: filed.outcome, reason: filed.reason, opened: filed.opened };
}

function revisitDue(verdict: Verdict, link: LinkState, deps: PageDeps): Date | null {
  const now = deps.clock.now();
  return (
    revisitArticle({ id: link.key, verdict, firstRead: link.firstRead ?? now, lastRead: now }, now)?.at ??
    null
  );
}

async function unchanged({ job, link }: Turn, deps: PageDeps): Promise<PageEnd | null> {
  const reason = 'status 304';
  const dueAt = revisitDue(link.verdict ?? 'none', link, deps);
  const kept = await deps.frontier.finishPage(job, { outcome: 'unchanged', reason, dueAt, state: 'done' });
  return kept ? { outcome: 'unchanged', reason, opened: [] } : null;
}

function fetchPart(
  url: string,
  { link, freeAt, signal }: Turn,
  deps: PageDeps,
  patienceMs = 0,
): Promise<Page> {
  const source = deps.sourceOf(link.sourceId);
  const first = url === link.url;
  return politeFetch(
    {
      url,
      delayMs: source?.delayMs ?? 2_000,
      via: source?.render === 'browser' ? 'browser' : 'http',
      etag: first ? link.etag : null,
      lastModified: first ? link.lastModified : null,
      freeAt: first ? freeAt : undefined,
      patienceMs,
      signal,
    },
    deps,
  );
}

/** The article with its further pages and, where the body lies in a PDF, with the text of that. */
async function readWhole(page: Page, turn: Turn, deps: PageDeps): Promise<Article> {
  const { link } = turn;
  const source = deps.sourceOf(link.sourceId);
  const ask = {
    listed: { title: link.title, published: link.published },
    selectors: source?.selectors ?? {},
    timezone: source?.timezone ?? null,
    now: deps.clock.now(),
  };
  if (page.status === 200 && isPdf(page)) return pdfArticle(page, link);
  const { article, attachment, more } = readPage({ page, ...ask });
  const bodies = [article.body ?? ''];
  for (const url of more.slice(0, MOST_PARTS)) {
    const body = await partOf(
      url,
      { turn, deps },
      async (part) => readPage({ page: part, ...ask }).article.body,
    );
    // A link that only looked like a further page ends the article; the pages before it stand.
    if (body === null) break;
    bodies.push(body);
  }
  if (attachment) {
    const text = await partOf(attachment, { turn, deps }, async (file) =>
      isPdf(file) ? readPdf(file.bytes) : null,
    );
    bodies.push(text ?? '');
  }
  const whole = { ...article, body: joinPages(bodies.filter(Boolean)) || null };
  refuseReading(whole, null);
  return whole;
}

/** Text of a further page or an attachment; null when it is not there for good. Failures that may pass are thrown. */
async function partOf(
  url: string,
  { turn, deps }: { turn: Turn; deps: PageDeps },
  read: (part: Page) => Promise<string | null>,
): Promise<string | null> {
  try {
    const part = await fetchPart(url, turn, deps, deps.limits.timeoutMs);
    return part.status >= 200 && part.status < 300 ? await read(part) : null;
  } catch (error) {
    if (error instanceof VisitFailure && error.fate === 'never') return null;
    if (error instanceof PdfError) return null;
    throw error;
  }
}

async function pdfArticle(page: Page, link: LinkState): Promise<Article> {
  const body = await readPdf(page.bytes).catch((error) => {
    throw error instanceof PdfError
      ? new VisitFailure('unexpected_structure', error.message, 'never')
      : error;
  });
  const article: Article = {
    title: link.title,
    published: link.published,
    publishedPrecision: link.published ? (link.published.includes('T') ? 'minute' : 'day') : null,
    publisher: null,
    author: null,
    language: null,
    body,
    provenance: { body: { from: 'pdf', agreed: [], disagreed: [] } },
  };
  refuseReading(article, null);
  return article;
}

/** Writes the end of a failed turn, or throws it again when the same job shall try once more. */
async function failPage(
  { job, link, failure }: Turn & { failure: VisitFailure },
  deps: PageDeps,
): Promise<PageEnd | null> {
  const { outcome, reason } = failure;
  const now = deps.clock.now();
  const retry = retryOf(failure, link.tries, link.key);
  const result: LinkResult = {
    outcome,
    reason,
    dueAt: retry.waitMs === null ? null : new Date(now.getTime() + retry.waitMs),
    state: retry.waitMs === null ? 'done' : retry.leftDue ? 'wait' : 'retry',
  };
  if (outcome === 'blocked')
    Object.assign(result, { state: 'wait', dueAt: wallDue(now, link.tries + 1, link.sourceId) });
  if (!(await deps.frontier.finishPage(job, result))) return null;
  if (result.state === 'retry') throw new VisitFailure(outcome, reason, 'retry', retry.waitMs);
  return { outcome, reason, opened: [] };
}
