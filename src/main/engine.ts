/**
 * Where stages meet queues: consumers run the stages, the feeder (`feeder.ts`) hands what is due from the store to the
 * queues.
 *
 *   feeder:    store says due -> queues (again and again, and at once after each finished job)
 *   consumers: job -> stage -> the store has the result; nothing is enqueued from inside a stage
 */

import { browse } from '../../queues/browse.ts';
import { type Consumer, consumer, type QueueConnection } from '../../queues/define-queue.ts';
import { deliveries } from '../../queues/deliveries.ts';
import { pages } from '../../queues/pages.ts';
import { visits } from '../../queues/visits.ts';
import { deliver } from '../stages/deliver.ts';
import { visitListing } from '../stages/visit-listing.ts';
import { visitPage } from '../stages/visit-page.ts';
import type { Composed } from './compose.ts';
import { Feeder } from './feeder.ts';
import type { Logger } from './log.ts';

export interface Engine {
  /** Looks for due work now. */
  kick(): void;
  /** Jobs in hand now, by queue. */
  inHand(): Record<string, number>;
  close(): Promise<void>;
}

export interface EngineAsk {
  /** Hand out what is due (a scheduler's part). Pages are handed out by every engine that works on them. */
  schedule: boolean;
  /** Work on it (a worker's part). */
  work: boolean;
  log: Logger;
}

/** Listings are visited beside the pages, fewer at once: each may bring many links. */
const VISITS_SHARE = 2 / 3;
const DELIVERIES_AT_ONCE = 4;
/** As many as the browser has tabs: a job that waits for one would hold its host's slot. */
const BROWSED_AT_ONCE = 2;

interface Running {
  connection: QueueConnection;
  deps: Composed['deps'];
  ask: EngineAsk;
  atOnce: number;
}

export async function startEngine(
  { connection, store, deps, plans, atOnce }: Composed,
  ask: EngineAsk,
): Promise<Engine> {
  const running: Running = { connection: await connection(), deps, ask, atOnce };
  await plans.keep((error) =>
    ask.log.error({ err: error }, 'the plan of visits could not be made; the old one stays'),
  );
  const { log, schedule } = ask;
  const feeder = new Feeder({
    connection: running.connection,
    store,
    sourceOf: deps.sourceOf,
    schedule,
    log,
  });
  const consumers = ask.work ? await startConsumers(running, () => feeder.kick()) : [];
  feeder.start();
  return {
    kick: () => feeder.kick(),
    inHand: () => Object.fromEntries(consumers.map((one) => [one.name, one.inHand()])),
    async close() {
      await feeder.close();
      await Promise.all(consumers.map((one) => one.close()));
    },
  };
}

async function startConsumers(
  { connection, deps, ask, atOnce }: Running,
  kick: () => void,
): Promise<Consumer[]> {
  const onEnd = (end: { name: string; error: Error | null }) => {
    if (end.error) ask.log.warn({ queue: end.name, err: end.error.message }, 'job failed');
    kick();
  };
  return Promise.all([
    consumer(visits, connection, {
      concurrency: Math.max(1, Math.round(atOnce * VISITS_SHARE)),
      work: (job, { attempt, signal }) => visitListing(job, deps, { attempt, signal }),
      onEnd,
    }),
    consumer(pages, connection, {
      concurrency: atOnce,
      work: (job, { signal }) => visitPage(job, deps, signal),
      onEnd,
    }),
    consumer(browse, connection, {
      concurrency: BROWSED_AT_ONCE,
      work: (job, { attempt, signal }) =>
        'page' in job
          ? visitPage(job.page, deps, signal)
          : visitListing(job.visit, deps, { attempt, signal }),
      onEnd,
    }),
    consumer(deliveries, connection, {
      concurrency: DELIVERIES_AT_ONCE,
      work: (job) => deliver(job, deps),
      onEnd,
    }),
  ]);
}
