/**
 * `config/sources/*.yaml` to `Source`s. One bad entry, or one broken file, is a problem with its place;
 * the others go on.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cron } from 'croner';
import type { z } from 'zod';
import { durationMs, type Source, SourceEntry } from '../domain/source.ts';
import { UsageError } from './environment.ts';
import { defaultTimezone, isTimezone } from './timezone.ts';
import { type Problem, readYaml, type YamlFile, zodProblems } from './yaml-file.ts';

export interface LoadedSources {
  sources: Source[];
  problems: Problem[];
}

const KNOWN_KEYS = Object.keys(SourceEntry.shape);

/** Reads every `.yaml` and `.yml` file of `<configDir>/sources`; throws `UsageError` when there is no such folder. */
export function loadSources(configDir: string): LoadedSources {
  const folder = join(configDir, 'sources');
  const files = listYaml(folder);
  const seen = new Map<string, string>();
  const loaded: LoadedSources = { sources: [], problems: [] };
  for (const name of files) readFile(join(folder, name), loaded, seen);
  return loaded;
}

/** The sources of one file, wherever it lies. */
export function sourcesOfFile(file: string): LoadedSources {
  const loaded: LoadedSources = { sources: [], problems: [] };
  readFile(file, loaded, new Map());
  return loaded;
}

/** A source made of nothing but a URL, to try it out. */
export function adHocSource(url: string): Source {
  const { hostname } = new URL(url);
  const id =
    hostname
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'source';
  const region = hostname.endsWith('.cn') ? 'CN' : 'ZZ';
  const entry = SourceEntry.parse({ id, url, region, kind: 'press' });
  return toSource(entry);
}

function listYaml(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.ya?ml$/.test(name))
      .sort();
  } catch {
    throw new UsageError(
      `no folder ${folder}: make it and put one .yaml file with a list of sources into it`,
    );
  }
}

function readFile(file: string, loaded: LoadedSources, seen: Map<string, string>): void {
  const yaml = readYaml(file, readFileSync(file, 'utf8'));
  loaded.problems.push(...yaml.problems);
  if (yaml.problems.length > 0 || yaml.value === null) return;
  if (!Array.isArray(yaml.value)) {
    loaded.problems.push({
      file,
      ...yaml.place([]),
      message: 'must be a list of sources: begin each with "- id: …"',
    });
    return;
  }
  yaml.value.forEach((entry, index) => {
    const read = readEntry(yaml, entry, index);
    if ('problems' in read) {
      loaded.problems.push(...read.problems);
      return;
    }
    const first = seen.get(read.source.id);
    if (first) {
      const message = `duplicate id "${read.source.id}": it is used in ${first}; give this source another id`;
      loaded.problems.push({ file, ...yaml.place([index, 'id']), message });
      return;
    }
    seen.set(read.source.id, `${file}:${yaml.place([index, 'id']).line}`);
    loaded.sources.push(read.source);
  });
}

function readEntry(
  yaml: YamlFile,
  entry: unknown,
  index: number,
): { source: Source } | { problems: Problem[] } {
  const parsed = SourceEntry.safeParse(entry);
  if (!parsed.success)
    return { problems: zodProblems(yaml, parsed.error, { path: [index], known: KNOWN_KEYS }) };
  const source = toSource(parsed.data);
  const problem = checkClock(source);
  if (!problem) return { source };
  return { problems: [{ file: yaml.file, ...yaml.place([index, problem.key]), message: problem.message }] };
}

function toSource({ url, urls, delay, name, timezone, ...rest }: z.output<typeof SourceEntry>): Source {
  return {
    ...rest,
    name: name ?? rest.id,
    urls: [...new Set(urls ?? (url ? [url] : []))],
    timezone: timezone ?? defaultTimezone(rest.region),
    delayMs: durationMs(delay),
  };
}

/** What zod cannot judge alone: the zone's name and the cron expression. */
function checkClock(source: Source): { key: string; message: string } | null {
  if (!isTimezone(source.timezone)) {
    return {
      key: 'timezone',
      message: `timezone: "${source.timezone}" is unknown: write an IANA name like Asia/Shanghai`,
    };
  }
  const every = /^every (.+)$/.exec(source.schedule)?.[1];
  if (every && durationMs(every) < 1_000)
    return { key: 'schedule', message: 'schedule: the shortest interval is 1s' };
  const cron = /^cron: (.+)$/.exec(source.schedule)?.[1];
  if (!cron) return null;
  try {
    const next = new Cron(cron, { timezone: source.timezone, mode: '5-or-6-parts', paused: true }).nextRun();
    if (next) return null;
    return { key: 'schedule', message: `schedule: cron "${cron}" never comes due` };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      key: 'schedule',
      message: `schedule: bad cron "${cron}" (${why}); five fields, e.g. "cron: 0 8 * * 1-5"`,
    };
  }
}
