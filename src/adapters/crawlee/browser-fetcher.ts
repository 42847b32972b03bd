/**
 * Fetching with a browser: a Crawlee PlaywrightCrawler over our own tabs, started when the first page needs it.
 *
 * Crawlee's browser pool opens a tab a page and starts a second browser to learn its version; ours uses tabs again.
 * Like the HTTP fetcher, the crawler is told of no failure: it would keep each for its statistics.
 */
import { randomUUID } from 'node:crypto';
import { PlaywrightCrawler, type PlaywrightCrawlingContext } from '@crawlee/playwright';
import type { Browser, BrowserContext, Page } from 'playwright';
import { VisitFailure } from '../../domain/failure.ts';
import type { Answer, BrowserFetcher, FetchRequest } from '../../domain/ports.ts';
import { visitFailure } from '../guard/failures.ts';
import { type GuardedProxy, guardedProxy } from '../guard/guarded-proxy.ts';
import type { Guard } from '../guard/open-socket.ts';
import { BrowserJob } from './browser-job.ts';
import { BrowserVisit } from './browser-visit.ts';
import { findChromium, missingSentence } from './find-chromium.ts';
import { launchChromium } from './launch-chromium.ts';
import { bridgeOptions, quietConfiguration } from './quiet-crawlee.ts';
import { refuseUnfit } from './refuse-unfit.ts';
import { MemoryRequests } from './requests.ts';
import { type TabLimits, Tabs } from './tabs.ts';

export interface BrowserFetcherOptions {
  guard: Guard;
  /** `CHROMIUM_PATH`, or null to look around. */
  chromiumPath: string | null;
  /** Sent by every request of the browser, as by all others. */
  userAgent: string;
  /** Pages at once. */
  tabs?: number;
  limits?: TabLimits;
}

/** A fetcher that starts nothing until it is used. */
export function browserFetcher(options: BrowserFetcherOptions): BrowserFetcher {
  let started: Promise<Machine> | null = null;
  let closed = false;
  const found = () => findChromium(options.chromiumPath);
  const start = async () => {
    const path = await found();
    if (!path) throw new VisitFailure('network', missingSentence(options.chromiumPath));
    return startMachine(path, options);
  };
  return {
    async missing() {
      return (await found()) ? null : missingSentence(options.chromiumPath);
    },
    async fetch(request) {
      refuseUnfit(request);
      if (request.method === 'POST')
        throw new VisitFailure('http_error', 'a form is not posted with the browser');
      if (closed) throw new VisitFailure('network', 'the fetcher is closed', 'later', 0);
      started ??= start();
      const machine = await started.catch((error) => {
        started = null; // a browser may be installed while we run
        throw visitFailure(error, { url: new URL(request.url), timeoutMs: request.timeoutMs });
      });
      return machine.fetch(request);
    },
    async close() {
      closed = true;
      await (await started?.catch(() => null))?.close();
    },
  };
}

interface Machine {
  fetch(request: FetchRequest): Promise<Answer>;
  close(): Promise<void>;
}

async function startMachine(
  path: string,
  { guard, userAgent, tabs: most = 2, limits }: BrowserFetcherOptions,
): Promise<Machine> {
  const proxy = await guardedProxy(guard);
  const jobs = new Map<string, BrowserJob>();
  const requests = new MemoryRequests();
  const tabs = new Tabs(
    () => launchChromium(path, proxy),
    (browser) => openContext(browser, userAgent),
    limits,
  );
  const crawler = new TabCrawler({ jobs, tabs, proxy, most });
  Object.assign(crawler, { requestManager: requests, requestQueue: requests });
  const end = (why: string) => {
    for (const job of jobs.values()) job.reject(new VisitFailure('network', why, 'later', 0));
  };
  const ended = () => end('the browser crawler ended by itself');
  const running = crawler.run().then(ended, ended);
  return {
    async fetch(request) {
      const key = randomUUID();
      const job = new BrowserJob(request);
      jobs.set(key, job);
      try {
        await requests.addRequest({ url: request.url, uniqueKey: key });
        void crawler.autoscaledPool?.notify();
        return await job.answer;
      } finally {
        job.end();
        jobs.delete(key);
      }
    },
    async close() {
      end('the fetcher was closed');
      await crawler.teardown();
      await running;
      await proxy.close();
    },
  };
}

async function openContext(browser: Browser, userAgent: string): Promise<BrowserContext> {
  return browser.newContext({
    userAgent,
    locale: 'zh-CN',
    serviceWorkers: 'block',
    acceptDownloads: false,
    viewport: { width: 1280, height: 1600 },
  });
}

interface CrawlerParts {
  jobs: Map<string, BrowserJob>;
  tabs: Tabs;
  proxy: GuardedProxy;
  most: number;
}

/** Crawlee's navigation and life cycle, with tabs from `Tabs`. */
class TabCrawler extends PlaywrightCrawler {
  readonly #parts: CrawlerParts;
  /** Jobs by the id of the crawling context they are worked on in. */
  readonly #current = new Map<string, BrowserJob>();

  constructor(parts: CrawlerParts) {
    super(
      {
        ...bridgeOptions(parts.most),
        persistCookiesPerSession: false,
        navigationTimeoutSecs: 3_600,
        requestHandlerTimeoutSecs: 3_600,
        preNavigationHooks: [
          async ({ request }, options) => {
            const asked = parts.jobs.get(request.uniqueKey)?.request;
            // The first bytes are enough: what is waited for then is content. The job's own deadline bounds both.
            Object.assign(options ?? {}, { waitUntil: 'commit', timeout: asked?.timeoutMs ?? 1 });
            await asked?.ready?.();
          },
        ],
        requestHandler: async ({ request }) => {
          const job = parts.jobs.get(request.uniqueKey);
          if (job?.visit) job.resolve(await job.visit.answer(() => job.aborted));
        },
      },
      quietConfiguration(),
    );
    this.#parts = parts;
    Object.assign(this, { browserPool: this.#pool() });
  }

  /** The three calls that Crawlee makes of its browser pool. */
  #pool() {
    return {
      newPage: ({ id }: { id: string }) => this.#openPage(id),
      getBrowserControllerByPage: () => ({ launchContext: {}, setCookies: async () => undefined }),
      destroy: () => this.#parts.tabs.close(),
    };
  }

  async #openPage(id: string): Promise<Page> {
    const job = this.#current.get(id);
    if (!job || job.aborted) throw new Error('nobody waits for this page');
    const tab = await this.#parts.tabs.take(new URL(job.request.url).host);
    job.begin(tab);
    if (job.aborted) throw new Error('nobody waits for this page any more');
    job.visit = new BrowserVisit(tab, job.request, this.#parts.proxy);
    return tab.page;
  }

  protected override async _runRequestHandler(context: PlaywrightCrawlingContext): Promise<void> {
    const job = this.#parts.jobs.get(context.request.uniqueKey);
    if (!job) return;
    this.#current.set(context.id, job);
    try {
      await super._runRequestHandler(context);
    } catch (error) {
      job.settleFailed(error);
    }
  }

  protected override async _cleanupContext(context: PlaywrightCrawlingContext): Promise<void> {
    const job = this.#current.get(context.id);
    this.#current.delete(context.id);
    job?.visit?.stop();
    if (!job?.tab) return;
    job.tab.page.removeAllListeners('download'); // Crawlee puts one on at each use
    await this.#parts.tabs.give(job.tab);
  }

  /** Crawlee would stop at the first SIGINT, under the feet of a worker that is finishing its work. */
  protected override _pauseOnMigration(): Promise<void> {
    return new Promise(() => undefined);
  }
}
