import { describe, expect, it, onTestFinished } from 'vitest';
import type { OpenStore } from '../../src/adapters/postgres/open.ts';
import { openStore } from '../../src/adapters/postgres/open.ts';
import type { Source } from '../../src/domain/source.ts';
import { nextVisit } from '../../src/schedule/next-visit.ts';
import { embeddedStore, postgresServer } from '../services.ts';

const SOURCES = 20;
const SLOTS = 200;
const START = new Date('2026-03-02T00:00:00Z');

const source = (i: number): Source => ({
  id: `cron-${i}`,
  name: `cron-${i}`,
  urls: [`http://cron-${i}.example/`],
  region: 'CN',
  kind: 'press',
  language: null,
  schedule: 'cron: */30 * * * *',
  timezone: 'Asia/Shanghai',
  render: 'auto',
  pages: 1,
  delayMs: 0,
  selectors: {},
  enabled: true,
});

/** The slot after `slot` in virtual time. */
function after(entry: Source, slot: string | null) {
  const last = slot === null ? null : { at: new Date(slot), slot };
  const { schedule, timezone, id } = entry;
  return nextVisit({ id, schedule, timezone, now: START, since: START, last, spreadMs: 0 });
}

/** One scheduler: claims what is due and visits it, until there is nothing left for anyone. */
async function schedule(
  store: OpenStore,
  sources: Map<string, Source>,
  visits: Map<string, number>,
): Promise<void> {
  for (let idle = 0; idle < 3; ) {
    const jobs = await store.frontier.claimListings({ limit: 7, leaseMs: 60_000 });
    idle = jobs.length === 0 ? idle + 1 : 0;
    for (const job of jobs) {
      const entry = sources.get(job.sourceId);
      const state = await store.frontier.beginListing(job, 60_000);
      if (!entry || !state) continue;
      const place = `${job.sourceId} ${job.slot}`;
      visits.set(place, (visits.get(place) ?? 0) + 1);
      const { slot } = after(entry, job.slot);
      const over = Date.parse(slot) > START.getTime() + SLOTS * 30 * 60_000;
      await store.frontier.finishListing(job, {
        outcome: 'unchanged',
        reason: 'virtual',
        etag: null,
        lastModified: null,
        linksHash: null,
        via: null,
        links: [],
        memory: null,
        // Virtual time: the next slot is due at once by the store's clock.
        next: over ? null : { at: new Date(0), slot },
      });
    }
  }
}

describe.each(['embedded', 'served'])('20 sources with cron, 3 schedulers at once, %s', (kind) => {
  it('visits each of 200 slots exactly once', async () => {
    const server = kind === 'served' ? await postgresServer() : null;
    const store = server ? await openStore({ databaseUrl: server.url }) : await embeddedStore();
    onTestFinished(async () => {
      await store.close();
      await server?.close();
    });
    const sources = Array.from({ length: SOURCES }, (_, i) => source(i));
    await store.frontier.syncSources(sources, (entry) => ({
      at: new Date(0),
      slot: after(entry, null).slot,
    }));
    const byId = new Map(sources.map((entry) => [entry.id, entry]));
    const visits = new Map<string, number>();
    await Promise.all([1, 2, 3].map(() => schedule(store, byId, visits)));
    expect(visits.size).toBe(SOURCES * SLOTS);
    expect([...visits.values()].every((count) => count === 1)).toBe(true);
  }, 240_000);
});
