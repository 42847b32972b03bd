/**
 * The ledger of a closed set of reports: what `stage ledger` prints. Keys come from content, so the order of input
 * changes nothing.
 */
import { createHash } from 'node:crypto';
import type { FiledReport, Verdict } from '../domain/report.ts';
import { groupReports, type SigningGroup } from './group-reports.ts';
import { publishedDay } from './signing-window.ts';
import { refKey } from './unit.ts';

export interface LedgerLine {
  id: string;
  verdict: Verdict;
  /** Key of the article's first agreement. */
  agreement: string | null;
  /** Keys of all its agreements, in the article's order. */
  agreements: string[];
  duplicateOf: string | null;
}

/**
 * One line a report, in input order. `copies` maps a copy's id to its earliest original (`copyGroups` of the
 * fingerprint room).
 */
export function runLedger(
  reports: readonly FiledReport[],
  copies: ReadonlyMap<string, string>,
): LedgerLine[] {
  const keys = new Map<string, string>();
  const days = new Map(reports.map((report) => [report.id, publishedDay(report) ?? Number.MAX_SAFE_INTEGER]));
  for (const group of groupReports(reports, { copies })) {
    const key = contentKey(group, days);
    for (const member of group.members) keys.set(refKey(member), key);
  }
  return reports.map(({ id, verdict, agreements }) => {
    const own = agreements.map((_, index) => keys.get(refKey({ id, index })) ?? '');
    return {
      id,
      verdict,
      agreement: own[0] ?? null,
      agreements: [...new Set(own)],
      duplicateOf: copies.get(id) ?? null,
    };
  });
}

/** `agr-` and 16 hex digits of the SHA-256 of the earliest member. */
function contentKey({ members }: SigningGroup, days: ReadonlyMap<string, number>): string {
  const [first] = [...members].sort(
    (a, b) => (days.get(a.id) ?? 0) - (days.get(b.id) ?? 0) || (refKey(a) < refKey(b) ? -1 : 1),
  );
  const hash = createHash('sha256').update(first ? refKey(first) : '');
  return `agr-${hash.digest('hex').slice(0, 16)}`;
}
