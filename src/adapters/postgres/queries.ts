/** Questions about articles and agreements, in the shapes that the commands print. */
import { type RawBuilder, sql } from 'kysely';
import type { Agreement } from '../../domain/agreement.ts';
import type { StoredArticle } from '../../domain/ledger-store.ts';
import type {
  AgreementFilter,
  AgreementRow,
  ArticleFilter,
  ArticleRow,
  Queries,
  ReportRef,
} from '../../domain/queries.ts';
import type { Report } from '../../domain/report.ts';
import { byKey, STORED } from './articles.ts';
import { explain } from './explain.ts';
import { runSince, sourceHistories } from './history.ts';
import { clean, type Db, first, rows } from './sql.ts';

export function queriesOf(db: Db): Queries {
  return {
    articles: (filter) => articles(db, filter),
    agreements: (filter) => agreements(db, filter),
    agreement: (key) => agreement(db, key),
    article: (urlOrKey) => article(db, urlOrKey),
    sources: () => sourceHistories(db),
    explain: (key) => explain(db, key),
    run: (since) => runSince(db, since),
    now: async () =>
      (await first(db, sql<{ now: Date }>`select clock_timestamp() as now`))?.now ?? new Date(),
  };
}

/** All of these, or everything. */
const all = (conditions: RawBuilder<unknown>[]): RawBuilder<unknown> =>
  conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``;

const page = ({ limit, offset }: { limit?: number | undefined; offset?: number | undefined }) =>
  sql`limit ${limit ?? null}::int offset ${offset ?? 0}::int`;

/** Words as the search text holds them. The caller cuts a query into words the way texts are cut. */
const words = (query: string): RawBuilder<unknown> => sql`plainto_tsquery('simple', ${clean(query)}::text)`;

/**
 * Articles that hold all the words; and those whose title holds the query as it stands (a part of a word, found by
 * trigrams), since a title may be cut into other words than the query is.
 */
const holds = (query: string): RawBuilder<unknown> =>
  sql`(a.words @@ ${words(query)} or a.title ilike ${`%${escapeLike(clean(query))}%`})`;

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** Agreements that the article stands in, oldest key first. */
const KEYS_OF = sql`(
  select coalesce(jsonb_agg(k.key order by k.minted), '[]') from (
    select distinct k.key, k.minted from agreement_members m join agreement_keys k on k.key = m.agreement
    where md5(m.report) = md5(a.key)) k)`;

async function articles(db: Db, filter: ArticleFilter): Promise<ArticleRow[]> {
  const { query, verdict, source } = filter;
  const conditions = [
    ...(query ? [holds(query)] : []),
    ...(verdict ? [sql`a.verdict = ${verdict}`] : []),
    ...(source ? [sql`a.source_id = ${source}`] : []),
  ];
  const order = query ? sql`ts_rank(a.words, ${words(query)}) desc, a.id desc` : sql`a.id desc`;
  const found = await rows(
    db,
    sql<Omit<ArticleRow, 'agreement' | 'firstSeen'> & { firstSeen: Date }>`
      select a.url, a.title, a.published, a.publisher, a.language, a.source_id as source, a.verdict,
        ${KEYS_OF} as agreements, root.url as "duplicateOf", a.first_seen as "firstSeen"
      from articles a left join articles root on root.id = a.duplicate_of
      ${all(conditions)} order by ${order} ${page(filter)}`,
  );
  return found.map(
    ({ url, title, published, publisher, language, source, verdict, agreements, ...rest }) => ({
      url,
      title,
      published,
      publisher,
      language,
      source,
      verdict,
      agreement: agreements[0] ?? null,
      agreements,
      duplicateOf: rest.duplicateOf,
      firstSeen: rest.firstSeen.toISOString(),
    }),
  );
}

const REPORTS = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('url', a.url, 'title', a.title, 'published', a.published,
    'source', a.source_id) order by m.place), '[]')
  from (select report, min(place) as place from agreement_members where agreement = g.key group by report) m
  join articles a on md5(a.key) = md5(m.report))`;

interface FoundAgreement {
  key: string;
  facts: Agreement;
  reports: ReportRef[];
}

async function agreements(db: Db, filter: AgreementFilter): Promise<AgreementRow[]> {
  const { query, region, company, topic } = filter;
  const conditions = [
    ...(query ? [sql`g.key in (${agreementsTold(query)})`] : []),
    ...(region ? [inRegion(region.toLowerCase())] : []),
    ...(company ? [sql`${company.toLowerCase()}::text = any (g.companies)`] : []),
    ...(topic ? [sql`${topic.toLowerCase()}::text = any (g.topics)`] : []),
  ];
  const found = await rows(
    db,
    sql<FoundAgreement>`
      select g.key, g.facts, ${REPORTS} as reports
      from agreements g join agreement_keys k on k.key = g.key
      ${all(conditions)} order by k.minted desc ${page(filter)}`,
  );
  return found.map(rowOf);
}

const agreementsTold = (query: string) => sql`
  select m.agreement from articles a join agreement_members m on md5(m.report) = md5(a.key) where ${holds(query)}`;

/** A country holds its regions: CN finds CN-QH. */
const inRegion = (region: string) => sql`
  exists (select from unnest(g.regions) r where r = ${region} or r like ${`${escapeLike(region)}-%`})`;

const rowOf = ({ key, facts, reports }: FoundAgreement): AgreementRow => ({ ...facts, key, reports });

async function agreement(db: Db, key: string): ReturnType<Queries['agreement']> {
  const found = await first(
    db,
    sql<FoundAgreement & { lead: string; aliases: string[]; voices: number }>`
      select g.key, g.facts, g.lead, g.voices, ${REPORTS} as reports,
        (select coalesce(jsonb_agg(o.key order by o.minted), '[]') from agreement_keys o
          where o.agreement = g.key and o.key <> g.key) as aliases
      from agreement_keys k join agreements g on g.key = k.agreement where k.key = ${key}`,
  );
  return found && { ...rowOf(found), lead: found.lead, aliases: found.aliases, voices: found.voices };
}

async function article(db: Db, urlOrKey: string): Promise<(StoredArticle & { report: Report }) | null> {
  return first(
    db,
    sql<StoredArticle & { report: Report }>`
      select ${STORED}, a.report from articles a
      where ${byKey(urlOrKey)} or md5(a.url) = md5(${clean(urlOrKey)}::text)
      order by ${byKey(urlOrKey)} desc, a.id limit 1`,
  );
}
