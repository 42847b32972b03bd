/** The connection that BullMQ uses; refuses a Redis that would throw jobs away. */
import { Redis } from 'ioredis';
import { ServiceUnreachable } from '../../domain/failure.ts';

const CONNECT_TIMEOUT_MS = 8_000;
const LONGEST_RECONNECT_MS = 2_000;

/**
 * Connects, and reconnects for as long as the process lives. Throws `ServiceUnreachable` within about 8 s when nobody
 * answers, and a plain error for a Redis whose memory policy may evict keys.
 */
export async function connectRedis(url: string): Promise<Redis> {
  const redis = new Redis(url, {
    // Workers block on it; BullMQ asks for this.
    maxRetriesPerRequest: null,
    connectTimeout: CONNECT_TIMEOUT_MS,
    lazyConnect: true,
    retryStrategy: (times) => Math.min(LONGEST_RECONNECT_MS, 50 * 2 ** Math.min(times, 6)),
  });
  let last: Error | null = null;
  redis.on('error', (error: Error) => {
    last = error;
  });
  try {
    await answers(redis);
    await refuseEviction(redis);
    return redis;
  } catch (error) {
    redis.disconnect();
    if (error instanceof Eviction) throw error;
    throw new ServiceUnreachable('Redis', withoutPassword(url), last ?? error);
  }
}

async function answers(redis: Redis): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new Error(`no answer within ${CONNECT_TIMEOUT_MS / 1_000} s`)),
    CONNECT_TIMEOUT_MS,
  );
  try {
    await Promise.race([redis.connect().then(() => redis.ping()), promise]);
  } finally {
    clearTimeout(timer);
  }
}

class Eviction extends Error {
  override readonly name = 'RedisEviction';
}

/** Read from INFO: hosted servers often forbid CONFIG. */
async function refuseEviction(redis: Redis): Promise<void> {
  const policy = /^maxmemory_policy:(\S+)/m.exec(await redis.info('memory'))?.[1];
  if (policy === undefined || policy === 'noeviction') return;
  throw new Eviction(
    `Redis has maxmemory-policy ${policy}, which drops queued work when memory is short: ` +
      'set it to noeviction (redis.conf, or "redis-cli config set maxmemory-policy noeviction")',
  );
}

function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return url;
  const shown = new URL(url);
  if (shown.password) shown.password = '***';
  return shown.href;
}
