/** robots.txt as last fetched, one row an origin; an expired one is kept, since it may be all there is. */
import { sql } from 'kysely';
import type { RobotsEntry, RobotsStore } from '../../domain/ports.ts';
import { clean, cleanOrNull, type Db, first } from './sql.ts';

export function robotsOf(db: Db): RobotsStore {
  return {
    get: (origin) =>
      first(
        db,
        sql<RobotsEntry>`
          select kind, body as text, reason, etag, last_modified as "lastModified", fetched_at as "fetchedAt",
            expires_at as "expiresAt"
          from robots where origin = ${origin}`,
      ),
    put: async (origin, entry) => {
      await sql`
        insert into robots (origin, kind, body, reason, etag, last_modified, fetched_at, expires_at)
        values (${origin}, ${entry.kind}, ${clean(entry.text)}, ${clean(entry.reason)}, ${cleanOrNull(entry.etag)},
          ${cleanOrNull(entry.lastModified)}, ${entry.fetchedAt}::timestamptz, ${entry.expiresAt}::timestamptz)
        on conflict (origin) do update set kind = excluded.kind, body = excluded.body, reason = excluded.reason,
          etag = excluded.etag, last_modified = excluded.last_modified, fetched_at = excluded.fetched_at,
          expires_at = excluded.expires_at`.execute(db);
    },
  };
}
