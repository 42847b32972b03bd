/** `once`: visit everything now, wait until it is done, print what came of it. */
import { type Command, type Context, EXIT } from './command.ts';
import { durationOf } from './flags.ts';
import { failureLines, type Progress, progressLine, type RunSummary, summaryTable } from './summary.ts';

export const once: Command = {
  name: 'once',
  summary: 'visit every enabled source now and exit when all is read',
  usage: `pactwire once [--deadline 10m] [--json]

Visits every enabled source, whatever its schedule, and ends when every link found has an outcome.
A page is tried at most three times. What the deadline leaves stays due and is counted as waiting.`,
  options: { deadline: { type: 'string' }, json: { type: 'boolean' } },
  async run({ flags }, context) {
    const deadlineMs = durationOf(flags, 'deadline');
    const problems = context.config().problems.length;
    const app = await context.open();
    try {
      const summary = await app.once({ deadlineMs }, showProgress(context));
      const code = await printSummary(summary, flags.json === true, context);
      return problems > 0 ? EXIT.failures : code;
    } finally {
      await app.close();
    }
  },
};

/** Redraws one line on a terminal; elsewhere a plain line now and then. */
export function showProgress({ terminal }: Context): (now: Progress) => void {
  let last = 0;
  return (now) => {
    if (terminal.live) {
      terminal.redraw(progressLine(now));
    } else if (now.seconds - last >= 10) {
      last = now.seconds;
      terminal.err(progressLine(now));
    }
  };
}

/** Prints the summary; resolves with the exit code it means. */
export async function printSummary(
  summary: RunSummary,
  json: boolean,
  { terminal }: Context,
): Promise<number> {
  terminal.redraw('');
  for (const line of failureLines(summary)) terminal.err(line);
  if (json) await terminal.out(JSON.stringify(summary));
  else for (const line of summaryTable(summary)) await terminal.out(line);
  return summary.failures.length > 0 ? EXIT.failures : EXIT.done;
}
