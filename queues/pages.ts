/** Fetch one article page now. */
import { z } from 'zod';
import type { PageJob } from '../src/domain/frontier.ts';
import { defineQueue } from './define-queue.ts';

export const pages = defineQueue<PageJob>({
  name: 'pages',
  payload: z.strictObject({
    key: z.string().min(1),
    turn: z.int().min(1),
    host: z.string(),
    sourceId: z.string().min(1),
  }),
  key: ({ key, turn }) => `${turn} ${key}`,
  attempts: 3,
});
