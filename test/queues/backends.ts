/** Every place that queues can live in, so that one suite holds for each. */
import type { QueueConnection } from '../../queues/define-queue.ts';
import { openStore } from '../../src/adapters/postgres/open.ts';
import { connectRedis } from '../../src/adapters/redis/connect.ts';
import { embeddedStore, postgresServer, redisServer } from '../services.ts';

export const BACKENDS = ['embedded', 'redis', 'served'] as const;
export type Backend = (typeof BACKENDS)[number];

export interface OpenedQueue {
  connection: QueueConnection;
  close(): Promise<void>;
}

export async function openBackend(backend: Backend): Promise<OpenedQueue> {
  if (backend === 'redis') {
    const server = await redisServer();
    const redis = await connectRedis(server.url);
    const close = async () => {
      redis.disconnect();
      await server.close();
    };
    return { connection: { kind: 'redis', redis }, close };
  }
  const server = backend === 'served' ? await postgresServer() : null;
  const store = server ? await openStore({ databaseUrl: server.url }) : await embeddedStore();
  const close = async () => {
    await store.close();
    await server?.close();
  };
  return { connection: { kind: 'postgres', pool: store.queuePool() }, close };
}
