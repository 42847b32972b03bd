/** Fetching over HTTP: one crawler for the life of the process, one promise a request. */
import { randomUUID } from 'node:crypto';
import { HttpCrawler, type HttpCrawlingContext, type HttpRequest } from '@crawlee/http';
import { VisitFailure } from '../../domain/failure.ts';
import type { Answer, Fetcher } from '../../domain/ports.ts';
import { guardedAgent } from '../guard/guarded-agent.ts';
import type { Guard } from '../guard/open-socket.ts';
import { GuardedClient, type Job } from './client.ts';
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

/** Carries the key of a job from the crawler to the client; never sent. */
const JOB_KEY = 'jobKey';

class Bridge extends HttpCrawler<HttpCrawlingContext> {
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
  const client = new GuardedClient(agent, (request: HttpRequest) => jobs.get(String(request[JOB_KEY])));
  const crawler = new Bridge(
    {
      ...bridgeOptions(concurrency),
      httpClient: client,
      // The client ends every request at its own deadline; these are never the first to speak.
      navigationTimeoutSecs: 3_600,
      requestHandlerTimeoutSecs: 3_600,
      additionalMimeTypes: ['*/*'],
      ignoreHttpErrorStatusCodes: Array.from({ length: 100 }, (_, i) => 500 + i),
      preNavigationHooks: [
        ({ request }, options) => void Object.assign(options, { [JOB_KEY]: request.uniqueKey }),
      ],
      requestHandler: async () => undefined,
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
