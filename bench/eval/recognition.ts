/**
 * How well articles are read: verdict precision, recall and F1 by language and kind of negative, each fact, evidence,
 * with the keyword baseline beside it and every error on a line of its own with its reason. And the verdict again with all
 * names swapped for others that are in no list.
 *
 * `npm run eval -- recognition [--json] [--floor] [--all]`. The part kept aside is only ever shown in sums, unless
 * `--all` asks for its errors too. `--floor` fails when a figure is below recognition-floor.json; a figure there is lowered
 * only by editing that file.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Report, Verdict } from '../../src/domain/report.ts';
import { createRecognizer } from '../../src/recognize/recognize.ts';
import { loadLexicon } from '../../src/settings/lexicon.ts';
import { corpusPath } from '../../test/corpus.ts';
import { keywordVerdict } from './recognition-baseline.ts';
import { type Case, ownCases, sharedCases } from './recognition-cases.ts';
import { evidenceFaults, type FactScore, factScores } from './recognition-score.ts';
import { renamer } from './renamed.ts';

export interface Figure {
  bench: 'recognition';
  case: string;
  subject: 'pactwire' | 'keywords';
  metric: string;
  value: number;
  unit: string;
}

interface Read {
  labelled: Case;
  report: Report;
}

export interface Evaluation {
  figures: Figure[];
  errors: string[];
}

/** Reads the cases of both sets and counts; `showAll` lists the errors of the part kept aside too. */
export function evaluate(showAll = false): Evaluation {
  const lexicon = loadLexicon(fileURLToPath(new URL('../../config/lexicon', import.meta.url)));
  const recognize = createRecognizer(lexicon);
  const shared = corpusPath('corpus/agreements-dev.jsonl');
  const cases = [...ownCases(), ...(shared ? sharedCases(shared) : [])];
  const all = cases.map((labelled) => ({ labelled, report: recognize(labelled.article) }));
  const figures: Figure[] = [];
  const errors: string[] = [];
  for (const set of ['own', 'shared'] as const) {
    for (const part of ['tuned', 'kept aside'] as const) {
      const rows = all.filter(
        ({ labelled }) => labelled.set === set && labelled.keptAside === (part === 'kept aside'),
      );
      if (rows.length === 0) continue;
      figures.push(...figuresOf(rows, `${set}, ${part}`));
      if (part === 'tuned' || showAll) errors.push(...rows.flatMap((row) => errorsOf(row)));
    }
  }
  const rename = renamer(lexicon);
  for (const set of ['own', 'shared'] as const) {
    const some = cases.filter((one) => one.set === set && /^(?:en|zh)/.test(one.language)).map(rename);
    const rows = some.map((labelled) => ({ labelled, report: recognize(labelled.article) }));
    if (rows.length > 0) figures.push(...verdictFigures(rows, `${set}, renamed`));
  }
  return { figures, errors };
}

function figure(of: string, metric: string, value: number, subject: Figure['subject'] = 'pactwire'): Figure {
  return {
    bench: 'recognition',
    case: of,
    subject,
    metric,
    value: Math.round(value * 1000) / 1000,
    unit:
      metric.startsWith('false') || metric === 'articles' || metric.startsWith('evidence')
        ? 'count'
        : 'ratio',
  };
}

function verdictFigures(rows: readonly Read[], name: string): Figure[] {
  const figures: Figure[] = [];
  const languages = ['zh', 'zh-Hant', 'en', 'other'];
  for (const language of ['all', ...languages]) {
    const some = rows.filter(
      ({ labelled }) => language === 'all' || languageGroup(labelled.language) === language,
    );
    if (some.length === 0) continue;
    const of = `${name}, ${language}`;
    figures.push(figure(of, 'articles', some.length));
    for (const [metric, value] of Object.entries(prf(some, ({ report }) => report.verdict)))
      figures.push(figure(of, metric, value));
    for (const [metric, value] of Object.entries(
      prf(some, ({ labelled }) => keywordVerdict(labelled.article)),
    )) {
      figures.push(figure(of, metric, value, 'keywords'));
    }
  }
  return figures;
}

function figuresOf(rows: readonly Read[], name: string): Figure[] {
  const figures = verdictFigures(rows, name);
  for (const [kind, alarms] of falseAlarms(rows))
    figures.push(figure(name, `false alarms of kind ${kind}`, alarms));
  for (const [fact, scores] of byFact(rows)) figures.push(figure(name, fact, mean(scores)));
  const evidence = rows.map(({ labelled, report }) => evidenceFaults(labelled, report));
  figures.push(
    figure(
      name,
      'evidence spans',
      evidence.reduce((sum, { spans }) => sum + spans, 0),
    ),
  );
  figures.push(
    figure(
      name,
      'evidence faults',
      evidence.reduce((sum, { faults }) => sum + faults.length, 0),
    ),
  );
  return figures;
}

function languageGroup(language: string): string {
  if (language === 'zh' || language === 'zh-Hans') return 'zh';
  return language === 'zh-Hant' || language === 'en' ? language : 'other';
}

function prf(
  rows: readonly Read[],
  verdictOf: (row: Read) => Verdict,
): Record<'precision' | 'recall' | 'F1', number> {
  const said = rows.filter((row) => verdictOf(row) === 'agreement');
  const right = said.filter(({ labelled }) => labelled.verdict === 'agreement').length;
  const true_ = rows.filter(({ labelled }) => labelled.verdict === 'agreement').length;
  const precision = said.length === 0 ? 1 : right / said.length;
  const recall = true_ === 0 ? 1 : right / true_;
  return {
    precision,
    recall,
    F1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

function falseAlarms(rows: readonly Read[]): Map<string, number> {
  const alarms = new Map<string, number>();
  for (const { labelled, report } of rows) {
    if (labelled.verdict === 'agreement') continue;
    const kind = labelled.kind ?? labelled.verdict;
    alarms.set(kind, (alarms.get(kind) ?? 0) + Number(report.verdict === 'agreement'));
  }
  return new Map([...alarms].sort());
}

function trueAgreements(rows: readonly Read[]): Read[] {
  return rows.filter(
    ({ labelled, report }) => labelled.verdict === 'agreement' && report.verdict === 'agreement',
  );
}

function byFact(rows: readonly Read[]): Map<string, number[]> {
  const facts = new Map<string, number[]>();
  for (const { labelled, report } of trueAgreements(rows)) {
    for (const { fact, score } of factScores(labelled, report))
      facts.set(fact, [...(facts.get(fact) ?? []), score]);
  }
  return facts;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function errorsOf({ labelled, report }: Read): string[] {
  const { id, language, verdict, kind } = labelled;
  const head = `${id} ${language}`;
  if ((verdict === 'agreement') !== (report.verdict === 'agreement')) {
    return [
      `${head} verdict: ${verdict}${kind ? ` (${kind})` : ''}, read as ${report.verdict} ${report.score}: ${report.reasons.slice(0, 3).join('; ')}`,
    ];
  }
  const faults = evidenceFaults(labelled, report).faults.map((fault) => `${head} evidence: ${fault}`);
  if (verdict !== 'agreement') return faults;
  const wrong = (row: FactScore): boolean => row.score < (row.fact === 'topics' ? 0.67 : 1);
  return [
    ...faults,
    ...factScores(labelled, report)
      .filter(wrong)
      .map(
        ({ fact, want, got, score }) =>
          `${head} ${fact}: want ${want}, got ${got}${fact === 'topics' ? ` (${score.toFixed(2)})` : ''}`,
      ),
  ];
}

const FLOOR = fileURLToPath(new URL('recognition-floor.json', import.meta.url));

/** Figures below the floor, one a line; the floor names `case` and `metric` of figures of subject pactwire. */
export function belowFloor(figures: readonly Figure[]): string[] {
  const floor: { case: string; metric: string; least?: number; most?: number }[] = JSON.parse(
    readFileSync(FLOOR, 'utf8'),
  );
  return floor.flatMap(({ case: of, metric, least, most }) => {
    const figure = figures.find(
      (one) => one.case === of && one.metric === metric && one.subject === 'pactwire',
    );
    if (!figure) return [];
    const low =
      least !== undefined && figure.value < least
        ? [`${of}, ${metric}: ${figure.value} is below ${least}`]
        : [];
    const high =
      most !== undefined && figure.value > most ? [`${of}, ${metric}: ${figure.value} is above ${most}`] : [];
    return [...low, ...high];
  });
}

export async function main(args: string[]): Promise<void> {
  const { figures, errors } = evaluate(args.includes('--all'));
  if (args.includes('--json'))
    for (const figure of figures) process.stdout.write(`${JSON.stringify(figure)}\n`);
  else print(figures, errors);
  if (!args.includes('--floor')) return;
  const low = belowFloor(figures);
  for (const line of low) process.stderr.write(`${line}\n`);
  if (low.length > 0) process.exitCode = 1;
}

function print(figures: readonly Figure[], errors: readonly string[]): void {
  const out = (line: string): void => void process.stdout.write(`${line}\n`);
  let last = '';
  for (const figure of figures) {
    if (figure.subject === 'keywords') continue;
    if (figure.case !== last) out(`\n${figure.case}`);
    last = figure.case;
    const beside = figures.find(
      (one) => one.subject === 'keywords' && one.case === figure.case && one.metric === figure.metric,
    );
    out(
      `  ${figure.metric.padEnd(28)} ${String(figure.value).padStart(7)}${beside ? `   keywords ${beside.value}` : ''}`,
    );
  }
  out(`\nerrors: ${errors.length}`);
  for (const error of errors) out(`  ${error}`);
}
