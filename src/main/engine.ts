/**
 * Where stages meet queues: consumers run the stages, a feeder hands what is due from the store to the queues.
 *
 *   feeder:    store says due -> queues (again and again, and at once after each finished job)
 *   consumers: job -> stage -> the store has the result; nothing is enqueued from inside a stage
 *
 * Redis can be emptied at any moment: the feeder sees that the queues' marker is gone, ends the leases, and what is
 * due is handed out again.
 */
import {
  type Consumer,
  consumer,
  producer,
  type QueueConnection,
  queueGeneration,
} from '../../queues/define-queue.ts';
import { deliveries } from '../../queues/deliveries.ts';
import { pages } from '../../queues/pages.ts';
import { visits } from '../../queues/visits.ts';
import { deliver } from '../stages/deliver.ts';
import { LISTING_LEASE_MS, visitListing } from '../stages/visit-listing.ts';
import { PAGE_LEASE_MS, visitPage } from '../stages/visit-page.ts';
import type { Composed } from './compose.ts';
import type { Logger } from './log.ts';

export interface Engine {
  /** Looks for due work now. */
  kick(): void;
  close(): Promise<void>;
}

export interface EngineAsk {
  /** Hand out what is due (a scheduler's part). Pages are handed out by every engine that works on them. */
  schedule: boolean;
  /** Work on it (a worker's part). */
  work: boolean;
  log: Logger;
}

/** Rounds without a kick: what comes due by time is found at most this late. */
const ROUND_MS = 500;
/** Finished jobs kick; many of them together are worth one round. Rounds that found nothing are worth ever fewer. */
const KICKED_MS = 50;
const LONGEST_KICKED_MS = 400;
const BATCH = 200;
/** Pages of one host in the queues at a time: one on its way, one waiting for the slot. */
const PER_HOST = 2;
const DELIVERY_LEASE_MS = 120_000;
/** Listings are visited beside the pages, fewer at once: each may bring many links. */
const VISITS_SHARE = 2 / 3;
const DELIVERIES_AT_ONCE = 4;

interface Running {
  connection: QueueConnection;
  store: Composed['store'];
  deps: Composed['deps'];
  ask: EngineAsk;
  atOnce: number;
}

export async function startEngine(
  { connection, store, deps, plans, atOnce }: Composed,
  ask: EngineAsk,
): Promise<Engine> {
  const running: Running = { connection: await connection(), store, deps, ask, atOnce };
  await plans.keep((error) =>
    ask.log.error({ err: error }, 'the plan of visits could not be made; the old one stays'),
  );
  const feeder = new Feeder(running);
  const consumers = ask.work ? await startConsumers(running, () => feeder.kick()) : [];
  feeder.start();
  return {
    kick: () => feeder.kick(),
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
    consumer(deliveries, connection, {
      concurrency: DELIVERIES_AT_ONCE,
      work: (job) => deliver(job, deps),
      onEnd,
    }),
  ]);
}

/** With many workers nearly every round finds what another has handed out already: looking costs the store. */
const kickedAfterMs = (fruitless: number) =>
  Math.min(KICKED_MS * 2 ** Math.min(fruitless, 10), LONGEST_KICKED_MS);

/** One round at a time; a kick during a round asks for one more. */
class Feeder {
  readonly #on: Running;
  readonly #queues;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | null = null;
  #again = false;
  #closed = false;
  #generation: string | null = null;
  /** Rounds in a row that handed nothing out. */
  #fruitless = 0;
  /** No round before this (`performance.now()`), however often it is kicked. */
  #restUntil = 0;

  constructor(on: Running) {
    this.#on = on;
    const { connection } = on;
    this.#queues = {
      visits: producer(visits, connection),
      pages: producer(pages, connection),
      deliveries: producer(deliveries, connection),
    };
  }

  start(): void {
    this.kick();
  }

  kick(): void {
    if (this.#closed) return;
    const rest = this.#restUntil - performance.now();
    if (this.#running) this.#again = true;
    else if (rest > 0) this.#kickIn(rest);
    else this.#start();
  }

  #kickIn(ms: number): void {
    clearTimeout(this.#timer);
    if (!this.#closed) this.#timer = setTimeout(() => this.kick(), ms);
  }

  #start(): void {
    clearTimeout(this.#timer);
    this.#again = false;
    this.#running = this.#round()
      .catch((error) => this.#on.ask.log.error({ err: error }, 'handing out work failed; trying again'))
      .then(() => {
        this.#running = null;
        const rest = kickedAfterMs(this.#fruitless);
        this.#restUntil = performance.now() + rest;
        this.#kickIn(this.#again ? rest : ROUND_MS);
      });
  }

  async #round(): Promise<void> {
    await this.#seeEmptiedQueues();
    const { frontier, outbox } = this.#on.store;
    let given = 0;
    if (this.#on.ask.schedule) {
      const due = await frontier.claimListings({ limit: BATCH, leaseMs: LISTING_LEASE_MS });
      if (due.length > 0) await this.#queues.visits.addMany(due);
      const owed = await outbox.claim({ limit: BATCH, leaseMs: DELIVERY_LEASE_MS });
      if (owed.length > 0) await this.#queues.deliveries.addMany(owed);
      given += due.length + owed.length;
    }
    const links = await frontier.claimPages({ limit: BATCH, perHost: PER_HOST, leaseMs: PAGE_LEASE_MS });
    if (links.length > 0) await this.#queues.pages.addMany(links);
    this.#fruitless = given + links.length > 0 ? 0 : this.#fruitless + 1;
  }

  /** The marker of the queues is new: they were emptied (or never filled), and whatever was handed out is gone. */
  async #seeEmptiedQueues(): Promise<void> {
    const generation = await queueGeneration(this.#on.connection);
    if (generation === this.#generation) return;
    const first = this.#generation === null;
    this.#generation = generation;
    if (!first) {
      this.#on.ask.log.warn('the queues were emptied: filling them again from the store');
      await this.#on.store.frontier.releaseLeases();
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#running;
    await Promise.all(Object.values(this.#queues).map((queue) => queue.close()));
  }
}
