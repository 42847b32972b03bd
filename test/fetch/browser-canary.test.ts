/** Nothing a page does in the browser reaches a forbidden place: TCP and UDP listeners that must see nobody. */
import { createSocket } from 'node:dgram';
import { chromium } from 'playwright';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { browserFetcher } from '../../src/adapters/crawlee/browser-fetcher.ts';
import { findChromium } from '../../src/adapters/crawlee/find-chromium.ts';
import { canary, guard, type Site, site } from './site.ts';

const fetcher = browserFetcher({ guard, chromiumPath: null, userAgent: 'Pactwire-test' });
afterAll(() => fetcher.close());

const fetchPage = (url: string) =>
  fetcher.fetch({ url, headers: {}, maxBytes: 1_000_000, timeoutMs: 45_000 }).then(
    (answer) => answer.location ?? `${answer.status} ${Buffer.from(answer.bytes)}`,
    (error) => `${error.outcome}: ${error.reason}`,
  );

/** A page that tries everything at once; `done` is written when it has. */
function greedyPage(forbidden: Site, udpPort: number): string {
  const { port } = forbidden;
  const places = [
    `127.0.0.1:${port}`,
    `localhost:${port}`,
    `127.1:${port}`,
    `0.0.0.0:${port}`,
    `[::ffff:127.0.0.1]:${port}`,
  ];
  const tags = places.map(
    (
      place,
    ) => `<img src="http://${place}/i"><iframe src="http://${place}/f"></iframe><script src="http://${place}/s"></script>
      <link rel=stylesheet href="http://${place}/c"><link rel=preload as=fetch href="http://${place}/p"><link rel=preconnect href="http://${place}">
      <link rel=prefetch href="http://${place}/q"><video src="http://${place}/v"></video><object data="http://${place}/o"></object>`,
  );
  const script = `
    const tries = [];
    for (const place of ${JSON.stringify(places)}) {
      tries.push(fetch('http://' + place + '/x', { mode: 'no-cors' }), fetch('https://' + place + '/x', { mode: 'no-cors' }));
      for (const make of [() => new WebSocket('ws://' + place), () => new WebSocket('wss://' + place), () => new EventSource('http://' + place),
        () => navigator.sendBeacon('http://' + place), () => open('http://' + place), () => new Worker(URL.createObjectURL(new Blob(['importScripts("http://' + place + '")']))),
        () => new WebTransport('https://127.0.0.1:${udpPort}')]) try { make() } catch {}
    }
    try {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${udpPort}' }, { urls: 'turn:127.0.0.1:${port}?transport=tcp', username: 'a', credential: 'b' }] });
      peer.createDataChannel('x');
      peer.createOffer().then((offer) => peer.setLocalDescription(offer));
    } catch {}
    navigator.serviceWorker?.register('/sw.js').catch(() => 0);
    Promise.allSettled(tries).then(() => setTimeout(() => { document.getElementById('done').textContent = 'tried ' + tries.length + ' words enough to be content' }, 300));`;
  return `<!doctype html><meta charset=utf-8><body><p id=done></p><script>${script}</script>${tags.join('')}`;
}

async function udpCanary(): Promise<{ port: number; messages(): number }> {
  const socket = createSocket('udp4');
  let messages = 0;
  socket.on('message', () => {
    messages += 1;
  });
  await new Promise<void>((done) => socket.bind(0, '127.0.0.1', done));
  onTestFinished(() => void socket.close());
  return { port: socket.address().port, messages: () => messages };
}

describe('a page that reaches out', () => {
  it('gets nowhere, while the same page without our proxy does', async () => {
    const forbidden = await canary('127.0.0.1');
    const udp = await udpCanary();
    const { origin } = await site((_, response) =>
      response.setHeader('content-type', 'text/html').end(greedyPage(forbidden, udp.port)),
    );
    expect(await fetchPage(origin)).toMatch(/^200 .*tried 10 words/);
    expect([forbidden.connections(), udp.messages()]).toEqual([0, 0]);

    const browser = await chromium.launch({ executablePath: (await findChromium(null)) ?? '' });
    const page = await browser.newPage();
    await page.goto(origin, { waitUntil: 'commit' });
    await page.waitForFunction(`document.getElementById('done')?.textContent !== ''`);
    await browser.close();
    expect(forbidden.connections()).toBeGreaterThan(5);
    expect(udp.messages()).toBeGreaterThan(0);
  });

  it.each([
    ['a redirect', (to: string) => ({ status: 302, headers: { location: to }, body: '' })],
    [
      'a meta refresh',
      (to: string) => ({
        status: 200,
        headers: {},
        body: `<meta http-equiv=refresh content="0;url=${to}"><p>moving`,
      }),
    ],
    [
      'a refresh header',
      (to: string) => ({ status: 200, headers: { refresh: `0;url=${to}` }, body: 'moving' }),
    ],
    [
      'a script',
      (to: string) => ({ status: 200, headers: {}, body: `<script>location.replace('${to}')</script>` }),
    ],
    [
      'a form',
      (to: string) => ({
        status: 200,
        headers: {},
        body: `<form method=post action="${to}"></form><script>document.forms[0].submit()</script>`,
      }),
    ],
  ])('is not led away by %s, and names the refusal of the next hop', async (_, answerOf) => {
    const forbidden = await canary('127.0.0.1');
    for (const to of [`${forbidden.origin}/`, `https://127.0.0.1:${forbidden.port}/`]) {
      const { origin } = await site((_request, response) => {
        const { status, headers, body } = answerOf(to);
        response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body);
      });
      expect(await fetchPage(origin)).toBe(to);
      expect(await fetchPage(to)).toBe(
        `guard_refused: 127.0.0.1 port ${forbidden.port}: loopback, not a public address`,
      );
    }
    expect(forbidden.connections()).toBe(0);
  });

  it('cannot be sent to a file', async () => {
    const { origin } = await site((_, response) =>
      response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    );
    expect(await fetchPage(origin)).toBe('file:///etc/passwd');
    expect(await fetchPage('file:///etc/passwd')).toMatch(/^guard_refused: scheme file/);
  });
});
