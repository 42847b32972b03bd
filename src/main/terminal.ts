/** Standard input and output as commands see them. */
import host from 'node:process';
import { createInterface } from 'node:readline';
import type { Terminal } from '../commands/command.ts';

export const stdio: Terminal = {
  out: (line) =>
    new Promise((resolve) => {
      host.stdout.write(`${line}\n`, () => resolve());
    }),
  err(line) {
    host.stderr.write(`${line}\n`);
  },
  redraw(line) {
    if (!host.stderr.isTTY) return;
    host.stderr.write(`\r\u001b[2K${line.slice(0, Math.max(20, host.stderr.columns - 1))}`);
  },
  live: host.stderr.isTTY === true,
  columns: host.stdout.isTTY ? host.stdout.columns : 200,
  input: () => createInterface({ input: host.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
};
