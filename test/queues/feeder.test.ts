/** What is due gets onto the queues whatever becomes of those who put it there. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { consumer, producer, type QueueConnection } from '../../queues/define-queue.ts';
import { deliveries } from '../../queues/deliveries.ts';
import { pages } from '../../queues/pages.ts';
import { visits } from '../../queues/visits.ts';
import { openStore } from '../../src/adapters/postgres/open.ts';
import { connectRedis } from '../../src/adapters/redis/connect.ts';
import type { Store } from '../../src/domain/store.ts';
import { Feeder } from '../../src/main/feeder.ts';
import { makeLogger } from '../../src/main/log.ts';
import { postgresServer, query, redisServer } from '../services.ts';
import { links, passing, visit } from '../store/kinds.ts';

const STEPS = ['listings', 'deliveries', 'pages'];
/** The shortest lease of anything that waits on its queue, less a little. */
const ON_THE_QUEUE_MS = 110_000;

let databaseUrl: string;
let redisUrl: string;
let store: Store;
let connection: QueueConnection;

/** One listing, one page and one delivery are due. */
beforeEach(async () => {
  const [postgres, redis] = await Promise.all([postgresServer(), redisServer()]);
  onTestFinished(async () => {
    await Promise.all([postgres.close(), redis.close()]);
  });
  databaseUrl = postgres.url;
  redisUrl = redis.url;
  const opened = await openStore({ databaseUrl });
  onTestFinished(() => opened.close());
  store = opened;
  const client = await connectRedis(redisUrl);
  onTestFinished(() => client.disconnect());
  connection = { kind: 'redis', redis: client };
  await visit(opened, { a: links('a.test', 1) });
  await opened.frontier.makeDue(['a']);
  await query(
    databaseUrl,
    `insert into outbox (agreement, change, subscriber, payload) values ('agr-a', 'opened', 'watch', '{}')`,
  );
});

const feeder = () =>
  new Feeder({ connection, store, sourceOf: () => null, schedule: true, log: makeLogger('silent') });

/** One round of a feeder that ends after it. */
async function round(): Promise<void> {
  const one = feeder();
  one.start();
  await one.close();
}

/** Claims what is due, and is stopped before the queue has it. */
async function claimingProcess(step: string): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'feeder-process.ts'), databaseUrl, redisUrl, step],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  const [said] = await once(child.stdout as NodeJS.ReadableStream, 'data');
  expect(String(said)).toBe('claimed 1\n');
  return child;
}

/** Resolves when a listing, a page and a delivery have been begun here. */
async function allBegun(): Promise<void> {
  const each = [visits, pages, deliveries].map(async (definition) => {
    const begun = Promise.withResolvers<void>();
    const worker = await consumer<object>(definition as typeof visits, connection, {
      concurrency: 1,
      work: async () => begun.resolve(),
    });
    await begun.promise;
    await worker.close();
  });
  await Promise.all(each);
}

async function waiting(): Promise<number[]> {
  const queues = [visits, pages, deliveries].map((definition) =>
    producer<object>(definition as typeof visits, connection),
  );
  const counts = await Promise.all(queues.map((queue) => queue.counts()));
  await Promise.all(queues.map((queue) => queue.close()));
  return counts.map((count) => count.waiting);
}

describe('a feeder', () => {
  it('killed between claiming and adding: the work runs within 20 s', async () => {
    const children: ChildProcess[] = [];
    for (const step of STEPS) children.push(await claimingProcess(step));
    for (const child of children) child.kill('SIGKILL');
    const killed = performance.now();
    const heir = feeder();
    heir.start();
    await allBegun();
    expect(performance.now() - killed).toBeLessThan(20_000);
    await heir.close();
  });

  it('hands out once what waits on its queue for long, and no second job when it does so again', async () => {
    await round();
    expect(await waiting()).toEqual([1, 1, 1]);
    const claims = () =>
      Promise.all([
        store.frontier.claimListings({ limit: 9, leaseMs: 0 }),
        store.outbox.claim({ limit: 9, leaseMs: 0 }),
        store.frontier.claimPages({ limit: 9, perHost: 9, leaseMs: 0, aheadMs: 0, apartMs: 0, feeder: 'f' }),
      ]);
    await query(databaseUrl, passing(ON_THE_QUEUE_MS));
    expect((await claims()).flat()).toEqual([]);
    await query(databaseUrl, passing(ON_THE_QUEUE_MS));
    await round();
    expect(await waiting()).toEqual([1, 1, 1]);
    // Handed out again, it is left to the queue again.
    await query(databaseUrl, passing(ON_THE_QUEUE_MS));
    expect((await claims()).flat()).toEqual([]);
  });
});
