import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleRow } from '../../src/domain/queries.ts';
import { postgresServer, redisServer } from '../services.ts';
import { Fleet } from './disturb.ts';
import { type Farm, startFarm } from './news-farm.ts';
import { jsonLines, pactwire } from './run-pactwire.ts';

const HOSTS = 10;
const EACH = 12;
const DELAY_MS = 200;
/** Robots.txt, the listing and the articles of every host. */
const WHOLE = HOSTS * (EACH + 2);

let farm: Farm;
let rows: ArticleRow[] = [];
const ends: (() => unknown)[] = [];

/** Requests by host, in the order in which the servers got them. */
const byHost = () => Map.groupBy(farm.log, ({ host }) => host);

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pactwire-polite-'));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  farm = await startFarm(HOSTS, EACH, { net: 87, delayMs: 5 });
  ends.push(() => farm.close());
  const config = join(folder, 'config');
  mkdirSync(join(config, 'sources'), { recursive: true });
  writeFileSync(join(config, 'sources', 'farm.yaml'), farm.sources(`${DELAY_MS}ms`));
  const [postgres, redis] = await Promise.all([postgresServer(), redisServer()]);
  ends.push(() => Promise.all([postgres.close(), redis.close()]));
  const env = { DATABASE_URL: postgres.url, REDIS_URL: redis.url };
  const fleet = new Fleet(['--config', config], env);
  ends.push(() => fleet.close());
  fleet.start('scheduler', 'scheduler');
  for (const name of ['a', 'b', 'c']) fleet.start(name, 'worker');
  // One worker dies in the middle of the work; the fleet starts another in its place.
  while (farm.log.length < WHOLE / 3) await farm.nextRequest();
  fleet.kill('b');
  // The last articles come when what the dead worker had claimed or begun runs again, within 20 s.
  const flags = ['--json', '--config', config];
  while (farm.log.length < WHOLE) await farm.nextRequest();
  for (let look = 0; look < 60 && rows.length < HOSTS * EACH; look += 1) {
    rows = jsonLines<ArticleRow>(await pactwire(['articles', ...flags], { env }));
    if (rows.length < HOSTS * EACH) await wait(1_000);
  }
}, 400_000);

afterAll(async () => {
  for (const end of ends.reverse()) await end();
}, 120_000);

describe('three workers on ten hosts, one of them killed, by the servers’ log', () => {
  it('reads everything', () => {
    expect(rows).toHaveLength(HOSTS * EACH);
    expect(byHost().size).toBe(HOSTS);
  });

  it('leaves no gap shorter than the delay', () => {
    const gaps = [...byHost().values()].flatMap((asked) =>
      asked.slice(1).map(({ at }, i) => at - (asked[i]?.at ?? 0)),
    );
    expect(gaps.length).toBeGreaterThanOrEqual(WHOLE - HOSTS);
    expect(gaps.filter((gap) => gap < DELAY_MS)).toEqual([]);
  });

  it('asks a host for one thing at a time', () => {
    expect(Math.max(...farm.log.map(({ open }) => open))).toBe(1);
  });

  it('asks each host once for robots.txt, and nothing before it', () => {
    for (const [host, asked] of byHost()) {
      expect(asked[0]?.path, host).toBe('/robots.txt');
      expect(asked.filter(({ path }) => path === '/robots.txt').length, host).toBe(1);
    }
  });

  it('has one name, with an address to write to', () => {
    const agents = [...new Set(farm.log.map(({ agent }) => agent))];
    expect(agents).toHaveLength(1);
    expect(agents[0]).toMatch(/^Pactwire\S* .*https?:\/\//);
  });
});
