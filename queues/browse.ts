/**
 * Whatever needs a browser: a page or a listing. A queue of its own, since a worker has few tabs and each is held for
 * seconds: what waits for one must not take the places of what does not.
 */
import { z } from 'zod';
import type { PageJob, VisitJob } from '../src/domain/frontier.ts';
import { defineQueue } from './define-queue.ts';
import { pages } from './pages.ts';
import { visits } from './visits.ts';

export type BrowseJob = { page: PageJob } | { visit: VisitJob };

export const browse = defineQueue<BrowseJob>({
  name: 'browse',
  payload: z.union([z.strictObject({ page: pages.payload }), z.strictObject({ visit: visits.payload })]),
  key: (job) => ('page' in job ? `page ${pages.key(job.page)}` : `visit ${visits.key(job.visit)}`),
  attempts: Math.max(pages.attempts, visits.attempts),
});
