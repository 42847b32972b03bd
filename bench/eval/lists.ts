/**
 * Precision and recall of article links on list pages: the hand-labelled pages of the test sets, and our own pages,
 * those the reader was tuned on and those kept aside. Counted as the test sets' scorer counts: a link is right if
 * the page's list holds it, neutral if it is marked as also acceptable, else wrong.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Link } from '../../src/domain/listing.ts';
import { readListing } from '../../src/listing/read-listing.ts';
import { corpusPath } from '../../test/corpus.ts';

interface GoldPage {
  id: string;
  url: string;
  bytes: Uint8Array;
  charset: string | null;
  right: string[];
  neutral: string[];
}

interface Score {
  id: string;
  right: number;
  wrong: number;
  missed: number;
}

type GoldLink = string | { url: string };

/** Prints the table; with `--json` JSON lines `{bench, case, subject, metric, value, unit}` instead. */
export async function main(args: string[]): Promise<void> {
  const asJson = args.includes('--json');
  const own = ownPages();
  const sets: [name: string, pages: GoldPage[]][] = [
    ['hand-labelled', labelledPages()],
    ['own, tuned', own.tuned],
    ['own, kept aside', own.aside],
  ];
  for (const [name, pages] of sets) {
    if (pages.length === 0) {
      process.stderr.write(`lists: no pages of the set "${name}" here\n`);
      continue;
    }
    const scores = pages.map(scorePage);
    process.stdout.write(asJson ? jsonLines(name, scores) : table(name, scores));
  }
}

function scorePage(page: GoldPage): Score {
  const { links } = readListing({ url: page.url, text: textOf(page), timezone: 'Asia/Shanghai' });
  return compare(page, links);
}

function compare(page: GoldPage, links: readonly Link[]): Score {
  const got = new Set(links.map((link) => keyOf(link.url)));
  const right = new Set(page.right.map(keyOf));
  const neutral = new Set(page.neutral.map(keyOf));
  const hit = [...right].filter((key) => got.has(key)).length;
  const wrong = [...got].filter((key) => !right.has(key) && !neutral.has(key)).length;
  return { id: page.id, right: hit, wrong, missed: right.size - hit };
}

/** Without scheme, `www.`, fragment and trailing slash. */
function keyOf(url: string): string {
  const bare = url.split('#')[0] ?? '';
  return bare
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '')
    .toLowerCase();
}

function precision(score: Omit<Score, 'id'>): number {
  const got = score.right + score.wrong;
  return got === 0 ? (score.missed === 0 ? 1 : 0) : score.right / got;
}

function recall(score: Omit<Score, 'id'>): number {
  const wanted = score.right + score.missed;
  return wanted === 0 ? 1 : score.right / wanted;
}

function sum(scores: readonly Score[]): Omit<Score, 'id'> {
  const add = (key: 'right' | 'wrong' | 'missed') => scores.reduce((total, score) => total + score[key], 0);
  return { right: add('right'), wrong: add('wrong'), missed: add('missed') };
}

function table(name: string, scores: readonly Score[]): string {
  const line = (id: string, score: Omit<Score, 'id'>) =>
    `  ${id.padEnd(28)} want ${String(score.right + score.missed).padStart(4)} got ${String(score.right + score.wrong).padStart(4)}` +
    `  precision ${precision(score).toFixed(3)}  recall ${recall(score).toFixed(3)}\n`;
  const low = scores
    .filter((score) => Math.min(precision(score), recall(score)) < 0.9)
    .map((score) => score.id);
  return (
    `lists, ${name} (${scores.length} pages)\n` +
    scores.map((score) => line(score.id, score)).join('') +
    line('all', sum(scores)) +
    `  pages below 0.9: ${low.length === 0 ? 'none' : low.join(', ')}\n`
  );
}

function jsonLines(name: string, scores: readonly Score[]): string {
  const lines: string[] = [];
  const all = { id: 'all', ...sum(scores) };
  for (const score of [...scores, all]) {
    for (const [metric, value] of [
      ['precision', precision(score)],
      ['recall', recall(score)],
    ] as const) {
      const row = {
        bench: 'lists',
        case: `${name}: ${score.id}`,
        subject: 'pactwire',
        metric,
        value,
        unit: 'share',
      };
      lines.push(`${JSON.stringify(row)}\n`);
    }
  }
  return lines.join('');
}

function labelledPages(): GoldPage[] {
  const index = corpusPath('corpus/lists.jsonl');
  if (index === null) return [];
  return jsonlOf<{ id: string; url: string; gold: GoldLink[]; also_ok: GoldLink[] | null }>(index).map(
    (row) => ({
      id: row.id,
      url: row.url,
      bytes: readFileSync(`${index.replace(/\.jsonl$/, '')}/${row.id}.html`),
      charset: null,
      right: row.gold.map(urlOf),
      neutral: (row.also_ok ?? []).map(urlOf),
    }),
  );
}

function ownPages(): { tuned: GoldPage[]; aside: GoldPage[] } {
  const folder = fileURLToPath(new URL('../../test/fixtures/listing/', import.meta.url));
  const rows = jsonlOf<{
    id: string;
    url: string;
    part: string;
    charset: string;
    links: GoldLink[];
    neutral?: string[];
  }>(`${folder}expected.jsonl`);
  const pageOf = (row: (typeof rows)[number]): GoldPage => ({
    id: row.id,
    url: row.url,
    bytes: readFileSync(`${folder}${row.id}.html`),
    charset: row.charset,
    right: row.links.map(urlOf),
    neutral: row.neutral ?? [],
  });
  return {
    tuned: rows.filter((row) => row.part !== 'aside').map(pageOf),
    aside: rows.filter((row) => row.part === 'aside').map(pageOf),
  };
}

function textOf(page: GoldPage): string {
  if (page.charset !== null) return new TextDecoder(page.charset).decode(page.bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(page.bytes);
  } catch {
    return new TextDecoder('gb18030').decode(page.bytes);
  }
}

function urlOf(link: GoldLink): string {
  return typeof link === 'string' ? link : link.url;
}

function jsonlOf<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
