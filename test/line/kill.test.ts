import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { postgresServer, redisServer } from '../services.ts';
import { Fleet, type Ground, killedRun, type Left, prepareGround, runToEnd } from './disturb.ts';

let ground: Ground;
let undisturbed: Left & { seconds: number };
const flags = (data: string) => ['--config', ground.config, '--data', join(ground.folder, data)];

beforeAll(async () => {
  ground = await prepareGround();
  undisturbed = await runToEnd(flags('undisturbed'));
}, 300_000);
afterAll(() => ground.close());

const left = ({ ledger, articles }: Left) => ({ ledger, articles });

describe('a disturbed run', () => {
  it('the undisturbed one has something to lose', () => {
    expect(undisturbed.articles).toHaveLength(54);
    expect(undisturbed.ledger.length).toBeGreaterThanOrEqual(9);
  });

  it('killed at several moments and run again, embedded, leaves the same ledger', async () => {
    for (const share of [0.2, 0.5, 0.8])
      await killedRun(flags('killed'), 1_500 + undisturbed.seconds * 1_000 * share);
    expect(left(await runToEnd(flags('killed')))).toEqual(left(undisturbed));
  }, 300_000);

  it('workers killed and Redis emptied in the middle, as a fleet, leaves the same ledger', async () => {
    const [postgres, redis] = await Promise.all([postgresServer(), redisServer()]);
    onTestFinished(async () => {
      await Promise.all([postgres.close(), redis.close()]);
    });
    const env = { DATABASE_URL: postgres.url, REDIS_URL: redis.url };
    const fleet = new Fleet(flags('unused'), env);
    onTestFinished(() => fleet.close());
    for (const name of ['one', 'two', 'three']) fleet.start(name, 'worker');
    const client = new Redis(redis.url);
    onTestFinished(() => client.disconnect());
    const disturbing = disturb(fleet, client, ground);
    const fleetLeft = await runToEnd(flags('unused'), env);
    await disturbing;
    expect(left(fleetLeft)).toEqual(left(undisturbed));
  }, 300_000);
});

/** Waits for the farm's own log, not for time: a kill at the tenth request, FLUSHALL at the thirtieth, a kill after. */
async function disturb(fleet: Fleet, client: Redis, { farm }: Ground): Promise<void> {
  const before = farm.log.length;
  const reached = async (requests: number) => {
    while (farm.log.length - before < requests) await farm.nextRequest();
  };
  await reached(10);
  fleet.kill('one');
  await reached(30);
  await client.flushall();
  await reached(35);
  fleet.kill('two');
}
