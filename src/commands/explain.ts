/** `explain <URL>`: every decision taken about it, in order. */
import { UsageError } from '../settings/environment.ts';
import { type Command, EXIT } from './command.ts';
import { cut } from './print.ts';

export const explain: Command = {
  name: 'explain',
  summary: 'tell why a URL ended as it did',
  usage: `pactwire explain <URL> [--json]

Every decision about it, in order: from the listing that brought it to the agreement it joined.`,
  options: { json: { type: 'boolean' } },
  async run({ flags, words }, context) {
    const [url] = words;
    if (!url || words.length > 1) throw new UsageError('explain: give one URL');
    const key = context.keyOf(url);
    if (!key) throw new UsageError(`explain: "${url}" is no http or https URL`);
    const app = await context.open();
    try {
      const rows = await app.queries.explain(key);
      for (const row of rows) {
        await context.terminal.out(
          flags.json === true
            ? JSON.stringify(row)
            : `${row.at}  ${row.step}: ${row.decision} — ${cut(row.reason, 400)}`,
        );
      }
      if (rows.length > 0) return EXIT.done;
      context.terminal.err(`nothing is known of ${url}: no listing has shown it`);
      return EXIT.failures;
    } finally {
      await app.close();
    }
  },
};
