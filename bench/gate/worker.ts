/**
 * One worker process of the pace measurement: the store, the queue, the feeder, the gate and the fetcher as the product
 * has them, and nothing done with what came.
 *
 * argv: URL of Postgres, URL of Redis, delay in ms.
 */
import { flushCompileCache } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { consumer } from '../../queues/define-queue.ts';
import { pages } from '../../queues/pages.ts';
import { httpFetcher } from '../../src/adapters/crawlee/http-fetcher.ts';
import { allowPublicAnd } from '../../src/adapters/guard/allow.ts';
import { cachedLookup, resolverOver, systemLookup } from '../../src/adapters/guard/lookup.ts';
import { openStore } from '../../src/adapters/postgres/open.ts';
import { connectRedis } from '../../src/adapters/redis/connect.ts';
import type { PageJob } from '../../src/domain/frontier.ts';
import { Feeder } from '../../src/main/feeder.ts';
import { makeLogger } from '../../src/main/log.ts';
import { PAGE_LEASE_MS } from '../../src/stages/leases.ts';
import { fetchOneHop, type HopDeps } from '../../src/stages/one-hop.ts';

const [databaseUrl = '', redisUrl = '', delay = ''] = process.argv.slice(2);
const store = await openStore({ databaseUrl });
const connection = { kind: 'redis' as const, redis: await connectRedis(redisUrl) };
const lookup = cachedLookup(systemLookup);
const fetcher = httpFetcher({ guard: { allow: allowPublicAnd(['127.0.0.0/8']), lookup } });
const deps: HopDeps = {
  gate: store.gate,
  resolver: resolverOver(lookup),
  clock: { now: () => new Date() },
  worker: String(process.pid),
  sleep: (ms) => sleep(ms),
};

async function visit(job: PageJob): Promise<void> {
  const link = await store.frontier.beginPage(job, PAGE_LEASE_MS);
  if (!link) return;
  const freeAt = performance.now() + (link.hostOpensInMs ?? 0);
  const request = { url: link.url, headers: {}, maxBytes: 1_000_000, timeoutMs: 30_000 };
  await fetchOneHop(
    { request, fetcher, delayMs: Number(delay), crawlDelaySeconds: null, patienceMs: 0, freeAt },
    deps,
  );
  await store.frontier.finishPage(job, { outcome: 'irrelevant', reason: '', dueAt: null, state: 'done' });
}

const log = makeLogger('silent');
const feeder = new Feeder({ connection, store, sourceOf: () => null, schedule: false, log });
await consumer(pages, connection, { concurrency: 16, work: visit, onEnd: () => feeder.kick() });
feeder.start();
// As the product does: these processes are killed, and would leave nothing for the next to start from.
flushCompileCache();
