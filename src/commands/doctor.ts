/** `doctor`: is everything there that Pactwire needs, and how to mend what is not. */
import { type Command, EXIT } from './command.ts';

export const doctor: Command = {
  name: 'doctor',
  summary: 'check Node, browser, Redis, Postgres, config and clock',
  usage: `pactwire doctor [--json]

Exit code 1 when something needs mending, 3 when Redis or Postgres is asked for and cannot be reached.`,
  options: { json: { type: 'boolean' } },
  async run({ flags }, { terminal, checks }) {
    const found = await checks();
    for (const check of found) {
      const line = `${check.ok ? 'ok  ' : 'MEND'}  ${check.name.padEnd(10)}  ${check.found}`;
      await terminal.out(flags.json === true ? JSON.stringify(check) : line);
      if (flags.json !== true && !check.ok && check.mend)
        await terminal.out(`      ${' '.repeat(10)}  ${check.mend}`);
    }
    const bad = found.filter(({ ok }) => !ok);
    if (bad.some(({ name }) => name === 'redis' || name === 'postgres')) return EXIT.unreachable;
    return bad.length > 0 ? EXIT.failures : EXIT.done;
  },
};
