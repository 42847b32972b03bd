/** What a measured fleet needs beside its workers: the hosts as a process, and questions to them. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Request } from './server.ts';

export interface Hosts {
  port: number;
  articles(): Promise<number>;
  log(): Promise<Request[]>;
  close(): void;
}

export async function startHosts(latencyMs: number, address = '0.0.0.0'): Promise<Hosts> {
  const path = fileURLToPath(new URL('server.ts', import.meta.url));
  const child: ChildProcess = fork(path, [String(latencyMs), address]);
  const answer = async (question?: string) => {
    if (question) child.send(question);
    return (await once(child, 'message'))[0] as unknown;
  };
  const { port } = (await answer()) as { port: number };
  return {
    port,
    articles: async () => (await answer('count')) as number,
    log: async () => (await answer('log')) as Request[],
    close: () => void child.kill(),
  };
}

/** Pages by host, `each` on every address. */
export const pagesOf = (addresses: string[], port: number, each: number): Map<string, string[]> =>
  new Map(
    addresses.map((address) => {
      const host = `${address}:${port}`;
      return [host, Array.from({ length: each }, (_, n) => `http://${host}/news/${n}.html`)];
    }),
  );

/** A config that names the sources that `fill` declares. */
export function writeConfig(folder: string, hosts: Iterable<string>, delay: string): string {
  const config = join(folder, 'config');
  mkdirSync(join(config, 'sources'), { recursive: true });
  const entry = (host: string, i: number) =>
    `- id: host-${i}\n  url: http://${host}/list\n  region: CN\n  kind: press\n  delay: ${delay}\n`;
  writeFileSync(join(config, 'sources', 'hosts.yaml'), [...hosts].map(entry).join(''));
  return config;
}
