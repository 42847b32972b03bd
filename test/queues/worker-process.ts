/**
 * A worker process for the kill tests: takes jobs of the queue `numbers` at the URL given, says `begun N` and never
 * ends them.
 */
import { argv, stdout } from 'node:process';
import { consumer } from '../../queues/define-queue.ts';
import { queuePool } from '../../src/adapters/postgres/queue-pool.ts';
import { connectRedis } from '../../src/adapters/redis/connect.ts';
import { numbers } from './numbers.ts';

const url = argv[2] ?? '';
const connection = url.startsWith('redis:')
  ? { kind: 'redis' as const, redis: await connectRedis(url) }
  : { kind: 'postgres' as const, pool: queuePool(url) };

await consumer(numbers, connection, {
  concurrency: 1,
  work: async ({ n }) => {
    stdout.write(`begun ${n}\n`);
    await new Promise(() => undefined);
  },
});
