/**
 * A pool whose statements are prepared once a connection: most of the cost of a small statement is in parsing and
 * planning it. A connection keeps as many texts as the code has: lists travel as JSON (`sql.ts`), values as parameters.
 */
import { createHash } from 'node:crypto';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** Names that were made, by text. The code has some hundred texts; the limit is for those that it builds. */
const names = new Map<string, string>();
const MOST_NAMES = 1_000;

/** Names are cut at 63 bytes by the server, so the text itself will not do. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
  if (names.size >= MOST_NAMES) names.clear();
  names.set(text, name);
  return name;
}

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
      : client.query({ name: nameOf(text), text, values: [...values] });
  return {
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy),
  };
}
