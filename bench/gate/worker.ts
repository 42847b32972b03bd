/**
 * One worker process of the pace measurement: the store, the queue and the gate as the product has them, and a plain
 * request in place of reading.
 *
 * argv: URL of Postgres, URL of Redis, delay in ms.
 */
import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { consumer, producer, queueGeneration } from '../../queues/define-queue.ts';
import { pages } from '../../queues/pages.ts';
import { openStore } from '../../src/adapters/postgres/open.ts';
import { connectRedis } from '../../src/adapters/redis/connect.ts';
import { NotYet } from '../../src/domain/failure.ts';
import type { PageJob } from '../../src/domain/frontier.ts';

const [databaseUrl = '', redisUrl = '', delay = ''] = process.argv.slice(2);
const gapMs = Number(delay);
const store = await openStore({ databaseUrl });
const redis = await connectRedis(redisUrl);
const connection = { kind: 'redis' as const, redis };
const queue = producer(pages, connection);
const worker = String(process.pid);

async function visit(job: PageJob): Promise<void> {
  const link = await store.frontier.beginPage(job, 60_000);
  if (!link) return;
  const slot = await store.gate.reserve({ host: job.host, address: job.host, gapMs, worker });
  if (!slot.granted) {
    await store.frontier.holdPage(job, slot.waitMs + 60_000);
    throw new NotYet(slot.waitMs, slot.reason);
  }
  const { token } = slot.reservation;
  const sent = performance.now();
  const status = await request(link.url);
  const responded = performance.now();
  await store.gate.release({
    token,
    sinceResponseMs: performance.now() - responded,
    responseMs: responded - sent,
    status,
    gapMs,
    pauseMs: 0,
    failed: false,
  });
  await store.frontier.finishPage(job, { outcome: 'irrelevant', reason: '', dueAt: null, state: 'done' });
}

function request(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, (response) => {
      const { statusCode = 0 } = response;
      response.resume().once('end', () => resolve(statusCode));
    }).once('error', reject);
  });
}

let generation: string | null = null;
async function feed(): Promise<void> {
  const now = await queueGeneration(connection);
  if (generation !== null && now !== generation) await store.frontier.releaseLeases();
  generation = now;
  await queue.addMany(await store.frontier.claimPages({ limit: 100, perHost: 2, leaseMs: 60_000 }));
}

await consumer(pages, connection, { concurrency: 16, work: visit });
for (;;) {
  // A feeder that cannot reach Redis for a moment tries again, as the product's does.
  await feed().catch(() => undefined);
  await sleep(150);
}
