/**
 * `npm run bench -- garbage [--pages 2000]`: mutated pages (cut, shuffled, nested, NULs, wrong charset labels, up to 60 MB)
 * through decode, listing and extract: each gives an answer or a named error; the slowest and the memory are printed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { decode } from '../src/decode/decode.ts';
import { VisitFailure } from '../src/domain/failure.ts';
import { readArticle } from '../src/extract/read-article.ts';
import { readListing } from '../src/listing/read-listing.ts';
import { parseMarkup } from '../src/markup/parse.ts';
import { corpusPath } from '../test/corpus.ts';

const LABELS = ['utf-8', 'gbk', 'big5', 'shift_jis', 'utf-16le', 'nonsense', ''];

type Mutation = (bytes: Buffer, random: () => number) => Buffer;

const MUTATIONS: Record<string, Mutation> = {
  cut: (bytes, random) => bytes.subarray(0, Math.floor(random() * bytes.length)),
  shuffled: (bytes, random) =>
    Buffer.from(
      bytes
        .toString('latin1')
        .split(/(?=<)/)
        .toSorted(() => random() - 0.5)
        .join(''),
      'latin1',
    ),
  'NULs and noise': (bytes, random) =>
    Buffer.from(bytes.map((byte) => (random() < 0.02 ? Math.floor(random() * 256) : byte))),
  nested: (bytes) => Buffer.concat([Buffer.from('<div>'.repeat(100_000)), bytes]),
  'wrong label': (bytes) => bytes,
  '60 MB': (bytes) => Buffer.alloc(60 * 1024 * 1024, bytes.length > 0 ? bytes : '<p>'),
};

/** Seeded (mulberry32): a page that fails can be made again. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function pages(): Buffer[] {
  const folder = corpusPath('corpus/pages') ?? new URL('../test/fixtures/extract', import.meta.url).pathname;
  return readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .map((name) => readFileSync(`${folder}/${name}`));
}

/** Processor milliseconds of one page; throws what is no named error. */
function readOne(bytes: Buffer, label: string): { ms: number; answered: boolean } {
  const started = process.cpuUsage();
  let answered = true;
  try {
    const url = 'https://mutant.example/news/1.html';
    const { text } = decode(bytes, label ? `text/html; charset=${label}` : null);
    readListing({ url, text });
    readArticle({ url, document: parseMarkup(text) });
  } catch (error) {
    if (!(error instanceof VisitFailure)) throw error;
    answered = false;
  }
  const { user, system } = process.cpuUsage(started);
  return { ms: (user + system) / 1_000, answered };
}

export async function main(args: string[]): Promise<void> {
  const at = args.indexOf('--pages');
  const count = at < 0 ? 2_000 : Number(args[at + 1]);
  const random = generator(11);
  const seeds = pages();
  const names = Object.keys(MUTATIONS);
  const slowest = new Map<string, number>();
  let refused = 0;
  for (let i = 0; i < count; i += 1) {
    // The huge ones are refused unread: a few of them say it all.
    const name = names[i % 100 === 99 ? 5 : i % 5] ?? 'cut';
    const bytes = MUTATIONS[name]?.(seeds[i % seeds.length] ?? Buffer.alloc(0), random) ?? Buffer.alloc(0);
    const { ms, answered } = readOne(bytes, LABELS[i % LABELS.length] ?? '');
    refused += answered ? 0 : 1;
    slowest.set(name, Math.max(slowest.get(name) ?? 0, ms));
  }
  for (const [name, ms] of slowest)
    console.log(`${name.padEnd(16)} slowest ${ms.toFixed(0)} ms of processor time`);
  console.log(
    `${count} pages: ${count - refused} read, ${refused} refused by name; RSS ${Math.round(process.memoryUsage().rss / 1048576)} MB`,
  );
}
