/** Look at one listing now. */
import { z } from 'zod';
import type { VisitJob } from '../src/domain/frontier.ts';
import { defineQueue } from './define-queue.ts';

export const visits = defineQueue<VisitJob>({
  name: 'visits',
  payload: z.strictObject({ sourceId: z.string().min(1), url: z.string().min(1), slot: z.string().min(1) }),
  key: ({ sourceId, url, slot }) => `${sourceId} ${slot} ${url}`,
  attempts: 3,
});
