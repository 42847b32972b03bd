/** Small sites on loopback for the fetch tests, each on its own address of 127.64.0.0/10 (Linux owns all of 127/8). */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer as createRawServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { allowPublicAnd } from '../../src/adapters/guard/allow.ts';
import { systemLookup } from '../../src/adapters/guard/lookup.ts';
import type { Guard } from '../../src/adapters/guard/open-socket.ts';

export const SITES = '127.64.0.0/10';
export const guard: Guard = { allow: allowPublicAnd([SITES]), lookup: systemLookup };

export interface Site {
  /** `http://127.64.x.y:port`. */
  origin: string;
  host: string;
  port: number;
  /** Connections accepted since the start. */
  connections(): number;
  /** Requests seen, in order. */
  requests: IncomingMessage[];
}

let next = 1;
/** A new address of the sites' network. */
export function newAddress(): string {
  next += 1;
  return `127.${64 + (process.pid % 32)}.${next >> 8}.${next & 255}`;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** An HTTP site that lives until the test ends. */
export async function site(handler: Handler, host = newAddress()): Promise<Site> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    handler(request, response);
  });
  return listening(server, { host, scheme: 'http', requests });
}

/** An HTTPS site. */
export async function tlsSite(
  handler: Handler,
  secret: { key: string; cert: string },
  host = newAddress(),
): Promise<Site> {
  const requests: IncomingMessage[] = [];
  const server = createTlsServer(secret, (request, response) => {
    requests.push(request);
    handler(request, response);
  });
  return listening(server, { host, scheme: 'https', requests });
}

/** A server that says what no HTTP server would. */
export async function rawSite(onConnection: (socket: Socket) => void, host = newAddress()): Promise<Site> {
  const server = createRawServer((socket) => {
    socket.on('error', () => undefined);
    onConnection(socket);
  });
  return listening(server, { host, scheme: 'http', requests: [] });
}

/** Counts connections and answers nothing: a forbidden place. */
export async function canary(host: string, port = 0): Promise<Site> {
  const server = createRawServer((socket) => socket.destroy());
  return listening(server, { host, scheme: 'http', requests: [], port });
}

type Place = { host: string; scheme: string; requests: IncomingMessage[]; port?: number };

async function listening(server: Server, { host, scheme, requests, port = 0 }: Place): Promise<Site> {
  let connections = 0;
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    connections += 1;
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, host, resolve);
  await promise;
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  const bound = (server.address() as AddressInfo).port;
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    origin: `${scheme}://${name}:${bound}`,
    host,
    port: bound,
    connections: () => connections,
    requests,
  };
}
