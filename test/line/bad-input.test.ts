import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunSummary } from '../../src/commands/summary.ts';
import type { ArticleRow } from '../../src/domain/queries.ts';
import { jsonLines, pactwire, type Ran } from './run-pactwire.ts';
import { type Answer, entry, Sites, send } from './sites.ts';
import {
  BAD,
  bytes,
  endless,
  failsFirst,
  gzipBomb,
  listingOnly,
  redirectTo,
  type Served,
  SOUND,
  serveAll,
  withBadArticle,
  withRobots,
  wronglyLabelled,
} from './sites-bad.ts';

const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    send(response, '<h1>no</h1>', { status: code, ...headers });

const SOFT_WALL =
  '<html><head><title>安全验证</title></head><body><div>访问过于频繁，请完成安全验证后继续访问</div><input name="captcha"><img src="/captcha.png"></body></html>';
const JSL =
  '<script>document.cookie="__jsl_clearance_s=1773.01|-1|a;max-age=3600";location.href=location.pathname</script>';
const PNG = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), bytes(4_000)]);

/** Listings that cannot be read: site, answer, outcome, words of the reason. */
const LISTINGS: [string, Answer, string, RegExp][] = [
  ['nothing', (_, response) => send(response, ''), 'empty', /no list/],
  ['binary', (_, response) => send(response, bytes(20_000)), 'not_html', /text\/html/],
  ['sixty-mb', endless, 'too_large', /8/],
  ['loop', redirectTo('/news/'), 'http_error', /loop/],
  ['to-file', redirectTo('file:///etc/passwd'), 'guard_refused', /scheme file/],
  ['to-private', redirectTo('http://10.1.2.3/news/'), 'guard_refused', /10\.1\.2\.3/],
  ['to-ssh', redirectTo('http://93.184.215.14:22/'), 'guard_refused', /22/],
];

/** Article pages that cannot be read, beside sound ones. */
const ARTICLES: [string, Answer, string, RegExp][] = [
  ['not-there', status(404), 'gone', /404/],
  ['withdrawn', status(410), 'gone', /410/],
  ['bomb', gzipBomb, 'too_large', /8/],
  ['later', status(429, { 'retry-after': '3600' }), 'http_error', /429, Retry-After 3600 s/],
  ['soft-wall', (_, response) => send(response, SOFT_WALL), 'blocked', /./],
  [
    'jsl',
    (_, response) =>
      send(response, JSL, { status: 521, 'set-cookie': '__jsluid_s=0a1b; path=/', 'x-via-jsl': 'a1' }),
    'blocked',
    /^jiasule/,
  ],
  ['image', (_, response) => send(response, PNG), 'not_html', /text\/html/],
  ['hollow', (_, response) => send(response, '<html><body></body></html>'), 'empty', /no body/],
];

const FINE: Record<string, Answer> = {
  hiccup: withBadArticle('hiccup', failsFirst('hiccup', 1, status(500))),
  patient: withBadArticle('patient', failsFirst('patient', 1, status(429, { 'retry-after': '1' }))),
  labels: wronglyLabelled('labels'),
  'no-robots': withRobots('no-robots', status(404)),
  'moved-robots': withRobots('moved-robots', redirectTo('/rules.txt')),
  slow: withRobots('slow', (_, response) => send(response, 'User-agent: *\nCrawl-delay: 1\n')),
};
const DENIED: Record<string, Answer> = {
  denied: withRobots('denied', (_, response) => send(response, 'User-agent: *\nDisallow: /\n')),
  'broken-robots': withRobots('broken-robots', status(503)),
};

const sites = new Sites(85);
let served: Served;
let ran: Ran;
let summary: RunSummary | undefined;
let rows: ArticleRow[] = [];

const originOf = (id: string) => served.get(id)?.origin ?? '';
const storedOf = (id: string) => rows.filter(({ url }) => url.startsWith(`${originOf(id)}/`));
const failureOf = (id: string) => summary?.failures.filter(({ source }) => source === id);

beforeAll(async () => {
  served = await serveAll(sites, {
    ...Object.fromEntries(LISTINGS.map(([id, answer]) => [id, listingOnly(answer)])),
    ...Object.fromEntries(ARTICLES.map(([id, answer]) => [id, withBadArticle(id, answer)])),
    ...FINE,
    ...DENIED,
  });
  const of = (id: string) => entry(id, `${originOf(id)}/news/`, { delay: '20ms' });
  sites.write('sites.yaml', [...served.keys()].map(of).join(''));
  sites.write('dead.yaml', entry('dead', `http://${sites.unserved()}:8099/news/`, { delay: '20ms' }));
  sites.write('unknown-key.yaml', `${of('labels').replace('labels', 'odd')}  colour: red\n`);
  sites.write('broken.yaml', '- id: torn\n  url: [http://127.0.0.1/\n');
  sites.write('twice.yaml', of('labels'));
  ran = await pactwire(['once', '--json', ...sites.flags]);
  [summary] = jsonLines<RunSummary>(ran);
  rows = jsonLines<ArticleRow>(await pactwire(['articles', '--json', ...sites.flags]));
}, 500_000);

afterAll(() => sites.close());

describe('a config with mistakes', () => {
  it('names file, line and column of each; the other sources go on', () => {
    const config = join(sites.folder, 'config', 'sources');
    expect(ran.stderr).toMatch(new RegExp(`${join(config, 'unknown-key.yaml')}:6:\\d+.*colour`));
    expect(ran.stderr).toMatch(new RegExp(`${join(config, 'broken.yaml')}:\\d+:\\d+`));
    expect(ran.stderr).toMatch(/twice\.yaml:1:\d+.*labels|sites\.yaml:\d+:\d+.*labels/);
    expect(ran.code).toBe(1);
    expect(summary?.sources).toBe(served.size + 1);
  });
});

describe('a listing that cannot be read', () => {
  it.each(LISTINGS)('%s', (id, _answer, outcome, reason) => {
    expect(failureOf(id)).toEqual([
      { source: id, url: `${originOf(id)}/news/`, outcome, reason: expect.stringMatching(reason) },
    ]);
  });

  it('of a host where nobody listens', () => {
    expect(failureOf('dead')).toEqual([
      expect.objectContaining({ outcome: 'network', reason: expect.stringContaining('refused') }),
    ]);
  });

  it.each([
    ['denied', /Disallow|disallow/],
    ['broken-robots', /503/],
  ])('%s: by robots.txt, and nothing else is asked', (id, reason) => {
    expect(failureOf(id)).toEqual([
      expect.objectContaining({ outcome: 'robots_denied', reason: expect.stringMatching(reason) }),
    ]);
    expect(new Set(served.get(id)?.asked.map(({ path }) => path))).toEqual(new Set(['/robots.txt']));
  });
});

describe('an article that cannot be read', () => {
  it.each(ARTICLES)(
    '%s: ends with its outcome, its neighbours are stored',
    (id, _answer, outcome, reason) => {
      expect(failureOf(id)).toEqual([
        { source: id, url: `${originOf(id)}${BAD}`, outcome, reason: expect.stringMatching(reason) },
      ]);
      // A host that asked for an hour of quiet gets it: what was not read by then is left due.
      if (id !== 'later') expect(storedOf(id)).toHaveLength(SOUND);
      expect(storedOf(id).some(({ url }) => url.endsWith(BAD))).toBe(false);
    },
  );

  it('is left alone when the host asks for an hour, and counted as waiting', () => {
    const asked = served.get('later')?.asked ?? [];
    expect(asked.at(-1)?.path).toBe(BAD);
    expect(summary?.waiting).toBeGreaterThanOrEqual(1);
  });
});

describe('what only looks bad', () => {
  it.each([
    ['hiccup', SOUND + 1],
    ['patient', SOUND + 1],
    ['labels', SOUND],
    ['no-robots', SOUND],
    ['moved-robots', SOUND - 1],
    ['slow', SOUND],
  ])('%s: %i articles with title and day', (id, count) => {
    expect(failureOf(id)).toEqual([]);
    const stored = storedOf(id);
    expect(stored).toHaveLength(count);
    for (const { title, published, url } of stored) {
      expect(title, url).toMatch(/现场会召开$/);
      expect(published, url).toMatch(/^2026-03-/);
    }
  });

  it('waits as long as Retry-After and crawl-delay say', () => {
    const patient = served.get('patient')?.asked ?? [];
    const refused = patient.findIndex(({ path }) => path === BAD);
    expect((patient[refused + 1]?.at ?? 0) - (patient[refused]?.at ?? 0)).toBeGreaterThanOrEqual(1_000);
    const slow = (served.get('slow')?.asked ?? []).filter(({ path }) => path !== '/robots.txt');
    const gaps = slow.slice(1).map(({ at }, i) => at - (slow[i]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000);
  });
});

describe('a host that asks for an hour while another of its pages is in hand', () => {
  it('is left alone: that page goes back to the store, and nobody waits for it', async () => {
    const own = new Sites(88);
    try {
      let shut = false;
      const site = await own.serve('shut', (request, response, body) => {
        if (!/^\/news\/\w+\.html$/.test(request.url ?? ''))
          withBadArticle('shut', status(404))(request, response, body);
        else if (shut) send(response, '', { status: 500 });
        else {
          shut = true;
          // Late enough for the next page to be waiting for its turn.
          setTimeout(() => status(429, { 'retry-after': '3600' })(request, response, body), 400);
        }
      });
      own.write('shut.yaml', entry('shut', `${site.origin}/news/`, { delay: '20ms' }));
      const ran = await pactwire(['once', '--json', ...own.flags]);
      const [summary] = jsonLines<RunSummary>(ran);
      expect(site.asked.filter(({ path }) => path.endsWith('.html'))).toHaveLength(1);
      expect(summary?.waiting).toBe(SOUND + 1);
    } finally {
      await own.close();
    }
  }, 60_000);
});

describe('SIGTERM', () => {
  it('ends a running once; the next goes on with the same store', async () => {
    const own = new Sites(86);
    try {
      const asked = Promise.withResolvers<void>();
      const answer = withRobots('halted', status(404));
      const site = await own.serve('halted', (request, response, body) => {
        if (request.url === '/news/1.html') asked.resolve();
        answer(request, response, body);
      });
      own.write('halted.yaml', entry('halted', `${site.origin}/news/`, { delay: '300ms' }));
      const first = await pactwire(['once', '--json', ...own.flags], {
        started: (child) => void asked.promise.then(() => child.kill('SIGTERM')),
      });
      expect(first.signal === 'SIGTERM' || first.code !== 0).toBe(true);
      expect(first.stderr).not.toMatch(/^\s+at /m);
      const again = await pactwire(['once', '--json', ...own.flags]);
      expect(again.code, again.stderr).toBe(0);
      const stored = jsonLines<ArticleRow>(await pactwire(['articles', '--json', ...own.flags]));
      expect(stored).toHaveLength(SOUND);
    } finally {
      await own.close();
    }
  }, 240_000);
});
