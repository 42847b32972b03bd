/** Every command there is, in the order `--help` lists them. */
import { agreements } from './agreements.ts';
import { articles } from './articles.ts';
import type { Command } from './command.ts';
import { doctor } from './doctor.ts';
import { explain } from './explain.ts';
import { exportLedger } from './export.ts';
import { fleet } from './fleet.ts';
import { importFiles } from './import.ts';
import { ledger } from './ledger.ts';
import { once } from './once.ts';
import { politeness } from './politeness.ts';
import { search } from './search.ts';
import { roles } from './serve.ts';
import { source } from './source.ts';
import { stage } from './stage.ts';

export const COMMANDS: Command[] = [
  ...roles,
  once,
  source,
  agreements,
  articles,
  search,
  explain,
  importFiles,
  exportLedger,
  ledger,
  fleet,
  politeness,
  doctor,
  stage,
];

/** The text of `pactwire --help`. */
export function overview(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  return `pactwire <command> [flags]

${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join('\n')}

Every command has --help. Common flags: --config DIR (default config/), --data DIR (default .pactwire/).
Environment: DATABASE_URL, REDIS_URL, PACTWIRE_ALLOW_NETWORKS, PACTWIRE_USER_AGENT, PACTWIRE_TOKEN, PORT, LOG_LEVEL.`;
}
