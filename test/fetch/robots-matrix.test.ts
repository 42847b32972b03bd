/** robots.txt in every state that a server can have it in, by what is asked of the server afterwards (RFC 9309). */
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenStore } from '../../src/adapters/postgres/open.ts';
import { judge, parseRobots } from '../../src/politeness/robots.ts';
import { corpusPath } from '../corpus.ts';
import { embeddedStore, STARTING_MS } from '../services.ts';
import { Moment, type Worker, workerOn } from './polite-rig.ts';
import { newAddress, type Site, site } from './site.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

let store: OpenStore;
let worker: Worker;
let moment: Moment;

beforeAll(async () => {
  store = await embeddedStore();
  moment = new Moment();
  worker = workerOn(store, moment);
}, STARTING_MS);
afterAll(async () => {
  await worker.close();
  await store.close();
});

const text =
  (body: string | Buffer, status = 200, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'text/plain', ...headers }).end(body);
  };

/** A site whose robots.txt is answered so; `/hop/<n>` leads on by n redirects, `/rules` forbids `/no/`. */
async function robotsSite(robots: Answer): Promise<Site> {
  return site((request, response) => {
    const path = request.url ?? '/';
    const hops = Number(/^\/hop\/(\d)$/.exec(path)?.[1] ?? -1);
    if (path === '/robots.txt') robots(response, request);
    else if (hops >= 0) redirect(hops - 1)(response, request);
    else if (path === '/rules') text('User-agent: *\nDisallow: /no/\n')(response, request);
    else text('<html><title>a page</title></html>')(response, request);
  });
}

/** A redirect that is followed by so many more. */
const redirect = (more: number): Answer => text('', 302, { location: more > 0 ? `/hop/${more}` : '/rules' });

const paths = ({ requests }: Site) => requests.map(({ url }) => url);

const RULES = 'User-agent: *\nDisallow: /no/\n';
const BEYOND = Buffer.from(`${RULES}${'# what no rule is\n'.repeat(34_200)}`);

/** Name, robots.txt, whether `/no/page` and `/yes` may be fetched, and words of the refusal. */
const MATRIX: [string, Answer, { no: boolean; yes: boolean }, RegExp?][] = [
  ['200', text(RULES), { no: false, yes: true }, /Disallow: \/no\//],
  ['404', text('Disallow: /', 404), { no: true, yes: true }],
  ['401', text(`User-agent: *\nDisallow: /`, 401), { no: true, yes: true }],
  ['403', text(`User-agent: *\nDisallow: /`, 403), { no: true, yes: true }],
  ['429', text(`User-agent: *\nDisallow: /`, 429), { no: true, yes: true }],
  ['500', text('User-agent: *\nAllow: /', 500), { no: false, yes: false }, /status 500/],
  ['503', text('', 503), { no: false, yes: false }, /status 503/],
  ['no answer in time', () => undefined, { no: false, yes: false }, /cannot be reached: .*within/],
  [
    'connection cut off',
    (response) => response.destroy(),
    { no: false, yes: false },
    /cannot be reached: .*closed|reset/,
  ],
  [
    'a redirect to a name that is not known',
    text('', 302, { location: 'http://nowhere.invalid/robots.txt' }),
    { no: false, yes: false },
    /cannot be reached: nowhere\.invalid: the name/,
  ],
  ['1 redirect', redirect(0), { no: false, yes: true }, /Disallow: \/no\//],
  ['5 redirects', redirect(4), { no: false, yes: true }, /Disallow: \/no\//],
  ['6 redirects', redirect(5), { no: true, yes: true }],
  ['600 KB, the rule in the first of them', text(BEYOND), { no: false, yes: true }, /Disallow: \/no\//],
  ['HTML instead', text('<html><body>Disallow: /</body></html>'), { no: true, yes: true }],
  ['with a BOM', text(`\ufeff${RULES}`), { no: false, yes: true }, /Disallow/],
  ['with CRLF', text(RULES.replaceAll('\n', '\r\n')), { no: false, yes: true }, /Disallow/],
  ['empty', text(''), { no: true, yes: true }],
];

describe('robots.txt: what it lets us ask for', () => {
  it.each(MATRIX)('%s', async (_name, robots, may, refusal = /./) => {
    const there = await robotsSite(robots);
    for (const [path, allowed] of [
      ['/no/page', may.no],
      ['/yes', may.yes],
    ] as const) {
      const got = await worker.fetch(`${there.origin}${path}`);
      expect(got.end, `${path}: ${got.reason}`).toBe(allowed ? 200 : 'robots_denied');
      if (!allowed) expect(got.reason).toMatch(refusal);
      // By the server's own log: what is denied was never asked for.
      expect(paths(there).includes(path)).toBe(allowed);
    }
  });

  it('a host that takes no connection is down, and a name that is not known is no host', async () => {
    const down = await worker.fetch(`http://${newAddress()}:9/news`);
    expect(down).toMatchObject({ end: 'network', reason: expect.stringContaining('refused') });
    expect(await worker.fetch('http://nowhere.invalid/news')).toMatchObject({ end: 'network' });
  });
});

describe('robots.txt: how long it is believed', () => {
  it('is asked for once a day, with the validators of the copy', async () => {
    const there = await robotsSite((response, request) =>
      request.headers['if-none-match'] === '"r1"'
        ? text('', 304)(response, request)
        : text(RULES, 200, { etag: '"r1"' })(response, request),
    );
    const asked = () => paths(there).filter((path) => path === '/robots.txt').length;
    await worker.fetch(`${there.origin}/yes`);
    moment.pass(DAY_MS - 1_000);
    await worker.fetch(`${there.origin}/yes`);
    expect(asked()).toBe(1);
    moment.pass(2_000);
    expect((await worker.fetch(`${there.origin}/no/page`)).end).toBe('robots_denied');
    expect(asked()).toBe(2);
    expect(there.requests.at(-1)?.headers['if-none-match']).toBe('"r1"');
  });

  it.each([
    ['answers 503', text('', 503)],
    ['is cut off', (response) => response.destroy()],
  ] satisfies [string, Answer][])(
    'a good copy serves on while the file %s, for 30 days',
    async (_name, failing) => {
      let robots: Answer = text(RULES);
      const there = await robotsSite((...asked) => robots(...asked));
      expect((await worker.fetch(`${there.origin}/yes`)).end).toBe(200);
      robots = failing;
      moment.pass(29 * DAY_MS);
      expect((await worker.fetch(`${there.origin}/yes`)).end).toBe(200);
      expect((await worker.fetch(`${there.origin}/no/page`)).end).toBe('robots_denied');
      moment.pass(DAY_MS + HOUR_MS);
      expect((await worker.fetch(`${there.origin}/yes`)).end).toBe('robots_denied');
    },
  );

  it('a refusal for want of the file is looked at again within the hour', async () => {
    let robots: Answer = text('', 503);
    const there = await robotsSite((...asked) => robots(...asked));
    expect((await worker.fetch(`${there.origin}/yes`)).end).toBe('robots_denied');
    robots = text(RULES);
    moment.pass(HOUR_MS);
    expect((await worker.fetch(`${there.origin}/yes`)).end).toBe(200);
  });
});

describe('crawl-delay', () => {
  it.each([
    ['10', 10_000],
    ['1000000', 120_000],
  ])('%s: the next request waits', async (delay, ms) => {
    const there = await robotsSite(text(`User-agent: *\nCrawl-delay: ${delay}\n`));
    const got = await worker.fetch(`${there.origin}/one`);
    expect(got).toMatchObject({ end: 'not yet', reason: 'the pace of the host' });
    expect(got.crawlDelaySeconds).toBe(Number(delay));
    expect(got.waitMs).toBeGreaterThan(ms - 2_000);
    expect(got.waitMs).toBeLessThanOrEqual(ms);
    expect(paths(there)).toEqual(['/robots.txt']);
  });

  it('0.1: two requests are a tenth of a second apart', async () => {
    const arrived: number[] = [];
    const there = await site((request, response) => {
      if (request.url !== '/robots.txt') arrived.push(performance.now());
      text('User-agent: *\nCrawl-delay: 0.1\n')(response, request);
    });
    for (const path of ['/one', '/two', '/three']) await worker.fetch(`${there.origin}${path}`);
    const gaps = arrived.slice(1).map((at, i) => at - (arrived[i] ?? 0));
    expect(gaps).toHaveLength(2);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(100);
  });
});

interface Row {
  id: string;
  robots_txt: string;
  agent: string;
  url: string;
  allowed: boolean;
  profile: string;
}

describe('robots rules, by the shared cases', () => {
  const path = corpusPath('corpus/robots.jsonl');
  if (!path) console.log('the shared robots cases are absent: only our own were judged');
  const rows = path ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];
  const cases = rows
    .map((line) => JSON.parse(line) as Row)
    .filter(({ profile }) => profile === 'rfc9309' || profile === 'google');
  it('are all judged as the standard has it', () => {
    const wrong = cases.filter(
      ({ robots_txt, agent, url, allowed }) => judge(parseRobots(robots_txt), agent, url).allowed !== allowed,
    );
    console.log(`${cases.length - wrong.length} of ${cases.length} cases`);
    expect(wrong.filter(({ profile }) => profile === 'rfc9309').map(({ id }) => id)).toEqual([]);
    expect(wrong.length).toBeLessThanOrEqual(cases.length * 0.1);
  });
});
