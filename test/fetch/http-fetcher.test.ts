import {
  brotliCompressSync,
  constants,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { httpFetcher } from '../../src/adapters/crawlee/http-fetcher.ts';
import { VisitFailure } from '../../src/domain/failure.ts';
import type { FetchRequest } from '../../src/domain/ports.ts';
import { guard, rawSite, site } from './site.ts';

const fetcher = httpFetcher({ guard, concurrency: 48 });
afterAll(() => fetcher.close());

const ask = (url: string, more: Partial<FetchRequest> = {}): FetchRequest => ({
  url,
  headers: { 'user-agent': 'Pactwire-test' },
  maxBytes: 1_000_000,
  timeoutMs: 5_000,
  ...more,
});

/** The failure that a fetch ends with. */
async function failure(url: string, more: Partial<FetchRequest> = {}): Promise<VisitFailure> {
  const error = await fetcher.fetch(ask(url, more)).then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!(error instanceof VisitFailure)) throw new Error(`no VisitFailure but ${error}`);
  return error;
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();

describe('one hop', () => {
  it('brings untouched bytes, the type as sent and our headers only', async () => {
    const { origin, requests } = await site((_, response) => {
      response.setHeader('Content-Type', 'text/html; charset=GBK');
      response.setHeader('Set-Cookie', ['a=1', 'b=2']);
      response.end(Buffer.from([0xd6, 0xd0, 0xb9, 0xfa]));
    });
    const answer = await fetcher.fetch(ask(`${origin}/a?b=c`));
    expect(answer).toMatchObject({
      status: 200,
      url: `${origin}/a?b=c`,
      contentType: 'text/html; charset=GBK',
      location: null,
      hops: [],
    });
    expect([...answer.bytes]).toEqual([0xd6, 0xd0, 0xb9, 0xfa]);
    expect(answer.headers['set-cookie']).toBe('b=2');
    expect(answer.responseMs).toBeGreaterThan(0);
    expect(answer.sinceResponseMs).toBeGreaterThanOrEqual(0);
    expect(Object.keys(requests[0]?.headers ?? {}).sort()).toEqual([
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
  });

  it('sends nothing before it is told that the host is ready', async () => {
    const { origin, requests } = await site((_, response) => response.end('late'));
    const asked = Promise.withResolvers<void>();
    const opened = Promise.withResolvers<void>();
    const ready = () => {
      asked.resolve();
      return opened.promise;
    };
    const answer = fetcher.fetch(ask(origin, { ready }));
    await asked.promise;
    // Another request, sent and answered meanwhile, shows that this one had the time to leave.
    const other = await site((_, response) => response.end('meanwhile'));
    await fetcher.fetch(ask(other.origin));
    expect(requests).toHaveLength(0);
    opened.resolve();
    expect(text((await answer).bytes)).toBe('late');
  });

  it('hands a redirect back instead of following it', async () => {
    const { origin, requests } = await site((request, response) => {
      response.writeHead(request.url === '/a' ? 302 : 200, { location: '../b c#d' }).end('moved');
    });
    const answer = await fetcher.fetch(ask(`${origin}/a`));
    expect(answer).toMatchObject({ status: 302, location: `${origin}/b%20c#d` });
    expect(requests).toHaveLength(1);
  });

  it('escapes raw bytes of a Location as they are', async () => {
    const { origin } = await rawSite((socket) => {
      const head = 'HTTP/1.1 301 Moved\r\nContent-Length: 0\r\nLocation: /';
      socket.end(
        Buffer.concat([
          Buffer.from(head),
          Buffer.from('新'),
          Buffer.from([0xd6, 0xd0]),
          Buffer.from('\r\n\r\n'),
        ]),
      );
    });
    expect((await fetcher.fetch(ask(`${origin}/`))).location).toBe(`${origin}/%E6%96%B0%D6%D0`);
  });

  it('names a redirect to another scheme for the caller to judge', async () => {
    const { origin } = await site((_, response) =>
      response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    );
    expect((await fetcher.fetch(ask(origin))).location).toBe('file:///etc/passwd');
  });

  it('sends validators and takes a 304 without a type', async () => {
    const { origin } = await site((request, response) => {
      response.statusCode = request.headers['if-none-match'] === '"x"' ? 304 : 200;
      response.end();
    });
    const answer = await fetcher.fetch(ask(origin, { headers: { 'if-none-match': '"x"' } }));
    expect(answer).toMatchObject({ status: 304, contentType: null });
    expect(answer.bytes).toHaveLength(0);
  });

  it.each([400, 403, 404, 410, 429, 500, 503])('brings the body of a %i', async (status) => {
    const { origin } = await site((_, response) =>
      response.writeHead(status, { 'retry-after': '7' }).end('why'),
    );
    const answer = await fetcher.fetch(ask(origin));
    expect(answer).toMatchObject({ status, headers: { 'retry-after': '7' } });
    expect(text(answer.bytes)).toBe('why');
  });

  it('posts a form', async () => {
    const { origin } = await site((request, response) => {
      request.setEncoding('utf8');
      request.on('data', (body) =>
        response.end(`${request.method} ${request.headers['content-type']} ${body}`),
      );
    });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await fetcher.fetch(ask(origin, { method: 'POST', body: 'page=2', headers }));
    expect(text(answer.bytes)).toBe('POST application/x-www-form-urlencoded page=2');
  });

  it('starts forty requests at once, from the first on', async () => {
    const waiting: (() => void)[] = [];
    const hold = (_: unknown, response: { end(text: string): void }) => {
      waiting.push(() => response.end('ok'));
      // Nobody is answered before all are here: with fewer at once this would never end.
      if (waiting.length === 40) for (const answer of waiting) answer();
    };
    const own = httpFetcher({ guard, concurrency: 40 });
    const sites = await Promise.all(Array.from({ length: 40 }, () => site(hold)));
    const answers = await Promise.all(sites.map(({ origin }) => own.fetch(ask(origin))));
    expect(answers.map(({ status }) => status)).toEqual(Array(40).fill(200));
    await own.close();
  });
});

describe('content-encoding', () => {
  const page = '签署合作协议 '.repeat(500);
  it.each([
    ['gzip', gzipSync(page)],
    ['x-gzip', gzipSync(page)],
    ['deflate', deflateSync(page)],
    ['deflate', deflateRawSync(page)],
    ['br', brotliCompressSync(page)],
    ['zstd', zstdCompressSync(page)],
    ['gzip, br', brotliCompressSync(gzipSync(page))],
    ['identity', Buffer.from(page)],
    ['gzip', Buffer.from(page)],
    ['gzip', gzipSync(page).subarray(0, -6)],
  ])('reads %s (case %#)', async (coding, body) => {
    const { origin } = await site((_, response) => response.setHeader('content-encoding', coding).end(body));
    expect(text((await fetcher.fetch(ask(origin))).bytes)).toBe(page);
  });

  it.each(['gzip, gzip, gzip', 'compress', Array(1_000).fill('gzip').join(',')])(
    'refuses %.30s',
    async (coding) => {
      const { origin } = await site((_, response) => response.setHeader('content-encoding', coding).end('x'));
      expect(await failure(origin)).toMatchObject({ outcome: 'http_error', fate: 'never' });
    },
  );

  it.each([
    ['gzip', () => gzipSync(Buffer.alloc(60_000_000))],
    [
      'br',
      () => brotliCompressSync(Buffer.alloc(50_000_000), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
    ],
    ['zstd', () => zstdCompressSync(Buffer.alloc(60_000_000))],
    ['deflate', () => deflateRawSync(Buffer.alloc(50_000_000))],
  ])('stops a %s bomb at the cap', async (coding, make) => {
    const bomb = make();
    const { origin } = await site((_, response) => response.setHeader('content-encoding', coding).end(bomb));
    const before = process.memoryUsage.rss();
    expect(await failure(origin)).toMatchObject({
      outcome: 'too_large',
      fate: 'never',
      reason: 'the body is over 1000000 bytes',
    });
    expect(process.memoryUsage.rss() - before).toBeLessThan(64 * 2 ** 20);
  });
});

describe('bad servers', () => {
  it('stops a page of 60 MB and an endless one at the cap', async () => {
    const chunk = Buffer.alloc(65_536, 'x');
    let left = 0;
    const { origin } = await site((request, response) => {
      left = request.url === '/endless' ? Number.POSITIVE_INFINITY : 60_000_000;
      const more = () => {
        while (left > 0) {
          left -= chunk.length;
          if (!response.write(chunk)) return response.once('drain', more);
        }
        return response.end();
      };
      more();
    });
    expect(await failure(`${origin}/60`)).toMatchObject({ outcome: 'too_large' });
    expect(left).toBeGreaterThan(30_000_000);
    expect(await failure(`${origin}/endless`)).toMatchObject({ outcome: 'too_large' });
  });

  it.each([
    ['slow headers', (s: { write(t: string): void }) => s.write('HTTP/1.1 200 OK\r\nX')],
    [
      'a body that never ends',
      (s: { write(t: string): void }) => s.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx'),
    ],
    ['silence', () => undefined],
  ])('ends %s at the deadline', async (_, say) => {
    const { origin } = await rawSite(say);
    expect(await failure(origin, { timeoutMs: 150 })).toMatchObject({ outcome: 'timeout', fate: 'retry' });
  });

  it('ends a drip at the deadline', async () => {
    const { origin } = await rawSite((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      const drip = setInterval(() => socket.write('x'), 20);
      socket.on('close', () => clearInterval(drip));
    });
    expect(await failure(origin, { timeoutMs: 200 })).toMatchObject({ outcome: 'timeout' });
  });

  it.each([
    ['a reset', 'network', (s: { resetAndDestroy(): void }) => s.resetAndDestroy()],
    ['a close without a word', 'network', (s: { end(): void }) => s.end()],
    ['no HTTP', 'network', (s: { end(t: string): void }) => s.end('SSH-2.0-x\r\n')],
    [
      'a short body',
      'network',
      (s: { end(t: string): void }) => s.end('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nx'),
    ],
    [
      'a bad length',
      'network',
      (s: { end(t: string): void }) => s.end('HTTP/1.1 200 OK\r\nContent-Length: 9,8\r\n\r\nx'),
    ],
    [
      'a header of 1 MB',
      'http_error',
      (s: { end(t: string): void }) => s.end(`HTTP/1.1 200 OK\r\nX: ${'y'.repeat(1e6)}\r\n\r\n`),
    ],
    [
      'a Location that is no URL',
      'http_error',
      (s: { end(t: string): void }) => s.end('HTTP/1.1 302 F\r\nLocation: http://[x\r\n\r\n'),
    ],
  ] as const)('names %s', async (_, outcome, say) => {
    const { origin } = await rawSite(say as never);
    expect((await failure(origin)).outcome).toBe(outcome);
  });

  it('names a refused connection and an unknown name', async () => {
    expect(await failure('http://127.64.0.1:9/')).toMatchObject({
      outcome: 'network',
      fate: 'retry',
      reason: '127.64.0.1:9: connection refused (ECONNREFUSED)',
    });
    const unknown = await failure('http://no-such-name.invalid/');
    expect(unknown.outcome).toBe('network');
    expect(unknown.reason).toMatch(/^no-such-name\.invalid: the name/);
  });

  it('goes on after all of that', async () => {
    const { origin } = await site((_, response) => response.end('fine'));
    expect(text((await fetcher.fetch(ask(origin))).bytes)).toBe('fine');
  });
});

describe('a caller that gives up', () => {
  it('gets the work back as later, and the request is cut', async () => {
    const abort = new AbortController();
    const cut = Promise.withResolvers<void>();
    const { origin } = await rawSite((socket) => {
      socket.on('close', () => cut.resolve());
      socket.once('data', () => abort.abort(new Error('the host slot was lost')));
    });
    expect(await failure(origin, { signal: abort.signal })).toMatchObject({
      fate: 'later',
      reason: 'request stopped: the host slot was lost',
    });
    await cut.promise;
  });

  it('is told so before anything is sent', async () => {
    const { origin, connections } = await site((_, response) => response.end());
    expect(await failure(origin, { signal: AbortSignal.abort() })).toMatchObject({ fate: 'later' });
    expect(connections()).toBe(0);
  });
});
