/** `source list` and `source check`: how the sources are doing, and what one would bring. */
import { existsSync } from 'node:fs';
import type { Source } from '../domain/source.ts';
import { UsageError } from '../settings/environment.ts';
import { adHocSource, sourcesOfFile } from '../settings/sources.ts';
import { describeProblem } from '../settings/yaml-file.ts';
import { type Command, type Context, EXIT, type Flags } from './command.ts';
import { table } from './print.ts';
import { healthOf, unvisited } from './source-health.ts';
import { trialLines } from './source-trial.ts';

export const source: Command = {
  name: 'source',
  summary: 'list the sources and their health, or try one out',
  usage: `pactwire source list [--json]
pactwire source check <id, file or URL> [--json]

list   state, last and next visit, articles and agreements of each source
check  a dry run: what would be collected, and why; nothing is stored`,
  options: { json: { type: 'boolean' } },
  async run({ flags, words: [verb, ...rest] }, context) {
    if (verb === 'list' && rest.length === 0) return list(flags, context);
    if (verb === 'check' && rest.length === 1 && rest[0]) return check(rest[0], flags, context);
    throw new UsageError('source: write "source list" or "source check <id, file or URL>"');
  },
};

async function list(flags: Flags, context: Context): Promise<number> {
  const { sources } = context.config();
  const app = await context.open();
  try {
    const now = await app.queries.now();
    const kept = (await app.queries.sources()).map((history) => healthOf(history, now));
    const known = new Set(kept.map(({ id }) => id));
    const rows = [...kept, ...sources.filter(({ id }) => !known.has(id)).map(unvisited)];
    if (flags.json === true) {
      for (const row of rows) await context.terminal.out(JSON.stringify(row));
      return EXIT.done;
    }
    const cells = rows.map((row) => [
      row.id,
      row.state,
      row.lastVisit ?? '-',
      row.nextVisit ?? '-',
      row.lastOutcome ?? '-',
      String(row.articles),
      String(row.agreements),
    ]);
    const head = ['id', 'state', 'last visit', 'next visit', 'last outcome', 'articles', 'agreements'];
    for (const line of table(head, cells, context.terminal.columns)) await context.terminal.out(line);
    return EXIT.done;
  } finally {
    await app.close();
  }
}

async function check(what: string, flags: Flags, context: Context): Promise<number> {
  const sources = find(what, context);
  const app = await context.open();
  let failed = 0;
  try {
    for (const entry of sources) {
      const trial = await app.trial(entry);
      failed += trial.listings.filter(({ outcome }) => outcome !== 'ok').length;
      const lines =
        flags.json === true ? [JSON.stringify(trial)] : [`source ${trial.id}`, ...trialLines(trial)];
      for (const line of lines) await context.terminal.out(line);
    }
  } finally {
    await app.close();
  }
  return failed > 0 ? EXIT.failures : EXIT.done;
}

function find(what: string, context: Context): Source[] {
  if (/^https?:\/\//i.test(what)) return [adHocSource(what)];
  const file = context.path(what);
  if (existsSync(file)) {
    const { sources, problems } = sourcesOfFile(file);
    for (const problem of problems) context.terminal.err(describeProblem(problem));
    if (sources.length === 0) throw new UsageError(`${what} has no usable source`);
    return sources;
  }
  const entry = context.config().sources.find(({ id }) => id === what);
  if (!entry) throw new UsageError(`source check: "${what}" is no id in the config, no file and no URL`);
  return [entry];
}
