/**
 * Would it help to learn a site from its articles? `npm run eval -- learning`.
 *
 * For each site with several saved pages, the lines of a body that stand in the body of another page of the site as
 * well are template and are taken out; the score is compared with that of the plain reading. It is the best that
 * learning could do for bodies by what repeats: it sees the other pages of the very set that it is judged on.
 */
import { readFileSync } from 'node:fs';
import { decode } from '../../src/decode/decode.ts';
import { readArticle } from '../../src/extract/read-article.ts';
import { parseMarkup } from '../../src/markup/parse.ts';
import { corpusPath } from '../../test/corpus.ts';
import { type PageRow, scoreOf, summarize } from './reading-score.ts';
import { readRows } from './tally.ts';

interface Read {
  row: PageRow;
  lines: string[];
}

/** Pages of a site from which it is learnt. */
const SIZES = [2, 5];

export async function main(): Promise<void> {
  const rows = readRows<PageRow>('corpus/pages.jsonl');
  if (!rows) return;
  const bySite = new Map<string, Read[]>();
  for (const row of rows) {
    if (row.site === null || !row.gold.body) continue;
    bySite.set(row.site, [...(bySite.get(row.site) ?? []), { row, lines: linesOf(row) }]);
  }
  console.log('pages a site  sites  pages  body F1 read  body F1 learnt  lines taken out');
  for (const least of SIZES)
    report(
      least,
      [...bySite.values()].filter((pages) => pages.length >= least),
    );
}

function linesOf({ id, url }: PageRow): string[] {
  const { text } = decode(readFileSync(corpusPath(`corpus/pages/${id}.html`) ?? ''), null);
  const { article } = readArticle({
    url: url ?? `http://unknown.example/${id}`,
    document: parseMarkup(text),
  });
  return article.body?.split('\n') ?? [];
}

function report(least: number, sites: readonly Read[][]): void {
  let removed = 0;
  const plain = [];
  const learnt = [];
  for (const pages of sites) {
    for (const page of pages) {
      const template = new Set(pages.filter((other) => other !== page).flatMap(({ lines }) => lines));
      const kept = page.lines.filter((line) => !template.has(line));
      removed += page.lines.length - kept.length;
      plain.push(bodyScore(page.row, page.lines));
      learnt.push(bodyScore(page.row, kept));
    }
  }
  const figures = [plain, learnt].map((scores) => summarize(scores)['body F1']?.toFixed(4) ?? '-');
  const cells = [`>= ${least}`, sites.length, plain.length, ...figures, removed];
  console.log(cells.map((cell, i) => String(cell).padStart([12, 7, 7, 14, 16, 17][i] ?? 8)).join(''));
}

function bodyScore({ gold, lang }: PageRow, lines: string[]) {
  const answer = { title: null, published: null, publisher: null, author: null, body: lines.join('\n') };
  return scoreOf(gold, answer, lang ?? '');
}
