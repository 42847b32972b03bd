/** Adds work to a queue. Adding the same work twice is harmless: see `QueueDefinition.key`. */
import { type BulkJobOptions, Queue } from 'bullmq';
import { clockAheadMs, onPostgres, PREFIX, prepare, type QueueConnection } from './connection.ts';
import { jobKey, type QueueDefinition } from './definition.ts';

export interface AddOptions {
  /** Not before this many milliseconds from now. */
  delayMs?: number;
  /** 1 is first; without one a job comes before all that have one. */
  priority?: number;
}

export interface JobCounts {
  waiting: number;
  active: number;
  delayed: number;
  completed: number;
  failed: number;
}

export interface Producer<P extends object> {
  name: string;
  add(payload: P, options?: AddOptions): Promise<void>;
  /** In one call; rejects, adding nothing, when a payload does not fit the schema. */
  addMany(payloads: P[], options?: AddOptions): Promise<void>;
  counts(): Promise<JobCounts>;
  /** BullMQ's own queue, for a board. */
  queue(): Promise<BareQueue>;
  close(): Promise<void>;
}

/** What of a BullMQ queue is the same on each backend. */
export type BareQueue = Pick<Queue, 'name' | 'addBulk' | 'getJobCounts' | 'close'>;

export function producer<P extends object>(
  definition: QueueDefinition<P>,
  connection: QueueConnection,
): Producer<P> {
  let opening: Promise<BareQueue> | null = null;
  const queue = () => {
    opening ??= open(definition.name, connection);
    return opening;
  };
  const addMany = async (payloads: P[], options: AddOptions = {}) => {
    const checked = payloads.map((payload) => definition.payload.parse(payload));
    if (checked.length === 0) return;
    const timestamp = options.delayMs ? Date.now() - (await clockAheadMs(connection)) : Date.now();
    const jobs = checked.map((data) => ({
      name: definition.name,
      data,
      opts: optionsOf(definition, data, { ...options, timestamp }),
    }));
    await (await queue()).addBulk(jobs);
  };
  return {
    name: definition.name,
    add: (payload, options) => addMany([payload], options),
    addMany,
    counts: async () => countsOf(await queue()),
    queue,
    close: async () => {
      await (await opening?.catch(() => null))?.close();
    },
  };
}

async function open(name: string, connection: QueueConnection): Promise<BareQueue> {
  await prepare(connection);
  const queue = make(name, connection);
  // Reconnecting is the client's business; without a listener an outage would end the process.
  queue.on('error', () => undefined);
  return queue as BareQueue;
}

function make(name: string, connection: QueueConnection) {
  if (connection.kind === 'redis') return new Queue(name, { connection: connection.redis, prefix: PREFIX });
  const [options, backend] = onPostgres(connection);
  return new Queue(name, options, backend);
}

function optionsOf<P extends object>(
  definition: QueueDefinition<P>,
  payload: P,
  { delayMs, priority, timestamp }: AddOptions & { timestamp: number },
): BulkJobOptions {
  const { attempts, keep } = definition;
  return {
    timestamp,
    ...(delayMs ? { delay: Math.ceil(delayMs) } : {}),
    ...(priority ? { priority } : {}),
    attempts,
    backoff: { type: 'custom' },
    // Held until the job has ended, and given back then: an ended job that is kept to be looked at blocks nothing,
    // as it would if the key were the job's id.
    deduplication: { id: jobKey(definition, payload) },
    removeOnComplete: { count: keep.completed, age: keep.seconds },
    removeOnFail: { count: keep.failed, age: keep.seconds },
    stackTraceLimit: 5,
  };
}

async function countsOf(queue: BareQueue): Promise<JobCounts> {
  const counts = await queue.getJobCounts('wait', 'prioritized', 'active', 'delayed', 'completed', 'failed');
  const of = (...states: string[]) => states.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  return {
    waiting: of('wait', 'waiting', 'prioritized'),
    active: of('active'),
    delayed: of('delayed'),
    completed: of('completed'),
    failed: of('failed'),
  };
}
