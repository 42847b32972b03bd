/** `politeness`: how hosts were treated, from the record of requests. */
import { type Command, EXIT } from './command.ts';
import { table } from './print.ts';

export const politeness: Command = {
  name: 'politeness',
  summary: 'show the pace that was kept with each host',
  usage: `pactwire politeness [--json]

From the record of requests (kept 7 days), for each host: requests, the least gap between two of them and the gap that was
in force there, how often it was short, the most at a time, and the share of the allowed rate that was used.
Exit code 1 when a gap was short or a host was asked twice at a time.`,
  options: { json: { type: 'boolean' } },
  async run({ flags }, context) {
    const app = await context.open();
    try {
      const hosts = await app.politeness();
      const head = ['host', 'requests', 'least gap', 'in force', 'short', 'at a time', 'of allowed rate'];
      const rows = hosts.map((row) => [
        row.host,
        String(row.requests),
        milliseconds(row.leastGapMs),
        milliseconds(row.gapMs),
        String(row.short),
        String(row.mostConcurrent),
        row.share === null ? '-' : `${Math.round(row.share * 100)} %`,
      ]);
      const lines =
        flags.json === true
          ? hosts.map((row) => JSON.stringify(row))
          : table(head, rows, context.terminal.columns);
      for (const line of lines) await context.terminal.out(line);
      return hosts.some(({ short, mostConcurrent }) => short > 0 || mostConcurrent > 1)
        ? EXIT.failures
        : EXIT.done;
    } finally {
      await app.close();
    }
  },
};

const milliseconds = (value: number | null): string => (value === null ? '-' : `${Math.round(value)} ms`);
