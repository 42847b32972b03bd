import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  consumer,
  type Ended,
  producer,
  type QueueConnection,
  queueGeneration,
} from '../../queues/define-queue.ts';
import { pages } from '../../queues/pages.ts';
import { queuePool } from '../../src/adapters/postgres/queue-pool.ts';
import { connectRedis } from '../../src/adapters/redis/connect.ts';
import { NotYet, ServiceUnreachable } from '../../src/domain/failure.ts';
import { embeddedStore, freePort, postgresServer, redisServer, STARTING_MS } from '../services.ts';
import { links, visit } from '../store/kinds.ts';
import { numbers } from './numbers.ts';

async function openRedis(url: string) {
  const redis = await connectRedis(url);
  onTestFinished(() => redis.disconnect());
  return { kind: 'redis' as const, redis };
}

async function workerProcess(url: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'worker-process.ts'), url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [said] = await once(child.stdout as NodeJS.ReadableStream, 'data');
  expect(String(said)).toBe('begun 1\n');
  return child;
}

describe('a worker process killed in the middle of a job', () => {
  it.each(['redis', 'served'])(
    'has its job run again within 20 s, at no cost of attempts, %s',
    async (kind) => {
      const server = kind === 'redis' ? await redisServer() : await postgresServer();
      onTestFinished(() => server.close());
      const connection: QueueConnection =
        kind === 'redis' ? await openRedis(server.url) : { kind: 'postgres', pool: queuePool(server.url) };
      if (connection.kind === 'postgres') onTestFinished(() => connection.pool.end());
      const queue = producer(numbers, connection);
      await queue.add({ n: 1 });
      const child = await workerProcess(server.url);
      const heir = Promise.withResolvers<{ attempt: number; at: number }>();
      const worker = await consumer(numbers, connection, {
        concurrency: 1,
        work: async (_payload, { attempt }) => heir.resolve({ attempt, at: performance.now() }),
      });
      child.kill('SIGKILL');
      const killed = performance.now();
      // The job is still held: the same work is not added a second time.
      await queue.add({ n: 1 });
      const { attempt, at } = await heir.promise;
      expect(attempt).toBe(1);
      expect(at - killed).toBeLessThan(20_000);
      await worker.close();
      expect(await queue.counts()).toMatchObject({ waiting: 0, active: 0, failed: 0, completed: 1 });
      await queue.close();
    },
  );
});

describe('a Redis that is emptied', () => {
  it(
    'is filled again from the store; every link ends once',
    async () => {
      const server = await redisServer();
      onTestFinished(() => server.close());
      const connection = await openRedis(server.url);
      const store = await embeddedStore();
      onTestFinished(() => store.close());
      await visit(store, { a: links('a.test', 20), b: links('b.test', 20), c: links('c.test', 20) });
      const queue = producer(pages, connection);
      let generation = await queueGeneration(connection);
      const feed = async () => {
        const now = await queueGeneration(connection);
        if (now !== generation) await store.frontier.releaseLeases();
        generation = now;
        await queue.addMany(
          await store.frontier.claimPages({
            limit: 9,
            perHost: 6,
            leaseMs: 600_000,
            aheadMs: 0,
            apartMs: 0,
            feeder: 'f',
          }),
        );
      };
      const ended: string[] = [];
      const all = Promise.withResolvers<void>();
      let runs = 0;
      const worker = await consumer(pages, connection, {
        concurrency: 3,
        work: async (job) => {
          runs += 1;
          if (runs === 20) await connection.redis.flushall();
          if (runs % 5 === 0) throw new NotYet(20, 'the host is busy');
          const outcome = { outcome: 'irrelevant' as const, reason: '', dueAt: null, state: 'done' as const };
          if (await store.frontier.finishPage(job, outcome)) ended.push(job.key);
          if (ended.length === 60) all.resolve();
        },
      });
      const stop = new AbortController();
      const feeding = (async () => {
        while (!stop.signal.aborted) {
          await feed();
          // A feeder looks again and again: nothing tells it that Redis was emptied.
          await sleep(50);
        }
      })();
      await all.promise;
      stop.abort();
      await feeding;
      await worker.close();
      await queue.close();
      expect(new Set(ended).size).toBe(60);
      expect(await store.frontier.counts(0)).toEqual({ listings: 0, pages: 0, waiting: 0 });
    },
    STARTING_MS,
  );
});

describe('the connection to Redis', () => {
  it('outlives an outage that is longer than BullMQ waits for a job', async () => {
    const port = await freePort();
    const first = await redisServer(['--port', String(port)]);
    const connection = await openRedis(`redis://127.0.0.1:${port}`);
    const { promise, resolve } = Promise.withResolvers<Ended<{ n: number }>>();
    const worker = await consumer(numbers, connection, {
      concurrency: 1,
      work: async () => null,
      onEnd: resolve,
    });
    await first.close();
    await sleep(8_000); // the outage itself
    const second = await redisServer(['--port', String(port)]);
    onTestFinished(() => second.close());
    const queue = producer(numbers, connection);
    await queue.add({ n: 5 });
    expect(await promise).toMatchObject({ payload: { n: 5 }, error: null });
    await worker.close();
    await queue.close();
  });

  it('is refused where memory pressure would drop work, and named where nobody answers', async () => {
    const server = await redisServer(['--maxmemory-policy', 'allkeys-lru']);
    onTestFinished(() => server.close());
    await expect(connectRedis(server.url)).rejects.toThrow('set it to noeviction');
    const refused = await connectRedis(`redis://me:secret@127.0.0.1:${await freePort()}`).catch(
      (error) => error,
    );
    expect(refused).toBeInstanceOf(ServiceUnreachable);
    expect(String(refused)).toMatch(/Redis cannot be reached at redis:\/\/me:\*\*\*@127.0.0.1/);
  });
});
