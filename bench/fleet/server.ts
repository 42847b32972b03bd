/**
 * Hosts with a latency, one address each, and the log of what they were asked: `node bench/fleet/server.ts <ms> [address]`.
 *
 * Every path below `/news/` is an article of its own. Tells its port by message; answers the message `count` with the
 * number of articles sent so far, and `log` with every request.
 */
import { createServer } from 'node:http';
import { Random } from '../../test/generators/random.ts';
import { loose } from '../../test/generators/story.ts';

export interface Request {
  host: string;
  path: string;
  /** Milliseconds by the hosts' clock. */
  at: number;
  /** Requests to this host under way, this one included. */
  open: number;
}

const latencyMs = Number(process.argv[2]);
const log: Request[] = [];
const open = new Map<string, number>();
let articles = 0;

function article(host: string, path: string): string {
  const seed = [...host, ...path].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7);
  const paragraphs = loose(new Random(seed), 'zh')
    .body.split('\n')
    .map((text) => `<p>${text}</p>`);
  const title = `第${path.replace(/\D+/g, '')}号工作通报：${host}`;
  return `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>
<div class="info">2026-05-06 10:00</div><div class="content">${paragraphs.join('\n')}</div></body></html>`;
}

const server = createServer((request, response) => {
  const host = request.headers.host ?? '';
  const path = request.url ?? '/';
  const now = (open.get(host) ?? 0) + 1;
  open.set(host, now);
  log.push({ host, path, at: performance.now(), open: now });
  response.once('close', () => open.set(host, (open.get(host) ?? 1) - 1));
  setTimeout(() => {
    if (!path.startsWith('/news/')) return void response.writeHead(404).end();
    articles += 1;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(article(host, path));
  }, latencyMs);
});
server.listen(0, process.argv[3] ?? '0.0.0.0', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
});
process.on('message', (asked) => process.send?.(asked === 'log' ? log : articles));
