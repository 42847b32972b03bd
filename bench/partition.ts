/**
 * `npm run bench -- partition [--seconds 60] [--pages 1200] [--json]`: two workers, each in a network namespace of its own;
 * the cable of one is pulled in the middle and put back after `--seconds`. By the hosts' log and the store afterwards:
 * nothing lost, nothing kept twice, the pace held.
 *
 * Needs Linux, root, `ip` (iproute2), Postgres and Redis; says so and ends with exit code 3 where it may not make
 * namespaces. Packets of the pulled cable vanish: nobody is told that a connection is gone.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type OpenStore, openStore } from '../src/adapters/postgres/open.ts';
import { cleanEnv, PACTWIRE } from '../test/line/run-pactwire.ts';
import { postgresServer, redisServer } from '../test/services.ts';
import { fill } from './fleet/fill.ts';
import { Network, NoNamespaces } from './fleet/namespaces.ts';
import type { Request } from './fleet/server.ts';
import { pagesOf, startHosts, writeConfig } from './fleet/services.ts';

const HOSTS = 20;
const DELAY_MS = 500;
const LATENCY_MS = 20;
const SITES = '127.0.0.0/8';

export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      seconds: { type: 'string', default: '60' },
      pages: { type: 'string', default: '4000' },
      json: { type: 'boolean', default: false },
    },
  });
  const network = new Network('10.87.0', HOSTS);
  try {
    await network.open(['one', 'two']);
    const run = { cutMs: Number(values.seconds) * 1_000, pages: Number(values.pages) };
    print(await measure(network, run), values.json);
  } catch (error) {
    if (!(error instanceof NoNamespaces)) throw error;
    console.error(`not measured: ${error.message}`);
    process.exitCode = 3;
  } finally {
    await network.close();
  }
}

interface Figure {
  metric: string;
  value: number;
  unit: string;
}

async function measure(network: Network, run: { cutMs: number; pages: number }): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pactwire-partition-'));
  const [hosts, postgres, redis] = await Promise.all([
    startHosts(LATENCY_MS),
    postgresServer(),
    redisServer(),
  ]);
  const store = await openStore({ databaseUrl: postgres.url });
  const workers: ChildProcess[] = [];
  try {
    const pages = pagesOf(network.addresses, hosts.port, Math.ceil(run.pages / HOSTS));
    const all = [...pages.values()].flat().length;
    await fill(store, pages);
    const config = writeConfig(folder, pages.keys(), `${DELAY_MS}ms`);
    const env = {
      DATABASE_URL: await network.reach(postgres.url),
      REDIS_URL: await network.reach(redis.url),
      PACTWIRE_ALLOW_NETWORKS: `${network.sites},${SITES}`,
    };
    for (const name of ['one', 'two']) workers.push(start(network.inside(name), config, env));
    const sent = async (share: number) => {
      while ((await hosts.articles()) < all * share) await wait(250);
    };
    await sent(0.2);
    await network.cut('two');
    const atCut = await hosts.articles();
    await wait(run.cutMs);
    const atMend = await hosts.articles();
    await network.mend('two');
    await drained(store);
    return await figures(await hosts.log(), store, { all, meanwhile: atMend - atCut });
  } finally {
    for (const worker of workers) worker.kill('SIGKILL');
    hosts.close();
    await store.close();
    await Promise.all([postgres.close(), redis.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

function start(inside: string[], config: string, env: Record<string, string>): ChildProcess {
  const [program = '', ...rest] = [...inside, process.execPath, PACTWIRE, 'worker', '--config', config];
  return spawn(program, rest, { env: cleanEnv(env), stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Everything has its outcome, and no lease is left. */
async function drained({ frontier }: OpenStore): Promise<void> {
  while ((await frontier.counts(3_600_000)).pages > 0) await wait(500);
}

async function figures(
  log: Request[],
  { queries }: OpenStore,
  { all, meanwhile }: { all: number; meanwhile: number },
): Promise<Figure[]> {
  const articles = (await queries.articles({})).map(({ url }) => url);
  const asked = log.filter(({ path }) => path.startsWith('/news/'));
  const gaps = [...Map.groupBy(log, ({ host }) => host).values()].flatMap((of) =>
    of.slice(1).map(({ at }, i) => at - (of[i]?.at ?? 0)),
  );
  const count = (metric: string, value: number, unit: string) => ({ metric, value, unit });
  return [
    count('pages to read', all, 'pages'),
    count('read while one was cut off', meanwhile, 'pages'),
    count('articles stored', articles.length, 'articles'),
    count('stored twice', articles.length - new Set(articles).size, 'articles'),
    count('lost', all - new Set(articles).size, 'articles'),
    count(
      'asked for again',
      asked.length - new Set(asked.map(({ host, path }) => host + path)).size,
      'requests',
    ),
    count('least gap', Math.min(...gaps), 'ms'),
    count('short gaps', gaps.filter((gap) => gap < DELAY_MS).length, 'gaps'),
    count('most at once', Math.max(...log.map(({ open }) => open)), 'requests'),
  ];
}

function print(figuresOf: Figure[], json: boolean): void {
  for (const { metric, value, unit } of figuresOf) {
    const row = { bench: 'partition', case: 'two workers', subject: 'pactwire', metric, unit };
    const rounded = Math.round(value * 10) / 10;
    console.log(
      json ? JSON.stringify({ ...row, value: rounded }) : `${metric.padEnd(28)} ${rounded} ${unit}`,
    );
  }
}
