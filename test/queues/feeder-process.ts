/**
 * A feeder process for the kill test: claims what is due, says `claimed`, and never comes to put it on a queue.
 *
 * argv: URL of Postgres, URL of Redis, what to stop at (`listings`, `deliveries` or `pages`).
 */
import { argv, stdout } from 'node:process';
import { openStore } from '../../src/adapters/postgres/open.ts';
import { connectRedis } from '../../src/adapters/redis/connect.ts';
import { Feeder } from '../../src/main/feeder.ts';
import { makeLogger } from '../../src/main/log.ts';

const [databaseUrl = '', redisUrl = '', stopAt = ''] = argv.slice(2);
const { frontier, outbox } = await openStore({ databaseUrl });
const redis = await connectRedis(redisUrl);

/** Claims as asked; what is to be stopped at never returns, as in a process that is held up right there. */
function stopping<A, J>(what: string, claim: (ask: A) => Promise<J[]>): (ask: A) => Promise<J[]> {
  return async (ask) => {
    const jobs = await claim(ask);
    if (what !== stopAt || jobs.length === 0) return jobs;
    stdout.write(`claimed ${jobs.length}\n`);
    return new Promise(() => undefined);
  };
}

new Feeder({
  connection: { kind: 'redis', redis },
  store: {
    frontier: {
      ...frontier,
      claimListings: stopping('listings', frontier.claimListings),
      claimPages: stopping('pages', frontier.claimPages),
    },
    outbox: { ...outbox, claim: stopping('deliveries', outbox.claim) },
  },
  sourceOf: () => null,
  schedule: true,
  log: makeLogger('silent'),
}).start();
