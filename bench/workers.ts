/**
 * `npm run bench -- workers [--hosts 200] [--latency 200] [--at-once 2] [--seconds 20] [--json]`: pages a second of fleets
 * of 1, 2 and 4 workers on hosts that take their time, counted by the hosts.
 *
 * Each worker reads few pages at once, so that it waits for hosts and not for the machine: what is measured is whether
 * workers get in each other's way. `busy` says how full the machine was; beyond that, nothing can be proportional.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openStore } from '../src/adapters/postgres/open.ts';
import { cleanEnv, PACTWIRE } from '../test/line/run-pactwire.ts';
import { type PostgresServer, postgresServer, type RedisServer, redisServer } from '../test/services.ts';
import { fill } from './fleet/fill.ts';
import { type Hosts, pagesOf, startHosts, writeConfig } from './fleet/services.ts';

const FLEETS = [1, 2, 4];

interface Ask {
  hosts: number;
  latencyMs: number;
  atOnce: number;
  seconds: number;
}

interface Ground {
  ask: Ask;
  hosts: Hosts;
  pages: Map<string, string[]>;
  config: string;
  postgres: PostgresServer;
}

interface Measured {
  workers: number;
  rate: number;
  /** Share of all cores that was in use. */
  busy: number;
}

export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      hosts: { type: 'string', default: '200' },
      latency: { type: 'string', default: '200' },
      'at-once': { type: 'string', default: '2' },
      seconds: { type: 'string', default: '20' },
      json: { type: 'boolean', default: false },
    },
  });
  const ask = {
    hosts: Number(values.hosts),
    latencyMs: Number(values.latency),
    atOnce: Number(values['at-once']),
    seconds: Number(values.seconds),
  };
  const folder = mkdtempSync(join(tmpdir(), 'pactwire-workers-'));
  const [hosts, postgres] = await Promise.all([startHosts(ask.latencyMs), postgresServer()]);
  try {
    const addresses = Array.from(
      { length: ask.hosts },
      (_, i) => `127.98.${Math.floor(i / 250)}.${(i % 250) + 1}`,
    );
    const pages = pagesOf(addresses, hosts.port, Math.ceil((ask.seconds + 20) / 2));
    const ground = { ask, hosts, pages, config: writeConfig(folder, pages.keys(), '0ms'), postgres };
    const measured: Measured[] = [];
    for (const workers of FLEETS) measured.push(await measure(workers, ground));
    print(measured, { ask, json: values.json });
  } finally {
    hosts.close();
    await postgres.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(workers: number, ground: Ground): Promise<Measured> {
  const { ask, hosts, pages, postgres } = ground;
  const redis = await redisServer();
  const databaseUrl = await postgres.database();
  await prepare(databaseUrl, pages);
  const fleet = Array.from({ length: workers }, () => start(ground, { databaseUrl, redis }));
  try {
    const before = await hosts.articles();
    // Underway when each of them has had time to fetch; then a window of steady work.
    while ((await hosts.articles()) - before < workers * ask.atOnce * 10) await wait(100);
    const [from, started, idle] = [await hosts.articles(), performance.now(), idleMs()];
    await wait(ask.seconds * 1_000);
    const spent = performance.now() - started;
    const busy = 1 - (idleMs() - idle) / (spent * cpus().length);
    return { workers, rate: (((await hosts.articles()) - from) / spent) * 1_000, busy };
  } finally {
    await Promise.all(fleet.map(stop));
    await redis.close();
  }
}

/** Fills the frontier; no host has a robots.txt to be asked for first. */
async function prepare(databaseUrl: string, pages: Map<string, string[]>): Promise<void> {
  const store = await openStore({ databaseUrl });
  await fill(store, pages);
  const now = Date.now();
  for (const host of pages.keys())
    await store.robots.put(`http://${host}`, {
      kind: 'allow',
      text: '',
      reason: 'none',
      etag: null,
      lastModified: null,
      fetchedAt: new Date(now),
      expiresAt: new Date(now + 3_600_000),
    });
  await store.close();
}

function start(
  { ask, config }: Ground,
  { databaseUrl, redis }: { databaseUrl: string; redis: RedisServer },
): ChildProcess {
  return spawn(process.execPath, [PACTWIRE, 'worker', '--config', config], {
    env: cleanEnv({
      DATABASE_URL: databaseUrl,
      REDIS_URL: redis.url,
      PACTWIRE_AT_ONCE: String(ask.atOnce),
    }),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function stop(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

const idleMs = (): number => cpus().reduce((sum, { times }) => sum + times.idle, 0);

function print(measured: Measured[], { ask, json }: { ask: Ask; json: boolean }): void {
  const one = measured[0]?.rate ?? 0;
  const name = `${ask.hosts} hosts of ${ask.latencyMs} ms, ${ask.atOnce} pages at once`;
  const round = (value: number) => Math.round(value * 100) / 100;
  for (const { workers, rate, busy } of measured) {
    const row = { bench: 'workers', case: `${workers} workers`, subject: 'pactwire' };
    const figures = [
      { metric: 'pages per second', value: round(rate), unit: 'pages/s' },
      { metric: 'share of proportional', value: round(rate / (workers * one)), unit: 'share' },
      { metric: 'busy', value: round(busy), unit: 'share of all cores' },
    ];
    if (json) for (const figure of figures) console.log(JSON.stringify({ ...row, ...figure }));
    else
      console.log(
        `${name}: ${workers} workers  ${figures.map(({ metric, value }) => `${metric} ${value}`).join('  ')}`,
      );
  }
}
