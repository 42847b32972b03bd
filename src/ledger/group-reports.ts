/**
 * Joins the agreements that reports tell of into signings.
 *
 * 1. Agreements that share no block (company and region) never meet.
 * 2. Bonds tied by a date are taken strongest first; two groups join only if no member of one excludes a member of
 *    the other, so a report that names both operators cannot draw two signings together.
 * 3. Groups without a date follow: likenesses among themselves first, then each to a dated group, but only to the
 *    one that stands out. A report that fits two signings of the same parties equally well stays on its own, for
 *    a wrong join is worse than a missed one.
 * 4. An operator's word stands above all: joined pairs start as one group, split pairs never meet.
 *
 * Everything is sorted by report id and index first, so the order of input changes nothing, and groups depend only on
 * agreements connected by blocks, so a neighbourhood gives the same groups as the whole ledger.
 */
import type { Agreement } from '../domain/agreement.ts';
import type { Ruling } from '../domain/ledger-store.ts';
import type { FiledReport } from '../domain/report.ts';
import { Clusters } from './clusters.ts';
import { type EvidenceFrom, mergeFacts } from './merge-facts.ts';
import { blockKeysOf, partiesOf } from './parties.ts';
import { type Ref, type Unit, unitsOf } from './unit.ts';

export interface SigningGroup {
  /** Sorted by report id and index. */
  members: Ref[];
  /** The group's one account; its evidence quotes the body of the report `lead`. */
  facts: Agreement;
  lead: string;
  /** Evidence for what only other reports tell. */
  evidenceFrom: EvidenceFrom[];
  /** Reports that are not copies of each other. */
  voices: number;
}

export interface GroupingContext {
  rulings?: readonly Ruling[];
  /** A copy's report id to the id of its earliest original. */
  copies?: ReadonlyMap<string, string>;
}

/** Retrieval keys of a report: every report that could join one of its agreements shares one. At most some dozens. */
export function blockKeys(report: Pick<FiledReport, 'agreements'>): string[] {
  const keys = report.agreements.flatMap((agreement) => blockKeysOf(partiesOf(agreement)));
  return [...new Set(keys)].sort();
}

/** Least points of a bond tied by a date, and of one by likeness alone. */
const DATED_POINTS = 1;
const ALIKE_POINTS = 2;
const OPEN_POINTS = 1;
/** By how much the best dated group must lead the second. */
const LEAD = 2;

/** Every agreement of the reports in exactly one group; groups are sorted by their first member. */
export function groupReports(reports: readonly FiledReport[], context: GroupingContext = {}): SigningGroup[] {
  const copies = context.copies ?? new Map<string, string>();
  const units = reports.flatMap((report) => unitsOf(report, copies));
  units.sort((a, b) => (a.key < b.key ? -1 : 1));
  const clusters = new Clusters(units, context.rulings ?? []);
  const bonds = clusters.bonds();
  const open = bonds.filter(({ kind }) => kind === 'open');
  const undated = (cluster: number) => certainty(clusters, cluster) === 0;
  clusters.joinBy(bonds.filter(({ kind, points }) => kind === 'dated' && points >= DATED_POINTS));
  clusters.joinBy(
    open.filter(({ points }) => points >= ALIKE_POINTS),
    (a, b) => undated(a) && undated(b),
  );
  const torn = attachVague(clusters);
  clusters.joinBy(
    open.filter(({ points }) => points >= OPEN_POINTS),
    (a, b) => undated(a) && undated(b) && !torn.has(a) && !torn.has(b),
  );
  return clusters.names().map((name) => signing(clusters.members(name).map((i) => units[i] as Unit)));
}

/** How well a group's date is known: 2 by day or month, 1 in part or by when it was reported, 0 not at all. */
function certainty(clusters: Clusters, cluster: number): number {
  const kinds = clusters.members(cluster).map((i) => clusters.units[i]?.window.kind);
  if (kinds.includes('day') || kinds.includes('month')) return 2;
  return kinds.every((kind) => kind === 'open') ? 0 : 1;
}

/** Gives each vaguely dated group to the better dated one that stands out; returns those that fit several. */
function attachVague(clusters: Clusters): Set<number> {
  const groups = clusters.names().map((name) => ({ name, certainty: certainty(clusters, name) }));
  const torn = new Set<number>();
  const wishes: { from: number; to: number; points: number }[] = [];
  for (const from of groups.filter((group) => group.certainty < 2)) {
    const ranked = groups
      .filter((to) => to.certainty > from.certainty && clusters.compatible(from.name, to.name))
      .map((to) => ({ from: from.name, to: to.name, points: clusters.strongest(from.name, to.name) }))
      .filter(({ points }) => points >= OPEN_POINTS)
      .sort((x, y) => y.points - x.points || x.to - y.to);
    const [best, second] = ranked;
    if (best && (!second || best.points - second.points >= LEAD)) wishes.push(best);
    else if (best) torn.add(from.name);
  }
  wishes.sort((x, y) => y.points - x.points || x.from - y.from);
  for (const { from, to } of wishes) {
    const [x, y] = [clusters.living(from), clusters.living(to)];
    if (x !== y && clusters.compatible(x, y)) clusters.join(x, y);
  }
  return torn;
}

function signing(members: Unit[]): SigningGroup {
  const voices = new Set(members.map(({ voice }) => voice)).size;
  return { members: members.map(({ ref }) => ref), ...mergeFacts(members), voices };
}
