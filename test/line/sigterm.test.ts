/** SIGTERM to every worker of a fleet under load: each ends in time, and whoever comes next ends the run. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresServer, redisServer, STARTING_MS } from '../services.ts';
import { type Ground, type Left, prepareGround, runToEnd } from './disturb.ts';
import { cleanEnv, PACTWIRE } from './run-pactwire.ts';
import { entry, listPage, type Site, Sites, send, soundPage } from './sites.ts';

const WORKERS = 3;
/** Each role promises this much. */
const LONGEST_MS = 30_000;
/** Articles of the site that answers nothing while it is told to. */
const HELD = 2;

interface End {
  code: number | null;
  signal: NodeJS.Signals | null;
  tookMs: number;
}

let ground: Ground;
let undisturbed: Left;
let left: Left;
let ends: End[] = [];
let silent = false;
let held: Site;
/** Requests that the farm had, and the held site had, when all workers were gone. */
let readByThen = 0;
const closers: (() => unknown)[] = [];

beforeAll(async () => {
  ground = await prepareGround(6, 9, { delayMs: 60 });
  closers.push(() => ground.close());
  const sites = new Sites(83);
  closers.push(() => sites.close());
  const asked = Promise.withResolvers<void>();
  held = await heldSite(sites, () => asked.resolve());
  const yaml = entry('held', `${held.origin}/news/`, { delay: '30ms' });
  writeFileSync(join(ground.config, 'sources', 'held.yaml'), yaml);
  const flags = (data: string) => ['--config', ground.config, '--data', join(ground.folder, data)];
  undisturbed = await runToEnd(flags('undisturbed'));
  const before = ground.farm.log.length;

  const [postgres, redis] = await Promise.all([postgresServer(), redisServer()]);
  closers.push(() => Promise.all([postgres.close(), redis.close()]));
  const env = { DATABASE_URL: postgres.url, REDIS_URL: redis.url };
  silent = true;
  const scheduler = start('scheduler', { flags: flags('unused'), env });
  const workers = Array.from({ length: WORKERS }, () => start('worker', { flags: flags('unused'), env }));
  closers.push(() => stop(scheduler));
  // In the middle of the work, and with a request in hand that will not be answered.
  while (ground.farm.log.length - before < 25) await ground.farm.nextRequest();
  await asked.promise;
  ends = await Promise.all(workers.map(stop));
  readByThen = ground.farm.log.length - before;
  await stop(scheduler);
  silent = false;
  left = await runToEnd(flags('unused'), env);
}, STARTING_MS);

afterAll(async () => {
  for (const close of closers.reverse()) await close();
});

/** Answers the listing, and its articles too unless it is to be silent. */
function heldSite(sites: Sites, asked: () => void): Promise<Site> {
  const rows = Array.from({ length: HELD }, (_, i) => ({
    path: `/news/${i}.html`,
    title: soundPage('held', i).title,
  }));
  return sites.serve('held', (request, response) => {
    const article = /^\/news\/(\d)\.html$/.exec(request.url ?? '');
    if (article && silent) asked();
    else if (article) send(response, soundPage('held', Number(article[1])).html);
    else if (request.url === '/news/') send(response, listPage(rows));
    else send(response, 'not here', { status: 404 });
  });
}

function start(role: string, { flags, env }: { flags: string[]; env: Record<string, string> }): ChildProcess {
  const child = spawn(process.execPath, [PACTWIRE, role, ...flags], {
    env: cleanEnv(env),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  closers.push(() => child.kill('SIGKILL'));
  return child;
}

async function stop(child: ChildProcess): Promise<End> {
  const started = performance.now();
  if (child.exitCode === null && child.signalCode === null) {
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    await exit;
  }
  return { code: child.exitCode, signal: child.signalCode, tookMs: performance.now() - started };
}

describe('SIGTERM to all workers in the middle of the work', () => {
  it('ends each within 30 s, in order', () => {
    console.log(`ended after ${ends.map(({ tookMs }) => `${(tookMs / 1_000).toFixed(1)} s`).join(', ')}`);
    expect(ends.map(({ code, signal }) => ({ code, signal }))).toEqual(
      Array(WORKERS).fill({ code: 0, signal: null }),
    );
    for (const { tookMs } of ends) expect(tookMs).toBeLessThan(LONGEST_MS);
  });

  it('came when there was work left, and a request without an answer in hand', () => {
    expect(readByThen).toBeGreaterThanOrEqual(25);
    expect(readByThen).toBeLessThan(ground.farm.hosts.length * 11);
  });

  it('loses nothing: the next run ends with the ledger of an undisturbed one', () => {
    expect(undisturbed.articles).toHaveLength(54 + HELD);
    expect(left.articles).toEqual(undisturbed.articles);
    expect(left.ledger).toEqual(undisturbed.ledger);
  });
});
