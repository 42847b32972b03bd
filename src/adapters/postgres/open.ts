/** Opens the one truth: a served Postgres where a URL is given, else PGlite in a folder (or in memory). */

import type { Page } from '../../domain/page.ts';
import type { HostGate, RobotsStore, WorkerRegistry } from '../../domain/ports.ts';
import type { Store } from '../../domain/store.ts';
import { type OnQuery, openEmbedded, openServed } from './engine.ts';
import { frontierOf, releaseLeases } from './frontier.ts';
import { gateOf } from './gate.ts';
import { ledgerOf } from './ledger.ts';
import { outboxOf } from './outbox.ts';
import { type Keeping, keepPage, keptPage, purge } from './pages.ts';
import type { PglitePool } from './pglite-pool.ts';
import { type HostPoliteness, politeness } from './politeness.ts';
import { queriesOf } from './queries.ts';
import type { QueuePool } from './queue-pool.ts';
import { robotsOf } from './robots.ts';
import { workersOf } from './workers.ts';

export { DataDirBusy } from './data-lock.ts';

export interface OpenStore extends Store {
  gate: HostGate;
  robots: RobotsStore;
  workers: WorkerRegistry;
  /** The embedded database as the queues use it; null when Postgres is served. */
  embedded: PglitePool | null;
  /** Where the queues live when there is no Redis; opened at the first call, closed with the store. */
  queuePool(): QueuePool;
  /** The record of requests, host by host. */
  politeness(since?: Date): Promise<HostPoliteness[]>;
  /** The bytes kept for an article's key, as fetched; null when none are (any more). */
  page(key: string): Promise<Page | null>;
  /** Keeps the bytes of a page that could not be read, for as long as `purge` leaves such. */
  keepRefused(key: string, page: Page): Promise<void>;
  /** Removes what is kept no longer; returns the number of rows removed. */
  purge(keeping?: Partial<Keeping>): Promise<number>;
}

export interface OpenOptions {
  /** Null or absent: embedded. */
  databaseUrl?: string | null;
  /** Folder of the embedded database; null or absent: in memory, gone with the process. */
  dataDir?: string | null;
  /** Called with the text of every statement. */
  onQuery?: OnQuery;
  /** How long a slot of the host gate is held without a sign of life. */
  gateLeaseMs?: number;
}

/** Throws `ServiceUnreachable` (Postgres does not answer) or `DataDirBusy` (another process has the folder). */
export async function openStore({
  databaseUrl,
  dataDir,
  onQuery,
  gateLeaseMs,
}: OpenOptions): Promise<OpenStore> {
  const engine = databaseUrl
    ? await openServed(databaseUrl, onQuery ?? null)
    : await openEmbedded(dataDir ?? null, onQuery ?? null);
  const { db } = engine;
  // Nobody else can be at work on an embedded store: leases in it are those of a process that died.
  if (engine.embedded) await releaseLeases(db);
  return {
    frontier: frontierOf(db),
    ledger: ledgerOf(db),
    outbox: outboxOf(db),
    queries: queriesOf(db),
    gate: gateOf(db, gateLeaseMs),
    robots: robotsOf(db),
    workers: workersOf(db),
    embedded: engine.embedded,
    queuePool: engine.queuePool,
    politeness: (since) => politeness(db, since ?? null),
    page: (key) => keptPage(db, key),
    keepRefused: (key, page) => keepPage(db, key, { page, keptAs: 'refused' }),
    purge: (keeping) => purge(db, keeping),
    close: engine.close,
  };
}
