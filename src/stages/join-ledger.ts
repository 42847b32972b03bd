/**
 * Joins a report to the agreements on record, inside the filing's transaction.
 *
 * The neighbourhood (all reports that share a block, and theirs) is grouped anew each time by the ledger room, so that
 * the result does not depend on the order of arrival; keys already minted are kept.
 */
import type { Agreement } from '../domain/agreement.ts';
import type { GroupRow, LedgerTx, OutboxRow, StoredReport } from '../domain/ledger-store.ts';
import type { FiledReport } from '../domain/report.ts';
import type { Watch } from '../domain/watch.ts';
import { assignKeys, type KeyedGroup } from '../ledger/assign-keys.ts';
import { blockKeys, groupReports } from '../ledger/group-reports.ts';
import { changesOf } from './owed.ts';

export interface JoinDeps {
  watches(): Watch[];
  mint(): string;
}

export interface Joined {
  /** Keys of the agreements the report stands in. */
  keys: string[];
  opened: string[];
}

/** Bounds of a neighbourhood: what lies beyond is not looked at, and such a block says little. */
const MOST_REPORTS = 2_000;
const MOST_ROUNDS = 6;

/** `fresh`: the report was not on record before. */
export async function joinLedger(report: FiledReport, fresh: boolean, within: Within): Promise<Joined> {
  const { tx } = within;
  const blocks = blockKeys(report);
  if (fresh && blocks.length === 0) return { keys: [], opened: [] };
  const before = await tx.groupsOf([report.id]);
  // A report that told of an agreement before and tells of none now still has to leave it.
  if (blocks.length === 0 && before.length === 0) return { keys: [], opened: [] };
  const own = (await regroupFrom([...blocks, ...blocksOf(before)], within)).filter(({ group }) =>
    group.members.some(({ id }) => id === report.id),
  );
  return {
    keys: own.map(({ key }) => key),
    opened: own.filter(({ opened }) => opened).map(({ key }) => key),
  };
}

/** Groups the neighbourhood of these reports anew (an operator has ruled on them). */
export async function regroup(reportIds: string[], within: Within): Promise<void> {
  await regroupFrom(blocksOf(await within.tx.groupsOf(reportIds)), within);
}

type Within = { tx: LedgerTx; deps: JoinDeps };

const blocksOf = (groups: GroupRow[]): string[] => groups.flatMap(({ facts }) => blockKeysOfFacts(facts));

async function regroupFrom(blocks: string[], { tx, deps }: Within): Promise<KeyedGroup[]> {
  const reports = await neighbourhood(blocks, tx);
  const ids = reports.map(({ id }) => id);
  const existing = await tx.groupsOf(ids);
  const copies = new Map(reports.flatMap(({ id, copyOf }) => (copyOf ? [[id, copyOf] as const] : [])));
  const groups = groupReports(reports, { rulings: await tx.rulings(ids), copies });
  const keyed = assignKeys(groups, existing.map(agedKey), deps.mint);
  const rows = keyed.map(rowOf);
  await tx.saveGroups(
    existing.map(({ key }) => key),
    rows,
  );
  await tx.tell(owedFor(rows, existing, deps.watches()));
  return keyed;
}

async function neighbourhood(blocks: string[], tx: LedgerTx): Promise<StoredReport[]> {
  // The article itself is saved already, and comes back from the store as the others do.
  const found = new Map<string, StoredReport>();
  const asked = new Set<string>();
  let keys = blocks;
  for (let round = 0; round < MOST_ROUNDS && found.size < MOST_REPORTS; round += 1) {
    keys = [...new Set(keys)].filter((key) => !asked.has(key));
    if (keys.length === 0) break;
    for (const key of keys) asked.add(key);
    const near = await tx.reportsByBlocks(keys, MOST_REPORTS);
    keys = near.filter(({ id }) => !found.has(id)).flatMap(blockKeys);
    for (const other of near) found.set(other.id, other);
  }
  return [...found.values()];
}

/** Blocks of facts alone: the report's other fields do not matter for them. */
function blockKeysOfFacts(facts: Agreement): string[] {
  return blockKeys({ agreements: [facts] });
}

const agedKey = (row: GroupRow) => ({ ...row, minted: row.minted ?? Number.MAX_SAFE_INTEGER });

function rowOf({ key, aliases, group }: KeyedGroup): GroupRow {
  const { facts, lead, members, voices, evidenceFrom } = group;
  const evidence = [
    ...facts.evidence.map((piece) => ({ ...piece, report: lead })),
    ...evidenceFrom.map(({ id, evidence: piece }) => ({ ...piece, report: id })),
  ];
  return { key, aliases, minted: null, facts: { ...facts, evidence }, lead, members, voices };
}

function owedFor(rows: GroupRow[], existing: GroupRow[], watches: Watch[]): OutboxRow[] {
  const enabled = watches.filter((watch) => watch.enabled);
  if (enabled.length === 0) return [];
  const before = new Map(existing.map((row) => [row.key, row]));
  return rows.flatMap((row) => changesOf(row, before.get(row.key) ?? null, enabled));
}
