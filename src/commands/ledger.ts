/** `ledger join` and `ledger split`: an operator's word on which reports tell of one signing. */

import { UsageError } from '../settings/environment.ts';
import { type Command, type Context, EXIT } from './command.ts';

export const ledger: Command = {
  name: 'ledger',
  summary: 'join or split agreements by hand',
  usage: `pactwire ledger join <report> <report>
pactwire ledger split <report> <report>

Two reports (their URLs) tell of one signing, or of two. Where a report tells of several agreements, add #2, #3 … for the
second, third. The word holds over later reports and reprocessing; the last word on a pair counts.`,
  options: {},
  async run({ words: [verb, first, second, ...rest] }, context) {
    if ((verb !== 'join' && verb !== 'split') || !first || !second || rest.length > 0) {
      throw new UsageError(
        'ledger: write "ledger join <report> <report>" or "ledger split <report> <report>"',
      );
    }
    const app = await context.open();
    try {
      const ruling = { kind: verb, a: refOf(first, context.keyOf), b: refOf(second, context.keyOf) } as const;
      for (const { id } of [ruling.a, ruling.b]) {
        if (!(await app.queries.article(id))) throw new UsageError(`ledger: no article is known as ${id}`);
      }
      await app.rule(ruling);
      context.terminal.err(verb === 'join' ? 'joined: one signing' : 'split: two signings');
      return EXIT.done;
    } finally {
      await app.close();
    }
  },
};

function refOf(text: string, keyOf: Context['keyOf']): { id: string; index: number } {
  const [, url = text, number] = /^(.*?)(?:#(\d{1,3}))?$/.exec(text) ?? [];
  const id = keyOf(url);
  if (!id) throw new UsageError(`ledger: "${text}" is no http or https URL`);
  return { id, index: number ? Number(number) - 1 : 0 };
}
