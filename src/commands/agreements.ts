/** `agreements`: the ledger. */
import type { AgreementRow } from '../domain/queries.ts';
import { type Command, EXIT } from './command.ts';
import { limitOf, textOf } from './flags.ts';
import { table } from './print.ts';

export const agreements: Command = {
  name: 'agreements',
  summary: 'list the agreements of the ledger',
  usage: `pactwire agreements [--region CN-QH] [--company "China Telecom"] [--topic 5G] [--limit N] [--json]

Newest in the ledger first. --json prints one agreement a line, with every fact, its evidence and its reports.`,
  options: {
    region: { type: 'string' },
    company: { type: 'string' },
    topic: { type: 'string' },
    limit: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ flags }, context) {
    const app = await context.open();
    try {
      const rows = await app.queries.agreements({
        region: textOf(flags, 'region'),
        company: textOf(flags, 'company'),
        topic: textOf(flags, 'topic'),
        limit: limitOf(flags),
      });
      await printAgreements(rows, flags.json === true, context);
      return EXIT.done;
    } finally {
      await app.close();
    }
  },
};

/** JSON lines, or a table with the facts that tell signings apart. */
export async function printAgreements(
  rows: AgreementRow[],
  json: boolean,
  { terminal }: { terminal: { out(line: string): Promise<void>; err(line: string): void; columns: number } },
): Promise<void> {
  if (json) {
    for (const row of rows) await terminal.out(JSON.stringify(row));
    return;
  }
  if (rows.length === 0) {
    terminal.err('no agreements yet');
    return;
  }
  const head = ['key', 'signed', 'government', 'company', 'amount', 'reports'];
  for (const line of table(head, rows.map(brief), terminal.columns)) await terminal.out(line);
}

function brief(row: AgreementRow): string[] {
  const conflict = row.conflicts.length > 0 ? ' (conflict)' : '';
  return [
    row.key,
    row.signedOn?.date ?? '?',
    row.governments.map(({ name, region }) => (region ? `${name} ${region}` : name)).join(', '),
    row.companies.map(({ canonical }) => canonical).join(', '),
    row.amounts.map(({ asWritten }) => asWritten).join(' / ') + conflict,
    String(row.reports.length),
  ];
}
