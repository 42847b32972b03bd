/** The roles: what runs until it is told to stop. */
import { flushCompileCache } from 'node:module';
import host from 'node:process';
import type { Role, Terminal } from '../commands/command.ts';
import { EXIT } from '../commands/command.ts';
import { watchConfig } from '../settings/config.ts';
import { UsageError } from '../settings/environment.ts';
import { describeProblem } from '../settings/yaml-file.ts';
import type { ComposeAsk, Composed } from './compose.ts';
import { type Engine, startEngine } from './engine.ts';
import type { Logger } from './log.ts';
import { openLocal } from './open-app.ts';
import { syncSources } from './sync-sources.ts';
import { startUpkeep } from './upkeep.ts';
import { watchReach } from './watch-reach.ts';
import { startWeb } from './web.ts';

export type ServeAsk = ComposeAsk & { log: Logger; terminal: Terminal };

/** Work in hand is finished or returned within this after a signal. */
const GRACE_MS = 25_000;

/** Runs a role until SIGINT or SIGTERM. */
export async function serve(role: Role, ask: ServeAsk): Promise<number> {
  const { environment, log } = ask;
  if (role !== 'up' && (!environment.databaseUrl || !environment.redisUrl)) {
    throw new UsageError(
      `${role} is a part of a fleet: set DATABASE_URL and REDIS_URL, or run "pactwire up"`,
    );
  }
  const stopped = stopSignal();
  const { app, composed } = await openLocal(ask, log);
  const closers: (() => Promise<void>)[] = [() => app.close()];
  let engine: Engine | null = null;
  closers.push(await startUpkeep(composed, { role, log, inHand: () => engine?.inHand() ?? {} }));
  // The dashboard first: it answers while the queues are still being made ready.
  if (role === 'up' || role === 'web') closers.push(await startWeb(composed, ask));
  if (role === 'up' || role === 'scheduler') closers.push(await followConfig(composed, ask));
  if (role === 'up') engine = await app.engine();
  else if (role !== 'web') {
    const own = await runEngine(role, composed, log);
    engine = own;
    closers.push(() => own.close());
  }
  if (role === 'up') {
    const stop = watchReach(composed.store.queries, (sentence) => ask.terminal.err(sentence));
    closers.push(async () => stop());
  }
  log.info({ role, worker: composed.worker }, 'running');
  // Compiled modules are else kept at the end only, and a killed process has none.
  flushCompileCache();
  await stopped;
  log.info('stopping: finishing the work in hand');
  const late = setTimeout(() => host.exit(EXIT.failures), GRACE_MS);
  for (const close of closers.reverse()) await close();
  clearTimeout(late);
  return EXIT.done;
}

function runEngine(role: Role, composed: Composed, log: Logger): Promise<Engine> {
  return startEngine(composed, { schedule: role === 'scheduler', work: role === 'worker', log });
}

/** Takes the config into the store, now and after every edit. */
async function followConfig(
  composed: Composed,
  { config, terminal, log }: ServeAsk,
): Promise<() => Promise<void>> {
  await syncSources(composed);
  const watch = watchConfig(config.dir, {
    changed(next) {
      for (const problem of next.problems) terminal.err(describeProblem(problem));
      const kept = composed.reload(next);
      syncSources(composed).then(
        () => log.info({ sources: kept.sources.length, problems: next.problems.length }, 'config reloaded'),
        (error) => log.error({ err: error }, 'the reloaded config could not be taken over'),
      );
    },
    failed: (error) => log.error({ err: error }, 'the config cannot be read: the last good one stays'),
  });
  return async () => watch.close();
}

/** A terminal tells the launcher and us, and the launcher tells us again: that is one signal. */
const SAME_SIGNAL_MS = 1_000;

/**
 * Resolves at the first signal; a later one ends the process at once. The listeners stay: a library that cleans up on signals ends the
 * process at once when it finds itself the only one who listens.
 */
function stopSignal(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let first: number | null = null;
  const tell = () => {
    first ??= performance.now();
    if (performance.now() - first > SAME_SIGNAL_MS) host.exit(EXIT.failures);
    resolve();
  };
  host.on('SIGINT', tell);
  host.on('SIGTERM', tell);
  return promise;
}
