/**
 * Pace: what hosts see of a fleet that is killed, misled by a clock, and robbed of its queue; from the hosts' own log.
 *
 * `npm run bench -- gate [--workers 8] [--hosts 40] [--requests 20000] [--delay 200] [--kill-every 5] [--control] [--json]`
 * `--kill-every` is in seconds: a worker that is started anew costs a core for a second or two.
 * Needs Postgres and Redis (`npm run setup -- --test`). With `--control`, plain Crawlee in as many processes instead.
 */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openStore } from '../src/adapters/postgres/open.ts';
import { connectRedis } from '../src/adapters/redis/connect.ts';
import { postgresServer, redisServer } from '../test/services.ts';
import { fill } from './fleet/fill.ts';
import { addressOf, type Seen } from './gate/server.ts';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

interface Ask {
  workers: number;
  hosts: number;
  requests: number;
  delayMs: number;
  killEverySeconds: number;
}

export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      workers: { type: 'string', default: '8' },
      hosts: { type: 'string', default: '40' },
      requests: { type: 'string', default: '20000' },
      delay: { type: 'string', default: '200' },
      'kill-every': { type: 'string', default: '5' },
      control: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const ask = {
    workers: Number(values.workers),
    hosts: Number(values.hosts),
    requests: Number(values.requests),
    delayMs: Number(values.delay),
    killEverySeconds: Number(values['kill-every']),
  };
  const server = fork(here('gate/server.ts'), [String(ask.hosts)]);
  try {
    const [{ port }] = (await once(server, 'message')) as [{ port: number }];
    const urls = urlsOf(ask, port);
    const subject = values.control ? 'crawlee' : 'pactwire';
    const kills = await (values.control ? crawlPlainly(ask, urls) : crawlByGate(ask, urls));
    server.send({ delayMs: ask.delayMs });
    const [seen] = (await once(server, 'message')) as [Seen[]];
    print(figures(seen, ask, kills), { subject, json: values.json });
  } finally {
    server.kill();
  }
}

/** Pages of each host, by host. */
function urlsOf({ hosts, requests }: Ask, port: number): Map<string, string[]> {
  const each = Math.ceil(requests / hosts);
  return new Map(
    Array.from({ length: hosts }, (_, i) => {
      const host = `${addressOf(i)}:${port}`;
      return [host, Array.from({ length: each }, (_unused, n) => `http://${host}/${n}`)];
    }),
  );
}

/** The fleet, with a worker killed every few seconds and Redis emptied in the middle. Returns the number of kills. */
async function crawlByGate(ask: Ask, urls: Map<string, string[]>): Promise<number> {
  const [postgres, redis] = await Promise.all([postgresServer(), redisServer()]);
  const store = await openStore({ databaseUrl: postgres.url });
  const client = await connectRedis(redis.url);
  const start = (i: number) =>
    spawn(
      process.execPath,
      // The first worker's clock is ahead, and it is started so again when it is killed.
      [
        ...(i === 0 ? ['--import', here('gate/skew.ts')] : []),
        here('gate/worker.ts'),
        postgres.url,
        redis.url,
        String(ask.delayMs),
      ],
      { stdio: ['ignore', 'inherit', 'inherit'] },
    );
  const workers: ChildProcess[] = [];
  let kills = 0;
  try {
    await fill(store, urls);
    for (let i = 0; i < ask.workers; i += 1) workers.push(start(i));
    let emptied = false;
    for (let round = 1; ; round += 1) {
      await sleep(1_000);
      const { pages } = await store.frontier.counts(0);
      if (pages === 0) return kills;
      if (!emptied && pages < ask.requests / 2) emptied = Boolean(await client.flushall());
      if (round % ask.killEverySeconds === 0) {
        const victim = Math.floor(Math.random() * workers.length);
        workers[victim]?.kill('SIGKILL');
        workers[victim] = start(victim);
        kills += 1;
      }
    }
  } finally {
    for (const worker of workers) worker.kill('SIGKILL');
    client.disconnect();
    await store.close();
    await Promise.all([postgres.close(), redis.close()]);
  }
}

/** Each process gets every n-th page of each host, as shards of a frontier would. */
async function crawlPlainly({ workers, delayMs }: Ask, urls: Map<string, string[]>): Promise<number> {
  const longest = Math.max(...[...urls.values()].map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_, n) =>
    [...urls.values()].flatMap((pages) => pages[n] ?? []),
  );
  await Promise.all(
    Array.from({ length: workers }, async (_, i) => {
      const child = spawn(process.execPath, [here('gate/crawlee.ts'), String(delayMs)], {
        stdio: ['pipe', 'inherit', 'inherit'],
      });
      child.stdin.end(
        inTurn
          .filter((_pages, n) => n % workers === i)
          .flat()
          .join('\n'),
      );
      await once(child, 'exit');
    }),
  );
  return 0;
}

interface Figure {
  metric: string;
  value: number;
  unit: string;
}

function figures(seen: Seen[], { delayMs }: Ask, kills: number): Figure[] {
  const shares = seen
    .filter(({ spanMs }) => spanMs > 0)
    .map((host) => ((host.requests - 1) * delayMs) / host.spanMs);
  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
  return [
    { metric: 'requests', value: sum(seen.map(({ requests }) => requests)), unit: 'requests' },
    {
      metric: 'least gap',
      value: Math.min(...seen.map(({ leastGapMs }) => leastGapMs ?? Infinity)),
      unit: 'ms',
    },
    { metric: 'short gaps', value: sum(seen.map(({ short }) => short)), unit: 'gaps' },
    {
      metric: 'most at once',
      value: Math.max(...seen.map(({ mostConcurrent }) => mostConcurrent)),
      unit: 'requests',
    },
    { metric: 'share of the allowed rate', value: sum(shares) / shares.length, unit: 'share' },
    { metric: 'workers killed', value: kills, unit: 'processes' },
  ];
}

function print(rows: Figure[], { subject, json }: { subject: string; json: boolean }): void {
  for (const { metric, value, unit } of rows) {
    const rounded = Math.round(value * 1_000) / 1_000;
    const line = { bench: 'gate', case: 'fleet', subject, metric, value: rounded, unit };
    console.log(
      json ? JSON.stringify(line) : `${subject.padEnd(10)} ${metric.padEnd(28)} ${rounded} ${unit}`,
    );
  }
}
