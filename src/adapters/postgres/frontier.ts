/** The frontier: what is known and due. Listings and links have a file each; here is what spans both. */
import { sql } from 'kysely';
import type { Counts, Decision, Frontier } from '../../domain/frontier.ts';
import { beginPage, claimPages, finishPage, holdPages, knownLinks, putOffPage } from './links.ts';
import {
  beginListing,
  claimListings,
  finishListing,
  holdListings,
  makeDue,
  putOffListing,
} from './listings.ts';
import { syncSources } from './sources.ts';
import { type Db, first, json, span } from './sql.ts';

export function frontierOf(db: Db): Frontier {
  return {
    syncSources: (sources, firstDue) => syncSources(db, sources, firstDue),
    makeDue: (sourceIds) => makeDue(db, sourceIds),
    claimListings: (ask) => claimListings(db, ask),
    claimPages: (ask) => claimPages(db, ask),
    releaseLeases: () => releaseLeases(db),
    beginListing: (job, leaseMs) => beginListing(db, job, leaseMs),
    knownLinks: (keys) => knownLinks(db, keys),
    finishListing: (job, result) => finishListing(db, job, result),
    holdListings: (jobs, leaseMs) => holdListings(db, jobs, leaseMs),
    holdPages: (jobs, leaseMs) => holdPages(db, jobs, leaseMs),
    beginPage: (job, leaseMs) => beginPage(db, job, leaseMs),
    finishPage: (job, result) => finishPage(db, job, { result }),
    putOffListing: (job, later) => putOffListing(db, job, later),
    putOffPage: (job, later) => putOffPage(db, job, later),
    counts: (horizonMs, since) => counts(db, horizonMs, since ?? null),
    decide: (decisions) => decide(db, decisions),
  };
}

export async function releaseLeases(db: Db): Promise<void> {
  await sql`
    with l as (update listings set leased_until = null where leased_until is not null),
      p as (update links set leased_until = null where leased_until is not null)
    update outbox set leased_until = null where leased_until is not null`.execute(db);
}

/** Links of a source that is not read any more stay, but nobody waits for them. */
const READ_ON = sql`source_id in (select id from sources where enabled)`;

/** What a host that is shut holds up is not due before it opens. */
async function counts(db: Db, horizonMs: number, since: Date | null): Promise<Counts> {
  const within = sql`(now() + ${span(horizonMs)})`;
  const counted = await first(
    db,
    sql<Counts>`select
      (select count(*)::int from listings where enabled and due_at is not null
        and (last_visit < ${since}::timestamptz) is not false
        and (coalesce(leased_until, due_at) <= ${within} or leased_until > now())) as listings,
      (select count(*)::int from links l left join hosts h on h.host = l.host where l.due_at is not null and ${READ_ON}
        and (coalesce(l.leased_until, l.due_at) <= ${within} or l.leased_until > now())
        and (l.leased_until > now() or (h.paused_until > ${within}) is not true)) as pages,
      (select count(*)::int from links l left join hosts h on h.host = l.host where l.open and ${READ_ON}
        and (l.leased_until > now()) is not true and greatest(l.due_at, h.paused_until) > ${within}) as waiting`,
  );
  return counted ?? { listings: 0, pages: 0, waiting: 0 };
}

export async function decide(db: Db, decisions: Decision[]): Promise<void> {
  if (decisions.length === 0) return;
  await sql`
    insert into decisions (key, step, decision, reason)
    select key, step, decision, reason from jsonb_to_recordset(${json(decisions)}::jsonb)
      as d(key text, step text, decision text, reason text)`.execute(db);
}
