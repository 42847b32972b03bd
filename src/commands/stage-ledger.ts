/** `stage ledger`: reads every article, then answers all of them in the order of the input. */
import type { FiledReport } from '../domain/report.ts';
import { copyGroups } from '../fingerprint/copy-groups.ts';
import { fingerprint } from '../fingerprint/fingerprint.ts';
import { runLedger } from '../ledger/run-ledger.ts';
import { type Context, EXIT } from './command.ts';
import { type ErrorLine, readLines, reportError, type StageLine } from './stage-line.ts';
import { articleOf } from './stage-table.ts';

/** Articles of one run are held in memory: more than this is refused line by line. */
const MOST_ARTICLES = 200_000;

export async function ledgerStage(context: Context): Promise<number> {
  const recognize = context.recognizer();
  const order: (FiledReport | ErrorLine)[] = [];
  const given = new Map<string, unknown>();
  for await (const read of readLines(context.terminal.input())) {
    if ('error' in read) order.push(read);
    else if (order.length >= MOST_ARTICLES)
      order.push(reportError(read.line.id, `more than ${MOST_ARTICLES} articles`));
    else order.push(fileLine(read.line, { recognize, seen: order.length, given }));
  }
  const reports = order.filter((entry): entry is FiledReport => 'verdict' in entry);
  const answers = runLedger(reports, copyGroups(reports))[Symbol.iterator]();
  for (const entry of order) {
    const answer = 'verdict' in entry ? answers.next().value : undefined;
    const asGiven = answer && {
      ...answer,
      id: given.get(answer.id),
      duplicateOf: answer.duplicateOf === null ? null : given.get(answer.duplicateOf),
    };
    await context.terminal.out(JSON.stringify(asGiven ?? entry));
  }
  return EXIT.done;
}

function fileLine(
  line: StageLine,
  at: { recognize: ReturnType<Context['recognizer']>; seen: number; given: Map<string, unknown> },
): FiledReport | ErrorLine {
  try {
    const article = articleOf(line);
    const { verdict, agreements } = at.recognize(article);
    const id = ownId(line.id, at);
    return { ...article, id, publisher: null, source: null, ...fingerprint(article), verdict, agreements };
  } catch (error) {
    return reportError(line.id, error);
  }
}

/** The rooms want ids that are texts and unique; numbers, and ids given twice, get one and are answered as given. */
function ownId(asked: unknown, { seen, given }: { seen: number; given: Map<string, unknown> }): string {
  const text = typeof asked === 'string' || typeof asked === 'number' ? String(asked) : `line-${seen}`;
  const id = given.has(text) ? `${text} line-${seen}` : text;
  given.set(id, asked ?? id);
  return id;
}
