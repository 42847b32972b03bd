/** The database as a home of queues, where no Redis is given: BullMQ's own tables, in a schema beside ours. */
import { runMigrations } from 'bullmq';
import pg from 'pg';
import type { PglitePool } from './pglite-pool.ts';

const SCHEMA = 'bullmq';
const CONNECTIONS = 10;

export type QueuePool = PglitePool | pg.Pool;

/** On the embedded database: one connection for everything, so the path to the queue's tables is set on it. */
export async function embeddedQueuePool(pool: PglitePool): Promise<QueuePool> {
  await runMigrations(await pool.connect(), SCHEMA);
  await pool.query(`set search_path = ${SCHEMA}, public`);
  return pool;
}

/** On a served one: connections of its own, since one of them listens for as long as a worker lives. */
export async function servedQueuePool(databaseUrl: string): Promise<pg.Pool> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: CONNECTIONS,
    keepAlive: true,
    application_name: 'pactwire queues',
    options: `-c search_path=${SCHEMA},public`,
  });
  // BullMQ replaces a connection that drops; without a listener it would end the process.
  pool.on('error', () => undefined);
  const client = await pool.connect();
  try {
    await runMigrations(client, SCHEMA);
  } finally {
    client.release();
  }
  return pool;
}
