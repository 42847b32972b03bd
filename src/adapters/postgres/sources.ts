/** Makes the store's sources and listings equal to what is declared: a fixed number of statements, however many. */
import { sql } from 'kysely';
import type { Source } from '../../domain/source.ts';
import { type Db, json, lock, rows } from './sql.ts';

export type FirstDue = (source: Source, url: string) => { at: Date; slot: string } | null;

/**
 * Unknown sources and listings are disabled, never removed: what was read from them stays. A new listing, and one
 * whose source has another schedule now, is due at `firstDue`.
 */
export async function syncSources(db: Db, sources: Source[], firstDue: FirstDue): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lock('sync').execute(tx);
    const before = await knownListings(tx);
    await keepSources(tx, sources);
    const listings = sources.flatMap((source) =>
      source.urls.map((url) => declare({ source, url, before, firstDue })),
    );
    await keepListings(tx, listings);
  });
}

type Known = Map<string, { schedule: string }>;

async function knownListings(tx: Db): Promise<Known> {
  const found = await rows(
    tx,
    sql<{ source: string; url: string; schedule: string }>`
      select l.source_id as source, l.url, s.schedule from listings l join sources s on s.id = l.source_id
      where l.enabled`,
  );
  return new Map(found.map(({ source, url, schedule }) => [`${source} ${url}`, { schedule }]));
}

async function keepSources(tx: Db, sources: Source[]): Promise<void> {
  const declared = json(
    sources.map(({ id, name, region, kind, schedule, urls, enabled }) => ({
      id,
      name,
      region,
      kind,
      schedule,
      urls,
      enabled,
    })),
  );
  await sql`
    insert into sources (id, name, region, kind, schedule, urls, enabled)
    select id, name, region, kind, schedule, array(select jsonb_array_elements_text(urls)), enabled
    from jsonb_to_recordset(${declared}::jsonb) as
      s(id text, name text, region text, kind text, schedule text, urls jsonb, enabled boolean)
    on conflict (id) do update set name = excluded.name, region = excluded.region, kind = excluded.kind,
      schedule = excluded.schedule, urls = excluded.urls, enabled = excluded.enabled`.execute(tx);
  const ids = json(sources.map(({ id }) => id));
  await sql`
    update sources set enabled = false
    where enabled and id not in (select jsonb_array_elements_text(${ids}::jsonb))`.execute(tx);
}

interface Declared {
  source: string;
  url: string;
  enabled: boolean;
  /** Null: the due time it has stays. */
  at: string | null;
  slot: string | null;
  /** True when the due time is to be replaced, by none if `at` is null. */
  anew: boolean;
}

function declare(ask: { source: Source; url: string; before: Known; firstDue: FirstDue }): Declared {
  const { source, url, before, firstDue } = ask;
  const known = before.get(`${source.id} ${url}`);
  const anew = source.enabled && known?.schedule !== source.schedule;
  const due = anew ? firstDue(source, url) : null;
  return {
    source: source.id,
    url,
    enabled: source.enabled,
    at: due?.at.toISOString() ?? null,
    slot: due?.slot ?? null,
    anew,
  };
}

async function keepListings(tx: Db, listings: Declared[]): Promise<void> {
  const declared = json(listings);
  // A listing in hand keeps its slot: its visit reckons the next one by the new schedule anyway.
  await sql`
    insert into listings as l (source_id, url, enabled, slot, due_at)
    select distinct on (source, url) source, url, enabled, coalesce(slot, ''), at
    from jsonb_to_recordset(${declared}::jsonb) as
      d(source text, url text, enabled boolean, at timestamptz, slot text)
    order by source, url
    on conflict (source_id, md5(url)) do update set enabled = excluded.enabled,
      due_at = case when excluded.slot = '' or l.leased_until > now() then l.due_at else excluded.due_at end,
      slot = case when excluded.slot = '' or l.leased_until > now() then l.slot else excluded.slot end`.execute(
    tx,
  );
  await sql`
    update listings l set enabled = false
    where l.enabled and not exists (
      select from jsonb_to_recordset(${declared}::jsonb) as d(source text, url text)
      where d.source = l.source_id and d.url = l.url)`.execute(tx);
}
