/**
 * Opens the application for a command: the store itself, or, when another process holds the embedded one, that process.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { DataDirBusy } from '../adapters/postgres/data-lock.ts';
import type { App } from '../commands/command.ts';
import { type ComposeAsk, type Composed, compose } from './compose.ts';
import { answerOthers } from './holder.ts';
import { type LocalApp, localApp } from './local-app.ts';
import type { Logger } from './log.ts';
import { reachHolder } from './remote-app.ts';

/** A holder may be just starting, or just ending: both are over within this. */
const PATIENCE_MS = 15_000;
const AGAIN_MS = 100;

/** This process's own application. Throws `DataDirBusy` when another one holds the data folder. */
export async function openLocal(
  ask: ComposeAsk,
  log: Logger,
): Promise<{ app: LocalApp; composed: Composed }> {
  const composed = await compose(ask);
  const embedded = ask.environment.databaseUrl === null;
  const holder = embedded ? await answerOthers(() => app, ask.dataDir) : null;
  const app: LocalApp = localApp(composed, log, async () => {
    await holder?.close();
    await composed.close();
  });
  return { app, composed };
}

/** The application, wherever it is. */
export async function openApp(ask: ComposeAsk, log: Logger): Promise<App> {
  const started = performance.now();
  for (;;) {
    try {
      return (await openLocal(ask, log)).app;
    } catch (error) {
      if (!(error instanceof DataDirBusy)) throw error;
      const app = await reachHolder(ask.dataDir).catch(() => null);
      if (app) return app;
      if (performance.now() - started > PATIENCE_MS) throw error;
    }
    await sleep(AGAIN_MS);
  }
}
