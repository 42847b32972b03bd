/**
 * What reading a page costs: parse and extract, beside Readability on linkedom, on the same pages in one run.
 *
 * The two take turns page by page, so that a busy machine slows both alike; the first round warms up and is
 * not counted.
 */
import { readFileSync } from 'node:fs';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { decode } from '../src/decode/decode.ts';
import { readArticle } from '../src/extract/read-article.ts';
import { parseMarkup } from '../src/markup/parse.ts';
import { corpusPath } from '../test/corpus.ts';
import { readRows } from './eval/tally.ts';

const ROUNDS = 3;

const SUBJECTS: Readonly<Record<string, (html: string, url: string) => unknown>> = {
  pactwire: (html, url) => readArticle({ url, document: parseMarkup(html) }),
  readability: (html) => new Readability(parseHTML(html).document as unknown as Document).parse(),
};

/** Prints median and 95th percentile of milliseconds a page; `--json` gives JSON lines. */
export async function main(args: string[]): Promise<void> {
  const rows = readRows<{ id: string; url: string | null }>('corpus/pages.jsonl');
  if (!rows) return;
  const pages = rows.map(({ id, url }) => ({
    url: url ?? `http://unknown.example/${id}`,
    html: decode(readFileSync(corpusPath(`corpus/pages/${id}.html`) ?? ''), null).text,
  }));
  const times = measure(pages);
  const figures = [...times].map(([subject, values]) => ({ subject, ...quantiles(values) }));
  const [ours, peer] = figures;
  const ratio = ours && peer ? peer.median / ours.median : null;
  const lines = args.includes('--json') ? jsonLines(figures, ratio) : table(figures, ratio);
  process.stdout.write(`${lines.join('\n')}\n`);
}

interface Figures {
  subject: string;
  median: number;
  p95: number;
}

function measure(pages: readonly { url: string; html: string }[]): Map<string, number[]> {
  const times = new Map<string, number[]>(Object.keys(SUBJECTS).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const { html, url } of pages) {
      for (const [name, read] of Object.entries(SUBJECTS)) {
        const start = performance.now();
        read(html, url);
        if (round > 0) times.get(name)?.push(performance.now() - start);
      }
    }
  }
  return times;
}

function quantiles(values: readonly number[]): { median: number; p95: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

function jsonLines(figures: readonly Figures[], ratio: number | null): string[] {
  const line = (subject: string, metric: string, value: number | null, unit: string) =>
    JSON.stringify({ bench: 'reading-cost', case: 'parse and extract', subject, metric, value, unit });
  const lines = figures.flatMap(({ subject, median, p95 }) => [
    line(subject, 'median', median, 'ms'),
    line(subject, 'p95', p95, 'ms'),
  ]);
  return [...lines, line('pactwire', 'times faster at the median', ratio, 'times')];
}

function table(figures: readonly Figures[], ratio: number | null): string[] {
  const rows = figures.map(
    ({ subject, median, p95 }) =>
      `${subject.padEnd(14)}${median.toFixed(2).padStart(10)}${p95.toFixed(2).padStart(10)}`,
  );
  const head = `${'ms a page'.padEnd(14)}${'median'.padStart(10)}${'p95'.padStart(10)}`;
  return [head, ...rows, `pactwire is ${ratio?.toFixed(2) ?? '-'} times faster at the median`];
}
