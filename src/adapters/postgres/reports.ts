/** Reports: what articles say of agreements, found by the block keys that reports of one signing share. */
import { sql } from 'kysely';
import type { Article } from '../../domain/article.ts';
import type { StoredReport } from '../../domain/ledger-store.ts';
import type { Report } from '../../domain/report.ts';
import { type Db, json, rows } from './sql.ts';

export async function setBlocks(tx: Db, articleId: number, keys: string[]): Promise<void> {
  const blocks = json(keys);
  await sql`
    with gone as (
      delete from report_blocks where article_id = ${articleId}::bigint
        and block not in (select jsonb_array_elements_text(${blocks}::jsonb)))
    insert into report_blocks (block, article_id)
    select distinct block, ${articleId}::bigint from jsonb_array_elements_text(${blocks}::jsonb) block
    on conflict do nothing`.execute(tx);
}

type ReportRow = Pick<Article, 'title' | 'published' | 'publisher' | 'language'> & {
  key: string;
  url: string;
  body: string | null;
  source: string | null;
  exact: string;
  near: string;
  report: Report;
  copyOf: string | null;
};

/** Oldest first, at most `limit` in all. */
export async function reportsByBlocks(db: Db, keys: string[], limit: number): Promise<StoredReport[]> {
  if (keys.length === 0) return [];
  const found = await rows(
    db,
    sql<ReportRow>`
      select a.key, a.url, a.title, a.body, a.published, a.publisher, a.language, a.source_id as source,
        a.exact, a.near, a.report, r.key as "copyOf"
      from articles a left join articles r on r.id = a.duplicate_of
      where a.id in (
        select distinct near.article_id from jsonb_array_elements_text(${json(keys)}::jsonb) asked
        cross join lateral (
          select b.article_id from report_blocks b where b.block = asked order by b.article_id limit ${limit}::int) near
        order by near.article_id limit ${limit}::int)
      order by a.id`,
  );
  return found.map(({ key, report, body, ...rest }) => ({
    ...rest,
    id: key,
    body: body ?? '',
    verdict: report.verdict,
    agreements: report.agreements,
  }));
}
