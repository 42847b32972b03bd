/** Binds the dashboard to its address. */
import { serve } from '@hono/node-server';
import type { Terminal } from '../commands/command.ts';
import { stateOf } from '../commands/source-health.ts';
import { type Environment, UsageError } from '../settings/environment.ts';
import { createWeb } from '../web/create-web.ts';
import type { Composed } from './compose.ts';
import type { Logger } from './log.ts';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/;

export interface WebAsk {
  environment: Environment;
  log: Logger;
  terminal: Terminal;
}

/** Listens; resolves with what closes it. Throws `UsageError` when bound beyond loopback without a token. */
export async function startWeb(
  { store, deps }: Composed,
  { environment, terminal, log }: WebAsk,
): Promise<() => Promise<void>> {
  const { host, port, token } = environment;
  if (!LOOPBACK.test(host) && token === null) {
    throw new UsageError(`HOST is ${host}: set PACTWIRE_TOKEN before the dashboard listens beyond loopback`);
  }
  const app = createWeb({
    queries: store.queries,
    health: (source) => stateOf(source, new Date()),
    token,
    now: () => new Date(),
    keyOf: deps.keyOf,
    onError: (error) => log.error({ err: error }, 'a page of the dashboard failed'),
  });
  const server = serve({ fetch: app.fetch, hostname: host, port });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve).once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(taken ? new UsageError(`port ${port} is taken: set PORT to a free one`) : error);
    });
  });
  const bound = server.address();
  const shown = typeof bound === 'object' && bound !== null ? bound.port : port;
  terminal.err(`dashboard: http://${host.includes(':') ? `[${host}]` : host}:${shown}/`);
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
}
