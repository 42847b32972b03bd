/**
 * Counting and printing that the conformance evals share: rows in, hits per part, one table out.
 *
 * A third of the rows, chosen by a hash of their id, is kept aside: rules are tuned on the rest only.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { corpusPath } from '../../test/corpus.ts';

/** True for the third of the rows that nobody tunes on. */
export function isAside(id: string): boolean {
  return (createHash('sha256').update(id).digest()[0] ?? 0) % 3 === 0;
}

/** Rows of a JSON Lines file of the shared test sets; null, with a line on stderr, when it is absent. */
export function readRows<Row>(name: string): Row[] | null {
  const path = corpusPath(name);
  if (!path) {
    process.stderr.write(`${name}: the shared test sets are not beside this checkout, nothing to measure\n`);
    return null;
  }
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Row);
}

interface Count {
  hits: number;
  rows: number;
}

export class Tally {
  readonly #bench: string;
  readonly #cases = new Map<string, { tuned: Count; aside: Count }>();
  readonly #misses: string[] = [];

  constructor(bench: string) {
    this.#bench = bench;
  }

  /** Counts one row; `miss` is what to say about it when it is wrong. */
  add(name: string, row: { id: string; ok: boolean; miss: string }): void {
    const entry = this.#cases.get(name) ?? { tuned: { hits: 0, rows: 0 }, aside: { hits: 0, rows: 0 } };
    this.#cases.set(name, entry);
    const aside = isAside(row.id);
    const count = aside ? entry.aside : entry.tuned;
    count.rows += 1;
    if (row.ok) count.hits += 1;
    else this.#misses.push(`${name}  ${row.id}${aside ? ' (aside)' : ''}  ${row.miss}`);
  }

  /** `--json`: JSON lines; else a table for people, and with `--misses` what went wrong. */
  print(args: string[]): void {
    const json = args.includes('--json');
    const lines = json ? this.#jsonLines() : this.#table();
    const misses = args.includes('--misses') && !json ? ['', ...this.#misses] : [];
    process.stdout.write(`${[...lines, ...misses].join('\n')}\n`);
  }

  #jsonLines(): string[] {
    return [...this.#cases].flatMap(([name, { tuned, aside }]) =>
      [
        { metric: 'accuracy', count: { hits: tuned.hits + aside.hits, rows: tuned.rows + aside.rows } },
        { metric: 'accuracy tuned', count: tuned },
        { metric: 'accuracy aside', count: aside },
      ].map(({ metric, count }) =>
        JSON.stringify({
          bench: this.#bench,
          case: name,
          subject: 'pactwire',
          metric,
          value: count.rows === 0 ? null : count.hits / count.rows,
          unit: 'share',
        }),
      ),
    );
  }

  #table(): string[] {
    const width = Math.max(...[...this.#cases.keys()].map((name) => name.length), 4);
    const head = `${this.#bench.padEnd(width)}  ${'all'.padStart(18)}  ${'tuned'.padStart(18)}  ${'aside'.padStart(18)}`;
    const rows = [...this.#cases].map(([name, { tuned, aside }]) => {
      const all = { hits: tuned.hits + aside.hits, rows: tuned.rows + aside.rows };
      return [name.padEnd(width), ...[all, tuned, aside].map(cell)].join('  ');
    });
    return [head, ...rows];
  }
}

function cell({ hits, rows }: Count): string {
  const rate = rows === 0 ? '-' : (hits / rows).toFixed(4);
  return `${rate} ${`${hits}/${rows}`.padStart(9)}`.padStart(18);
}
