/** The bytes of pages, compressed, for as long as their kind is kept. */
import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';
import { sql } from 'kysely';
import type { Page } from '../../domain/page.ts';
import { clean, cleanOrNull, type Db, first, json, lock, rows } from './sql.ts';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** Level 9 packs a news page about as well as brotli's middle levels, in a tenth of the time. */
const PACKING = { params: { [constants.ZSTD_c_compressionLevel]: 9 } };

/** `ledger`: agreements and progress, for ever; `article`: others that were read; `refused`: could not be read. */
export type KeptAs = 'ledger' | 'article' | 'refused';

/** Keeps the last page of a key. A page that could not be read does not push out one that could. */
export async function keepPage(db: Db, key: string, kept: { page: Page; keptAs: KeptAs }): Promise<void> {
  const { page, keptAs } = kept;
  const bytes = await compress(page.bytes, PACKING);
  await sql`
    insert into pages as p (key, requested_url, url, status, headers, content_type, hops, via, fetched_at, kept_as, bytes)
    values (${clean(key)}, ${clean(page.requestedUrl)}, ${clean(page.url)}, ${page.status}::int,
      ${json(page.headers)}::jsonb, ${cleanOrNull(page.contentType)}, ${json(page.hops)}::jsonb, ${page.via},
      ${page.fetchedAt}::timestamptz, ${keptAs}, ${bytes}::bytea)
    on conflict (id) do update set requested_url = excluded.requested_url, url = excluded.url,
      status = excluded.status, headers = excluded.headers, content_type = excluded.content_type,
      hops = excluded.hops, via = excluded.via, fetched_at = excluded.fetched_at, kept_as = excluded.kept_as,
      bytes = excluded.bytes, stored_at = now()
    where excluded.kept_as <> 'refused' or p.kept_as = 'refused'`.execute(db);
}

type PageRow = Omit<Page, 'bytes'> & { bytes: Uint8Array };

/** The page kept for an article's key, as it was fetched; null when none is (any more). */
export async function keptPage(db: Db, key: string): Promise<Page | null> {
  const row = await first(
    db,
    sql<PageRow>`
      select requested_url as "requestedUrl", url, status, headers, content_type as "contentType", hops, via,
        fetched_at as "fetchedAt", bytes
      from pages where id = md5(${clean(key)}::text)::uuid`,
  );
  return row && { ...row, bytes: new Uint8Array(await decompress(row.bytes)) };
}

export interface Keeping {
  /** Days that the bytes of articles without an agreement are kept. */
  articleDays: number;
  /** Days that the bytes of pages that could not be read are kept. */
  refusedDays: number;
  /** Days of the politeness record. */
  requestDays: number;
  /** Days of the visits of listings. */
  visitDays: number;
  /** Days of the decisions about links; those that led to an agreement or to progress are kept for ever. */
  decisionDays: number;
}

export const KEEPING: Keeping = {
  articleDays: 30,
  refusedDays: 7,
  requestDays: 7,
  visitDays: 90,
  decisionDays: 90,
};
/** Rows removed in one statement: a long one would hold up everybody on the embedded database. */
const BATCH = 2_000;

/** Of a decision: neither its link's article nor one under its own key is for the ledger. */
const LEADS_NOWHERE = sql`
  not exists (select from articles a where md5(a.key) = md5(decisions.key) and a.verdict <> 'none')
  and not exists (select from links l join articles a on a.id = l.article_id
    where l.id = md5(decisions.key)::uuid and a.verdict <> 'none')`;

/** Removes what is kept no longer; returns the number of rows. Safe to call from several processes. */
export async function purge(db: Db, keeping: Partial<Keeping> = {}): Promise<number> {
  const days = { ...KEEPING, ...keeping };
  const old = (column: string, age: number) =>
    sql`${sql.ref(column)} < now() - ${age}::float8 * interval '1 day'`;
  const stale = [
    { table: 'pages', where: sql`kept_as = 'article' and ${old('stored_at', days.articleDays)}` },
    { table: 'pages', where: sql`kept_as = 'refused' and ${old('stored_at', days.refusedDays)}` },
    { table: 'requests', where: old('ended_at', days.requestDays) },
    { table: 'visits', where: old('at', days.visitDays) },
    { table: 'decisions', where: sql`${old('at', days.decisionDays)} and ${LEADS_NOWHERE}` },
  ];
  let removed = 0;
  for (const { table, where } of stale) {
    for (let batch = BATCH; batch === BATCH; removed += batch) {
      batch = await db.transaction().execute(async (tx) => {
        await lock('purge').execute(tx);
        const name = sql.table(table);
        return (
          await rows(
            tx,
            sql`delete from ${name} where id in (select id from ${name} where ${where} limit ${BATCH}::int) returning id`,
          )
        ).length;
      });
    }
  }
  return removed;
}
