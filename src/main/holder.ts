/**
 * The process that holds the embedded store answers the commands of others, over a socket in the data folder.
 */
import { rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import type { App } from '../commands/command.ts';
import { type Ask, decode, encode, errorToWire, lines, socketPath } from './wire.ts';

const QUERIES = [
  'articles',
  'agreements',
  'agreement',
  'article',
  'sources',
  'explain',
  'run',
  'now',
] as const;

/** Listens until closed. The socket file of a dead holder is taken over: the caller has the folder's lock. */
export async function answerOthers(current: () => App, dataDir: string): Promise<{ close(): Promise<void> }> {
  const path = socketPath(dataDir);
  if (process.platform !== 'win32') rmSync(path, { force: true });
  const open = new Set<Socket>();
  const server: Server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy());
    void talk(socket, current());
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
  return {
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function talk(socket: Socket, app: App): Promise<void> {
  for await (const line of lines(socket)) {
    const ask = decode(line) as Ask;
    void answer(ask, socket, app);
  }
}

async function answer({ id, call, args }: Ask, socket: Socket, app: App): Promise<void> {
  const progress = (now: unknown) => socket.writable && socket.write(encode({ id, progress: now }));
  try {
    const result = await perform(app, { call, args, progress });
    socket.write(encode({ id, result }));
  } catch (error) {
    socket.write(encode({ id, error: errorToWire(error) }));
  }
}

function perform(
  app: App,
  { call, args, progress }: { call: string; args: unknown[]; progress(now: unknown): void },
): Promise<unknown> {
  const query = QUERIES.find((name) => call === `queries.${name}`);
  if (query) return (app.queries[query] as (...args: unknown[]) => Promise<unknown>).apply(app.queries, args);
  switch (call) {
    case 'once':
      return app.once(args[0] as Parameters<App['once']>[0], progress);
    case 'importFiles':
      return app.importFiles(args[0] as Parameters<App['importFiles']>[0], progress);
    case 'trial':
      return app.trial(args[0] as Parameters<App['trial']>[0]);
    case 'workers':
      return app.workers();
    case 'politeness':
      return app.politeness();
    case 'rule':
      return app.rule(args[0] as Parameters<App['rule']>[0]);
    default:
      throw new Error(`the running Pactwire does not know "${call}": it may be of another version`);
  }
}
