/**
 * A pool whose statements are prepared once a connection: most of the cost of a small statement is in parsing and
 * planning it. A connection keeps as many texts as the code has: lists travel as JSON (`sql.ts`), values as parameters.
 */
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import { StatementNames } from './statement-names.ts';

/** The code has some hundred texts; the limit is for those that it builds. */
const names = new StatementNames(1_000);

export function preparing(pool: pg.Pool): PostgresPool {
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      const known = clients.get(client) ?? prepared(client);
      clients.set(client, known);
      return known;
    },
  };
}

function prepared(client: pg.PoolClient): PostgresPoolClient {
  const query = (text: string, values: readonly unknown[]) =>
    // What has no parameters may be several statements, or `begin`: sent as it is.
    values.length === 0
      ? client.query(text)
      : client.query({ name: names.of(text), text, values: [...values] });
  return {
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy),
  };
}
