/**
 * `stage <name>`: one room on JSON lines, for other programs and for the scorers.
 *
 * Every stage but `ledger` answers a line before it waits for the next; `ledger` reads to the end first.
 */
import { type Command, type Context, EXIT } from './command.ts';
import { ledgerStage } from './stage-ledger.ts';
import { readLines, reportError, type StageLine } from './stage-line.ts';
import { lineStages } from './stage-table.ts';

export const stage: Command = {
  name: 'stage',
  summary: 'run one stage on JSON lines from standard input',
  usage: `pactwire stage <name> < in.jsonl > out.jsonl

One JSON object a line in, one out, in the same order. A line that cannot be processed gives
{"id":…,"error":"…"} and the run goes on. A page is given as "path" (a file) or "base64".

Stages: decode, listing, extract, canonicalize, robots, date, fingerprint, recognize, ledger`,
  options: {},
  async run({ words }, context) {
    const [name] = words;
    const stages = lineStages(context);
    if (name === 'ledger') return ledgerStage(context);
    const work = name === undefined ? undefined : stages[name];
    if (!work || words.length !== 1) {
      context.terminal.err(`pactwire stage: name one of ${[...Object.keys(stages), 'ledger'].join(', ')}`);
      return EXIT.usage;
    }
    return eachLine(work, context);
  },
};

async function eachLine(work: (line: StageLine) => unknown, { terminal }: Context): Promise<number> {
  for await (const read of readLines(terminal.input())) {
    if ('error' in read) {
      await terminal.out(JSON.stringify(read));
      continue;
    }
    let answer: unknown;
    try {
      answer = { id: read.line.id ?? null, ...(work(read.line) as object) };
    } catch (error) {
      answer = reportError(read.line.id, error);
    }
    await terminal.out(JSON.stringify(answer));
  }
  return EXIT.done;
}
