/** What is owed to subscribers: a row for each agreement, change and subscriber, told once. */
import { sql } from 'kysely';
import type { OutboxRow } from '../../domain/ledger-store.ts';
import type { Delivery, DeliveryJob, Outbox } from '../../domain/outbox.ts';
import { clean, type Db, first, json, rows, span } from './sql.ts';

/** A delivery that goes back to its queue is left to it for this long beyond its time. */
const RETRY_LEASE_MS = 180_000;

export async function tell(tx: Db, owed: OutboxRow[]): Promise<void> {
  if (owed.length === 0) return;
  await sql`
    insert into outbox (agreement, change, subscriber, payload)
    select agreement, change, subscriber, payload from json_to_recordset(${json(owed)}::json)
      as o(agreement text, change text, subscriber text, payload json)
    on conflict (agreement, change, subscriber) do nothing`.execute(tx);
}

export function outboxOf(db: Db): Outbox {
  return {
    claim: (ask) => claim(db, ask),
    hold: (jobs, leaseMs) => hold(db, jobs, leaseMs),
    begin: ({ id }, leaseMs) =>
      first(
        db,
        sql<Delivery>`
          update outbox set leased_until = now() + ${span(leaseMs)}
          where id = ${id}::bigint and state = 'owed'
          returning id, subscriber, agreement, change, payload, tries`,
      ),
    finish: async ({ id }, { state, reason, dueAt }) => {
      const retry = state === 'retry';
      await sql`
        update outbox set state = ${retry ? 'owed' : state}, reason = ${clean(reason)}, tries = tries + 1,
          due_at = ${dueAt}::timestamptz,
          leased_until = ${retry ? sql`${dueAt}::timestamptz + ${span(RETRY_LEASE_MS)}` : sql`null`},
          told_at = case when ${state} = 'told' then now() end
        where id = ${id}::bigint and state = 'owed'`.execute(db);
    },
  };
}

function claim(db: Db, { limit, leaseMs }: { limit: number; leaseMs: number }): Promise<DeliveryJob[]> {
  return rows(
    db,
    sql<DeliveryJob>`
      update outbox set leased_until = now() + ${span(leaseMs)} where id in (
        select id from outbox where state = 'owed' and coalesce(leased_until, due_at) <= now()
        order by coalesce(leased_until, due_at), id limit ${limit}::int for update skip locked)
      returning id`,
  );
}

async function hold(db: Db, jobs: DeliveryJob[], leaseMs: number): Promise<void> {
  if (jobs.length === 0) return;
  await sql`
    update outbox set leased_until = greatest(leased_until, now() + ${span(leaseMs)}) where id in (
      select o.id from jsonb_to_recordset(${json(jobs)}::jsonb) as h(id bigint) join outbox o on o.id = h.id
      where o.state = 'owed' and o.leased_until > now() for update of o skip locked)`.execute(db);
}
