/** Retry-After in all its forms: the whole host pauses for the whole fleet, exactly as long as it asks. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenStore } from '../../src/adapters/postgres/open.ts';
import { VisitFailure } from '../../src/domain/failure.ts';
import type { Page } from '../../src/domain/page.ts';
import { refuseAnswer, retryOf } from '../../src/stages/answer.ts';
import { embeddedStore, STARTING_MS } from '../services.ts';
import { Moment, type Worker, workerOn } from './polite-rig.ts';
import { type Site, site } from './site.ts';

const DAY_MS = 24 * 3_600_000;

let store: OpenStore;
let one: Worker;
let two: Worker;

beforeAll(async () => {
  store = await embeddedStore();
  const skewed = new Moment();
  skewed.pass(-5 * 60_000);
  one = workerOn(store, skewed, 'one');
  two = workerOn(store, new Moment(), 'two');
}, STARTING_MS);
afterAll(async () => {
  await Promise.all([one.close(), two.close()]);
  await store.close();
});

/** No robots.txt; the first page is refused with this header, whatever is asked then is there. */
async function busySite(status: number, retryAfter: () => string): Promise<Site & { arrived: number[] }> {
  const arrived: number[] = [];
  const there = await site((request, response) => {
    if (request.url === '/robots.txt') return void response.writeHead(404).end();
    arrived.push(performance.now());
    if (arrived.length === 1) response.writeHead(status, { 'retry-after': retryAfter() }).end();
    else response.end('<html>a page</html>');
  });
  return { ...there, arrived };
}

/** HTTP dates of this many milliseconds from now, in the three forms. */
const imf = (ms: number) => new Date(Date.now() + ms).toUTCString();
const rfc850 = (ms: number) => {
  const [, day = '', month = '', year = '', time = ''] =
    /, (\d\d) (\w{3}) \d\d(\d\d) ([\d:]+)/.exec(imf(ms)) ?? [];
  const weekday = new Date(Date.now() + ms).toLocaleString('en', { weekday: 'long', timeZone: 'UTC' });
  return `${weekday}, ${day}-${month}-${year} ${time} GMT`;
};
const asctime = (ms: number) => {
  const [, weekday, day = '', month, year, time] =
    /(\w{3}), (\d\d) (\w{3}) (\d{4}) ([\d:]+)/.exec(imf(ms)) ?? [];
  return `${weekday} ${month} ${day.replace(/^0/, ' ')} ${time} ${year}`;
};

describe('Retry-After', () => {
  it.each([
    ['seconds', 429, () => '3600', 3_600_000],
    ['seconds, of a 503', 503, () => '120', 120_000],
    ['an HTTP date', 429, () => imf(600_000), 600_000],
    ['an HTTP date, of a 503', 503, () => imf(600_000), 600_000],
    ['a date as RFC 850 writes it', 429, () => rfc850(600_000), 600_000],
    ['a date as asctime writes it', 429, () => asctime(600_000), 600_000],
    ['10^9 seconds: a day', 429, () => '1000000000', DAY_MS],
    ['a date years ahead: a day', 429, () => imf(900 * DAY_MS), DAY_MS],
  ])(
    '%s: no worker asks the host before that, also one with a wrong clock',
    async (_name, status, header, ms) => {
      const there = await busySite(status, header);
      expect((await one.fetch(`${there.origin}/first`)).end).toBe(status);
      for (const worker of [two, one, two]) {
        const got = await worker.fetch(`${there.origin}/other`, { patienceMs: 60_000 });
        expect(got).toMatchObject({ end: 'not yet', reason: expect.stringContaining('pause') });
        // Dates are told to the second.
        expect(got.waitMs).toBeLessThanOrEqual(ms);
        expect(got.waitMs).toBeGreaterThan(ms - 3_000);
      }
      expect(there.arrived).toHaveLength(1);
    },
  );

  it('is waited for to its end and no less, by the host’s own log', async () => {
    const there = await busySite(429, () => '1');
    await one.fetch(`${there.origin}/first`);
    const ends = await Promise.all([one.fetch(`${there.origin}/a`), two.fetch(`${there.origin}/b`)]);
    expect(ends.map(({ end }) => end)).toEqual([200, 200]);
    const [refused = 0, next = 0] = there.arrived;
    expect(next - refused).toBeGreaterThanOrEqual(1_000);
    expect(next - refused).toBeLessThan(4_000);
  });

  it.each([
    ['0', () => '0'],
    ['-1', () => '-1'],
    ['a past date', () => imf(-60_000)],
    ['garbage', () => 'in a while'],
  ])('%s: the host goes on by its pace, the page by the usual back-off', async (_name, header) => {
    const there = await busySite(429, header);
    expect((await one.fetch(`${there.origin}/first`)).end).toBe(429);
    expect((await two.fetch(`${there.origin}/other`)).end).toBe(200);
    const refused = failureOf(429, { 'retry-after': header() });
    expect(refused).toMatchObject({ outcome: 'http_error', fate: 'retry', waitMs: null });
    const { waitMs } = retryOf(refused, 0, there.origin);
    expect(waitMs).toBeGreaterThanOrEqual(4_000);
    expect(waitMs).toBeLessThanOrEqual(6_000);
  });

  it('a host that says 429 to everything is left alone like one that is down', async () => {
    const there = await site((request, response) => {
      response.writeHead(request.url === '/robots.txt' ? 404 : 429).end();
    });
    for (let i = 0; i < 5; i += 1) await one.fetch(`${there.origin}/${i}`);
    const sixth = await two.fetch(`${there.origin}/6`);
    expect(sixth).toMatchObject({ end: 'not yet' });
    expect(sixth.waitMs).toBeGreaterThan(20_000);
  });
});

/** What the stages make of such an answer. */
function failureOf(status: number, headers: Record<string, string>): VisitFailure {
  try {
    refuseAnswer({ status, headers } as Page, '', new Date());
  } catch (error) {
    if (error instanceof VisitFailure) return error;
    throw error;
  }
  throw new Error('not refused');
}
