/**
 * Real databases for tests: the embedded one, and Postgres and Redis servers as child processes in temporary folders,
 * gone with the test that asked for them.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { type OpenStore, openStore } from '../src/adapters/postgres/open.ts';

const run = promisify(execFile);
const START_TIMEOUT_MS = 60_000;
/** For hooks and tests that open stores: seconds on an idle machine, minutes on one that many share. */
export const STARTING_MS = 400_000;

/** The embedded store, in memory unless a folder is named. */
export function embeddedStore(dataDir: string | null = null): Promise<OpenStore> {
  return openStore({ dataDir });
}

export interface PostgresServer {
  /** URL of a database that is empty until something is put into it. */
  url: string;
  /** Makes another empty database; returns its URL. */
  database(): Promise<string>;
  close(): Promise<void>;
}

export async function postgresServer(): Promise<PostgresServer> {
  const bin = postgresFolder();
  const folder = await mkdtemp(join(tmpdir(), 'pactwire-postgres-'));
  const as = await owner(folder);
  const data = join(folder, 'data');
  const port = await freePort();
  await run(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'pactwire', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'],
    as,
  );
  const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, 'fsync=off'];
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...as, stdio: 'ignore' },
  );
  const child = new Child(server, folder);
  const base = `postgres://pactwire@127.0.0.1:${port}`;
  await child.ready(port, () => query(`${base}/postgres`, 'select 1'));
  let made = 0;
  const database = async () => {
    made += 1;
    await query(`${base}/postgres`, `create database test${made}`);
    return `${base}/test${made}`;
  };
  return { url: await database(), database, close: () => child.close('SIGINT') };
}

export interface RedisServer {
  url: string;
  close(): Promise<void>;
}

/** `settings`: further command line, such as `--maxmemory-policy allkeys-lru`; a free port unless they name one. */
export async function redisServer(settings: string[] = []): Promise<RedisServer> {
  const binary = onPath('redis-server');
  if (!binary) throw missing('redis-server');
  const folder = await mkdtemp(join(tmpdir(), 'pactwire-redis-'));
  const asked = settings.indexOf('--port');
  const port = asked < 0 ? await freePort() : Number(settings[asked + 1]);
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder, ...settings];
  const child = new Child(spawn(binary, args, { stdio: 'ignore' }), folder);
  await child.ready(port, () => Promise.resolve());
  return { url: `redis://127.0.0.1:${port}`, close: () => child.close('SIGTERM') };
}

/** A port that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** A server process that ends with us, whatever happens to the test. */
class Child {
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly #ended: Promise<void>;
  readonly #onExit = () => {
    this.#process.kill('SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true });
  };

  constructor(server: ChildProcess, folder: string) {
    this.#process = server;
    this.#folder = folder;
    this.#ended = new Promise((resolve) => server.once('exit', () => resolve()));
    process.once('exit', this.#onExit);
  }

  /** Waits until the port is open and `works` resolves. */
  async ready(port: number, works: () => Promise<unknown>): Promise<void> {
    const giveUp = Date.now() + START_TIMEOUT_MS;
    for (;;) {
      if (this.#process.exitCode !== null) throw new Error(`the server ended with ${this.#process.exitCode}`);
      try {
        await opens(port);
        await works();
        return;
      } catch (error) {
        if (Date.now() > giveUp) throw error;
      }
      // There is no event for "another process listens now".
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async close(signal: NodeJS.Signals): Promise<void> {
    process.off('exit', this.#onExit);
    this.#process.kill(signal);
    await this.#ended;
    await rm(this.#folder, { recursive: true, force: true });
  }
}

function opens(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve();
    }).once('error', reject);
  });
}

/** Runs statements without parameters on a database of its own connection. */
export async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end();
  }
}

const DEBIAN = '/usr/lib/postgresql';

/** Folder of initdb and postgres: on PATH, or where Debian keeps them, the newest version. */
function postgresFolder(): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(DEBIAN, version, 'bin')), ...paths()];
  const folder = folders.find((place) =>
    ['initdb', 'postgres'].every((name) => existsSync(join(place, name))),
  );
  if (!folder) throw missing('Postgres');
  return folder;
}

const paths = (): string[] => (process.env.PATH ?? '').split(delimiter);

function onPath(name: string): string | null {
  const folder = [...paths(), '/usr/bin'].find((place) => existsSync(join(place, name)));
  return folder ? join(folder, name) : null;
}

const missing = (what: string): Error => new Error(`${what} is not installed: run npm run setup -- --test`);

/** Postgres refuses to run as root: then it runs as the system's user for it, or as nobody. */
async function owner(folder: string): Promise<{ uid?: number; gid?: number; cwd: string }> {
  if (process.getuid?.() !== 0) return { cwd: folder };
  const id = async (flag: string) =>
    Number((await run('id', [flag, 'postgres']).catch(() => run('id', [flag, 'nobody']))).stdout);
  const [uid, gid] = [await id('-u'), await id('-g')];
  await chown(folder, uid, gid);
  return { uid, gid, cwd: folder };
}
