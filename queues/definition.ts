/** What a queue is: the contract that its producer and its consumer share. */
import { createHash } from 'node:crypto';
import type { z } from 'zod';

export interface QueueDefinition<P extends object> {
  name: string;
  payload: z.ZodType<P>;
  /** Two payloads with the same key are the same work: while one of them waits or runs, the other is not added. */
  key(payload: P): string;
  /** Runs of a job that fails with fate `retry`, the first included. */
  attempts: number;
  keep: Keep;
}

/** How many ended jobs are kept to be looked at, and for how long. */
export interface Keep {
  completed: number;
  failed: number;
  seconds: number;
}

/** A key in a form that BullMQ takes whatever it holds: no colon, no integer, of one length. */
export function jobKey<P extends object>(definition: QueueDefinition<P>, payload: P): string {
  return createHash('sha256').update(definition.key(payload)).digest('hex').slice(0, 40);
}
