/**
 * The contract of a queue in one place: name, payload schema, key, attempts. From it come the producer, which
 * validates before it adds, and the consumer, which validates again on arrival.
 *
 * Payloads are references. What is known, due and owed stands in the store; a queue only hands work to the fleet.
 */
import type { Keep, QueueDefinition } from './definition.ts';

export { type QueueConnection, queueGeneration } from './connection.ts';
export { type Consumer, type ConsumerOptions, consumer, type Ended, type Turn } from './consumer.ts';
export type { QueueDefinition } from './definition.ts';
export { type AddOptions, type JobCounts, type Producer, producer } from './producer.ts';

const KEEP: Keep = { completed: 200, failed: 1_000, seconds: 24 * 3_600 };

export function defineQueue<P extends object>(
  definition: Omit<QueueDefinition<P>, 'keep'> & { keep?: Partial<Keep> },
): QueueDefinition<P> {
  return { ...definition, keep: { ...KEEP, ...definition.keep } };
}
