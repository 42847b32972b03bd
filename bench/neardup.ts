/**
 * `npm run bench -- neardup`: what a look-up for copies costs in a store of 10,000 and of 100,000 articles, and what
 * an article costs to fingerprint and a pair to judge.
 *
 * Beside our bands the same store with four tables of 16 bits of a simhash, the classic whose look-ups grow with the
 * store.
 */
import { createHash } from 'node:crypto';
import { fingerprint, similarity } from '../src/fingerprint/fingerprint.ts';
import { judgeCopy } from '../src/fingerprint/judge-copy.ts';
import { crowdMember } from '../test/generators/crowd.ts';
import { BandIndex } from '../test/generators/index-of-bands.ts';
import { Random } from '../test/generators/random.ts';
import { reprint } from '../test/generators/reprint.ts';
import type { Story } from '../test/generators/story.ts';

const SIZES = [10_000, 100_000];
const PROBES = 500;

/** Prints a table, or JSON lines with `--json`. */
export async function main(args: string[]): Promise<void> {
  const bands = new BandIndex();
  const tables = new SimhashTables();
  let size = 0;
  let spent = 0;
  for (const target of SIZES) {
    for (; size < target; size += 1) {
      const member = crowdMember(size);
      const start = performance.now();
      const { near } = fingerprint(member);
      spent += performance.now() - start;
      bands.add(size, near);
      tables.add(size, member);
    }
    const figures = measure(bands, size);
    const tell = (subject: string, metric: string, value: number, unit: string) =>
      print({ case: `${size} articles`, subject, metric, value, unit }, args);
    for (const [metric, value, unit] of figures) tell('pactwire', metric, value, unit);
    tell('pactwire', 'fingerprint', (spent / size) * 1000, 'microseconds');
    tell('simhash 4x16', 'mean candidates', tables.meanCandidates(probes(size)), 'articles');
  }
}

function probes(size: number): Story[] {
  return Array.from({ length: PROBES }, (_, i) => crowdMember(1_000_000 + size + i));
}

function measure(bands: BandIndex, size: number): [string, number, string][] {
  const keys = probes(size).map((probe) => fingerprint(probe).near);
  const start = performance.now();
  const counts = keys.map((near) => bands.candidates(near).size);
  const lookUp = ((performance.now() - start) / PROBES) * 1000;
  const unbounded = keys.map((near) => bands.candidates(near, Number.MAX_SAFE_INTEGER).size);
  let found = 0;
  let judging = 0;
  for (let i = 0; i < PROBES; i += 1) {
    const at = (i * 7919) % size;
    const original = crowdMember(at);
    const copy = reprint(original, new Random(i), 0.3);
    const [a, b] = [original, copy].map((text) => ({ ...text, ...fingerprint(text) }));
    if (!a || !b) continue;
    if (bands.candidates(b.near).has(at) && similarity(a.near, b.near) > 0) found += 1;
    const before = performance.now();
    judgeCopy(a, b);
    judging += performance.now() - before;
  }
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return [
    ['mean candidates', mean(counts), 'articles'],
    ['most candidates', Math.max(...counts), 'articles'],
    ['mean candidates without the limit', mean(unbounded), 'articles'],
    ['look-up', lookUp, 'microseconds'],
    ['reprints among candidates', found / PROBES, 'share'],
    ['judging a pair', (judging / PROBES) * 1000, 'microseconds'],
  ];
}

function print(
  figure: { case: string; subject: string; metric: string; value: number; unit: string },
  args: string[],
): void {
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify({ bench: 'neardup', ...figure })}\n`);
  else {
    const { subject, metric, value, unit } = figure;
    const cells = [
      figure.case.padEnd(16),
      subject.padEnd(14),
      metric.padEnd(36),
      value.toFixed(2).padStart(10),
      unit,
    ];
    process.stdout.write(`${cells.join('  ')}\n`);
  }
}

/** Four tables over the quarters of a 64-bit simhash of character runs. */
class SimhashTables {
  readonly #tables = Array.from({ length: 4 }, () => new Map<number, number>());

  add(_at: number, text: Story): void {
    for (const [i, key] of quarters(text).entries()) {
      const table = this.#tables[i];
      table?.set(key, (table.get(key) ?? 0) + 1);
    }
  }

  meanCandidates(texts: Story[]): number {
    const counts = texts.map((text) =>
      quarters(text).reduce((sum, key, i) => sum + (this.#tables[i]?.get(key) ?? 0), 0),
    );
    return counts.reduce((sum, count) => sum + count, 0) / texts.length;
  }
}

function quarters({ body }: Story): number[] {
  const text = body.replace(/\s/g, '');
  const sums = new Int32Array(64);
  for (let at = 0; at + 4 <= text.length; at += 4) {
    const hash = createHash('sha1')
      .update(text.slice(at, at + 4))
      .digest();
    for (let bit = 0; bit < 64; bit += 1)
      sums[bit] = (sums[bit] ?? 0) + ((hash[bit >> 3] ?? 0) & (1 << (bit & 7)) ? 1 : -1);
  }
  const quarter = (q: number) =>
    Array.from({ length: 16 }, (_, i) => ((sums[q * 16 + i] ?? 0) > 0 ? 1 << i : 0));
  return [0, 1, 2, 3].map((q) => quarter(q).reduce((key, bit) => key | bit, 0));
}
