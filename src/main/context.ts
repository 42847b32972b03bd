/** What commands are given, made from the environment and the common flags. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canonicalize } from '../addresses/canonicalize.ts';
import type { Context, Terminal } from '../commands/command.ts';
import type { ArticleText, Report } from '../domain/report.ts';
import { createRecognizer } from '../recognize/recognize.ts';
import { type Config, loadConfig } from '../settings/config.ts';
import { type Environment, UsageError } from '../settings/environment.ts';
import { loadLexicon } from '../settings/lexicon.ts';
import { describeProblem } from '../settings/yaml-file.ts';
import { makeLogger } from './log.ts';

const SHIPPED = fileURLToPath(new URL('../../config/', import.meta.url));

export function makeContext(
  environment: Environment,
  terminal: Terminal,
  flags: { config: string | null; data: string | null },
): Context {
  const path = (relative: string) => resolve(environment.callerFolder, relative);
  const configDir = flags.config === null ? SHIPPED : path(flags.config);
  const dataDir = path(flags.data ?? '.pactwire');
  const log = makeLogger(environment.logLevel);
  const config = once(() => readConfig(configDir, terminal));
  const recognizer = once(() => makeRecognizer(configDir));
  const recognize = (article: ArticleText): Report => recognizer()(article);
  const ask = () => ({ environment, dataDir, config: config(), recognize });
  return {
    environment,
    terminal,
    configDir,
    dataDir,
    path,
    config,
    keyOf: (url) => (url.startsWith('urn:') ? url : canonicalize(url, { moves: config().moves })),
    // Crawlee, the database and the browser are loaded when they are needed: `stage` and `--help` are not held up.
    open: async () => (await import('./open-app.ts')).openApp(ask(), log),
    serve: async (role) => (await import('./serve.ts')).serve(role, { ...ask(), log, terminal }),
    recognizer,
    checks: async () => (await import('./checks.ts')).runChecks({ environment, configDir, dataDir }),
  };
}

function readConfig(dir: string, terminal: Terminal): Config {
  const config = loadConfig(dir);
  for (const problem of config.problems) terminal.err(describeProblem(problem));
  if (config.problems.length > 0 && config.sources.length === 0) {
    throw new UsageError(`no usable source in ${join(dir, 'sources')}: mend what is named above`);
  }
  return config;
}

function makeRecognizer(configDir: string): (article: ArticleText) => Report {
  const own = join(configDir, 'lexicon');
  const shipped = join(SHIPPED, 'lexicon');
  return createRecognizer(loadLexicon(shipped, own !== shipped && existsSync(own) ? own : null));
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
