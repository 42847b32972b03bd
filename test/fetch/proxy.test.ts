import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { guardedProxy } from '../../src/adapters/guard/guarded-proxy.ts';
import { canary, guard, site } from './site.ts';

async function proxy() {
  const made = await guardedProxy(guard);
  onTestFinished(() => made.close());
  const secret = btoa(`${made.username}:${made.password}`);
  /** Sends raw text to the proxy and collects what it says until it closes or `until` matches. */
  const say = (text: string, until = /\r\n\r\n/) => {
    const socket = connect(Number(new URL(made.server).port), '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    let heard = '';
    socket.write(text);
    return new Promise<string>((done) => {
      socket.setEncoding('latin1');
      socket.on('data', (chunk) => {
        heard += chunk;
        if (until.test(heard)) done(heard);
      });
      socket.on('close', () => done(heard));
    });
  };
  return { made, say, auth: `Proxy-Authorization: Basic ${secret}\r\n` };
}

describe('the loopback proxy', () => {
  it('lets nobody out without the password', async () => {
    const { origin, connections } = await site((_, response) => response.end('x'));
    const { say } = await proxy();
    const { host } = new URL(origin);
    expect(await say(`GET ${origin}/ HTTP/1.1\r\nHost: x\r\n\r\n`)).toMatch(/^HTTP\/1.1 407 /);
    expect(await say(`CONNECT ${host} HTTP/1.1\r\nHost: x\r\n\r\n`)).toMatch(/^HTTP\/1.1 407 /);
    const wrong = `Proxy-Authorization: Basic ${btoa('browser:guess')}\r\n`;
    expect(await say(`CONNECT ${host} HTTP/1.1\r\nHost: x\r\n${wrong}\r\n`)).toMatch(/^HTTP\/1.1 407 /);
    expect(connections()).toBe(0);
  });

  it('forwards plain requests without its own headers, and tunnels', async () => {
    const { origin, requests } = await site((_, response) => response.end('there'));
    const { say, auth } = await proxy();
    const heard = await say(`GET ${origin}/a HTTP/1.1\r\nHost: wrong\r\n${auth}X-Kept: 1\r\n\r\n`, /there/);
    expect(heard).toMatch(/^HTTP\/1.1 200 /);
    const { host } = new URL(origin);
    expect(requests[0]?.headers).toEqual({ host, 'x-kept': '1', connection: 'close' });
    expect(await say(`CONNECT ${host} HTTP/1.1\r\nHost: x\r\n${auth}\r\n`)).toMatch(/^HTTP\/1.1 200 /);
  });

  it('refuses what the guard refuses, and remembers why', async () => {
    const forbidden = await canary('127.0.0.1');
    const { made, say, auth } = await proxy();
    const url = `${forbidden.origin}/`;
    expect(await say(`GET ${url} HTTP/1.1\r\nHost: x\r\n${auth}\r\n`)).toMatch(/^HTTP\/1.1 502 /);
    for (const spelling of ['127.0.0.1', '127.1', '0x7f000001', 'localhost', '[::ffff:127.0.0.1]']) {
      expect(await say(`CONNECT ${spelling}:${forbidden.port} HTTP/1.1\r\nHost: x\r\n${auth}\r\n`)).toMatch(
        /^HTTP\/1.1 502 /,
      );
    }
    expect(forbidden.connections()).toBe(0);
    expect(made.failureOf(url)).toMatchObject({ outcome: 'guard_refused', fate: 'never' });
    expect(made.failureOf('http://127.64.3.3/')).toBeNull();
  });

  it('takes its mark from nobody else', async () => {
    const { origin } = await site((_, response) => response.setHeader('x-pactwire-proxy', 'guess').end('x'));
    const { made, say, auth } = await proxy();
    expect(await say(`GET ${origin}/ HTTP/1.1\r\nHost: x\r\n${auth}\r\n`)).not.toContain('x-pactwire-proxy');
    expect(made.failureIn({ 'x-pactwire-proxy': 'guess' }, origin)).toBeNull();
  });
});
