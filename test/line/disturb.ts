/**
 * Runs of the line that are disturbed (killed processes, an emptied Redis), and the ledger they leave, to be compared
 * with that of an undisturbed run. Used by the tests with a few disturbances and by `npm run bench -- kills` with many.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ArticleRow } from '../../src/domain/queries.ts';
import { ledgerOf } from './ledger-of.ts';
import { type Farm, startFarm } from './news-farm.ts';
import { cleanEnv, jsonLines, PACTWIRE, pactwire } from './run-pactwire.ts';

export interface Left {
  ledger: string[];
  /** URLs of the articles, sorted: twice the same would show here. */
  articles: string[];
}

export interface Ground {
  farm: Farm;
  folder: string;
  config: string;
  close(): Promise<void>;
}

export async function prepareGround(
  hosts = 6,
  each = 9,
  options: { delayMs?: number } = {},
): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'pactwire-disturb-'));
  const farm = await startFarm(hosts, each, options);
  const config = join(folder, 'config');
  mkdirSync(join(config, 'sources'), { recursive: true });
  writeFileSync(join(config, 'sources', 'farm.yaml'), farm.sources('30ms'));
  return {
    farm,
    folder,
    config,
    async close() {
      await farm.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a run to the end leaves behind. Throws when it does not end well. */
export async function runToEnd(
  flags: string[],
  env: Record<string, string> = {},
): Promise<Left & { seconds: number }> {
  const ran = await pactwire(['once', '--json', ...flags], { env });
  if (ran.code !== 0) throw new Error(`once: exit ${ran.code}: ${ran.stderr}\n${ran.stdout}`);
  const { seconds } = JSON.parse(ran.stdout) as { seconds: number };
  const articles = jsonLines<ArticleRow>(await pactwire(['articles', '--json', ...flags], { env }));
  return { seconds, ledger: await ledgerOf(flags, { env }), articles: articles.map(({ url }) => url).sort() };
}

/** Starts `once` and kills it after `afterMs` of its life; resolves when it is dead. */
export async function killedRun(
  flags: string[],
  afterMs: number,
  env: Record<string, string> = {},
): Promise<void> {
  const timer = new AbortController();
  const ended = pactwire(['once', ...flags], {
    env,
    started: (child) =>
      void wait(afterMs, undefined, { signal: timer.signal }).then(
        () => child.kill('SIGKILL'),
        () => undefined,
      ),
  });
  await ended;
  timer.abort();
}

/** Role processes of a fleet, started again when they are killed. */
export class Fleet {
  readonly #env: NodeJS.ProcessEnv;
  readonly #flags: string[];
  readonly #children = new Map<string, ChildProcess>();
  #closed = false;
  constructor(flags: string[], env: Record<string, string>) {
    this.#flags = flags;
    this.#env = cleanEnv(env);
  }

  start(name: string, role: string): void {
    const child = spawn(process.execPath, [PACTWIRE, role, ...this.#flags], {
      env: this.#env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.#children.set(name, child);
    child.once('exit', () => {
      if (!this.#closed) this.start(name, role);
    });
  }

  kill(name: string): void {
    this.#children.get(name)?.kill('SIGKILL');
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(
      [...this.#children.values()].map((child) => {
        if (child.exitCode !== null || child.signalCode !== null) return undefined;
        const gone = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        return gone;
      }),
    );
  }
}
