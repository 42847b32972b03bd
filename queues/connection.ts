/**
 * Where queues live: Redis for a fleet, or BullMQ's own tables in the database, served or embedded.
 *
 * `prepare` must have been awaited before a queue or worker is made on a connection; it is done once a connection.
 */
import { randomUUID } from 'node:crypto';
import { createPostgresBackend, type PgPool, type PgPoolClient, runMigrations } from 'bullmq';
import type { Redis } from 'ioredis';

/** `embedded`: one process, one connection; jobs found at the start are those of a process that ended. */
export type QueueDatabase = PgPool & { embedded?: boolean };

export type QueueConnection = { kind: 'redis'; redis: Redis } | { kind: 'postgres'; pool: QueueDatabase };

const SCHEMA = 'bullmq';
/** Keys of ours in a Redis that others may use too. */
export const PREFIX = 'pactwire';
const GENERATION = `${PREFIX}:generation`;

const prepared = new WeakMap<object, Promise<void>>();

/** Creates and migrates the tables of a database; nothing to do for Redis. */
export function prepare(connection: QueueConnection): Promise<void> {
  if (connection.kind === 'redis') return Promise.resolve();
  const { pool } = connection;
  const before = prepared.get(pool);
  if (before) return before;
  const now = prepareDatabase(pool);
  prepared.set(pool, now);
  // A database that was away for a moment may be tried again.
  now.catch(() => prepared.delete(pool));
  return now;
}

async function prepareDatabase(pool: QueueDatabase): Promise<void> {
  const client = await pool.connect();
  try {
    await runMigrations(client, SCHEMA);
    if (pool.embedded) await takeOver(client);
  } finally {
    client.release();
  }
}

/**
 * An embedded queue outlives its process, but the store hands out again whatever is due: what a dead process left is
 * dropped, so that it need not be waited for until its locks run out.
 */
async function takeOver(client: PgPoolClient): Promise<void> {
  await client.query(`set search_path = ${SCHEMA}, public`);
  const { rows } = await client.query<{ names: string }>(
    `select string_agg(format('%I.%I', schemaname, tablename), ', ') as names from pg_tables
     where schemaname = $1 and tablename not in ('migration', 'meta')`,
    [SCHEMA],
  );
  if (rows[0]?.names) await client.query(`truncate ${rows[0].names}`);
}

/** The arguments that tell BullMQ's classes where to live. */
export const onPostgres = ({ pool }: { pool: QueueDatabase }) =>
  [{ connection: pool }, createPostgresBackend] as const;

/**
 * A name for the present content of the queues. Another one than before means that they were emptied: what had been
 * handed out is gone, and is to be handed out again.
 */
export async function queueGeneration(connection: QueueConnection): Promise<string> {
  // A database loses its queues only together with the store.
  if (connection.kind === 'postgres') return 'postgres';
  const { redis } = connection;
  await redis.set(GENERATION, randomUUID(), 'NX');
  return (await redis.get(GENERATION)) ?? '';
}

/**
 * Milliseconds by which this machine's clock is ahead of the queue's server, 0 when it is not by a second or more.
 *
 * BullMQ takes the times of delayed jobs from whoever writes them. A clock that is behind does no harm: others find
 * the job due and put it back. One that is ahead would hide it from all others until its own time comes.
 */
export async function clockAheadMs(connection: QueueConnection): Promise<number> {
  const asked = Date.now();
  const server = await serverTime(connection);
  const ahead = (asked + Date.now()) / 2 - server;
  return ahead >= 1_000 ? Math.round(ahead) : 0;
}

async function serverTime(connection: QueueConnection): Promise<number> {
  if (connection.kind === 'redis') {
    const [seconds, micros] = await connection.redis.time();
    return Number(seconds) * 1_000 + Number(micros) / 1_000;
  }
  const { rows } = await connection.pool.query<{ ms: number }>(
    'select extract(epoch from clock_timestamp())::float8 * 1000 as ms',
  );
  return Number(rows[0]?.ms);
}
