/** What a change of the ledger owes to whom: rows for the outbox, one for each agreement, change and subscriber. */
import { createHash } from 'node:crypto';
import type { Agreement } from '../domain/agreement.ts';
import type { GroupRow, OutboxRow } from '../domain/ledger-store.ts';
import type { Watch } from '../domain/watch.ts';

/** Rows for an agreement that was opened, got another report, or other facts. */
export function changesOf(row: GroupRow, before: GroupRow | null, watches: Watch[]): OutboxRow[] {
  const changes = changeNames(row, before);
  const told = watches.filter((watch) => matches(watch, row.facts));
  return changes.flatMap((change) =>
    told.map(({ id }) => ({
      agreement: row.key,
      change,
      subscriber: id,
      payload: {
        change,
        agreement: { key: row.key, ...row.facts },
        reports: row.members.map((member) => member.id),
      },
    })),
  );
}

function changeNames(row: GroupRow, before: GroupRow | null): string[] {
  if (!before) return ['opened'];
  const names: string[] = [];
  const known = new Set(before.members.map(({ id }) => id));
  for (const { id } of row.members) if (!known.has(id)) names.push(`report:${digest(id)}`);
  const facts = factsHash(row.facts);
  if (facts !== factsHash(before.facts)) names.push(`facts:${facts}`);
  return names;
}

/** Parties, amounts, date and period: what an analyst is told of again. Wording and evidence are not. */
function factsHash({ governments, companies, signedOn, amounts, period, status }: Agreement): string {
  return digest(JSON.stringify([governments, companies, signedOn, amounts, period, status]));
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** An empty list in a watch matches all. */
export function matches(watch: Watch, facts: Agreement): boolean {
  const some = (wanted: string[], have: (string | null)[]) =>
    wanted.length === 0 || wanted.some((name) => have.includes(name));
  return (
    some(
      watch.regions,
      facts.governments.map(({ region }) => region),
    ) &&
    some(
      watch.companies,
      facts.companies.map(({ canonical }) => canonical),
    ) &&
    some(watch.topics, facts.topics)
  );
}
