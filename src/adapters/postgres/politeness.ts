/** What the record of requests proves about the pace: least gap, most at once, and how much of the rate was used. */
import { sql } from 'kysely';
import { type Db, rows } from './sql.ts';

export interface HostPoliteness {
  host: string;
  requests: number;
  /** Requests whose worker died before they ended. */
  lost: number;
  /**
   * Least milliseconds from the latest moment at which one request can have reached the host to the reservation of the
   * next; null with fewer than two. The true gap is at least this.
   */
  leastGapMs: number | null;
  /** The gap that was in force at that place. */
  gapMs: number | null;
  /** Places where the gap was shorter than was in force. */
  short: number;
  mostConcurrent: number;
  /** Requests made, of those that the gaps in force allowed from the first to the last: 0 to 1. */
  share: number | null;
}

/** One row a host, over the requests reserved since `since` (all that is kept, if null). */
export async function politeness(db: Db, since: Date | null = null): Promise<HostPoliteness[]> {
  return rows(
    db,
    sql<HostPoliteness>`
      with recent as (
        select r.*, lag(arrived_at) over w as before_arrived, lag(gap_ms) over w as before_gap,
          lead(reserved_at) over w as next_reserved
        from requests r
        where ${since}::timestamptz is null or reserved_at >= ${since}::timestamptz
        window w as (partition by host order by reserved_at, id)),
      gaps as (
        select *, extract(epoch from reserved_at - before_arrived)::float8 * 1000 as gap from recent),
      moments as (
        select host, reserved_at as at, 1 as step from recent union all select host, ended_at, -1 from recent),
      running as (select host, sum(step) over (partition by host order by at, step) as at_once from moments),
      most as (select host, max(at_once)::int as at_once from running group by host)
      select g.host, count(*)::int as requests, (count(*) filter (where lost))::int as lost,
        min(gap) as "leastGapMs", (array_agg(before_gap order by gap) filter (where gap is not null))[1] as "gapMs",
        (count(*) filter (where gap < before_gap - 0.001))::int as short, most.at_once as "mostConcurrent",
        least(1, sum(gap_ms) filter (where next_reserved is not null)
          / nullif(extract(epoch from max(reserved_at) - min(reserved_at))::float8 * 1000, 0)) as share
      from gaps g join most on most.host = g.host group by g.host, most.at_once order by g.host`,
  );
}
