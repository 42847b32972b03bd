/**
 * The command line's entry: finds the command, reads its flags, hands it the context, turns errors into exit codes.
 *
 *   0 done · 1 done with failed sources or items · 2 wrong use or invalid config · 3 a needed service is away
 */

import host from 'node:process';
import { parseArgs } from 'node:util';
import { type Command, EXIT } from '../commands/command.ts';
import { COMMANDS, overview } from '../commands/table.ts';
import { ServiceUnreachable } from '../domain/failure.ts';
import { readEnvironment, UsageError } from '../settings/environment.ts';
import { makeContext } from './context.ts';
import { requireNode } from './node-version.ts';
import { stdio } from './terminal.ts';

const COMMON = {
  config: { type: 'string' },
  data: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

async function main(argv: string[]): Promise<number> {
  requireNode(host.versions.node);
  const [name, ...args] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    await stdio.out(overview());
    return name === undefined ? EXIT.usage : EXIT.done;
  }
  const command = COMMANDS.find((known) => known.name === name);
  if (!command) throw new UsageError(`unknown command "${name}". "pactwire --help" lists them`);
  const { values, positionals } = readFlags(command, args);
  if (values.help === true) {
    await stdio.out(command.usage);
    return EXIT.done;
  }
  const context = makeContext(readEnvironment(), stdio, {
    config: typeof values.config === 'string' ? values.config : null,
    data: typeof values.data === 'string' ? values.data : null,
  });
  return command.run({ flags: values, words: positionals }, context);
}

function readFlags({ name, options, usage }: Command, args: string[]) {
  try {
    return parseArgs({ args, options: { ...options, ...COMMON }, allowPositionals: true, strict: true });
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
    throw new UsageError(`${name}: ${why}\n\n${usage}`);
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError) stdio.err(`pactwire: ${error.message}`);
  else if (error instanceof ServiceUnreachable) stdio.err(`pactwire: ${error.message}`);
  else stdio.err(`pactwire: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  if (error instanceof UsageError) return EXIT.usage;
  return error instanceof ServiceUnreachable ? EXIT.unreachable : EXIT.failures;
}

// A reader that went away (`| head`) is no error.
host.stdout.on('error', (error: NodeJS.ErrnoException) => host.exit(error.code === 'EPIPE' ? 0 : 1));
// Started by the launcher on an older Node: when the launcher dies, however, so does this process.
host.on('disconnect', () => host.exit(1));

const code = await main(host.argv.slice(2)).catch(exitCodeOf);
// Adapters may hold timers or sockets that are already closed in spirit; the work is done.
host.exit(code);
