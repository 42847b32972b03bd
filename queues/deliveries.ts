/** Tell one subscriber. */
import { z } from 'zod';
import type { DeliveryJob } from '../src/domain/outbox.ts';
import { defineQueue } from './define-queue.ts';

/** A delivery counts its own tries in the outbox; attempts here are for mistakes of ours. */
export const deliveries = defineQueue<DeliveryJob>({
  name: 'deliveries',
  payload: z.strictObject({ id: z.int().min(1) }),
  key: ({ id }) => `delivery ${id}`,
  attempts: 3,
});
