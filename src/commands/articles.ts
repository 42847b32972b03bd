/** `articles`: every article read, whatever its verdict. */
import type { ArticleRow } from '../domain/queries.ts';
import { UsageError } from '../settings/environment.ts';
import { type Command, type Context, EXIT } from './command.ts';
import { limitOf, textOf } from './flags.ts';
import { table } from './print.ts';

const VERDICTS = ['agreement', 'progress', 'none'] as const;

export const articles: Command = {
  name: 'articles',
  summary: 'list the articles that were read',
  usage: `pactwire articles [--verdict agreement|progress|none] [--source ID] [--limit N] [--json]`,
  options: {
    verdict: { type: 'string' },
    source: { type: 'string' },
    limit: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ flags }, context) {
    const verdict = VERDICTS.find((name) => name === flags.verdict);
    if (flags.verdict !== undefined && !verdict)
      throw new UsageError(`--verdict must be one of ${VERDICTS.join(', ')}`);
    const app = await context.open();
    try {
      const rows = await app.queries.articles({
        verdict,
        source: textOf(flags, 'source'),
        limit: limitOf(flags),
      });
      await printArticles(rows, flags.json === true, context);
      return EXIT.done;
    } finally {
      await app.close();
    }
  },
};

export async function printArticles(rows: ArticleRow[], json: boolean, { terminal }: Context): Promise<void> {
  if (json) {
    for (const row of rows) await terminal.out(JSON.stringify(row));
    return;
  }
  if (rows.length === 0) {
    terminal.err('no articles yet');
    return;
  }
  const cells = rows.map((row) => [
    row.published?.slice(0, 10) ?? '?',
    row.duplicateOf ? `${row.verdict} (copy)` : row.verdict,
    row.source ?? '-',
    row.title ?? '(no title)',
    row.url,
  ]);
  for (const line of table(['published', 'verdict', 'source', 'title', 'url'], cells, terminal.columns))
    await terminal.out(line);
}
