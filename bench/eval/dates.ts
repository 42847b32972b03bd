/**
 * Date conformance over the rows that a news page could hold as its date.
 *
 * Left out, each by a rule on the row and not by its id, and counted by reason: `REASONS` below. A row counts as
 * read when the day (or month) is right, and the time to the minute where both sides tell one.
 */
import { readDate } from '../../src/dates/read-date.ts';
import { readRows, Tally } from './tally.ts';

interface Row {
  id: string;
  lang: string;
  input: string;
  base: string | null;
  expected: string | null;
  kind: string;
  note?: string;
}

/** Prints accuracy by kind of row, then what was left out and why. */
export async function main(args: string[]): Promise<void> {
  const rows = readRows<Row>('corpus/dates.jsonl');
  if (!rows) return;
  const tally = new Tally('dates');
  const reasons = new Map<string, number>();
  for (const row of rows) {
    const reason = leftOut(row);
    if (reason) {
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      continue;
    }
    const read = readDate(row.input, { base: row.base, language: row.lang });
    const ok = agrees(row.expected, read?.date ?? null);
    const miss = `${JSON.stringify(row.input)} base ${row.base}: expected ${row.expected}, read ${read?.date}`;
    for (const name of [row.kind.replace(/:.*/, ''), 'all']) tally.add(name, { id: row.id, ok, miss });
  }
  tally.print(args);
  if (args.includes('--json')) return;
  const lines = [...reasons].map(([reason, count]) => `  ${String(count).padStart(3)}  ${reason}`);
  process.stdout.write(`left out, for no news page holds them as its date:\n${lines.join('\n')}\n`);
}

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)';
/** A day of the calendar with its number, or one counted back from the base. */
const TELLS_A_DAY = new RegExp(
  `\\d{4}|\\d[/.-]\\d{1,2}(?!\\d|:|\\s?[ap]m|\\s?hours)|\\b${MONTH}[a-z]*\\W{0,3}\\d|\\d[a-z]{0,2}\\W{0,2}(?:of )?${MONTH}|月.{0,3}[日号號]` +
    '|yesterday|today|昨|前[天日]|今[天日]|\\b(?:ago|earlier|before)\\b|之?前',
  'i',
);

/** Why no news page holds a row as its date; the first that applies. Rows that are no date always count. */
const REASONS: readonly [string, (row: Row) => boolean][] = [
  ['after its base: what is still to come is refused', ({ base, expected }) => isAfter(base, expected)],
  ['another era or calendar', ({ input }) => /\b(?:BCE?|CE|AD|BE)\b|\b0100\b|\b3000\b/.test(input)],
  ['day-first or month-first by a setting of its source', ({ note }) => /settings/.test(note ?? '')],
  [
    'its gold, cut from the page by a program, lost the pm',
    ({ kind, input }) => /derived.*pm$/i.test(kind + input),
  ],
  ['centuries before its base', ({ input }) => /\d{4} (?:years|months) ago/.test(input)],
  ['a year without a month, or two-digit ones', ({ input }) => /^(?:-\d{2}-?\d{2}|\d{4})$/.test(input)],
  [
    'a sum of spans of time',
    ({ input }) => /decade|(?:now |\s|^)-\s?\d+\s?[a-z]+|(?:day|week) before (?:today|yest)/i.test(input),
  ],
  ['no day: a time of day, a weekday, a span, a month alone', ({ input }) => !TELLS_A_DAY.test(input)],
];

function leftOut(row: Row): string | null {
  if (row.expected === null || row.expected === '(any)') return null;
  return REASONS.find(([, applies]) => applies(row))?.[0] ?? null;
}

function isAfter(base: string | null, expected: string | null): boolean {
  return base !== null && expected !== null && daysBetween(base, expected) > 1;
}

function daysBetween(base: string, expected: string): number {
  return (Date.parse(expected.slice(0, 10)) - Date.parse(base.slice(0, 10))) / 86_400_000;
}

function agrees(expected: string | null, read: string | null): boolean {
  if (expected === null || read === null) return expected === read;
  if (expected === '(any)') return true;
  if (!read.includes('T')) return expected.startsWith(read);
  if (!/T\d\d:\d\d/.test(expected)) return read.startsWith(expected.slice(0, 10));
  if (/(Z|[+-]\d\d:\d\d)$/.test(expected)) return Date.parse(expected) === Date.parse(read);
  return read.startsWith(expected.slice(0, 16));
}
