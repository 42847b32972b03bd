/**
 * The hosts of the pace measurement: one address each, and what they saw. Judged by their own clock, from the arrival
 * of one request's head to the next.
 *
 * argv: number of hosts. Tells its port by message; answers the message `report` with a row a host.
 */
import { createServer } from 'node:http';

export interface Seen {
  host: string;
  requests: number;
  /** Least milliseconds between two arrivals; null with fewer than two. */
  leastGapMs: number | null;
  /** Gaps shorter than the delay asked for in the message. */
  short: number;
  mostConcurrent: number;
  /** Milliseconds from the first arrival to the last. */
  spanMs: number;
}

export const addressOf = (i: number): string => `127.81.${Math.floor(i / 250)}.${(i % 250) + 1}`;

/** Milliseconds that a host takes to answer. */
const ANSWER_MS = 3;

interface Host {
  arrivals: number[];
  now: number;
  most: number;
}

function serve(count: number): void {
  const hosts = new Map<string, Host>();
  const server = createServer((request, response) => {
    const arrived = performance.now();
    const name = request.headers.host ?? '';
    const host = hosts.get(name) ?? { arrivals: [], now: 0, most: 0 };
    hosts.set(name, host);
    host.arrivals.push(arrived);
    host.now += 1;
    host.most = Math.max(host.most, host.now);
    response.once('close', () => {
      host.now -= 1;
    });
    setTimeout(() => response.end('<html><title>a page</title></html>'), ANSWER_MS);
  });
  server.listen(0, '0.0.0.0', () => {
    const address = server.address();
    process.send?.({ port: typeof address === 'object' ? address?.port : 0, hosts: count });
  });
  process.on('message', ({ delayMs }: { delayMs: number }) => {
    process.send?.([...hosts].map(([host, seen]) => report(host, seen, delayMs)));
  });
}

function report(host: string, { arrivals, most }: Host, delayMs: number): Seen {
  const gaps = arrivals.slice(1).map((at, i) => at - (arrivals[i] ?? 0));
  return {
    host,
    requests: arrivals.length,
    leastGapMs: gaps.length > 0 ? Math.min(...gaps) : null,
    short: gaps.filter((gap) => gap < delayMs).length,
    mostConcurrent: most,
    spanMs: (arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0),
  };
}

if (process.argv[1] === import.meta.filename) serve(Number(process.argv[2]));
