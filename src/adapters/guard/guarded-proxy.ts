/**
 * The browser's only way out: a proxy of ours on loopback whose upstream connections the guard opens.
 *
 * A random password keeps other users of the machine from going out in our name. What could not be reached is
 * remembered for a while, since a browser reports such ends with little more than "tunnel failed".
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type Duplex, pipeline, Transform } from 'node:stream';
import { VisitFailure } from '../../domain/failure.ts';
import { visitFailure } from './failures.ts';
import { type Guard, openSocket } from './open-socket.ts';

export interface GuardedProxy {
  /** `http://127.0.0.1:port`. */
  server: string;
  username: string;
  password: string;
  /** Why the proxy itself answered with these headers, or null when the answer is a site's. */
  failureIn(headers: Record<string, string>, url: string): VisitFailure | null;
  /** Why the last connection to the host of `url` failed; null when it did not. */
  failureOf(url: string): VisitFailure | null;
  close(): Promise<void>;
}

const CONNECT_MS = 10_000;
const IDLE_MS = 60_000;
const MOST_CONNECTIONS = 256;
/** Bytes that one connection may bring in; the fetcher has a stricter cap on what it hands out. */
const MOST_BYTES = 64 * 1024 * 1024;
const FAILURES_KEPT = 500;
/** Marks answers of the proxy itself, with a secret: a site cannot send it. */
const MARK = 'x-pactwire-proxy';
/** Between two neighbours only (RFC 9110 7.6.1). */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'te', 'trailer', 'transfer-encoding', 'upgrade']);

/** Starts the proxy on a free port of 127.0.0.1. */
export async function guardedProxy(guard: Guard): Promise<GuardedProxy> {
  const password = randomBytes(24).toString('hex');
  const mark = randomBytes(24).toString('hex');
  const failures = new Map<string, VisitFailure>();
  const way: Way = { guard, mark, failures, expected: Buffer.from(`Basic ${btoa(`browser:${password}`)}`) };
  const server = createServer(
    { keepAliveTimeout: IDLE_MS },
    (asked, answer) => void forward(asked, answer, way),
  );
  const open = new Set<Socket>();
  server.maxConnections = MOST_CONNECTIONS;
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
  });
  server.on('connect', (asked, socket, head) => void tunnel(asked, { socket, head }, way));
  server.on('upgrade', (_, socket) => socket.destroy());
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  server.unref();
  return {
    server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    username: 'browser',
    password,
    failureIn: (headers, url) => (headers[MARK] === mark ? failureFor(url, failures) : null),
    failureOf: (url) => failures.get(targetName(url)) ?? null,
    close() {
      for (const socket of open) socket.destroy();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

interface Way {
  guard: Guard;
  mark: string;
  failures: Map<string, VisitFailure>;
  /** The header that opens the proxy. */
  expected: Buffer;
}

/** `host:port` of a URL, port always given. */
function targetName(url: string): string {
  const { hostname, port, protocol } = new URL(url);
  return `${hostname}:${port || (protocol === 'https:' || protocol === 'wss:' ? 443 : 80)}`;
}

function failureFor(url: string, failures: Map<string, VisitFailure>): VisitFailure {
  return (
    failures.get(targetName(url)) ?? new VisitFailure('network', `${targetName(url)}: not reached`, 'retry')
  );
}

function knows(asked: IncomingMessage, { expected }: Way): boolean {
  const given = Buffer.from(asked.headers['proxy-authorization'] ?? '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Connects under the guard and notes how it went; null when it failed. */
async function reach(url: URL, { guard, failures }: Way): Promise<Socket | null> {
  const name = targetName(url.href);
  try {
    const port = Number(name.slice(name.lastIndexOf(':') + 1));
    const socket = await openSocket({ host: url.hostname, port, timeoutMs: CONNECT_MS }, guard);
    failures.delete(name);
    socket.setTimeout(IDLE_MS, () => socket.destroy());
    return socket;
  } catch (error) {
    failures.delete(name);
    failures.set(name, visitFailure(error, { url, timeoutMs: CONNECT_MS }));
    const [oldest] = failures.keys();
    if (failures.size > FAILURES_KEPT && oldest !== undefined) failures.delete(oldest);
    return null;
  }
}

/** A request in absolute form: plain http. */
async function forward(asked: IncomingMessage, answer: ServerResponse, way: Way): Promise<void> {
  const refuse = (status: number, headers: Record<string, string> = {}) => {
    asked.resume();
    answer.writeHead(status, { [MARK]: way.mark, ...headers }).end();
  };
  if (!knows(asked, way)) return refuse(407, { 'proxy-authenticate': 'Basic realm="pactwire"' });
  const url = URL.canParse(asked.url ?? '') ? new URL(asked.url ?? '') : null;
  if (url?.protocol !== 'http:') return refuse(400);
  const socket = await reach(url, way);
  if (!socket) return refuse(502);
  const upstream = request({
    createConnection: () => socket,
    method: asked.method,
    path: url.pathname + url.search,
    headers: { ...endToEnd(asked.headers), host: url.host, connection: 'close' },
  });
  answer.on('close', () => socket.destroy());
  upstream.on('error', () => (answer.headersSent ? answer.destroy() : refuse(502)));
  upstream.on('response', (response) => {
    answer.writeHead(response.statusCode ?? 502, endToEnd(response.headers));
    pipeline(response, capped(), answer, () => undefined);
  });
  pipeline(asked, upstream, () => undefined);
}

/** A tunnel for https and web sockets. */
async function tunnel(asked: IncomingMessage, { socket, head }: { socket: Duplex; head: Buffer }, way: Way) {
  socket.on('error', () => undefined);
  if (!knows(asked, way)) {
    const please = 'Proxy-Authenticate: Basic realm="pactwire"\r\nContent-Length: 0\r\n\r\n';
    return void socket.end(`HTTP/1.1 407 Proxy Authentication Required\r\n${please}`);
  }
  // Read as https, so that a port left out is 443.
  const target = `https://${asked.url ?? ''}`;
  const upstream = URL.canParse(target) ? await reach(new URL(target), way) : null;
  if (!upstream) return void socket.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n');
  socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
  if (head.length > 0) upstream.write(head);
  pipeline(socket, upstream, () => undefined);
  pipeline(upstream, capped(), socket, () => undefined);
}

/** Ends a connection that brings more than any page needs. */
function capped(): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      done(bytes > MOST_BYTES ? new Error('too many bytes on one connection') : null, chunk);
    },
  });
}

function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const kept = Object.entries(headers).filter(
    ([name]) => !HOP_BY_HOP.has(name) && !name.startsWith('proxy-') && name !== MARK,
  );
  return Object.fromEntries(kept);
}
