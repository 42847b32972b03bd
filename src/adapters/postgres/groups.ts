/** Agreements as kept: facts, the reports that tell of them, and every key that ever led to them. */
import { sql } from 'kysely';
import type { Agreement } from '../../domain/agreement.ts';
import type { GroupRow } from '../../domain/ledger-store.ts';
import { type Db, json, rows } from './sql.ts';

/** Groups that hold any of these reports, oldest key first. */
export async function groupsOf(db: Db, reportIds: string[]): Promise<GroupRow[]> {
  if (reportIds.length === 0) return [];
  return rows(
    db,
    sql<GroupRow>`
      select g.key, g.facts, g.lead, g.voices, k.minted,
        (select coalesce(jsonb_agg(o.key order by o.minted), '[]') from agreement_keys o
          where o.agreement = g.key and o.key <> g.key) as aliases,
        (select jsonb_agg(jsonb_build_object('id', m.report, 'index', m.item) order by m.place)
          from agreement_members m where m.agreement = g.key) as members
      from agreements g join agreement_keys k on k.key = g.key
      where g.key in (
        select m.agreement from agreement_members m
        where md5(m.report) in (select md5(id) from jsonb_array_elements_text(${json(reportIds)}::jsonb) id))
      order by k.minted`,
  );
}

/**
 * Replaces the groups of `previous` keys by these, in a fixed number of statements. A key that is gone keeps its row and
 * leads to nothing; one that became an alias leads to its heir.
 */
export async function saveGroups(tx: Db, previous: string[], groups: GroupRow[]): Promise<void> {
  const kept = json(groups.map(({ key }) => key));
  await sql`
    delete from agreement_members where agreement in (
      select jsonb_array_elements_text(${json(previous)}::jsonb) union select jsonb_array_elements_text(${kept}::jsonb))`.execute(
    tx,
  );
  await saveFacts(tx, groups);
  await sql`
    delete from agreements where key in (select jsonb_array_elements_text(${json(previous)}::jsonb))
      and key not in (select jsonb_array_elements_text(${kept}::jsonb))`.execute(tx);
  await saveKeys(tx, groups);
  await saveMembers(tx, groups);
}

async function saveFacts(tx: Db, groups: GroupRow[]): Promise<void> {
  if (groups.length === 0) return;
  const declared = json(
    groups.map(({ key, facts, lead, voices }) => ({ key, facts, lead, voices, ...filters(facts) })),
  );
  await sql`
    insert into agreements as g (key, facts, lead, voices, regions, companies, topics)
    select key, facts, lead, voices, array(select jsonb_array_elements_text(regions)),
      array(select jsonb_array_elements_text(companies)), array(select jsonb_array_elements_text(topics))
    from json_to_recordset(${declared}::json) as
      d(key text, facts json, lead text, voices int, regions jsonb, companies jsonb, topics jsonb)
    on conflict (key) do update set facts = excluded.facts, lead = excluded.lead, voices = excluded.voices,
      regions = excluded.regions, companies = excluded.companies, topics = excluded.topics,
      changed_at = case when g.facts::jsonb = excluded.facts::jsonb then g.changed_at else now() end`.execute(
    tx,
  );
}

/** What agreements are asked for by, in lower case. */
function filters({ governments, companies, topics }: Agreement) {
  const lower = (names: (string | null)[]) => [
    ...new Set(names.filter((name) => name !== null).map((name) => name.toLowerCase())),
  ];
  return {
    regions: lower(governments.map(({ region }) => region)),
    companies: lower(companies.flatMap(({ name, canonical }) => [canonical, name])),
    topics: lower(topics),
  };
}

async function saveKeys(tx: Db, groups: GroupRow[]): Promise<void> {
  // The group's own key first, so that a new one is minted before (and so older than) nothing of its own.
  const leading = groups.flatMap(({ key, aliases }) =>
    [key, ...aliases].map((name) => ({ key: name, agreement: key })),
  );
  await sql`
    insert into agreement_keys (key, agreement)
    select key, agreement from jsonb_to_recordset(${json(leading)}::jsonb) as d(key text, agreement text)
    on conflict (key) do update set agreement = excluded.agreement`.execute(tx);
}

async function saveMembers(tx: Db, groups: GroupRow[]): Promise<void> {
  const members = groups.flatMap(({ key, members }) =>
    members.map(({ id, index }, place) => ({ key, place, id, index })),
  );
  await sql`
    insert into agreement_members (agreement, place, report, item)
    select key, place, id, index from jsonb_to_recordset(${json(members)}::jsonb)
      as d(key text, place int, id text, index int)`.execute(tx);
}
