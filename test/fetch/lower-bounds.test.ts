/** What a server and a feed say of how often they want to be asked, from the wire to the due time of `auto`. */
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenStore } from '../../src/adapters/postgres/open.ts';
import { embeddedStore, STARTING_MS } from '../services.ts';
import { source } from '../store/kinds.ts';
import { Moment, visitNow, type Worker, workerOn } from './polite-rig.ts';
import { type Site, site } from './site.ts';

const HOUR_MS = 3_600_000;

let store: OpenStore;
let worker: Worker;
const moment = new Moment();

beforeAll(async () => {
  store = await embeddedStore();
  worker = workerOn(store, moment);
}, STARTING_MS);
afterAll(async () => {
  await worker.close();
  await store.close();
});

/** A busy feed, 40 items of the last two days: left to itself, `auto` comes again within hours. */
function feed(channel: string): string {
  const items = Array.from({ length: 40 }, (_, i) => {
    const published = new Date(moment.now().getTime() - (i + 1) * 1.2 * HOUR_MS).toUTCString();
    return `<item><title>Notice ${i}</title><link>/n/${i}</link><pubDate>${published}</pubDate></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Notices</title>${channel}${items.join('')}</channel></rss>`;
}

interface Told {
  channel?: string;
  headers?: Record<string, string>;
  schedule?: string;
}

/** Visits the feed so many times, the later ones answered by 304; hours from the last visit to the next. */
async function hoursToNext({ channel = '', headers = {}, schedule = 'auto' }: Told, visits = 1) {
  const seen: IncomingHttpHeaders[] = [];
  const there: Site = await site((request, response) => {
    if (request.url === '/robots.txt') return void response.writeHead(404).end();
    seen.push(request.headers);
    const known = request.headers['if-none-match'] === '"f1"';
    if (known) response.writeHead(304, { etag: '"f1"' }).end();
    else
      response
        .writeHead(200, { 'content-type': 'application/rss+xml', etag: '"f1"', ...headers })
        .end(feed(channel));
  });
  const id = `feed-${randomUUID()}`;
  const own = source(id, { urls: [`${there.origin}/feed.xml`], schedule, timezone: 'UTC', delayMs: 0 });
  await store.frontier.syncSources([own], () => ({ at: moment.now(), slot: 'first' }));
  for (let visit = 0; visit < visits; visit += 1) await visitNow(store, worker, own);
  expect(seen.filter((one) => one['if-none-match'])).toHaveLength(visits - 1);
  const row = (await store.queries.sources()).find((known) => known.id === id);
  if (!row?.nextVisit) throw new Error('no next visit');
  return (new Date(row.nextVisit).getTime() - moment.now().getTime()) / HOUR_MS;
}

const hour = (plus: number) => (moment.now().getUTCHours() + plus) % 24;
/** Silent in every hour but the one that lies so many ahead. */
const silentBut = (plus: number) =>
  `<skipHours>${Array.from({ length: 24 }, (_, h) => h)
    .filter((h) => h !== hour(plus))
    .map((h) => `<hour>${h}</hour>`)
    .join('')}</skipHours>`;

describe('lower bounds of auto', () => {
  it('are none where nothing is said', async () => {
    expect(await hoursToNext({})).toBeLessThan(3);
  });

  it.each([
    ['Cache-Control', { headers: { 'cache-control': 'max-age=18000' } }],
    ['ttl', { channel: '<ttl>300</ttl>' }],
  ])('%s puts the next visit off, also after a 304 that says nothing of it', async (_name, told) => {
    expect(await hoursToNext(told)).toBeGreaterThanOrEqual(5);
    expect(await hoursToNext(told, 2)).toBeGreaterThanOrEqual(5);
    expect(await hoursToNext(told, 2)).toBeLessThan(8);
  });

  it('skipHours puts it out of the silent hours, also after a 304', async () => {
    for (const visits of [1, 2]) {
      const hours = await hoursToNext({ channel: silentBut(9) }, visits);
      const at = new Date(moment.now().getTime() + hours * HOUR_MS);
      expect(at.getUTCHours()).toBe(hour(9));
    }
  });

  it('bind no other schedule', async () => {
    const told = { channel: `<ttl>300</ttl>${silentBut(9)}`, schedule: 'every 15m' };
    expect(await hoursToNext(told)).toBeLessThan(0.5);
  });
});

describe('a crawl-delay beyond what is honoured', () => {
  it('is kept as two minutes and flagged in the reason of the visit', async () => {
    const there = await site((request, response) => {
      const robots = 'User-agent: *\nCrawl-delay: 1000000\n';
      if (request.url === '/robots.txt') response.end(robots);
      else response.end(feed(''));
    });
    const own = source('slow', { urls: [`${there.origin}/feed.xml`], timezone: 'UTC', delayMs: 0 });
    await store.frontier.syncSources([own], () => ({ at: moment.now(), slot: 'first' }));
    // As if the file had been read long ago: its own fetch would be followed by two minutes of quiet.
    await store.robots.put(there.origin, {
      kind: 'rules',
      text: 'User-agent: *\nCrawl-delay: 1000000\n',
      reason: '',
      etag: null,
      lastModified: null,
      fetchedAt: moment.now(),
      expiresAt: new Date(moment.now().getTime() + HOUR_MS),
    });
    await visitNow(store, worker, own);
    const told = await store.queries.explain(own.urls[0] ?? '');
    expect(told.at(-1)?.reason).toContain('crawl-delay of 1000000 s, 120 s are kept');
  });
});
