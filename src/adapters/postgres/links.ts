/** Links: found on listings, handed out by lease, read in turns. Results are taken only for the turn that is open. */
import { type RawBuilder, sql } from 'kysely';
import type { Outcome } from '../../domain/failure.ts';
import type { FoundLink, Later, LinkResult, LinkState, PageClaim, PageJob } from '../../domain/frontier.ts';
import { clean, cleanOrNull, type Db, first, json, rows, span } from './sql.ts';

/** A job that goes back to its queue for another try is left to it for this long beyond the try's time. */
const RETRY_LEASE_MS = 180_000;
/** Longest host name with a port; what is longer cannot be resolved, and would not fit into an index. */
const LONGEST_HOST = 261;

const READ: ReadonlySet<Outcome> = new Set([
  'new',
  'updated',
  'unchanged',
  'duplicate',
  'near_duplicate',
  'irrelevant',
]);

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host.slice(0, LONGEST_HOST) : '');

const open = ({ key, turn }: PageJob) => sql`
  id = md5(${clean(key)}::text)::uuid and turn = ${turn}::int and due_at is not null`;

interface Shown {
  id: number;
  firstVisit: boolean;
  sourceId: string;
  links: FoundLink[];
}

/** Links of a listing that were seen for the first time, and those whose title or date changed. */
export interface Finished {
  fresh: number;
  changed: number;
}

/**
 * Inserts the unseen, in one statement. A known link becomes due again when the listing that brought it shows another
 * title or date than before; other listings may word it as they like. Sorted by key, so that two listings with the
 * same links cannot block each other. Fresh links are due a microsecond apart: in the order of the page.
 */
export async function keepLinks(tx: Db, shown: Shown): Promise<Finished> {
  const found = json(shown.links.map((link, n) => ({ ...link, n, host: hostOf(link.url) })));
  const counted = await first(
    tx,
    sql<Finished>`
      with shown as (
        select distinct on (key) * from jsonb_to_recordset(${found}::jsonb) as
          s(key text, url text, title text, published text, host text, n int) order by key, n),
      kept as (
        insert into links as l (key, url, host, source_id, listing_id, title, published, rank, due_at)
        select key, url, host, ${shown.sourceId}, ${shown.id}::bigint, title, published,
          ${shown.firstVisit ? 2 : 0}::smallint, now() + n * interval '1 microsecond' from shown order by key
        on conflict (id) do update set
          title = coalesce(excluded.title, l.title), published = coalesce(excluded.published, l.published),
          ${dueAgain}
        where l.listing_id = excluded.listing_id
          and (l.title is distinct from coalesce(excluded.title, l.title)
            or l.published is distinct from coalesce(excluded.published, l.published))
        returning xmax = 0 as fresh, due_at = now() and last_visit is not null and rank = 1 as again)
      select count(*) filter (where fresh)::int as fresh,
        count(*) filter (where again and not fresh)::int as changed from kept`,
  );
  return counted ?? { fresh: 0, changed: 0 };
}

/** What a changed line of a listing does to a link that was read: due now, in a new turn, unless it is in hand. */
const CHANGED = sql`(l.title is not null and l.title is distinct from coalesce(excluded.title, l.title)
  or l.published is not null and l.published is distinct from coalesce(excluded.published, l.published))
  and not l.open and (l.leased_until is null or l.leased_until <= now())`;
const dueAgain = sql`
  due_at = case when ${CHANGED} then now() else l.due_at end,
  turn = case when ${CHANGED} then l.turn + 1 else l.turn end,
  rank = case when ${CHANGED} then 1 else l.rank end,
  open = l.open or ${CHANGED},
  leased_until = case when ${CHANGED} then null else l.leased_until end`;

export async function knownLinks(db: Db, keys: string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const known = await rows(
    db,
    sql<{ key: string }>`
      select l.key from links l
      join (select distinct md5(k)::uuid as id from jsonb_array_elements_text(${json(keys)}::jsonb) k) asked
        on asked.id = l.id`,
  );
  return new Set(known.map(({ key }) => key));
}

export async function claimPages(db: Db, ask: PageClaim): Promise<PageJob[]> {
  return rows(
    db,
    sql<PageJob>`
      select key, turn, host, source_id as "sourceId"
      from claim_pages(${ask.limit}::int, ${ask.perHost}::int, ${span(ask.leaseMs)}, ${span(ask.aheadMs)},
        ${span(ask.apartMs)}, ${ask.feeder})`,
  );
}

/** A lease that has most of its time before it stays as it is: one write less for nearly every page. */
export async function beginPage(db: Db, job: PageJob, leaseMs: number): Promise<LinkState | null> {
  return first(
    db,
    sql<LinkState>`
      with begun as (select * from links where ${open(job)}),
        kept as (update links l set leased_until = now() + ${span(leaseMs)} from begun b
          where l.id = b.id and (l.leased_until > now() + ${span(leaseMs / 2)}) is not true)
      select b.key, b.url, b.turn, b.source_id as "sourceId", l.url as "listingUrl", b.title, b.published, b.tries,
        b.outcome, b.etag, b.last_modified as "lastModified", b.first_read as "firstRead", a.verdict, b.reads,
        b.article_id as "articleId",
        extract(epoch from host_opens(h) - clock_timestamp())::float8 * 1000 as "hostOpensInMs"
      from begun b join listings l on l.id = b.listing_id left join articles a on a.id = b.article_id
        left join hosts h on h.host = b.host`,
  );
}

/** A row that somebody else is writing is left out: at worst it is handed out once more, as the job that it is. */
export async function holdPages(db: Db, jobs: PageJob[], leaseMs: number): Promise<void> {
  if (jobs.length === 0) return;
  const held = json(jobs.map(({ key, turn }) => ({ key, turn })));
  await sql`
    with held as (select * from jsonb_to_recordset(${held}::jsonb) as h(key text, turn int))
    update links set leased_until = greatest(leased_until, now() + ${span(leaseMs)}) where id = any(array(
      select id from links
      where id = any(array(select md5(key)::uuid from held)) and (key, turn) in (select key, turn from held)
        and due_at is not null and leased_until > now() for update skip locked))`.execute(db);
}

/** Ends a turn and writes the decision, in one statement. False when fenced off. */
export async function finishPage(
  db: Db,
  job: PageJob,
  { result, articleId = null }: { result: LinkResult; articleId?: number | null },
): Promise<boolean> {
  const ended = await first(
    db,
    sql`
      with ended as (update links set ${endTurn(result, articleId)} where ${open(job)} returning key)
      insert into decisions (key, step, decision, reason)
      select key, 'visit-page', ${result.state === 'done' ? result.outcome : `${result.outcome}, ${result.state}`},
        ${clean(result.reason)} from ended returning id`,
  );
  return ended !== null;
}

/** The job of this turn has ended: whoever takes the page up again has another. */
export async function putOffPage(db: Db, job: PageJob, { waitMs, reason }: Later): Promise<void> {
  await sql`
    with off as (update links set due_at = now() + ${span(waitMs)}, leased_until = null, turn = turn + 1
      where ${open(job)} returning key)
    insert into decisions (key, step, decision, reason) select key, 'visit-page', 'put off', ${clean(reason)} from off
    `.execute(db);
}

function endTurn(result: LinkResult, articleId: number | null): RawBuilder<unknown> {
  const { outcome, reason, dueAt, state } = result;
  const told = sql`outcome = ${outcome}, reason = ${clean(reason)}, last_visit = now(),
    due_at = ${dueAt}::timestamptz`;
  if (state === 'retry')
    return sql`${told}, tries = tries + 1, leased_until = ${dueAt}::timestamptz + ${span(RETRY_LEASE_MS)}`;
  // A new turn even when the work goes on later: a job is known by its turn, and that job has ended.
  if (state === 'wait') return sql`${told}, turn = turn + 1, leased_until = null`;
  const read = READ.has(outcome);
  return sql`${told}, turn = turn + 1, leased_until = null, tries = 0, open = false, rank = 1,
    etag = ${validator(result.etag, 'etag')}, last_modified = ${validator(result.lastModified, 'last_modified')},
    reads = reads + ${read ? 1 : 0}::int, first_read = ${read ? sql`coalesce(first_read, now())` : sql`first_read`},
    article_id = coalesce(${articleId}::bigint, article_id)`;
}

/** Absent: what is kept stays. */
const validator = (value: string | null | undefined, column: string): RawBuilder<unknown> =>
  value === undefined ? sql.ref(column) : sql`${cleanOrNull(value)}::text`;
