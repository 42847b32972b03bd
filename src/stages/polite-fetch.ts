/**
 * A page fetched politely: robots.txt and the host gate before every hop, redirects recorded, at most ten.
 *
 * The slot of the first hop is not waited for: the job goes back and costs no attempt. What follows (a robots.txt
 * before it, redirects after it) is waited for in the worker, since going back would begin again with the first hop.
 */
import { NotYet, VisitFailure } from '../domain/failure.ts';
import type { Hop, Page } from '../domain/page.ts';
import type { BrowserFetcher, Fetcher, RobotsEntry } from '../domain/ports.ts';
import { fetchOneHop, type HopDeps, type Hopped } from './one-hop.ts';
import { judgeRobots, keptRobots, type RobotsDeps, refreshRobots } from './robots-rules.ts';

export interface FetchDeps extends HopDeps, RobotsDeps {
  http: Fetcher;
  browser: BrowserFetcher;
  limits: FetchLimits;
}

export interface FetchLimits {
  maxBytes: number;
  timeoutMs: number;
}

export interface PageAsk {
  url: string;
  delayMs: number;
  via: 'http' | 'browser';
  /** Validators of the copy we have. */
  etag?: string | null;
  lastModified?: string | null;
  /** A list API that wants a form posted. */
  form?: string | null;
  /** Its type, where it is no ordinary form. */
  formType?: string | null;
  referer?: string | null;
  /** Longest wait for the first slot inside the worker; 0: give the job back instead. */
  patienceMs?: number;
  /** When the host is expected to be free, by `performance.now()`. */
  freeAt?: number | undefined;
  /** Told of the crawl-delay that robots.txt asks for, in seconds. */
  onCrawlDelay?(seconds: number): void;
  signal?: AbortSignal | undefined;
}

export const MOST_REDIRECTS = 10;
/** Longest wait inside a worker between two hops of one page: the longest crawl-delay that is honoured, and a little. */
const HOP_PATIENCE_MS = 125_000;
const ROBOTS_BYTES = 2 * 1024 * 1024;

/** Fetches `ask.url`. Throws `NotYet` (the host's slot) or `VisitFailure`; 4xx and 5xx come back as pages. */
export async function politeFetch(ask: PageAsk, deps: FetchDeps): Promise<Page> {
  const hops: Hop[] = [];
  const seen = new Set<string>();
  let url = ask.url;
  for (;;) {
    seen.add(url);
    const answer = await fetchHop(url, hops.length === 0 ? (ask.patienceMs ?? 0) : HOP_PATIENCE_MS, {
      ask,
      deps,
    });
    if (answer.location === null)
      return pageOf(ask, answer, { hops: [...hops, ...answer.hops], now: deps.clock.now() });
    hops.push({ url, status: answer.status });
    url = nextHop(answer.location, hops, seen);
  }
}

function nextHop(location: string, hops: Hop[], seen: Set<string>): string {
  if (hops.length > MOST_REDIRECTS)
    throw new VisitFailure('http_error', `more than ${MOST_REDIRECTS} redirects`);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(location)?.[1]?.toLowerCase() ?? '';
  if (scheme !== 'http' && scheme !== 'https') {
    throw new VisitFailure(
      'guard_refused',
      `redirect to scheme ${scheme || 'none'}: only http and https are followed`,
    );
  }
  const next = new URL(location);
  next.hash = '';
  if (seen.has(next.href)) throw new VisitFailure('http_error', `redirect loop at ${next.href}`);
  return next.href;
}

type Ask = { ask: PageAsk; deps: FetchDeps };

async function fetchHop(url: string, patienceMs: number, { ask, deps }: Ask): Promise<Hopped> {
  const robots = await robotsOf(url, patienceMs, { ask, deps });
  const judgement = judgeRobots(robots.entry, url, deps.userAgent);
  if (!judgement.allowed) throw new VisitFailure('robots_denied', judgement.reason);
  if (judgement.crawlDelaySeconds !== null) ask.onCrawlDelay?.(judgement.crawlDelaySeconds);
  const fetcher = ask.via === 'browser' ? deps.browser : deps.http;
  return fetchOneHop(
    {
      request: { url, headers: headersOf(ask, deps), ...formOf(ask), ...deps.limits },
      fetcher,
      delayMs: ask.delayMs,
      crawlDelaySeconds: judgement.crawlDelaySeconds,
      // After a fetch of robots.txt the slot is ours in a moment: worth waiting for, if it is only the usual gap.
      patienceMs: robots.fresh ? Math.max(patienceMs, 3_000) : patienceMs,
      freeAt: robots.fresh || url !== ask.url ? undefined : ask.freeAt,
      signal: ask.signal,
    },
    deps,
  );
}

async function robotsOf(
  url: string,
  patienceMs: number,
  { ask, deps }: Ask,
): Promise<{ entry: RobotsEntry; fresh: boolean }> {
  const { origin } = new URL(url);
  const kept = await keptRobots(origin, deps);
  if (kept) return { entry: kept, fresh: false };
  let hops = 0;
  const fetchRobots = (to: string, headers: Record<string, string>) =>
    fetchOneHop(
      {
        request: {
          url: to,
          headers: { ...headers, 'user-agent': deps.userAgent },
          ...deps.limits,
          maxBytes: ROBOTS_BYTES,
        },
        fetcher: deps.http,
        delayMs: ask.delayMs,
        crawlDelaySeconds: null,
        patienceMs: hops++ === 0 ? patienceMs : HOP_PATIENCE_MS,
        signal: ask.signal,
      },
      deps,
    );
  try {
    return { entry: await refreshRobots(origin, deps, fetchRobots), fresh: true };
  } catch (error) {
    // While we waited for the slot, another worker may have read the file.
    const other = error instanceof NotYet ? await keptRobots(origin, deps) : null;
    if (other) return { entry: other, fresh: false };
    throw error;
  }
}

function headersOf(ask: PageAsk, deps: FetchDeps): Record<string, string> {
  return {
    'user-agent': deps.userAgent,
    accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,application/json;q=0.8,*/*;q=0.5',
    'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8',
    ...(ask.etag ? { 'if-none-match': ask.etag } : {}),
    ...(ask.lastModified ? { 'if-modified-since': ask.lastModified } : {}),
    ...(ask.referer ? { referer: ask.referer } : {}),
    ...(ask.form == null ? {} : { 'content-type': ask.formType ?? 'application/x-www-form-urlencoded' }),
  };
}

const formOf = (ask: PageAsk) => (ask.form == null ? {} : { method: 'POST' as const, body: ask.form });

function pageOf(ask: PageAsk, answer: Hopped, { hops, now }: { hops: Hop[]; now: Date }): Page {
  return {
    requestedUrl: ask.url,
    url: answer.url,
    status: answer.status,
    headers: answer.headers,
    contentType: answer.contentType,
    bytes: answer.bytes,
    hops,
    fetchedAt: now,
    via: ask.via,
  };
}
