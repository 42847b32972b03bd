/**
 * The two databases behind one face: a served Postgres through a pool, or PGlite in this process.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Kysely, type LogEvent, PGliteDialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import { ServiceUnreachable } from '../../domain/failure.ts';
import { lockDataDir } from './data-lock.ts';
import { migrate } from './migrate.ts';
import { PglitePool } from './pglite-pool.ts';
import { preparing } from './prepared.ts';
import { type QueuePool, queuePool } from './queue-pool.ts';
import type { Db } from './sql.ts';

export interface Engine {
  db: Db;
  /** The embedded database as the queues use it; null when served. */
  embedded: PglitePool | null;
  /** Where the queues live when there is no Redis; opened at the first call. */
  queuePool(): QueuePool;
  close(): Promise<void>;
}

/** Called with the text of every statement: tests count them. */
export type OnQuery = (sql: string) => void;

const CONNECT_TIMEOUT_MS = 8_000;
const CONNECTIONS = 10;
/** A statement that hangs must not hold a slot of the pool for ever; long ones of ours take seconds. */
const STATEMENT_TIMEOUT_MS = 120_000;

/** Opens a served Postgres and migrates it; throws `ServiceUnreachable` within about 10 s. */
export async function openServed(databaseUrl: string, onQuery: OnQuery | null): Promise<Engine> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'pactwire',
    types: { getTypeParser: parserOf },
  });
  // An idle connection that drops is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  try {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await migrate(async (text) => lastRows(await client.query(text)));
      await client.query('commit');
    } finally {
      client.release(true);
    }
  } catch (error) {
    await pool.end();
    throw isUnreachable(error)
      ? new ServiceUnreachable('Postgres', withoutPassword(databaseUrl), error)
      : error;
  }
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: preparing(pool) }),
    ...logTo(onQuery),
  });
  let queues: QueuePool | null = null;
  return {
    db,
    embedded: null,
    queuePool: () => {
      queues ??= queuePool(databaseUrl);
      return queues;
    },
    close: async () => {
      await queues?.end();
      await db.destroy();
    },
  };
}

/** Opens the embedded database of a folder (null: in memory); throws `DataDirBusy` when another process has it. */
export async function openEmbedded(dataDir: string | null, onQuery: OnQuery | null): Promise<Engine> {
  const unlock = dataDir === null ? () => undefined : lockDataDir(dataDir);
  try {
    // Loaded here: a fleet has no use for it.
    const [{ PGlite, types }, { pg_trgm }] = await Promise.all([
      import('@electric-sql/pglite'),
      import('@electric-sql/pglite/contrib/pg_trgm'),
    ]);
    const pglite = await PGlite.create({
      ...(dataDir === null ? {} : { dataDir: databaseFolder(dataDir) }),
      extensions: { pg_trgm },
      parsers: { [types.INT8]: Number },
    });
    await pglite.transaction((tx) =>
      migrate(async (text) => ((await tx.exec(text)).at(-1)?.rows ?? []) as Record<string, unknown>[]),
    );
    const db = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite }), ...logTo(onQuery) });
    const close = async () => {
      await pglite.close();
      unlock();
    };
    const pool = new PglitePool(pglite);
    return { db, embedded: pool, queuePool: () => pool, close };
  } catch (error) {
    unlock();
    throw error;
  }
}

function databaseFolder(dataDir: string): string {
  const folder = join(resolve(dataDir), 'database');
  mkdirSync(folder, { recursive: true });
  return folder;
}

const BIGINT = 20;

/** bigint and count(*) as numbers, here only: the driver's own table is shared with everyone who uses it. */
function parserOf(oid: number, format?: string): unknown {
  if (oid === BIGINT) return Number;
  return pg.types.getTypeParser(oid, format as 'text');
}

/** `pg` answers several statements with a list of results. */
function lastRows(result: unknown): Record<string, unknown>[] {
  const last: unknown = Array.isArray(result) ? result.at(-1) : result;
  return (last as { rows: Record<string, unknown>[] }).rows;
}

function logTo(onQuery: OnQuery | null): { log?: (event: LogEvent) => void } {
  return onQuery ? { log: (event) => onQuery(event.query.sql) } : {};
}

/** `ServiceUnreachable` for an error that says so, else the error itself. */
export function unreachable(databaseUrl: string, error: unknown): unknown {
  return isUnreachable(error)
    ? new ServiceUnreachable('Postgres', withoutPassword(databaseUrl), error)
    : error;
}

/** Refused, unknown host, timed out, or the server said that it cannot take us (starting, full, wrong password). */
function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isUnreachable);
  const code = 'code' in error ? String(error.code) : '';
  if (/^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENET|EPIPE|ENOENT|EACCES)/.test(code)) return true;
  if (/^(28|3D|53|57P0|08)/.test(code)) return true;
  return /timeout|terminated unexpectedly/i.test(error.message);
}

function withoutPassword(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl)) return 'DATABASE_URL (not a URL)';
  const url = new URL(databaseUrl);
  if (url.password) url.password = '***';
  return url.href;
}
