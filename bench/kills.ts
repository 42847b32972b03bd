/**
 * `npm run bench -- kills [--times 20]`: SIGKILL at random moments of `once`, each followed by another run to the end; the
 * ledger must equal that of an undisturbed run every time. Embedded, and as a fleet of three workers on Redis and
 * Postgres, the latter with FLUSHALL in the middle of each run as well.
 */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { Fleet, type Ground, killedRun, type Left, prepareGround, runToEnd } from '../test/line/disturb.ts';
import { postgresServer, redisServer } from '../test/services.ts';

export async function main(args: string[]): Promise<void> {
  const at = args.indexOf('--times');
  const times = at < 0 ? 20 : Number(args[at + 1]);
  const ground = await prepareGround();
  try {
    const undisturbed = await runToEnd(flagsOf(ground, 'undisturbed'));
    console.log(
      `undisturbed: ${undisturbed.articles.length} articles, ${undisturbed.ledger.length} agreements, ${undisturbed.seconds} s`,
    );
    let equal = 0;
    for (let i = 0; i < times; i += 1) {
      const flags = flagsOf(ground, `killed-${i}`);
      const moment = 500 + Math.random() * (undisturbed.seconds * 1_000 + 2_000);
      await killedRun(flags, moment);
      equal += compare(
        `embedded, killed after ${(moment / 1_000).toFixed(1)} s`,
        await runToEnd(flags),
        undisturbed,
      );
    }
    console.log(`embedded: ${equal} of ${times} ledgers equal`);
    await fleetRuns(ground, { undisturbed, times });
  } finally {
    await ground.close();
  }
}

const flagsOf = (ground: Ground, data: string) => [
  '--config',
  ground.config,
  '--data',
  join(ground.folder, data),
];

function compare(name: string, left: Left, right: Left): number {
  const same =
    JSON.stringify([left.ledger, left.articles]) === JSON.stringify([right.ledger, right.articles]);
  const words = same
    ? 'equal'
    : `DIFFERS: ${left.articles.length} articles, ${left.ledger.length} agreements`;
  console.log(`${name}: ${words}`);
  return same ? 1 : 0;
}

async function fleetRuns(
  ground: Ground,
  { undisturbed, times }: { undisturbed: Left & { seconds: number }; times: number },
): Promise<void> {
  const [postgres, redis] = await Promise.all([postgresServer(), redisServer()]);
  const client = new Redis(redis.url);
  let equal = 0;
  try {
    for (let i = 0; i < times; i += 1) {
      await client.flushall();
      const env = { DATABASE_URL: await postgres.database(), REDIS_URL: redis.url };
      const flags = flagsOf(ground, 'unused');
      const fleet = new Fleet(flags, env);
      for (const name of ['0', '1', '2']) fleet.start(name, 'worker');
      const moment = Math.random() * (undisturbed.seconds * 1_000 + 2_000);
      const disturbing = wait(moment).then(async () => {
        fleet.kill(String(i % 3));
        if (i % 2 === 1) await client.flushall();
      });
      const left = await runToEnd(flags, env);
      await disturbing;
      await fleet.close();
      equal += compare(`fleet, disturbed after ${(moment / 1_000).toFixed(1)} s`, left, undisturbed);
    }
    console.log(`fleet of three, Redis and Postgres: ${equal} of ${times} ledgers equal`);
  } finally {
    client.disconnect();
    await Promise.all([postgres.close(), redis.close()]);
  }
}
