/** `fleet`: the processes at work, by their heartbeat. */
import { type Command, EXIT } from './command.ts';
import { table } from './print.ts';

export const fleet: Command = {
  name: 'fleet',
  summary: 'show the processes at work',
  usage: `pactwire fleet [--json]

Every process of the fleet by its heartbeat: role, machine, since when, when last heard of, and the jobs it had in hand
then. A process that was killed is shown as lost until it is forgotten; its work runs again by itself.`,
  options: { json: { type: 'boolean' } },
  async run({ flags }, context) {
    const app = await context.open();
    try {
      const workers = await app.workers();
      if (flags.json === true) {
        for (const worker of workers) await context.terminal.out(JSON.stringify(worker));
        return EXIT.done;
      }
      const rows = workers.map((worker) => [
        worker.id,
        worker.role,
        worker.alive ? 'alive' : 'lost',
        `${worker.machine}/${worker.pid}`,
        worker.startedAt.toISOString(),
        worker.seenAt.toISOString(),
        inHand(worker.inHand),
      ]);
      const head = ['id', 'role', 'state', 'machine/pid', 'started', 'last heard', 'in hand'];
      for (const line of table(head, rows, context.terminal.columns)) await context.terminal.out(line);
      return EXIT.done;
    } finally {
      await app.close();
    }
  },
};

/** `pages 3, visits 1`; a dash for none. */
function inHand(jobs: Record<string, number>): string {
  const held = Object.entries(jobs).filter(([, count]) => count > 0);
  return held.map(([queue, count]) => `${queue} ${count}`).join(', ') || '-';
}
