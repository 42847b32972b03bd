/** docker-compose.yml without Docker: what it promises, and its commands as processes on servers of the test's own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { WorkerRow } from '../../src/domain/ports.ts';
import { cleanEnv, jsonLines, PACTWIRE, pactwire } from '../line/run-pactwire.ts';
import {
  freePort,
  type PostgresServer,
  postgresServer,
  type RedisServer,
  redisServer,
  STARTING_MS,
} from '../services.ts';

interface Service {
  image?: string;
  command?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
  stop_grace_period?: string;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const compose = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const { services } = compose;
const OURS = ['scheduler', 'worker', 'browser-worker', 'web'];
/** The contract's time for work in hand after SIGTERM. */
const GRACE_MS = 30_000;

describe('docker-compose.yml', () => {
  it('has the services of a fleet, each with a health check', () => {
    expect(Object.keys(services).sort()).toEqual(['postgres', 'redis', ...OURS].sort());
    for (const [name, { healthcheck }] of Object.entries(services)) {
      expect(healthcheck?.test[0], name).toBe('CMD');
    }
  });

  it('keeps what Redis accepted and never lets it evict', () => {
    const command = services.redis?.command ?? [];
    const argumentOf = (flag: string) => command[command.indexOf(flag) + 1];
    expect(argumentOf('--maxmemory-policy')).toBe('noeviction');
    expect(argumentOf('--appendonly')).toBe('yes');
  });

  it('keeps data in named volumes, and the config readable only', () => {
    for (const name of ['redis', 'postgres']) {
      const [volume] = services[name]?.volumes?.map((text) => text.split(':')[0] ?? '') ?? [];
      expect(Object.keys(compose.volumes)).toContain(volume);
    }
    for (const name of OURS) expect(services[name]?.volumes, name).toContain('./config:/app/config:ro');
  });

  it('publishes on loopback only', () => {
    const ports = Object.values(services).flatMap((service) => service.ports ?? []);
    expect(ports.length).toBeGreaterThan(0);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
  });

  it('starts ours after healthy services, and gives them the time they need to stop', () => {
    for (const name of OURS) {
      const { depends_on: needs, stop_grace_period: grace } = services[name] ?? {};
      expect(needs, name).toEqual({
        postgres: { condition: 'service_healthy' },
        redis: { condition: 'service_healthy' },
      });
      expect(grace, name).toBe('30s');
    }
  });
});

let postgres: PostgresServer;
let redis: RedisServer;
let folder = '';
let port = 0;
const running = new Map<string, ChildProcess>();
const said = new Map<string, string>();

/** A value as compose would fill it in: nothing is set in the shell but the token it insists on. */
function filledIn(value: string): string {
  return value.replaceAll(/\$\{(\w+)(?::[-?]([^}]*))?\}/g, (whole, name: string, other = '') =>
    name === 'PACTWIRE_TOKEN' ? 'open-sesame' : whole.includes(':-') ? other : '',
  );
}

/** The service's own environment; only the places of other services, and the port, are those of the test. */
function environmentOf(name: string): Record<string, string> {
  const own = Object.entries(services[name]?.environment ?? {}).map(([key, value]) => [key, filledIn(value)]);
  return {
    ...Object.fromEntries(own),
    ...(services[name]?.environment?.PORT ? { PORT: String(port) } : {}),
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
  };
}

beforeAll(async () => {
  [postgres, redis, port] = await Promise.all([postgresServer(), redisServer(), freePort()]);
  folder = mkdtempSync(join(tmpdir(), 'pactwire-compose-'));
  mkdirSync(join(folder, 'sources'));
  const entry = '- id: still\n  name: Still\n  url: http://127.0.0.1:9/\n  region: CN-QH\n  kind: press\n';
  writeFileSync(join(folder, 'sources', 'still.yaml'), `${entry}  enabled: false\n`);
  for (const name of OURS) {
    const args = [PACTWIRE, ...(services[name]?.command ?? []), '--config', folder];
    const child = spawn(process.execPath, args, {
      env: { ...cleanEnv(), ...environmentOf(name) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const hear = (chunk: Buffer) => said.set(name, `${said.get(name) ?? ''}${chunk}`);
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    running.set(name, child);
  }
}, STARTING_MS);

afterAll(async () => {
  for (const child of running.values()) child.kill('SIGKILL');
  await Promise.all([postgres?.close(), redis?.close()]);
  rmSync(folder, { recursive: true, force: true });
});

/** Asks until the answer is there; a service that ended meanwhile is reported with its words. */
async function until(done: () => Promise<boolean>): Promise<void> {
  const giveUp = Date.now() + STARTING_MS / 2;
  while (!(await done())) {
    for (const [name, { exitCode }] of running) {
      if (exitCode !== null) throw new Error(`${name} ended with ${exitCode}: ${said.get(name)}`);
    }
    if (Date.now() > giveUp) throw new Error('not up in time');
    await sleep(200); // another process tells nobody when it is up
  }
}

describe('the commands of docker-compose.yml', () => {
  it(
    'come up: the web answers, the others are at work',
    async () => {
      await until(() =>
        fetch(`http://127.0.0.1:${port}/healthz`).then(
          ({ ok }) => ok,
          () => false,
        ),
      );
      const refused = await fetch(`http://127.0.0.1:${port}/api/agreements`);
      expect(refused.status).toBe(401);
      const roles = async () => {
        const ran = await pactwire(['fleet', '--json', '--config', folder], { env: environmentOf('worker') });
        return jsonLines<WorkerRow>(ran).filter(({ alive }) => alive);
      };
      const pids = OURS.map((name) => running.get(name)?.pid);
      await until(async () => {
        const heard = (await roles()).map(({ pid }) => pid);
        return pids.every((pid) => heard.includes(pid ?? -1));
      });
      expect((await roles()).map(({ role }) => role).sort()).toEqual(
        expect.arrayContaining(['scheduler', 'web', 'worker', 'worker']),
      );
    },
    STARTING_MS,
  );

  it(
    'stop cleanly when told to',
    async () => {
      const ends = [...running].map(async ([name, child]) => {
        const from = Date.now();
        const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        return { name, code: await ended, inTime: Date.now() - from < GRACE_MS };
      });
      expect(await Promise.all(ends)).toEqual(OURS.map((name) => ({ name, code: 0, inTime: true })));
    },
    STARTING_MS,
  );
});
