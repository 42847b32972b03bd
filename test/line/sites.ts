/**
 * Sites on loopback, each on an address of its own, and a config that names them: the ground of the tests that run
 * `once` over many sites in one go and then look at what it says of each.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Asked {
  /** Milliseconds, monotonic. */
  at: number;
  method: string;
  path: string;
}

export interface Site {
  id: string;
  /** `http://127.x.y.z:port`, no slash at the end. */
  origin: string;
  /** Every request in order. */
  asked: Asked[];
}

/** Answers one request; the body of a POST is read already. */
export type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

export class Sites {
  readonly folder = mkdtempSync(join(tmpdir(), 'pactwire-sites-'));
  readonly #net: number;
  readonly #servers: Server[] = [];

  /** `net`: the second byte of the addresses, so that two test files never meet. */
  constructor(net: number) {
    this.#net = net;
  }

  get flags(): string[] {
    return ['--config', join(this.folder, 'config'), '--data', join(this.folder, 'data')];
  }

  async serve(id: string, answer: Answer): Promise<Site> {
    const asked: Asked[] = [];
    const server = createServer((request, response) => {
      asked.push({ at: performance.now(), method: request.method ?? '', path: request.url ?? '' });
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.once('end', () => answer(request, response, Buffer.concat(chunks).toString()));
    });
    const address = `127.${this.#net}.0.${this.#servers.length + 1}`;
    this.#servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, address, resolve));
    return { id, origin: `http://${address}:${(server.address() as AddressInfo).port}`, asked };
  }

  /** An address of this net on which nobody listens. */
  unserved(): string {
    return `127.${this.#net}.9.9`;
  }

  /** A file of the config's `sources/`. */
  write(name: string, yaml: string): string {
    const folder = join(this.folder, 'config', 'sources');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), yaml);
    return join(folder, name);
  }

  async close(): Promise<void> {
    await Promise.all(
      this.#servers.map((server) => {
        server.closeAllConnections();
        return new Promise((resolve) => server.close(resolve));
      }),
    );
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** An entry with what is required and nothing more, but for the lines of `more`. */
export function entry(id: string, url: string, more: Record<string, string | number> = {}): string {
  const lines = Object.entries({ url, region: 'CN', kind: 'press', ...more }).map(
    ([key, value]) => `  ${key}: ${JSON.stringify(value)}\n`,
  );
  return `- id: ${id}\n${lines.join('')}`;
}

export function send(
  response: ServerResponse,
  body: string | Uint8Array,
  { status = 200, ...headers }: { status?: number } & Record<string, string | number> = {},
): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers });
  response.end(body);
}

const MATTERS = [
  '渠道清淤',
  '果树修剪',
  '校车检修',
  '古桥加固',
  '粮库通风',
  '牧草收割',
  '旧档整理',
  '夜市管理',
];

/** A sound article of its own text: what a site's healthy pages show. */
export function soundPage(place: string, i: number): { title: string; html: string } {
  const matter = MATTERS[i % MATTERS.length] ?? '';
  const title = `${place}${matter}第${i + 1}次现场会召开`;
  const body = [
    `${place}日前召开${matter}现场会，第${i + 1}批驻点人员到会，与会人员先后查看了${3 + i}处点位，听取了${matter}情况的汇报。`,
    `会议要求，${matter}要赶在汛期之前完成，每个点位由专人负责，所需材料和经费按月公布，接受群众监督，不得拖延。`,
  ];
  const html = `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>
<div class="info">发布时间：2026-03-${String(i + 10)} 09:30　来源：${place}融媒体中心</div><div class="content">${body.map((text) => `<p>${text}</p>`).join('')}</div></body></html>`;
  return { title, html };
}

/** A list page: rows of path and title, a day apart. */
export function listPage(rows: { path: string; title: string; day?: string }[], charset = 'utf-8'): string {
  const items = rows.map(
    ({ path, title, day }, i) =>
      `<li><a href="${path}">${title}</a><span>${day ?? `2026-03-${String(i + 10)}`}</span></li>`,
  );
  return `<!doctype html><html><head><meta charset="${charset}"><title>工作动态</title></head><body><div class="nav"><a href="/">首页</a></div><ul class="list">${items.join('\n')}</ul></body></html>`;
}
