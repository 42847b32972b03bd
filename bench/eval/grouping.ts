/**
 * `npm run eval -- grouping`: do reports of one signing meet in the ledger, and only they?
 *
 * Pairwise precision, recall and F1 over the labelled articles that tell of a known signing, end to end (our
 * recognizer, copies, grouping), and once more from the labelled facts, which shows what the joining alone costs.
 * Beside it what joining by company and region alone would give. A third of the signings, by hash of their name, is
 * kept aside: nothing was tuned on it.
 */
import type { Agreement } from '../../src/domain/agreement.ts';
import type { ArticleText, FiledReport, Report } from '../../src/domain/report.ts';
import { copyGroups } from '../../src/fingerprint/copy-groups.ts';
import { fingerprint } from '../../src/fingerprint/fingerprint.ts';
import { blockKeys } from '../../src/ledger/group-reports.ts';
import { runLedger } from '../../src/ledger/run-ledger.ts';
import { createRecognizer } from '../../src/recognize/recognize.ts';
import { loadLexicon } from '../../src/settings/lexicon.ts';
import { isAside, readRows } from './tally.ts';

interface Row {
  id: string;
  url: string | null;
  lang: string;
  title: string | null;
  text: string;
  label: string;
  event_id: string | null;
  facts: {
    government?: string[] | null;
    government_region?: string | null;
    government_city?: string | null;
    companies_canonical?: string[] | null;
    document?: string | null;
    signed_on?: string | null;
    place?: string | null;
    amounts?: { value: number | null; currency: string }[] | null;
    period?: string | null;
    topics?: string[] | null;
  };
}

/** Prints a table, or JSON lines with `--json`; `--misses` lists pairs wrongly joined or parted. */
export async function main(args: string[]): Promise<void> {
  const rows = readRows<Row>('corpus/agreements-dev.jsonl');
  if (!rows) return;
  const recognize = createRecognizer(loadLexicon(new URL('../../config/lexicon', import.meta.url).pathname));
  const read = rows.map((row) => filed(row, recognize(articleOf(row))));
  const labelled = rows.map((row) =>
    filed(row, { ...NONE, verdict: 'agreement', agreements: [labelledAgreement(row)] }),
  );
  const blocks = new Map(
    read.map((report) => [report.id, blockKeys(report).find((key) => !key.includes('=')) ?? null]),
  );
  const subjects: [string, Map<string, string | null>][] = [
    ['pactwire', keysOf(read)],
    [
      'labelled facts',
      keysOf(labelled.filter(({ id }) => rows.some((row) => row.id === id && row.event_id))),
    ],
    ['company and region', blocks],
  ];
  const known = rows.filter(({ label, event_id }) => label === 'agreement' && event_id !== null);
  const parts: [string, Row[]][] = [
    ['all', known],
    ['tuned', known.filter(({ event_id }) => !isAside(event_id ?? ''))],
    ['aside', known.filter(({ event_id }) => isAside(event_id ?? ''))],
  ];
  for (const [subject, keys] of subjects)
    for (const [part, some] of parts) tell({ subject, part, keys, rows: some, args });
}

function tell(run: {
  subject: string;
  part: string;
  keys: Map<string, string | null>;
  rows: Row[];
  args: string[];
}): void {
  const { right, joined, same, misses } = score(run.rows, run.keys);
  const [precision, recall] = [joined ? right / joined : 1, same ? right / same : 1];
  const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
  const figures = { precision, recall, f1, 'wrong joins': joined - right, 'pairs missed': same - right };
  if (run.args.includes('--json')) {
    for (const [metric, value] of Object.entries(figures)) {
      const unit = metric.includes(' ') ? 'pairs' : 'share';
      const line = { bench: 'grouping', case: run.part, subject: run.subject, metric, value, unit };
      process.stdout.write(`${JSON.stringify(line)}\n`);
    }
    return;
  }
  const shown = Object.entries(figures).map(
    ([name, value]) => `${name} ${value.toFixed(name.includes(' ') ? 0 : 3)}`,
  );
  process.stdout.write(
    `${run.subject.padEnd(20)} ${run.part.padEnd(6)} ${String(same).padStart(3)} pairs  ${shown.join('  ')}\n`,
  );
  if (run.args.includes('--misses') && run.part === 'all')
    process.stdout.write(misses.map((miss) => `  ${miss}\n`).join(''));
}

function score(rows: Row[], keys: Map<string, string | null>) {
  let [right, joined, same] = [0, 0, 0];
  const misses: string[] = [];
  rows.forEach((x, i) => {
    for (const y of rows.slice(i + 1)) {
      const one = x.event_id === y.event_id;
      const key = keys.get(x.id) ?? null;
      const met = key !== null && key === (keys.get(y.id) ?? null);
      if (one) same += 1;
      if (met) joined += 1;
      if (one && met) right += 1;
      if (one !== met)
        misses.push(`${one ? 'parted' : 'joined'}  ${x.id} ${y.id}  ${x.event_id} ${y.event_id}`);
    }
  });
  return { right, joined, same, misses };
}

function keysOf(reports: FiledReport[]): Map<string, string | null> {
  return new Map(runLedger(reports, copyGroups(reports)).map(({ id, agreement }) => [id, agreement]));
}

const NONE: Report = { verdict: 'none', score: 0, reasons: [], agreements: [] };

function articleOf({ url, title, text, lang }: Row): ArticleText {
  return { url, title, body: text, published: null, language: lang };
}

function filed(row: Row, { verdict, agreements }: Report): FiledReport {
  const article = articleOf(row);
  return {
    ...article,
    id: row.id,
    publisher: null,
    source: null,
    ...fingerprint(article),
    verdict,
    agreements,
  };
}

/** The labelled facts of the signing an article is about, as a recognizer without faults would give them. */
function labelledAgreement({ facts }: Row): Agreement {
  const date = facts.signed_on ?? null;
  return {
    governments: (facts.government ?? []).map((name) => ({
      name,
      region: facts.government_region ?? null,
      city: facts.government_city ?? null,
    })),
    companies: (facts.companies_canonical ?? []).map((canonical) => ({ name: canonical, canonical })),
    document: facts.document ?? null,
    status: 'signed',
    signedOn:
      date === null
        ? null
        : { date, precision: date.length === 10 ? 'day' : date.length === 7 ? 'month' : 'year' },
    place: facts.place ?? null,
    amounts: (facts.amounts ?? []).flatMap(({ value, currency }) =>
      value === null ? [] : [{ value, currency, asWritten: String(value), payer: null }],
    ),
    period: labelledPeriod(facts.period ?? null),
    topics: (facts.topics ?? []).flatMap((topic) => topic.split('/')),
    conflicts: [],
    evidence: [],
  };
}

function labelledPeriod(asWritten: string | null): Agreement['period'] {
  if (asWritten === null) return null;
  const plan = Number(/(\d\d)th Five/.exec(asWritten)?.[1] ?? 0);
  const range = /(20\d\d)-(20\d\d)/.exec(asWritten);
  const from = plan ? 1951 + 5 * plan : Number(range?.[1] ?? 0);
  const to = plan ? 1955 + 5 * plan : Number(range?.[2] ?? 0);
  const years = Number(/(\d+) years/.exec(asWritten)?.[1] ?? 0);
  return { asWritten, from: from ? String(from) : null, to: to ? String(to) : null, years: years || null };
}
