import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DataDirBusy, openStore } from '../../src/adapters/postgres/open.ts';
import { postgresClock } from '../../src/adapters/postgres/ping.ts';
import { ServiceUnreachable } from '../../src/domain/failure.ts';
import { freePort, type PostgresServer, postgresServer, STARTING_MS } from '../services.ts';
import { links, visit } from './kinds.ts';

describe('the embedded store of a folder', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pactwire-open-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** A process that holds the folder's store until it is killed. */
  async function holder(): Promise<ChildProcess> {
    const script = `
      const { openStore } = await import(${JSON.stringify(join(import.meta.dirname, '../../src/adapters/postgres/open.ts'))});
      const { visit, links } = await import(${JSON.stringify(join(import.meta.dirname, 'kinds.ts'))});
      const store = await openStore({ dataDir: process.argv[1] });
      await visit(store, { held: links('held.test', 3) });
      await store.frontier.claimPages({ limit: 2, perHost: 9, leaseMs: 600_000, aheadMs: 0, apartMs: 0, feeder: 'f' });
      process.stdout.write('holding');
      setInterval(() => {}, 1_000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    return child;
  }

  it(
    'is one process’s; SIGKILL frees it, loses nothing, and leaves no lease behind',
    async () => {
      const child = await holder();
      const refused = await openStore({ dataDir: folder }).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(DataDirBusy);
      expect(refused).toMatchObject({ folder, message: expect.stringContaining(folder) });
      child.kill('SIGKILL');
      await once(child, 'exit');
      const store = await openStore({ dataDir: folder });
      try {
        const jobs = await store.frontier.claimPages({
          limit: 9,
          perHost: 9,
          leaseMs: 1_000,
          aheadMs: 0,
          apartMs: 0,
          feeder: 'f',
        });
        expect(jobs.map(({ key }) => key)).toEqual(links('held.test', 3).map(({ key }) => key));
        await expect(openStore({ dataDir: folder })).rejects.toBeInstanceOf(DataDirBusy);
      } finally {
        await store.close();
      }
      const again = await openStore({ dataDir: folder });
      await again.close();
    },
    STARTING_MS,
  );
});

describe('the store on a served Postgres', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await postgresServer();
  });
  afterAll(() => server.close());

  it('is migrated once when several processes start at once on an empty database', async () => {
    const databaseUrl = await server.database();
    const stores = await Promise.all(Array.from({ length: 5 }, () => openStore({ databaseUrl })));
    try {
      await Promise.all(stores.map((store, i) => visit(store, { [`s${i}`]: links(`s${i}.test`, 2) })));
      expect(await stores[0]?.frontier.knownLinks(['http://s4.test/1', 'http://s4.test/2'])).toEqual(
        new Set(['http://s4.test/1']),
      );
    } finally {
      for (const store of stores) await store.close();
    }
  });

  it('refuses a database that a newer version has migrated', async () => {
    const databaseUrl = await server.database();
    await (await openStore({ databaseUrl })).close();
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query(`insert into pactwire_migrations (number, name) values (9999, 'later')`);
    await client.end();
    await expect(openStore({ databaseUrl })).rejects.toThrow('newer version');
  });

  it('tells its clock', async () => {
    const apart = (await postgresClock(server.url)).getTime() - Date.now();
    expect(Math.abs(apart)).toBeLessThan(5_000);
  });
});

describe('a Postgres out of reach', () => {
  it('is named, without its password, within ten seconds', async () => {
    const databaseUrl = `postgres://someone:secret@127.0.0.1:${await freePort()}/news`;
    const started = performance.now();
    const refused = await openStore({ databaseUrl }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ServiceUnreachable);
    expect(refused).toMatchObject({
      service: 'Postgres',
      message: expect.stringContaining('someone:***@127.0.0.1'),
    });
    expect(String(refused)).not.toContain('secret');
    expect(performance.now() - started).toBeLessThan(10_000);
    await expect(postgresClock(databaseUrl)).rejects.toBeInstanceOf(ServiceUnreachable);
  });
});
