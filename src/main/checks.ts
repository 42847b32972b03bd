/** What `doctor` looks at. Each check stands alone: one that fails does not hide the next. */
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { versions } from 'node:process';
import { findChromium } from '../adapters/crawlee/find-chromium.ts';
import { postgresClock } from '../adapters/postgres/ping.ts';
import { connectRedis } from '../adapters/redis/connect.ts';
import type { Check } from '../commands/command.ts';
import { loadConfig } from '../settings/config.ts';
import type { Environment } from '../settings/environment.ts';
import { describeProblem } from '../settings/yaml-file.ts';
import { requireNode } from './node-version.ts';

export interface ChecksAsk {
  environment: Environment;
  configDir: string;
  dataDir: string;
}

/** A clock further off than this makes times in reports and logs misleading. */
const CLOCK_MS = 60_000;

export function runChecks(ask: ChecksAsk): Promise<Check[]> {
  const { environment } = ask;
  return Promise.all([
    check('node', async () => {
      requireNode(versions.node);
      return versions.node;
    }),
    check('browser', () => browser(environment), 'only sources that need one: npm run setup -- --browser'),
    check(
      'redis',
      () => redis(environment),
      'start Redis, or correct REDIS_URL; without it the queue is embedded',
    ),
    check(
      'postgres',
      () => postgres(environment),
      'start Postgres, or correct DATABASE_URL; without it the store is embedded',
    ),
    check('data', async () => data(ask), 'name a folder that can be written with --data'),
    check('config', async () => config(ask.configDir), 'mend the places named'),
  ]);
}

async function check(name: string, look: () => Promise<string>, mend: string | null = null): Promise<Check> {
  try {
    return { name, ok: true, found: await look(), mend: null };
  } catch (error) {
    return { name, ok: false, found: error instanceof Error ? error.message : String(error), mend };
  }
}

async function browser({ chromiumPath }: Environment): Promise<string> {
  const found = await findChromium(chromiumPath);
  if (!found) throw new Error('no Chromium found');
  return found;
}

async function redis({ redisUrl }: Environment): Promise<string> {
  if (!redisUrl) return 'not used (REDIS_URL is not set): the queue is embedded';
  const client = await connectRedis(redisUrl);
  client.disconnect();
  return 'answers, with noeviction';
}

async function postgres({ databaseUrl }: Environment): Promise<string> {
  if (!databaseUrl) return 'not used (DATABASE_URL is not set): the store is embedded';
  const apart = Math.abs((await postgresClock(databaseUrl)).getTime() - Date.now());
  if (apart > CLOCK_MS)
    throw new Error(`its clock and ours are ${Math.round(apart / 1_000)} s apart: set both by NTP`);
  return `answers, clocks ${apart} ms apart`;
}

function data({ environment, dataDir }: ChecksAsk): string {
  if (environment.databaseUrl) return 'not used: the store is Postgres';
  if (!existsSync(dataDir)) mkdirSync(dataDir, { recursive: true });
  accessSync(dataDir, constants.W_OK);
  return dataDir;
}

function config(dir: string): string {
  const { sources, problems } = loadConfig(dir);
  if (problems.length > 0) throw new Error(problems.map(describeProblem).join('; '));
  return `${sources.length} sources`;
}
