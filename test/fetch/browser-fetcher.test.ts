import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { browserFetcher } from '../../src/adapters/crawlee/browser-fetcher.ts';
import { VisitFailure } from '../../src/domain/failure.ts';
import type { FetchRequest } from '../../src/domain/ports.ts';
import { guard, rawSite, site } from './site.ts';

const fetcher = browserFetcher({
  guard,
  chromiumPath: null,
  userAgent: 'Pactwire-test (+https://example.org)',
});
afterAll(() => fetcher.close());

const ask = (url: string, more: Partial<FetchRequest> = {}): FetchRequest => ({
  url,
  headers: {},
  maxBytes: 1_000_000,
  timeoutMs: 45_000,
  ...more,
});

async function failure(url: string, more: Partial<FetchRequest> = {}): Promise<VisitFailure> {
  const error = await fetcher.fetch(ask(url, more)).then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!(error instanceof VisitFailure)) throw new Error(`no VisitFailure but ${error}`);
  return error;
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();
const html = (body: string) => `<!doctype html><meta charset="utf-8"><title>t</title><body>${body}`;

/** Browsers that this process has started (each leads a process group of its own), without those in `known`. */
function ownBrowsers(known = new Set<number>()): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => {
    if (known.has(pid)) return false;
    try {
      // `pid (command) state parent …`; the command is cut to 15 letters.
      const [, command = '', parent] =
        /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
      return /chrom|headless/i.test(command) && Number(parent) === process.pid;
    } catch {
      return false; // gone meanwhile
    }
  });
}

describe('a page in a real Chromium', () => {
  it('asks for nothing before it is told that the host is ready', async () => {
    const { origin, requests } = await site((_, response) => {
      response.setHeader('content-type', 'text/html').end(html('late'));
    });
    const asked = Promise.withResolvers<void>();
    const opened = Promise.withResolvers<void>();
    const ready = () => {
      asked.resolve();
      return opened.promise;
    };
    const answer = fetcher.fetch(ask(`${origin}/`, { ready }));
    await asked.promise;
    const other = await site((_, response) => response.end('meanwhile'));
    await fetcher.fetch(ask(`${other.origin}/`));
    expect(requests).toHaveLength(0);
    opened.resolve();
    expect(text((await answer).bytes)).toContain('late');
  });

  it('brings a list that a script fills from an API', async () => {
    const { origin, requests } = await site((request, response) => {
      if (request.url === '/api') return response.end(JSON.stringify(['签署协议', '合作备忘录']));
      if (request.url !== '/') return response.writeHead(404).end();
      response.setHeader('content-type', 'text/html; charset=gbk');
      const script = `fetch('/api').then(r => r.json()).then(all => { list.innerHTML = all.map(t => '<li><a href="/x">' + t).join('') })`;
      return response.end(`<!doctype html><ul id=list></ul><img src=/i.png><script>${script}</script>`);
    });
    const answer = await fetcher.fetch(ask(`${origin}/`));
    expect(text(answer.bytes)).toContain('<li><a href="/x">合作备忘录');
    expect(answer).toMatchObject({
      status: 200,
      url: `${origin}/`,
      contentType: 'text/html; charset=utf-8',
      hops: [],
    });
    expect(new Set(requests.map(({ headers }) => headers['user-agent']))).toEqual(
      new Set(['Pactwire-test (+https://example.org)']),
    );
    expect(requests.map(({ url }) => url)).not.toContain('/i.png');
  });

  it('hands redirects back, and tells the hops that scripts took on the host', async () => {
    const other = await site((_, response) => response.end());
    const { origin } = await site((request, response) => {
      if (request.url === '/a') return response.writeHead(302, { location: '/b#x' }).end();
      response.setHeader('content-type', 'text/html');
      if (request.url === '/b') return response.end(html('<script>location.href="/c"</script>'));
      if (request.url === '/d')
        return response.end(html(`<script>location.href="${other.origin}/e"</script>`));
      return response.end(html('<p>arrived, with enough words to be content'.repeat(3)));
    });
    expect(await fetcher.fetch(ask(`${origin}/a`))).toMatchObject({
      status: 302,
      url: `${origin}/a`,
      location: `${origin}/b#x`,
    });
    const answer = await fetcher.fetch(ask(`${origin}/b`));
    expect(answer).toMatchObject({
      url: `${origin}/c`,
      location: null,
      hops: [{ url: `${origin}/b`, status: 200 }],
    });
    expect(text(answer.bytes)).toContain('arrived');
    expect(await fetcher.fetch(ask(`${origin}/d`))).toMatchObject({
      url: `${origin}/d`,
      location: `${other.origin}/e`,
    });
    expect(other.connections()).toBe(0);
  });

  it('brings errors with their bodies and feeds as they are', async () => {
    const { origin } = await site((request, response) => {
      if (request.url === '/feed')
        return response.setHeader('content-type', 'application/rss+xml').end('<rss/>');
      return response.writeHead(503, { 'content-type': 'text/html', 'retry-after': '9' }).end(html('busy'));
    });
    const busy = await fetcher.fetch(ask(`${origin}/`));
    expect(busy).toMatchObject({ status: 503, headers: { 'retry-after': '9' } });
    expect(text(busy.bytes)).toContain('busy');
    const feed = await fetcher.fetch(ask(`${origin}/feed`));
    expect(text(feed.bytes)).toBe('<rss/>');
    expect(feed.contentType).toBe('application/rss+xml');
  });

  it('stops at the cap and at the deadline', async () => {
    const { origin } = await site((request, response) => {
      response.setHeader('content-type', 'text/html');
      if (request.url === '/grows') {
        return response.end(html(`<script>setInterval(() => document.body.append('more '), 50)</script>`));
      }
      return response.end(html(`<script>document.body.append('x'.repeat(2e6))</script>`));
    });
    expect(await failure(`${origin}/big`)).toMatchObject({ outcome: 'too_large' });
    const silent = await rawSite(() => undefined);
    expect(await failure(silent.origin, { timeoutMs: 600 })).toMatchObject({
      outcome: 'timeout',
      fate: 'retry',
    });
    expect(await failure(`${origin}/grows`, { timeoutMs: 2_500 })).toMatchObject({
      outcome: 'timeout',
      reason: expect.stringMatching(/within 2500 ms/),
    });
  });

  it('counts the time on the page, not the wait for a free tab', async () => {
    const one = browserFetcher({ guard, chromiumPath: null, userAgent: 'x', tabs: 1 });
    const silent = await rawSite(() => undefined);
    const { origin } = await site((_, response) =>
      response.setHeader('content-type', 'text/html').end(html('here '.repeat(30))),
    );
    // Two that end at their deadline come first; a clock that ran meanwhile would have ended the third, too.
    const slow = [1, 2].map((i) =>
      one.fetch(ask(`${silent.origin}/${i}`, { timeoutMs: 4_000 })).catch((error) => error.outcome),
    );
    const last = one.fetch(ask(origin, { timeoutMs: 6_000 }));
    const gone = new AbortController();
    const given = one
      .fetch(ask(origin, { signal: gone.signal }))
      .catch((error) => `${error.fate} ${error.reason}`);
    gone.abort(new Error('not wanted'));
    expect(await given).toBe('later request stopped: not wanted');
    expect(await Promise.all(slow)).toEqual(['timeout', 'timeout']);
    expect((await last).status).toBe(200);
    await one.close();
  });

  it('survives the death of its browser under a page', async () => {
    const own = browserFetcher({ guard, chromiumPath: null, userAgent: 'x' });
    const { origin } = await site((request, response) => {
      response.setHeader('content-type', 'text/html');
      if (request.url === '/die') for (const pid of ownBrowsers(before)) process.kill(-pid, 'SIGKILL');
      response.end(html('alive '.repeat(30)));
    });
    const before = new Set(ownBrowsers());
    expect((await own.fetch(ask(origin))).status).toBe(200);
    const end = await own
      .fetch(ask(`${origin}/die`))
      .catch((error) => `${error.outcome} ${error.fate} ${error.reason}`);
    expect(end).toBe('network retry the browser, or its tab, ended under the page');
    expect((await own.fetch(ask(origin))).status).toBe(200);
    await own.close();
  });

  it('names what could not be reached', async () => {
    expect(await failure('http://127.64.0.1:34567/')).toMatchObject({
      outcome: 'network',
      reason: expect.stringMatching(/refused/),
    });
    expect(await failure('https://127.64.0.1:34567/')).toMatchObject({
      outcome: 'network',
      reason: expect.stringMatching(/refused/),
    });
    expect(await failure('http://10.0.0.1/')).toMatchObject({
      outcome: 'guard_refused',
      reason: expect.stringMatching(/10\.0\.0\.1 port 80: private/),
    });
    expect(await failure('https://10.0.0.1/')).toMatchObject({ outcome: 'guard_refused', fate: 'never' });
    expect(await failure('file:///etc/passwd')).toMatchObject({ outcome: 'guard_refused' });
  });
});
