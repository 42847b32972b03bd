/** Every decision about one URL, in order of time: what was written down, and what the rows themselves tell. */
import { sql } from 'kysely';
import type { ExplainRow } from '../../domain/queries.ts';
import { clean, type Db, rows } from './sql.ts';

/** A listing that is visited for years has thousands of visits; the last of them are told. */
const MOST_VISITS = 100;

type Told = Omit<ExplainRow, 'at'> & { at: Date };

/** The key itself, the keys it was redirected to, and the articles read from it. */
const ABOUT = (key: string) => sql`
  asked as (select ${clean(key)}::text as key),
  read as (
    select a.key, a.id from links l join asked on l.id = md5(asked.key)::uuid join articles a on a.id = l.article_id
    union select a.key, a.id from articles a join asked on md5(a.key) = md5(asked.key)),
  about as (select key from asked union select key from read)`;

export async function explain(db: Db, key: string): Promise<ExplainRow[]> {
  const found = await rows(
    db,
    sql<Told>`
      with ${ABOUT(key)}, told as (
        select l.found_at as at, 0 as rank, 0::bigint as id, 'visit-listing' as step, 'found' as decision,
          'on ' || s.url || coalesce(' as “' || l.title || '”', '') || ' (source ' || l.source_id || ')' as reason
        from links l join listings s on s.id = l.listing_id join about on l.id = md5(about.key)::uuid
        union all
        select d.at, 1, d.id, d.step, d.decision, d.reason
        from decisions d join about on md5(d.key) = md5(about.key)
        union all (
          select v.at, 1, v.id, 'visit-listing', v.outcome, v.reason || ' (slot ' || v.slot || ')'
          from visits v join listings s on s.id = v.listing_id join asked on md5(s.url) = md5(asked.key)
          order by v.id desc limit ${MOST_VISITS}::int)
        union all
        select l.due_at, 2, 0, 'schedule', case when l.open then 'due' else 'due again' end,
          case when l.open then 'turn ' || l.turn || ', try ' || (l.tries + 1)
            else 'turn ' || l.turn || ': agreements are read again after 1, 7 and 30 days' end
        from links l join about on l.id = md5(about.key)::uuid where l.due_at is not null)
      select at, step, decision, reason from told order by at, rank, id`,
  );
  return found.map(({ at, step, decision, reason }) => ({ at: at.toISOString(), step, decision, reason }));
}
