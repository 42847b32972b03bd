/**
 * Serves generated articles: `node bench/line/server.ts <hosts> <pages a host> <kilobytes>`.
 *
 * Every host is an address of its own on loopback, with a list at `/` and its articles below. Prints the port as a line
 * when it listens. Half of the pages are Chinese; sizes vary around the one asked for.
 */
import { createServer } from 'node:http';

import { Random } from '../../test/generators/random.ts';
import { loose } from '../../test/generators/story.ts';

const [hosts = 50, pages = 20, kilobytes = 60] = process.argv.slice(2).map(Number);
void hosts;

/** Of a news page a tenth is its text; the rest is menus, scripts and styles. */
const TEXT_SHARE = 0.1;

/** The same text for the same address, so that every subject reads the same pages; no two have a text in common. */
function article(host: string, page: number): string {
  const chinese = page % 2 === 0;
  const size = kilobytes * 1024 * (0.6 + ((page * 7) % 10) / 12);
  const seed = [...host].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), page * 7919);
  const random = new Random(seed);
  const paragraphs: string[] = [];
  for (let length = 0; length < size * TEXT_SHARE; ) {
    const text = loose(random, chinese ? 'zh' : 'en').body.replaceAll('\n', ' ');
    paragraphs.push(`<p>${text}</p>`);
    length += Buffer.byteLength(text);
  }
  const title = chinese ? `第${page}号工作通报：${host}` : `Notice ${page} of the office at ${host}`;
  const row = (n: number) => `<li class="item item-${n}"><a href="/channel/${n}/" title="${n}">${n}</a></li>`;
  const menu = `<nav><ul>${Array.from({ length: Math.round(size / 350) }, (_, n) => row(n)).join('\n')}</ul></nav>`;
  const script = `<script>var settings = [${Array.from({ length: Math.round(size / 14) }, (_, n) => n).join(',')}];</script>`;
  return `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title>${script}</head><body>${menu}
<h1>${title}</h1><div class="meta">2026-0${1 + (page % 9)}-1${page % 10} 来源：本网</div><div class="content">${paragraphs.join('\n')}</div><footer>ICP</footer></body></html>`;
}

function list(): string {
  const rows = Array.from({ length: pages }, (_, page) => {
    const title = page % 2 === 0 ? `第${page}号工作通报全文发布` : `Notice ${page} of the office published`;
    return `<li><a href="/news/2026/${page}.html">${title}</a><span>2026-0${1 + (page % 9)}-1${page % 10}</span></li>`;
  });
  return `<!doctype html><html><head><meta charset="utf-8"><title>News</title></head><body><ul class="list">${rows.join('\n')}</ul></body></html>`;
}

const index = list();
const kept = new Map<string, string>();

const server = createServer((request, response) => {
  const path = request.url ?? '/';
  const page = /^\/news\/2026\/(\d+)\.html$/.exec(path)?.[1];
  if (path === '/robots.txt') {
    response.writeHead(404).end();
    return;
  }
  const key = `${request.socket.localAddress}${path}`;
  const body =
    page === undefined ? index : (kept.get(key) ?? article(request.socket.localAddress ?? '', Number(page)));
  if (page !== undefined) kept.set(key, body);
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
});
server.listen(0, '0.0.0.0', () => {
  const address = server.address();
  console.log(typeof address === 'object' && address !== null ? address.port : 0);
});
