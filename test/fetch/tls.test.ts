import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { httpFetcher } from '../../src/adapters/crawlee/http-fetcher.ts';
import type { Fetcher } from '../../src/domain/ports.ts';
import { guard, newAddress, rawSite, tlsSite } from './site.ts';

// Keys of a root that signed `site.test` and, for a day long past, `expired.test`; nothing else trusts it.
const read = (name: string) => readFileSync(new URL(`../fixtures/fetch/${name}`, import.meta.url), 'utf8');
const good = { key: read('site.key'), cert: read('site.pem') };
const expired = { key: read('expired.key'), cert: read('expired.pem') };

const address = newAddress();
const lookup = async () => [{ address, family: 4 as const }];
const trusting = httpFetcher({ guard: { ...guard, lookup }, ca: read('ca.pem') });
const plain = httpFetcher({ guard: { ...guard, lookup } });
afterAll(() => Promise.all([trusting.close(), plain.close()]));

const end = (fetcher: Fetcher, url: string) =>
  fetcher.fetch({ url, headers: {}, maxBytes: 1_000, timeoutMs: 5_000 }).then(
    ({ bytes }) => Buffer.from(bytes).toString(),
    (error) => `${error.outcome} ${error.fate} ${error.reason}`,
  );

describe('certificates', () => {
  it('are accepted from a known root for the right name', async () => {
    const { port } = await tlsSite((_, response) => response.end('safe'), good, address);
    expect(await end(trusting, `https://site.test:${port}/`)).toBe('safe');
  });

  it('are refused from an unknown root', async () => {
    const { port } = await tlsSite((_, response) => response.end('x'), good, address);
    expect(await end(plain, `https://site.test:${port}/`)).toMatch(
      /^tls never site\.test:\d+: (UNABLE_TO|SELF_SIGNED)/,
    );
  });

  it('are refused for another name', async () => {
    const { port } = await tlsSite((_, response) => response.end('x'), good, address);
    expect(await end(trusting, `https://other.test:${port}/`)).toMatch(
      /^tls never .*ERR_TLS_CERT_ALTNAME_INVALID/,
    );
    expect(await end(trusting, `https://${address}:${port}/`)).toMatch(/^tls never /);
  });

  it('are refused when expired', async () => {
    const { port } = await tlsSite((_, response) => response.end('x'), expired, address);
    expect(await end(trusting, `https://expired.test:${port}/`)).toMatch(/^tls never .*CERT_HAS_EXPIRED/);
  });

  it('are missed where none is spoken', async () => {
    const { port } = await rawSite((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'), address);
    expect(await end(trusting, `https://site.test:${port}/`)).toMatch(/^tls never /);
    const closing = await rawSite((socket) => socket.resetAndDestroy(), address);
    expect(await end(trusting, `https://site.test:${closing.port}/`)).toMatch(/^network retry /);
  });
});
