/**
 * Hands what is due from the store to the queues: again and again, and at once after each finished job.
 *
 * What needs a browser goes to a queue of its own. Redis can be emptied at any moment: the feeder sees that the queues'
 * marker is gone, ends the leases, and what is due is handed out again.
 */

import { randomUUID } from 'node:crypto';
import { browse } from '../../queues/browse.ts';
import { producer, type QueueConnection, queueGeneration } from '../../queues/define-queue.ts';
import { deliveries } from '../../queues/deliveries.ts';
import { pages } from '../../queues/pages.ts';
import { visits } from '../../queues/visits.ts';
import type { DueListing, PageJob } from '../domain/frontier.ts';
import type { Source } from '../domain/source.ts';
import { DELIVERY_LEASE_MS, LISTING_LEASE_MS, PAGE_LEASE_MS } from '../stages/leases.ts';
import type { Composed } from './compose.ts';
import type { Logger } from './log.ts';

/** Rounds without a kick: what comes due by time is found at most this late. */
const ROUND_MS = 500;
/** Finished jobs kick; many of them together are worth one round. Rounds that found nothing are worth ever fewer. */
const KICKED_MS = 50;
const LONGEST_KICKED_MS = 400;
const BATCH = 200;
/** Pages of one host in hand at a time: one that is being read, one on its way to the host. */
const PER_HOST = 2;
/** A page is handed out so long before its host is free: it is on its way for some of it, and waits out the rest. */
const AHEAD_MS = 400;
/** So long after a search for pages, no other feeder makes one: it would find what has come up since, a page or two. */
const APART_MS = 80;
/**
 * A claim holds for this long: should this process die before the queue has the work, another hands it out within 20 s.
 * Once it is on the queue, the queue keeps it, and the lease is lengthened.
 */
const HAND_OUT_MS = 15_000;

const CLAIM = { limit: BATCH, perHost: PER_HOST, leaseMs: HAND_OUT_MS, aheadMs: AHEAD_MS, apartMs: APART_MS };

export interface FeederAsk {
  connection: QueueConnection;
  store: Pick<Composed['store'], 'frontier' | 'outbox'>;
  sourceOf(id: string): Source | null;
  /** Listings and deliveries too, and not only pages. */
  schedule: boolean;
  log: Logger;
}

/** With many workers nearly every round finds what another has handed out already: looking costs the store. */
const kickedAfterMs = (fruitless: number) =>
  Math.min(KICKED_MS * 2 ** Math.min(fruitless, 10), LONGEST_KICKED_MS);

/** One round at a time; a kick during a round asks for one more. */
export class Feeder {
  readonly #on: FeederAsk;
  readonly #queues;
  readonly #name = randomUUID();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | null = null;
  #again = false;
  #closed = false;
  #generation: string | null = null;
  /** Rounds in a row that handed nothing out. */
  #fruitless = 0;
  /** No round before this (`performance.now()`), however often it is kicked. */
  #restUntil = 0;

  constructor(on: FeederAsk) {
    this.#on = on;
    const { connection } = on;
    this.#queues = {
      visits: producer(visits, connection),
      pages: producer(pages, connection),
      browse: producer(browse, connection),
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
      .catch((error) => this.#on.log.error({ err: error }, 'handing out work failed; trying again'))
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
    if (this.#on.schedule) {
      const due = await frontier.claimListings({ limit: BATCH, leaseMs: HAND_OUT_MS });
      await this.#handOutListings(due);
      await frontier.holdListings(due, LISTING_LEASE_MS);
      const owed = await outbox.claim({ limit: BATCH, leaseMs: HAND_OUT_MS });
      await this.#queues.deliveries.addMany(owed);
      await outbox.hold(owed, DELIVERY_LEASE_MS);
      given += due.length + owed.length;
    }
    const links = await frontier.claimPages({ ...CLAIM, feeder: this.#name });
    await this.#handOutPages(links);
    await frontier.holdPages(links, PAGE_LEASE_MS);
    this.#fruitless = given + links.length > 0 ? 0 : this.#fruitless + 1;
  }

  async #handOutListings(due: DueListing[]): Promise<void> {
    const { visits, browse } = this.#queues;
    const [browsed, plain] = parted(due, ({ sourceId, via }) => {
      const render = this.#on.sourceOf(sourceId)?.render ?? 'http';
      return render === 'browser' || (render === 'auto' && via === 'browser');
    });
    await visits.addMany(plain.map(({ via: _via, ...visit }) => visit));
    await browse.addMany(browsed.map(({ via: _via, ...visit }) => ({ visit })));
  }

  async #handOutPages(links: PageJob[]): Promise<void> {
    const [browsed, plain] = parted(
      links,
      ({ sourceId }) => this.#on.sourceOf(sourceId)?.render === 'browser',
    );
    await this.#queues.pages.addMany(plain);
    await this.#queues.browse.addMany(browsed.map((page) => ({ page })));
  }

  /** The marker of the queues is new: they were emptied (or never filled), and whatever was handed out is gone. */
  async #seeEmptiedQueues(): Promise<void> {
    const generation = await queueGeneration(this.#on.connection);
    if (generation === this.#generation) return;
    const first = this.#generation === null;
    this.#generation = generation;
    if (!first) {
      this.#on.log.warn('the queues were emptied: filling them again from the store');
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

function parted<T>(all: T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}
