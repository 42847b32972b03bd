/** `export`: the ledger as a file. */
import { csvHead, csvRow } from '../deliver/csv.ts';
import type { AgreementRow } from '../domain/queries.ts';
import { UsageError } from '../settings/environment.ts';
import { type Command, type Context, EXIT } from './command.ts';

/** Rows asked for at once: an export of any size needs the memory of one batch. */
const BATCH = 500;

export const exportLedger: Command = {
  name: 'export',
  summary: 'write the ledger as CSV or JSON lines',
  usage: `pactwire export --format csv|jsonl > ledger.csv

One agreement a row. CSV cells that hold several values separate them with "; ".`,
  options: { format: { type: 'string' } },
  async run({ flags }, context) {
    const { format } = flags;
    if (format !== 'csv' && format !== 'jsonl') throw new UsageError('--format must be csv or jsonl');
    const line = format === 'csv' ? csvRow : (row: AgreementRow) => JSON.stringify(row);
    if (format === 'csv') await context.terminal.out(csvHead());
    await eachAgreement(context, (row) => context.terminal.out(line(row)));
    return EXIT.done;
  },
};

async function eachAgreement(context: Context, write: (row: AgreementRow) => Promise<void>): Promise<void> {
  const app = await context.open();
  try {
    for (let offset = 0; ; offset += BATCH) {
      const rows = await app.queries.agreements({ limit: BATCH, offset });
      for (const row of rows) await write(row);
      if (rows.length < BATCH) return;
    }
  } finally {
    await app.close();
  }
}
