import { afterAll, describe, expect, it } from 'vitest';
import { webhookClient } from '../../src/adapters/webhook/webhook-client.ts';
import { canary, guard, rawSite, site } from './site.ts';

const client = webhookClient({ guard, timeoutMs: 400 });
afterAll(() => client.close());

const post = (url: string, body = '{}') =>
  client
    .post(url, body, { 'x-pactwire-change': 'opened' })
    .catch((error) => `${error.outcome} ${error.fate}: ${error.reason}`);

describe('a webhook', () => {
  it('posts JSON with the given headers and tells status and Retry-After', async () => {
    const { origin, requests } = await site((request, response) => {
      request
        .setEncoding('utf8')
        .on('data', (body) =>
          response.writeHead(body === '{"a":1}' ? 429 : 400, { 'retry-after': '30' }).end(),
        );
    });
    expect(await post(`${origin}/hook`, '{"a":1}')).toEqual({ status: 429, retryAfter: '30' });
    expect(requests[0]).toMatchObject({ method: 'POST', url: '/hook' });
    expect(requests[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-pactwire-change': 'opened',
    });
  });

  it('follows no redirect', async () => {
    const forbidden = await canary('127.0.0.1');
    const { origin } = await site((_, response) =>
      response.writeHead(307, { location: forbidden.origin }).end(),
    );
    expect(await post(origin)).toEqual({ status: 307, retryAfter: null });
    expect(forbidden.connections()).toBe(0);
  });

  it('does not reach what the guard refuses', async () => {
    const forbidden = await canary('127.0.0.1');
    expect(await post(forbidden.origin)).toBe(
      `guard_refused never: 127.0.0.1 port ${forbidden.port}: loopback, not a public address`,
    );
    expect(await post('file:///etc/passwd')).toMatch(/^guard_refused never/);
    expect(forbidden.connections()).toBe(0);
  });

  it('is bounded in time and bytes', async () => {
    const silent = await rawSite(() => undefined);
    expect(await post(silent.origin)).toMatch(/^timeout retry: .* within 400 ms$/);
    expect(await post(silent.origin, 'x'.repeat(2 ** 20 + 1))).toMatch(/^too_large never/);
    const sent = Promise.withResolvers<number>();
    const endless = await rawSite((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.on('close', () => sent.resolve(socket.bytesWritten));
      const more = () => {
        while (!socket.destroyed && socket.write(Buffer.alloc(65_536)));
        socket.once('drain', more);
      };
      more();
    });
    expect(await post(endless.origin)).toEqual({ status: 200, retryAfter: null });
    expect(await sent.promise).toBeLessThan(10_000_000);
  });
});
