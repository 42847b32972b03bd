/** The ledger in the form in which two ledgers are compared: report URLs and facts; keys and order are left out. */
import type { AgreementRow } from '../../src/domain/queries.ts';
import { jsonLines, pactwire, type RunOptions } from './run-pactwire.ts';

/** Sorted texts, one an agreement; equal lists are equal ledgers. */
export async function ledgerOf(flags: string[], options: RunOptions = {}): Promise<string[]> {
  const ran = await pactwire(['agreements', '--json', ...flags], options);
  if (ran.code !== 0) throw new Error(`agreements: exit ${ran.code}: ${ran.stderr}`);
  return jsonLines<AgreementRow>(ran).map(comparable).sort();
}

export function comparable({ key: _key, reports, ...facts }: AgreementRow): string {
  return JSON.stringify({ urls: reports.map(({ url }) => url).sort(), facts });
}
