/** Connections of their own for queues on a served Postgres: one of them listens for as long as a worker lives. */
import type { PgPool } from 'bullmq';
import pg from 'pg';

/** `embedded`: the one connection of an embedded database (`PglitePool`). */
export type QueuePool = PgPool & { embedded?: boolean };

const CONNECTIONS = 10;

/** BullMQ's tables lie in a schema beside ours; the queues create and migrate them. */
export function queuePool(databaseUrl: string): QueuePool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: CONNECTIONS,
    keepAlive: true,
    application_name: 'pactwire queues',
    options: '-c search_path=bullmq,public',
  });
  // BullMQ replaces a connection that drops; without a listener it would end the process.
  pool.on('error', () => undefined);
  // Every queue and worker listens for errors of the pool that they share.
  pool.setMaxListeners(0);
  // The same pool: its types declare the events of a client in another way.
  return pool as unknown as QueuePool;
}
