/**
 * `npm run bench -- unchanged [--sources 10000] [--kilobytes 30] [--served] [--json]`: a round over many sources of which
 * none has anything new, as `once` does it on one core; the servers have the other. With everything in one process, or
 * (`--served`) with Postgres and Redis beside it on the other core.
 *
 * The round before it (which reads all feeds in full) is done by the same command and not counted.
 */
import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { postgresServer, redisServer } from '../test/services.ts';
import { onCore, onceCommand, pinned } from './fleet/command.ts';
import { hostOf, NETWORK } from './unchanged/hosts.ts';
import type { Sent } from './unchanged/server.ts';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

interface Summary {
  sources: number;
  seconds: number;
  outcomes: Record<string, number>;
}

export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      sources: { type: 'string', default: '10000' },
      kilobytes: { type: 'string', default: '30' },
      served: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const sources = Number(values.sources);
  const folder = mkdtempSync(join(tmpdir(), 'pactwire-unchanged-'));
  // What is started from here on has the first core; the rounds have the second.
  if (pinned) spawnSync('taskset', ['-cp', '0', String(process.pid)]);
  const server = fork(here('unchanged/server.ts'), [values.kilobytes]);
  const services = values.served ? await Promise.all([postgresServer(), redisServer()]) : null;
  const env: Record<string, string> = services
    ? { DATABASE_URL: services[0].url, REDIS_URL: services[1].url }
    : {};
  try {
    const [{ port }] = (await once(server, 'message')) as [{ port: number }];
    writeConfig(folder, { sources, port });
    await round(folder, env);
    await sentBy(server);
    const summary = await round(folder, env);
    const subject = values.served ? 'pactwire, served' : 'pactwire';
    print(figures(summary, await sentBy(server)), { sources, subject, json: values.json });
  } finally {
    server.kill();
    await Promise.all((services ?? []).map((service) => service.close()));
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeConfig(folder: string, { sources, port }: { sources: number; port: number }): void {
  const path = join(folder, 'config', 'sources');
  mkdirSync(path, { recursive: true });
  const entry = (_: unknown, n: number) =>
    `- id: same-${n}\n  url: http://${hostOf(n)}:${port}/feed.xml\n  region: CN\n  kind: press\n  delay: 0ms\n`;
  writeFileSync(join(path, 'same.yaml'), Array.from({ length: sources }, entry).join(''));
}

async function sentBy(server: ChildProcess): Promise<Sent> {
  server.send('how much');
  const [sent] = (await once(server, 'message')) as [Sent];
  return sent;
}

/** The server is a process of its own, so this one may wait. */
async function round(folder: string, more: Record<string, string>): Promise<Summary> {
  const env = { ...process.env, PACTWIRE_ALLOW_NETWORKS: NETWORK, LOG_LEVEL: 'error', ...more };
  const [program = '', ...rest] = onCore(1, onceCommand(folder, join(folder, 'data')));
  const child = spawn(program, rest, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(await text(child.stdout)) as Summary;
}

function figures({ sources, seconds, outcomes }: Summary, sent: Sent) {
  return [
    { metric: 'visits', value: sources, unit: 'visits' },
    { metric: 'unchanged', value: outcomes.unchanged ?? 0, unit: 'visits' },
    { metric: 'answered by 304', value: sent.notModified, unit: 'visits' },
    { metric: 'requests beside them', value: sent.requests - sent.notModified, unit: 'requests' },
    { metric: 'visits a second, one core', value: sources / seconds, unit: 'visits/s' },
    { metric: 'bytes saved', value: sent.saved / 1024 ** 2, unit: 'MB' },
    { metric: 'bytes sent', value: sent.bytes / 1024 ** 2, unit: 'MB' },
  ];
}

function print(
  rows: ReturnType<typeof figures>,
  { sources, subject, json }: { sources: number; subject: string; json: boolean },
): void {
  for (const { metric, value, unit } of rows) {
    const row = { bench: 'unchanged', case: `${sources} sources`, subject, metric, unit };
    const rounded = Math.round(value * 10) / 10;
    console.log(
      json ? JSON.stringify({ ...row, value: rounded }) : `${metric.padEnd(28)} ${rounded} ${unit}`,
    );
  }
}
