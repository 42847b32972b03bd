/**
 * Freshness: hours from publication to discovery, at equal cost, of the product's scheduler and of other policies.
 *
 * `npm run bench -- freshness [--case poisson@56] [--sources 40] [--json]`; all cases take two to three minutes.
 */
import { parseArgs } from 'node:util';
import { CASES, type Case, type Row, runCase } from './freshness/cases.ts';
import type { Figures } from './freshness/measure.ts';

/** Figures by their names in the output, with units. */
const METRICS: { key: keyof Figures; metric: string; unit: string; digits: number }[] = [
  { key: 'mean', metric: 'mean delay', unit: 'hours', digits: 3 },
  { key: 'median', metric: 'median delay', unit: 'hours', digits: 3 },
  { key: 'p95', metric: 'p95 delay', unit: 'hours', digits: 2 },
  { key: 'p99', metric: 'p99 delay', unit: 'hours', digits: 2 },
  { key: 'worst', metric: 'worst source', unit: 'hours', digits: 1 },
  { key: 'missed', metric: 'missed', unit: 'articles', digits: 0 },
  { key: 'cost', metric: 'cost', unit: 'visits a source and week', digits: 1 },
  { key: 'hits', metric: 'hit rate', unit: 'share of visits', digits: 2 },
];

/** Runs the cases whose name begins with one of those given with `--case` (all without) and prints their figures. */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      case: { type: 'string', multiple: true },
      sources: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const wanted = values.case ?? [''];
  const cases = CASES.filter(({ name }) => wanted.some((start) => name.startsWith(start)));
  if (cases.length === 0)
    throw new RangeError(`no such case; there are ${CASES.map(({ name }) => name).join(', ')}`);
  const print = values.json ? printJson : printTable;
  for (const each of cases)
    print(each, [...runCase(each, values.sources ? Number(values.sources) : undefined)]);
}

function printJson(each: Case, rows: Row[]): void {
  for (const { subject, figures } of rows) {
    for (const { key, metric, unit } of METRICS) {
      const value = Number(figures[key].toPrecision(6));
      console.log(JSON.stringify({ bench: 'freshness', case: each.name, subject, metric, value, unit }));
    }
    for (const [other, share] of ratios(figures, rows)) {
      const value = Number(share.toPrecision(6));
      const metric = `mean delay over ${other}`;
      console.log(
        JSON.stringify({ bench: 'freshness', case: each.name, subject, metric, value, unit: 'ratio' }),
      );
    }
  }
}

function printTable(each: Case, rows: Row[]): void {
  const heads = ['', ...METRICS.map(({ metric }) => metric), 'of uniform', 'of optimum'];
  const lines = rows.map(({ subject, figures }) => {
    const shares = new Map(ratios(figures, rows));
    const numbers = METRICS.map(({ key, digits }) => figures[key].toFixed(digits));
    const compared = ['uniform', 'optimum'].map((other) => shares.get(other)?.toFixed(2) ?? '');
    return [subject, ...numbers, ...compared];
  });
  const widths = heads.map((head, i) => Math.max(head.length, ...lines.map((line) => line[i]?.length ?? 0)));
  console.log(`\n${each.name}: hours from publication to discovery`);
  for (const line of [heads, ...lines]) {
    const cells = line.map((cell, i) =>
      i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0),
    );
    console.log(`  ${cells.join('  ')}`);
  }
}

/** Mean delay as a share of uniform's and of the optimum's, where the case has them. */
function ratios(figures: Figures, rows: Row[]): [string, number][] {
  return ['uniform', 'optimum'].flatMap((other): [string, number][] => {
    const found = rows.find(({ subject }) => subject === other);
    return found ? [[other, figures.mean / found.figures.mean]] : [];
  });
}
