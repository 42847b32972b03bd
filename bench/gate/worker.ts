/**
 * One worker process of the pace measurement: the store, the queue, the gate and the fetcher as the product has them,
 * and nothing done with what came.
 *
 * argv: URL of Postgres, URL of Redis, delay in ms.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { consumer, producer, queueGeneration } from '../../queues/define-queue.ts';
import { pages } from '../../queues/pages.ts';
import { httpFetcher } from '../../src/adapters/crawlee/http-fetcher.ts';
import { allowPublicAnd } from '../../src/adapters/guard/allow.ts';
import { cachedLookup, resolverOver, systemLookup } from '../../src/adapters/guard/lookup.ts';
import { openStore } from '../../src/adapters/postgres/open.ts';
import { connectRedis } from '../../src/adapters/redis/connect.ts';
import { NotYet } from '../../src/domain/failure.ts';
import type { PageJob } from '../../src/domain/frontier.ts';
import { fetchOneHop, type HopDeps } from '../../src/stages/one-hop.ts';

const [databaseUrl = '', redisUrl = '', delay = ''] = process.argv.slice(2);
const store = await openStore({ databaseUrl });
const redis = await connectRedis(redisUrl);
const connection = { kind: 'redis' as const, redis };
const queue = producer(pages, connection);
const lookup = cachedLookup(systemLookup);
const fetcher = httpFetcher({ guard: { allow: allowPublicAnd(['127.0.0.0/8']), lookup } });
const deps: HopDeps = {
  gate: store.gate,
  resolver: resolverOver(lookup),
  clock: { now: () => new Date() },
  worker: String(process.pid),
  sleep: (ms) => sleep(ms),
};
const LEASE_MS = 60_000;
const FEED_MS = 400;

async function visit(job: PageJob): Promise<void> {
  const link = await store.frontier.beginPage(job, LEASE_MS);
  if (!link) return;
  const request = { url: link.url, headers: {}, maxBytes: 1_000_000, timeoutMs: 30_000 };
  const ask = { request, fetcher, delayMs: Number(delay), crawlDelaySeconds: null, patienceMs: 0 };
  try {
    await fetchOneHop(ask, deps);
  } catch (error) {
    if (error instanceof NotYet) await store.frontier.holdPages([job], error.waitMs + LEASE_MS);
    throw error;
  }
  await store.frontier.finishPage(job, { outcome: 'irrelevant', reason: '', dueAt: null, state: 'done' });
}

let generation: string | null = null;
async function feed(): Promise<void> {
  const now = await queueGeneration(connection);
  if (generation !== null && now !== generation) await store.frontier.releaseLeases();
  generation = now;
  await queue.addMany(await store.frontier.claimPages({ limit: 100, perHost: 2, leaseMs: LEASE_MS }));
}

await consumer(pages, connection, { concurrency: 16, work: visit });
for (;;) {
  // A feeder that cannot reach Redis for a moment tries again, as the product's does.
  await feed().catch(() => undefined);
  await sleep(FEED_MS);
}
