/** Asks a served Postgres for its time, without touching what it holds. */
import pg from 'pg';
import { unreachable } from './engine.ts';

const TIMEOUT_MS = 8_000;

/** The server's clock; throws `ServiceUnreachable` when it does not answer. */
export async function postgresClock(databaseUrl: string): Promise<Date> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const answer = await client.query<{ now: Date }>('select clock_timestamp() as now');
    return answer.rows[0]?.now ?? new Date(Number.NaN);
  } catch (error) {
    throw unreachable(databaseUrl, error);
  } finally {
    await client.end().catch(() => undefined);
  }
}
