/** What happened: to each source so far, and to all of them since a moment. */
import { sql } from 'kysely';
import { GOOD_OUTCOMES, type Outcome } from '../../domain/failure.ts';
import type { RunCounts, SourceHistory } from '../../domain/queries.ts';
import { type Db, first, json, rows } from './sql.ts';

export async function sourceHistories(db: Db): Promise<SourceHistory[]> {
  return rows(
    db,
    sql<SourceHistory>`
      with seen as (
        select source_id, max(last_visit) as last_visit, min(due_at) filter (where enabled) as next_visit,
          (array_agg(last_outcome order by last_visit desc nulls last))[1] as last_outcome,
          (array_agg(last_reason order by last_visit desc nulls last))[1] as last_reason,
          coalesce(jsonb_agg(memory order by id) filter (where enabled), '[]') as memories
        from listings group by source_id),
      read as (select source_id, count(*)::int as articles from articles where source_id is not null group by 1),
      told as (
        select a.source_id, count(distinct m.agreement)::int as agreements
        from agreement_members m join articles a on md5(a.key) = md5(m.report)
        where a.source_id is not null group by 1)
      select s.id, s.name, s.enabled, s.region, s.kind, s.urls, seen.last_visit as "lastVisit",
        seen.next_visit as "nextVisit", seen.last_outcome as "lastOutcome", seen.last_reason as "lastReason",
        coalesce(read.articles, 0) as articles, coalesce(told.agreements, 0) as agreements,
        coalesce(seen.memories, '[]') as memories
      from sources s left join seen on seen.source_id = s.id left join read on read.source_id = s.id
        left join told on told.source_id = s.id
      order by s.id`,
  );
}

interface Tally {
  sources: number;
  links: number;
  pages: number;
  articles: number;
  duplicates: number;
  agreements: number;
  outcomes: Partial<Record<Outcome, number>>;
}

/** Listings and pages that ended since then, each with its last outcome. */
const ENDED = (since: Date) => sql`
  ended as (
    select source_id as source, url, last_outcome as outcome, last_reason as reason, last_visit as at, true as listing
    from listings where last_visit >= ${since}::timestamptz
    union all
    select source_id, url, outcome, reason, last_visit, false from links where last_visit >= ${since}::timestamptz)`;

export async function runSince(db: Db, since: Date): Promise<RunCounts> {
  const tally = await first(
    db,
    sql<Tally>`
      with ${ENDED(since)},
      named as (select outcome, count(*)::int as n from ended group by outcome)
      select
        (select count(distinct source)::int from ended where listing) as sources,
        (select count(*)::int from links where found_at >= ${since}::timestamptz) as links,
        (select count(*)::int from ended where not listing) as pages,
        (select count(*)::int from articles where first_seen >= ${since}::timestamptz) as articles,
        (select count(*)::int from articles
          where first_seen >= ${since}::timestamptz and duplicate_of is not null) as duplicates,
        (select count(*)::int from agreements where opened_at >= ${since}::timestamptz) as agreements,
        (select coalesce(jsonb_object_agg(outcome, n), '{}') from named) as outcomes`,
  );
  const failures = await rows(
    db,
    sql<RunCounts['failures'][number]>`
      with ${ENDED(since)}
      select source, url, outcome, coalesce(reason, '') as reason from ended
      where outcome not in (select jsonb_array_elements_text(${json([...GOOD_OUTCOMES])}::jsonb))
        or (listing and outcome = 'robots_denied')
      order by at, url`,
  );
  if (!tally) throw new Error('the run could not be counted');
  return { ...tally, failures };
}
