/**
 * Hosts for the round in which nothing changed: `node bench/unchanged/server.ts <kilobytes>`.
 *
 * Every address of loopback is a host with one feed, all with the same twenty links to one further host. Feeds have
 * validators. Prints its port; answers each message with what it has sent since the one before.
 */
import { createServer } from 'node:http';
import { articlesHost } from './hosts.ts';

const kilobytes = Number(process.argv[2]);
const ETAG = '"as-ever"';
const ITEMS = 20;

export interface Sent {
  requests: number;
  notModified: number;
  robots: number;
  /** Bytes of bodies sent, and of those that a 304 stood for. */
  bytes: number;
  saved: number;
}

const nothing = (): Sent => ({ requests: 0, notModified: 0, robots: 0, bytes: 0, saved: 0 });
let sent = nothing();

function feed(port: number): string {
  const words = '全县农村公路养护工作会议召开，部署下一阶段任务。'.repeat(
    Math.ceil((kilobytes * 1024) / ITEMS / 72),
  );
  const items = Array.from(
    { length: ITEMS },
    (_, i) =>
      `<item><title>第${i}号工作通报</title><link>http://${articlesHost}:${port}/n/${i}.html</link>
<pubDate>Mon, ${String(1 + i).padStart(2, '0')} Jun 2026 08:00:00 GMT</pubDate><description>${words}</description></item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>通报</title>${items.join('')}</channel></rss>`;
}

function article(i: string): string {
  const words = `第${i}号通报：`.concat(
    '会议听取了各乡镇的汇报，实地查看了点位，要求逐项落实清单。'.repeat(4),
  );
  return `<!doctype html><html><head><meta charset="utf-8"><title>第${i}号工作通报</title></head><body><h1>第${i}号工作通报</h1><div class="content"><p>${words}</p></div></body></html>`;
}

let body = '';
const server = createServer((request, response) => {
  sent.requests += 1;
  const path = request.url ?? '/';
  if (path === '/robots.txt') {
    sent.robots += 1;
    return void response.writeHead(404).end();
  }
  const page = /^\/n\/(\d+)\.html$/.exec(path)?.[1];
  if (page !== undefined) return void response.setHeader('content-type', 'text/html').end(article(page));
  if (request.headers['if-none-match'] === ETAG) {
    sent.notModified += 1;
    sent.saved += Buffer.byteLength(body);
    return void response.writeHead(304, { etag: ETAG }).end();
  }
  sent.bytes += Buffer.byteLength(body);
  response.writeHead(200, { 'content-type': 'application/rss+xml', etag: ETAG }).end(body);
});
server.listen(0, '0.0.0.0', () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  body = feed(port);
  process.send?.({ port });
});
process.on('message', () => {
  process.send?.(sent);
  sent = nothing();
});
