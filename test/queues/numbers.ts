/** A queue of numbers. */
import { z } from 'zod';
import { defineQueue } from '../../queues/define-queue.ts';

export const numbers = defineQueue<{ n: number }>({
  name: 'numbers',
  payload: z.strictObject({ n: z.int() }),
  key: ({ n }) => String(n),
  attempts: 1,
});
