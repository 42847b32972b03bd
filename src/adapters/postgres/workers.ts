/** Who is at work: every process of a fleet says so every few seconds, and what it has in hand. */
import { sql } from 'kysely';
import type { WorkerRegistry, WorkerRow } from '../../domain/ports.ts';
import { type Db, json, rows } from './sql.ts';

/** A process not heard of for this long counts as dead. */
const SILENT_MS = 30_000;
/** The dead are shown for a day. */
const FORGOTTEN_MS = 24 * 3_600_000;

export function workersOf(db: Db): WorkerRegistry {
  return {
    beat: async ({ id, role, machine, pid, inHand }) => {
      await sql`
        insert into workers (id, role, machine, pid, in_hand)
        values (${id}, ${role}, ${machine}, ${pid}::int, ${json(inHand)}::jsonb)
        on conflict (id) do update set seen_at = now(), in_hand = excluded.in_hand`.execute(db);
    },
    leave: async (id) => {
      await sql`
        delete from workers where id = ${id}
          or seen_at < now() - ${FORGOTTEN_MS}::float8 * interval '1 millisecond'`.execute(db);
    },
    list: () =>
      rows(
        db,
        sql<WorkerRow>`
          select id, role, machine, pid, in_hand as "inHand", started_at as "startedAt", seen_at as "seenAt",
            seen_at > now() - ${SILENT_MS}::float8 * interval '1 millisecond' as alive
          from workers order by role, machine, id`,
      ),
  };
}
