import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import {
  type Consumer,
  type ConsumerOptions,
  consumer,
  defineQueue,
  type Ended,
  producer,
  queueGeneration,
} from '../../queues/define-queue.ts';
import { deliveries } from '../../queues/deliveries.ts';
import { pages } from '../../queues/pages.ts';
import { visits } from '../../queues/visits.ts';
import { NotYet, VisitFailure } from '../../src/domain/failure.ts';
import { STARTING_MS } from '../services.ts';
import { BACKENDS, type OpenedQueue, openBackend } from './backends.ts';

interface Numbered {
  n: number;
}

let made = 0;
/** A queue of its own for each test. */
function numbered(attempts = 1) {
  made += 1;
  return defineQueue<Numbered>({
    name: `test-${made}`,
    payload: z.strictObject({ n: z.int() }),
    key: ({ n }) => `a:key/of ${n}`,
    attempts,
  });
}

/** Resolves when so many jobs have ended. */
function endings(count: number) {
  const ended: Ended<Numbered>[] = [];
  const { promise, resolve } = Promise.withResolvers<Ended<Numbered>[]>();
  const onEnd = (end: Ended<Numbered>) => {
    ended.push(end);
    if (ended.length === count) resolve(ended);
  };
  return { onEnd, all: promise, ended };
}

describe.each(BACKENDS)('queues, %s', (backend) => {
  let opened: OpenedQueue;
  beforeAll(async () => {
    opened = await openBackend(backend);
  }, STARTING_MS);
  afterAll(() => opened.close());

  async function working(
    definition: ReturnType<typeof numbered>,
    options: Partial<ConsumerOptions<Numbered>> & Pick<ConsumerOptions<Numbered>, 'work'>,
  ): Promise<Consumer> {
    const worker = await consumer(definition, opened.connection, { concurrency: 4, ...options });
    onTestFinished(() => worker.close());
    return worker;
  }

  function adding(definition: ReturnType<typeof numbered>) {
    const queue = producer(definition, opened.connection);
    onTestFinished(() => queue.close());
    return queue;
  }

  it('runs each job once, the same work only once while it waits, and again when it has ended', async () => {
    const definition = numbered();
    const queue = adding(definition);
    await queue.addMany([{ n: 1 }, { n: 1 }, { n: 2 }]);
    await queue.add({ n: 1 });
    expect(await queue.counts()).toMatchObject({ waiting: 2, active: 0, delayed: 0 });
    const { onEnd, all, ended } = endings(2);
    const third = endings(3);
    const ran: number[] = [];
    await working(definition, {
      work: async ({ n }) => ran.push(n),
      onEnd: (end) => {
        third.onEnd(end);
        if (ended.length < 2) onEnd(end);
      },
    });
    await all;
    await queue.add({ n: 1 });
    expect((await third.all).map(({ error }) => error)).toEqual([null, null, null]);
    expect(ran.sort()).toEqual([1, 1, 2]);
  });

  it('takes work again that has ended, well or badly, though the ended jobs are kept', async () => {
    const definition = numbered();
    const queue = adding(definition);
    const fates = [null, new Error('a mistake'), new VisitFailure('gone', 'status 410', 'never'), null];
    const ends: (string | null)[] = [];
    let next = Promise.withResolvers<void>();
    await working(definition, {
      work: async () => {
        const error = fates[ends.length];
        if (error) throw error;
      },
      onEnd: ({ error }) => {
        ends.push(error?.message ?? null);
        next.resolve();
      },
    });
    for (const _ of fates) {
      await queue.add({ n: 1 });
      await next.promise;
      next = Promise.withResolvers<void>();
    }
    expect(ends).toEqual([null, 'a mistake', 'gone: status 410', null]);
    expect(await queue.counts()).toMatchObject({ waiting: 0, completed: 2, failed: 2 });
  });

  it('refuses a payload that does not fit, and ends one that came all the same', async () => {
    const definition = numbered(3);
    const queue = adding(definition);
    await expect(queue.addMany([{ n: 1 }, { n: 0.5 }])).rejects.toThrow();
    expect(await queue.counts()).toMatchObject({ waiting: 0 });
    await (await queue.queue()).addBulk([
      { name: definition.name, data: { other: 1 }, opts: { attempts: 3 } },
    ]);
    const { onEnd, all } = endings(1);
    let ran = 0;
    await working(definition, { work: async () => (ran += 1), onEnd });
    const [end] = await all;
    expect(end).toMatchObject({ payload: null, error: { message: expect.stringContaining('not valid') } });
    expect(ran).toBe(0);
  });

  it('gives each failure its fate', async () => {
    const definition = numbered(2);
    const runs: Record<number, { attempt: number; lastAttempt: boolean; at: number }[]> = {};
    const fates: Record<number, (run: number) => Error | null> = {
      1: () => new VisitFailure('network', 'reset', 'retry', 300),
      2: (run) => (run < 4 ? new NotYet(150, 'the host is busy') : null),
      3: (run) => (run < 3 ? new VisitFailure('http_error', 'status 503', 'later', 150) : null),
      4: () => new VisitFailure('gone', 'status 410', 'never'),
    };
    const { onEnd, all } = endings(4);
    await working(definition, {
      work: async ({ n }, { attempt, lastAttempt, signal }) => {
        expect(signal.aborted).toBe(false);
        runs[n] = [...(runs[n] ?? []), { attempt, lastAttempt, at: performance.now() }];
        const error = fates[n]?.(runs[n].length);
        if (error) throw error;
      },
      onEnd,
    });
    await adding(definition).addMany([{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }]);
    const ends = Object.fromEntries(
      (await all).map(({ payload, error }) => [payload?.n, error?.message ?? null]),
    );
    expect(ends).toEqual({ 1: 'network: reset', 2: null, 3: null, 4: 'gone: status 410' });
    const tries = (n: number) => runs[n]?.map(({ attempt, lastAttempt }) => [attempt, lastAttempt]);
    expect(tries(1)).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(tries(2)).toEqual(Array.from({ length: 4 }, () => [1, false]));
    expect(tries(3)).toHaveLength(3);
    expect(tries(4)).toHaveLength(1);
    const waits = (n: number) => runs[n]?.slice(1).map(({ at }, i) => at - (runs[n]?.[i]?.at ?? 0)) ?? [];
    expect(Math.min(...waits(1))).toBeGreaterThanOrEqual(290);
    expect(Math.min(...waits(2), ...waits(3))).toBeGreaterThanOrEqual(140);
  });

  it('holds a job back, and takes a lower priority number first', async () => {
    const definition = numbered();
    const queue = adding(definition);
    await queue.add({ n: 3 }, { delayMs: 4_000 });
    await queue.add({ n: 2 }, { priority: 9 });
    await queue.add({ n: 1 }, { priority: 1 });
    expect(await queue.counts()).toMatchObject({ waiting: 2, delayed: 1 });
    const { onEnd, all } = endings(3);
    await working(definition, { concurrency: 1, work: async () => null, onEnd });
    expect((await all).map(({ payload }) => payload?.n)).toEqual([1, 2, 3]);
  });

  it('closes when the work in hand is done, and takes no more', async () => {
    const definition = numbered();
    const queue = adding(definition);
    const begun = Promise.withResolvers<void>();
    const finish = Promise.withResolvers<void>();
    const ran: number[] = [];
    const worker = await working(definition, {
      concurrency: 1,
      work: async ({ n }) => {
        begun.resolve();
        await finish.promise;
        ran.push(n);
      },
    });
    await queue.addMany([{ n: 1 }, { n: 2 }]);
    await begun.promise;
    expect(worker.inHand()).toBe(1);
    const closed = worker.close();
    finish.resolve();
    await closed;
    expect(ran).toEqual([1]);
    expect(await queue.counts()).toMatchObject({ waiting: 1, active: 0 });
  });

  it('has a generation that stays', async () => {
    const first = await queueGeneration(opened.connection);
    expect(first).not.toBe('');
    expect(await queueGeneration(opened.connection)).toBe(first);
    const { connection } = opened;
    if (connection.kind !== 'redis') return;
    await connection.redis.flushall();
    expect(await queueGeneration(connection)).not.toBe(first);
  });
});

describe('the queues of the fleet', () => {
  it.each([
    [visits, { sourceId: 'qh-gov', url: 'http://a.test/', slot: '2026-11-24T08:00Z' }, { slot: 'other' }],
    [pages, { key: 'http://a.test/1', turn: 1, host: 'a.test', sourceId: 'qh-gov' }, { turn: 2 }],
    [deliveries, { id: 7 }, { id: 8 }],
  ])('take their payload, by a key that tells it from others', (definition, payload, other) => {
    const { payload: schema, key } = definition as typeof visits;
    expect(schema.parse(payload)).toEqual(payload);
    expect(schema.safeParse({ ...payload, page: '<html>' }).success).toBe(false);
    expect(key(payload as never)).not.toBe(key({ ...payload, ...other } as never));
  });
});

describe('a worker that is told to end', () => {
  it('gives back what it cannot finish', async () => {
    const opened = await openBackend('redis');
    onTestFinished(() => opened.close());
    const definition = numbered();
    const queue = producer(definition, opened.connection);
    await queue.add({ n: 1 });
    const begun = Promise.withResolvers<void>();
    const stuck = await consumer(definition, opened.connection, {
      concurrency: 1,
      work: async (_payload, { signal }) => {
        begun.resolve();
        await sleep(600_000, null, { signal });
      },
    });
    await begun.promise;
    const started = performance.now();
    await stuck.close();
    expect(performance.now() - started).toBeLessThan(25_500);
    const { onEnd, all } = endings(1);
    const next = await consumer(definition, opened.connection, {
      concurrency: 1,
      work: async () => null,
      onEnd,
    });
    expect(await all).toMatchObject([{ payload: { n: 1 }, error: null }]);
    await next.close();
    await queue.close();
  });
});
