/** Articles: each once by its key, with what copies are found by. */
import { type RawBuilder, sql } from 'kysely';
import type { NewArticle, StoredArticle } from '../../domain/ledger-store.ts';
import { keepPage } from './pages.ts';
import { clean, cleanOrNull, type Db, first, json, rows } from './sql.ts';

/** A tsvector holds 1 MB; what lies beyond this many characters is not searched. */
const LONGEST_SEARCH_TEXT = 250_000;

/** The columns of a `StoredArticle`, of the table or alias `a`. */
export const STORED: RawBuilder<unknown> = sql.raw(`
  a.id, a.key, a.url, a.source_id as "sourceId", a.title, a.published,
  a.published_precision as "publishedPrecision", a.publisher, a.author, a.language, a.body, a.provenance,
  a.exact, a.near, a.verdict, a.duplicate_of as "duplicateOf", a.first_seen as "firstSeen"`);

export const byKey = (key: string): RawBuilder<unknown> => sql`md5(a.key) = md5(${clean(key)}::text)`;

export async function articleByKey(db: Db, key: string): Promise<StoredArticle | null> {
  return first(db, sql<StoredArticle>`select ${STORED} from articles a where ${byKey(key)}`);
}

/** Newest holders of a band that are looked at: a band that many forms share would make look-ups grow with the store. */
const HOLDERS = 16;

export async function copyCandidates(db: Db, bands: string[], limit: number): Promise<StoredArticle[]> {
  if (bands.length === 0) return [];
  return rows(
    db,
    sql<StoredArticle>`
      with near as (
        select held.article_id, count(*) as shared
        from jsonb_array_elements_text(${json(bands)}::jsonb) asked
        cross join lateral (
          select b.article_id from article_bands b where b.band = asked
          order by b.article_id desc limit ${HOLDERS}::int) held
        group by held.article_id
        order by shared desc, held.article_id desc limit ${limit}::int)
      select ${STORED} from articles a join near on near.article_id = a.id
      order by near.shared desc, a.id`,
  );
}

/** Inserts, or replaces the content of the article with the same key; `firstSeen` and the copy's root stay. */
export async function saveArticle(tx: Db, article: NewArticle): Promise<{ id: number; fresh: boolean }> {
  const saved = await first(tx, upsert(article));
  if (!saved) throw new Error(`the article ${article.key} was not saved`);
  const bands = json(article.bands);
  // Of an article that was not stored before, nothing can be out of date.
  const gone = saved.fresh
    ? sql``
    : sql`with gone as (
      delete from article_bands where article_id = ${saved.id}::bigint
        and band not in (select jsonb_array_elements_text(${bands}::jsonb)))`;
  await sql`
    ${gone}
    insert into article_bands (band, article_id)
    select distinct band, ${saved.id}::bigint from jsonb_array_elements_text(${bands}::jsonb) band
    on conflict do nothing`.execute(tx);
  if (article.page)
    await keepPage(tx, article.key, {
      page: article.page,
      keptAs: article.report.verdict === 'none' ? 'article' : 'ledger',
    });
  return saved;
}

const upsert = ({ key, url, sourceId, article, fingerprint, report, searchText }: NewArticle) => sql<{
  id: number;
  fresh: boolean;
}>`
  insert into articles as a (key, url, source_id, title, published, published_precision, publisher, author, language,
    body, provenance, exact, near, verdict, report, words)
  values (${clean(key)}, ${clean(url)}, ${sourceId}, ${cleanOrNull(article.title)}, ${cleanOrNull(article.published)},
    ${article.publishedPrecision}, ${cleanOrNull(article.publisher)}, ${cleanOrNull(article.author)},
    ${cleanOrNull(article.language)}, ${cleanOrNull(article.body)}, ${json(article.provenance)}::json,
    ${fingerprint.exact}, ${fingerprint.near}, ${report.verdict}, ${json(report)}::json,
    to_tsvector('simple', ${clean(searchText).slice(0, LONGEST_SEARCH_TEXT)}::text))
  on conflict (md5(key)) do update set url = excluded.url, source_id = coalesce(a.source_id, excluded.source_id),
    title = excluded.title, published = excluded.published, published_precision = excluded.published_precision,
    publisher = excluded.publisher, author = excluded.author, language = excluded.language, body = excluded.body,
    provenance = excluded.provenance, exact = excluded.exact, near = excluded.near, verdict = excluded.verdict,
    report = excluded.report, words = excluded.words, changed_at = now()
  returning id, xmax = 0 as fresh`;

export async function setDuplicateOf(tx: Db, ids: number[], root: number | null): Promise<void> {
  await sql`
    update articles set duplicate_of = ${root}::bigint
    where id in (select jsonb_array_elements_text(${json(ids)}::jsonb)::bigint)
      and duplicate_of is distinct from ${root}::bigint`.execute(tx);
}

export async function copiesOf(db: Db, root: number): Promise<StoredArticle[]> {
  return rows(
    db,
    sql<StoredArticle>`
      select ${STORED} from articles a
      where a.duplicate_of = ${root}::bigint or a.id = ${root}::bigint order by a.id`,
  );
}
