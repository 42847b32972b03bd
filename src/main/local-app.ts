/** The application over the store that this process has opened. */

import { readImportFiles } from '../adapters/files/read-files.ts';
import type { App } from '../commands/command.ts';
import type { Progress, RunSummary } from '../commands/summary.ts';
import { ruleLedger } from '../stages/rule-ledger.ts';
import { trySource } from '../stages/try-source.ts';
import type { Composed } from './compose.ts';
import type { Engine } from './engine.ts';
import { importAll } from './import-run.ts';
import type { Logger } from './log.ts';
import { syncSources } from './sync-sources.ts';

export interface LocalApp extends App {
  engine(): Promise<Engine>;
}

/** Work that comes due within this belongs to the run in hand (the longest Retry-After that is waited for). */
const HORIZON_MS = 125_000;
const LOOK_MS = 200;

/** The engine is started when the first run needs it, and by the roles that are nothing but it. */
export function localApp(composed: Composed, log: Logger, close: () => Promise<void>): LocalApp {
  let starting: Promise<Engine> | null = null;
  const engine = () => {
    starting ??= import('./engine.ts').then(({ startEngine }) =>
      startEngine(composed, { schedule: true, work: true, log }),
    );
    return starting;
  };
  return {
    queries: composed.store.queries,
    engine,
    once: async (ask, progress) => runOnce(composed, { ...ask, engine: await engine() }, progress),
    importFiles: (ask, progress) => importAll(readImportFiles(ask.files, ask.url), composed, progress),
    trial: (source) => trySource(source, composed.deps),
    rule: (ruling) => ruleLedger(ruling, composed.deps),
    workers: () => composed.store.workers.list(),
    politeness: () => composed.store.politeness(),
    async close() {
      if (starting) await (await starting).close();
      await close();
    },
  };
}

async function runOnce(
  composed: Composed,
  { deadlineMs, engine }: { deadlineMs: number | null; engine: Engine },
  progress: (now: Progress) => void,
): Promise<RunSummary> {
  const { frontier, queries } = composed.store;
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1_000;
  const since = await queries.now();
  await syncSources(composed);
  const ids = composed
    .config()
    .sources.filter(({ enabled }) => enabled)
    .map(({ id }) => id);
  await frontier.makeDue(ids);
  engine.kick();
  for (;;) {
    const counts = await frontier.counts(HORIZON_MS, since);
    const open = counts.listings + counts.pages;
    const over = deadlineMs !== null && seconds() * 1_000 >= deadlineMs;
    if (open > 0 && !over) {
      progress(await progressOf(composed, { since, counts, seconds: seconds() }));
      await composed.deps.sleep(LOOK_MS);
      continue;
    }
    const run = await queries.run(since);
    return { ...run, waiting: counts.waiting + open, seconds: round(seconds()) };
  }
}

const round = (seconds: number): number => Math.round(seconds * 1_000) / 1_000;

async function progressOf(
  { store, config }: Composed,
  at: { since: Date; counts: { listings: number; pages: number }; seconds: number },
): Promise<Progress> {
  const run = await store.queries.run(at.since);
  const all = config().sources.filter(({ enabled }) => enabled).length;
  return {
    sources: { done: run.sources, all },
    pages: { done: run.pages, all: run.pages + at.counts.pages },
    articles: run.articles,
    agreements: run.agreements,
    seconds: at.seconds,
  };
}
