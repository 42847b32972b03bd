/**
 * Articles read from saved pages, beside Readability on the same pages.
 *
 * Pages of a third of the sites, chosen by a hash of the host, are kept aside: rules are tuned on the others
 * only, so the last columns tell what to expect of a site never seen.
 */
import { readFileSync } from 'node:fs';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { decode } from '../../src/decode/decode.ts';
import { readArticle } from '../../src/extract/read-article.ts';
import { parseMarkup } from '../../src/markup/parse.ts';
import { corpusPath } from '../../test/corpus.ts';
import { type Answer, METRICS, type PageRow, type Score, scoreOf, summarize } from './reading-score.ts';
import { isAside, readRows } from './tally.ts';

interface Scored {
  row: PageRow;
  aside: boolean;
  scores: Record<Subject, Score>;
}

const SUBJECTS = ['pactwire', 'readability'] as const;
type Subject = (typeof SUBJECTS)[number];

/** Sets of pages by language and collection. The hard ones are those whose date no naive rule finds. */
const CASES: Readonly<Record<string, (row: PageRow) => boolean>> = {
  Chinese: ({ lang }) => lang === 'zh',
  'Chinese hard': ({ id, lang }) => lang === 'zh' && /^(?:gne|ger|hd|traf|fun|gov)/.test(id),
  English: ({ lang }) => lang === 'en',
  'English aeb': ({ id }) => id.startsWith('aeb'),
  other: ({ lang }) => lang !== 'zh' && lang !== 'en',
};

const SPLITS: Readonly<Record<string, (scored: Scored) => boolean>> = {
  all: () => true,
  tuned: ({ aside }) => !aside,
  aside: ({ aside }) => aside,
};

/** Prints body F1, title, date and publisher for each set; `--json` gives JSON lines. */
export async function main(args: string[]): Promise<void> {
  const rows = readRows<PageRow>('corpus/pages.jsonl');
  if (!rows) return;
  const scored = rows.map(score);
  const lines = args.includes('--json') ? jsonLines(scored) : table(scored);
  process.stdout.write(`${lines.join('\n')}\n`);
}

function score(row: PageRow): Scored {
  const bytes = readFileSync(corpusPath(`corpus/pages/${row.id}.html`) ?? '');
  const { text } = decode(bytes, null);
  const url = row.url ?? `http://unknown.example/${row.id}`;
  const lang = row.lang ?? '';
  const scores = {
    pactwire: scoreOf(row.gold, readArticle({ url, document: parseMarkup(text) }).article, lang),
    readability: scoreOf(row.gold, readability(text), lang),
  };
  return { row, aside: isAside(row.site ?? row.id), scores };
}

function readability(html: string): Answer {
  const parsed = new Readability(parseHTML(html).document as unknown as Document).parse();
  return {
    title: parsed?.title ?? null,
    published: parsed?.publishedTime ?? null,
    publisher: parsed?.siteName ?? null,
    author: parsed?.byline ?? null,
    body: parsed?.textContent ?? null,
  };
}

function groups(scored: readonly Scored[]) {
  return Object.entries(CASES).flatMap(([name, belongs]) =>
    SUBJECTS.map((subject) => {
      const splits = Object.entries(SPLITS).map(([split, isIn]) => {
        const some = scored.filter((one) => belongs(one.row) && isIn(one));
        return { split, pages: some.length, values: summarize(some.map(({ scores }) => scores[subject])) };
      });
      return { name, subject, splits };
    }),
  );
}

function jsonLines(scored: readonly Scored[]): string[] {
  return groups(scored).flatMap(({ name, subject, splits }) =>
    splits.flatMap(({ split, values }) =>
      METRICS.map((metric) =>
        JSON.stringify({
          bench: 'reading',
          case: name,
          subject,
          metric: split === 'all' ? metric : `${metric} ${split}`,
          value: values[metric],
          unit: 'share',
        }),
      ),
    ),
  );
}

function table(scored: readonly Scored[]): string[] {
  const head = `${'all / tuned / aside'.padEnd(30)}${METRICS.map((metric) => metric.padStart(24)).join('')}`;
  const rows = groups(scored).map(({ name, subject, splits }) => {
    const cells = METRICS.map((metric) =>
      splits
        .map(({ values }) => cell(values[metric]))
        .join(' / ')
        .padStart(24),
    );
    return `${`${name}, ${subject}`.padEnd(30)}${cells.join('')}`;
  });
  const [first] = groups(scored);
  const sizes = groups(scored)
    .filter(({ subject }) => subject === first?.subject)
    .map(({ name, splits }) => `${name} ${splits.map(({ pages }) => pages).join(' / ')}`);
  return [head, ...rows, `pages: ${sizes.join(', ')}`];
}

function cell(value: number | null): string {
  return value === null ? '  -  ' : value.toFixed(3);
}
