/** Listings: due, leased, visited. Results are taken only for the slot that is due. */
import { sql } from 'kysely';
import type { Outcome } from '../../domain/failure.ts';
import type { DueListing, Later, ListingResult, ListingState, VisitJob } from '../../domain/frontier.ts';
import { type Finished, keepLinks } from './links.ts';
import { clean, cleanOrNull, type Db, first, json, rows, span } from './sql.ts';

/** The row of a job, if its slot is still the one that is due. */
const due = ({ sourceId, url, slot }: VisitJob) => sql`
  source_id = ${sourceId} and md5(url) = md5(${url}::text) and url = ${url}
  and slot = ${slot} and enabled and due_at is not null`;

export async function makeDue(db: Db, sourceIds?: string[]): Promise<void> {
  const among = sourceIds
    ? sql`and source_id in (select jsonb_array_elements_text(${json(sourceIds)}::jsonb))`
    : sql``;
  await sql`
    update listings set due_at = now(), slot = 'now ' || gen_random_uuid(), leased_until = null
    where enabled and (leased_until is null or leased_until <= now()) ${among}`.execute(db);
}

export async function claimListings(db: Db, ask: { limit: number; leaseMs: number }): Promise<DueListing[]> {
  return rows(
    db,
    sql<DueListing>`
      update listings set leased_until = now() + ${span(ask.leaseMs)} where id in (
        select id from listings
        where enabled and due_at is not null and coalesce(leased_until, due_at) <= now()
        order by coalesce(leased_until, due_at) limit ${ask.limit}::int for update skip locked)
      returning source_id as "sourceId", url, slot, via`,
  );
}

export async function beginListing(db: Db, job: VisitJob, leaseMs: number): Promise<ListingState | null> {
  return first(
    db,
    sql<ListingState>`
      update listings set leased_until = now() + ${span(leaseMs)} where ${due(job)}
      returning source_id as "sourceId", url, slot, visits, last_visit as "lastVisit",
        last_outcome as "lastOutcome", etag, last_modified as "lastModified", links_hash as "linksHash", via, memory`,
  );
}

/** A row that somebody else is writing is left out: at worst it is handed out once more, as the job that it is. */
export async function holdListings(db: Db, jobs: VisitJob[], leaseMs: number): Promise<void> {
  if (jobs.length === 0) return;
  const held = json(jobs.map(({ sourceId, url, slot }) => ({ sourceId, url, slot })));
  await sql`
    with held as (
      select l.id from jsonb_to_recordset(${held}::jsonb) as h("sourceId" text, url text, slot text)
      join listings l on l.source_id = h."sourceId" and md5(l.url) = md5(h.url) and l.slot = h.slot
      where l.due_at is not null and l.leased_until > now() for update of l skip locked)
    update listings l set leased_until = greatest(l.leased_until, now() + ${span(leaseMs)})
    from held where l.id = held.id`.execute(db);
}

/** The slot stays: it has not been visited. */
export async function putOffListing(
  db: Db,
  job: VisitJob,
  { waitMs, reason, key }: Later & { key: string },
): Promise<void> {
  await sql`
    with off as (update listings set due_at = now() + ${span(waitMs)}, leased_until = null where ${due(job)}
      returning id)
    insert into decisions (key, step, decision, reason)
    select ${clean(key)}, 'visit-listing', 'put off', ${clean(reason)} from off
    `.execute(db);
}

/** One statement without links, which is most visits; else three and the transaction's two, whatever their number. */
export async function finishListing(db: Db, job: VisitJob, result: ListingResult): Promise<Finished | null> {
  const nothing = { fresh: 0, changed: 0 };
  if (result.links.length === 0) {
    const kept = await first(
      db,
      sql<{
        id: number;
      }>`with ended as (${endVisit(job, result)}) ${record(job, result, nothing)} from ended returning id`,
    );
    return kept && nothing;
  }
  return db.transaction().execute(async (tx) => {
    const listing = await first(tx, endVisit(job, result));
    if (!listing) return null;
    const kept = await keepLinks(tx, { ...listing, sourceId: job.sourceId, links: result.links });
    await sql`${record(job, result, kept)} from (select ${listing.id}::bigint as id) ended`.execute(tx);
    return kept;
  });
}

/** The visit for the record, of the listing that `ended` is. */
const record = ({ slot }: VisitJob, { outcome, reason, links }: ListingResult, kept: Finished) => sql`
  insert into visits (listing_id, slot, outcome, reason, links, fresh, changed)
  select ended.id, ${slot}, ${outcome}, ${cleanOrNull(reason)}, ${links.length}::int, ${kept.fresh}::int,
    ${kept.changed}::int`;

const endVisit = (job: VisitJob, result: ListingResult) => sql<{ id: number; firstVisit: boolean }>`
  update listings set leased_until = null, visits = visits + 1, last_visit = now(),
    last_outcome = ${result.outcome satisfies Outcome}, last_reason = ${cleanOrNull(result.reason)},
    etag = ${cleanOrNull(result.etag)}, last_modified = ${cleanOrNull(result.lastModified)},
    links_hash = ${result.linksHash}, via = ${result.via}, memory = ${json(result.memory)}::jsonb,
    due_at = ${result.next?.at ?? null}::timestamptz, slot = coalesce(${result.next?.slot ?? null}, slot)
  where ${due(job)} returning id, visits = 1 as "firstVisit"`;
