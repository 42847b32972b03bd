/** Fetching over HTTP: one crawler for the life of the process, one promise a request. */
import { randomUUID } from 'node:crypto';
import { BasicCrawler } from '@crawlee/basic';
import { VisitFailure } from '../../domain/failure.ts';
import type { Answer, Fetcher, FetchRequest } from '../../domain/ports.ts';
import { guardedAgent } from '../guard/guarded-agent.ts';
import type { Guard } from '../guard/open-socket.ts';
import { fetchOnce } from './fetch-once.ts';
import { bridgeOptions, quietConfiguration } from './quiet-crawlee.ts';
import { refuseUnfit } from './refuse-unfit.ts';
import { MemoryRequests } from './requests.ts';

export interface HttpFetcherOptions {
  guard: Guard;
  /** Requests at once, from the first moment on. */
  concurrency?: number;
  /** PEM of extra roots, for tests. */
  ca?: string;
}

/** One fetch on its way through the crawler. */
interface Job {
  request: FetchRequest;
  resolve(answer: Answer): void;
  reject(failure: VisitFailure): void;
}

class Bridge extends BasicCrawler {
  /** Crawlee would stop at the first SIGINT, under the feet of a worker that is finishing its work. */
  protected override _pauseOnMigration(): Promise<void> {
    return new Promise(() => undefined);
  }
}

/** Starts the fetcher. Its crawler runs until `close`, which fails what is still under way as `later`. */
export function httpFetcher({ guard, concurrency = 64, ca }: HttpFetcherOptions): Fetcher {
  const jobs = new Map<string, Job>();
  const agent = guardedAgent(guard, ca ? { ca } : {});
  const requests = new MemoryRequests();
  const crawler = new Bridge(
    {
      ...bridgeOptions(concurrency),
      // Every request ends at its own deadline; this is never the first to speak.
      requestHandlerTimeoutSecs: 3_600,
      // Never throws: Crawlee keeps every distinct error for its statistics, a leak in a process that lives on.
      requestHandler: async ({ request }) => {
        const job = jobs.get(request.uniqueKey);
        if (job) await fetchOnce(job.request, agent).then(job.resolve, job.reject);
      },
    },
    quietConfiguration(),
  );
  // The `requestManager` option is typed, but refused by its validator; with only one of the two fields set, a call
  // of the library's own would open a queue on disk and drop ours.
  Object.assign(crawler, { requestManager: requests, requestQueue: requests });
  let closed = false;
  const end = (why: string) => {
    closed = true;
    for (const { reject } of jobs.values()) reject(new VisitFailure('network', why, 'later', 0));
  };
  // It runs until it is torn down; should it end by itself, nobody must wait for it.
  const ended = () => end('the crawler ended by itself');
  const running = crawler.run().then(ended, ended);
  return {
    async fetch(request) {
      if (closed) throw new VisitFailure('network', 'the fetcher is closed', 'later', 0);
      refuseUnfit(request);
      const key = randomUUID(); // not the URL: two fetches of one URL may overlap
      const { promise, resolve, reject } = Promise.withResolvers<Answer>();
      jobs.set(key, { request, resolve, reject });
      try {
        await requests.addRequest({ url: request.url, uniqueKey: key });
        void crawler.autoscaledPool?.notify();
        return await promise;
      } finally {
        jobs.delete(key);
      }
    },
    async close() {
      if (closed) return;
      end('the fetcher was closed');
      await agent.destroy();
      await crawler.teardown();
      await running;
    },
  };
}
