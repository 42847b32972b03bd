/**
 * Freshness: hours from publication to discovery, at equal cost, of the product's scheduler and of other policies.
 *
 * `npm run bench -- freshness [--case poisson@56] [--sources 40] [--seed 11] [--json]`; all cases take two to three minutes.
 */
import { parseArgs } from 'node:util';
import { CASES, type Case, promised, type Row, runCase } from './freshness/cases.ts';
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
      seed: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const wanted = values.case ?? [''];
  const cases = CASES.filter(({ name }) => wanted.some((start) => name.startsWith(start)));
  if (cases.length === 0) {
    console.error(`no such case; there are ${CASES.map(({ name }) => name).join(', ')}`);
    process.exitCode = 2;
    return;
  }
  const print = values.json ? printJson : printTable;
  const size = {
    ...(values.sources && { sources: Number(values.sources) }),
    ...(values.seed && { seed: Number(values.seed) }),
  };
  for (const each of cases) print(each, [...runCase(each, size)], promised(each, size));
}

function printJson(each: Case, rows: Row[], theory: number): void {
  const print = (subject: string, metric: string, value: number, unit: string) => {
    const line = {
      bench: 'freshness',
      case: each.name,
      subject,
      metric,
      value: Number(value.toPrecision(6)),
      unit,
    };
    console.log(JSON.stringify(line));
  };
  for (const { subject, figures } of rows) {
    for (const { key, metric, unit } of METRICS) print(subject, metric, figures[key], unit);
    for (const [other, share] of ratios(figures, rows))
      print(subject, `mean delay over ${other}`, share, 'ratio');
  }
  print('closed form', 'mean delay', theory, 'hours');
}

function printTable(each: Case, rows: Row[], theory: number): void {
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
  console.log(`  closed form, for the optimum with many visits: ${theory.toFixed(3)}`);
}

/** Mean delay as a share of uniform's and of the optimum's, where the case has them. */
function ratios(figures: Figures, rows: Row[]): [string, number][] {
  return ['uniform', 'optimum'].flatMap((other): [string, number][] => {
    const found = rows.find(({ subject }) => subject === other);
    return found ? [[other, figures.mean / found.figures.mean]] : [];
  });
}
