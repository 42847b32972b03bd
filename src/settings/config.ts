/**
 * The configuration as a whole, and its reload while running: the last good state is kept when a change is bad.
 */
import { type FSWatcher, watch as watchFolder } from 'node:fs';
import { basename, join } from 'node:path';
import type { HostMove, Source } from '../domain/source.ts';
import type { Watch } from '../domain/watch.ts';
import { loadWatches } from './alerts.ts';
import { FLEET_FILE, loadFleet } from './fleet.ts';
import { loadSources } from './sources.ts';
import type { Problem } from './yaml-file.ts';

export interface Config {
  dir: string;
  sources: Source[];
  watches: Watch[];
  /** Visits a day of all `auto` listings together; null: the default for each. */
  budget: number | null;
  moves: HostMove[];
  problems: Problem[];
}

/** Reads sources and alerts; throws `UsageError` when there is no `sources/`. */
export function loadConfig(dir: string): Config {
  const sources = loadSources(dir);
  const watches = loadWatches(dir);
  const fleet = loadFleet(dir);
  return {
    dir,
    sources: sources.sources,
    watches: watches.watches,
    budget: fleet.budget,
    moves: fleet.moves,
    problems: [...sources.problems, ...watches.problems, ...fleet.problems],
  };
}

/**
 * The state to run with after a reload: sources and watches of `next`, but an entry that turned bad keeps its last
 * good form. A source is only gone when nothing in its file is wrong.
 */
export function keepLastGood(current: Config, next: Config): Config {
  if (next.problems.length === 0) return next;
  const keep = <T extends { id: string }>(old: T[], now: T[]) => {
    const ids = new Set(now.map((entry) => entry.id));
    return [...now, ...old.filter((entry) => !ids.has(entry.id))];
  };
  const fleet = next.problems.some(({ file }) => basename(file) === FLEET_FILE) ? current : next;
  return {
    ...next,
    budget: fleet.budget,
    moves: fleet.moves,
    sources: keep(current.sources, next.sources),
    watches: keep(current.watches, next.watches),
  };
}

export interface ConfigWatch {
  close(): void;
}

/** Calls `changed` with the reloaded config after edits have been quiet for `quietMs`; `failed` when it cannot be read. */
export function watchConfig(
  dir: string,
  on: { changed(config: Config): void; failed(error: unknown): void },
  quietMs = 300,
): ConfigWatch {
  let timer: NodeJS.Timeout | undefined;
  const reload = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      try {
        on.changed(loadConfig(dir));
      } catch (error) {
        on.failed(error);
      }
    }, quietMs);
    timer.unref();
  };
  const watchers: FSWatcher[] = [dir, join(dir, 'sources')].map((folder) => watchFolder(folder, reload));
  for (const watcher of watchers) watcher.on('error', on.failed).unref();
  return {
    close() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}
