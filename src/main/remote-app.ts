/** The application of another process that holds the embedded store, reached over its socket. */
import { connect, type Socket } from 'node:net';
import type { App } from '../commands/command.ts';
import type { Progress } from '../commands/summary.ts';
import type { Queries } from '../domain/queries.ts';
import { type Answer, decode, encode, errorFromWire, lines, socketPath } from './wire.ts';

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
  progress(now: Progress): void;
}

/** Connects to the holder of a data folder; rejects when nobody listens there. */
export async function reachHolder(dataDir: string): Promise<App> {
  const socket = await new Promise<Socket>((resolve, reject) => {
    const trying = connect(socketPath(dataDir));
    trying.once('connect', () => resolve(trying)).once('error', reject);
  });
  return remoteApp(socket);
}

function remoteApp(socket: Socket): App {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const fail = (why: string) => {
    for (const { reject } of waiting.values()) reject(new Error(why));
    waiting.clear();
  };
  socket
    .on('close', () => fail('the running Pactwire ended before it answered'))
    .on('error', (error) => fail(error.message));
  void listen(socket, waiting);
  const call = <T>(name: string, args: unknown[], progress: (now: Progress) => void = () => undefined) =>
    new Promise<T>((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve: (result) => resolve(result as T), reject, progress });
      socket.write(encode({ id: last, call: name, args }));
    });
  const query =
    (name: keyof Queries) =>
    (...args: unknown[]) =>
      call<never>(`queries.${name}`, args);
  return {
    queries: {
      articles: query('articles'),
      agreements: query('agreements'),
      agreement: query('agreement'),
      article: query('article'),
      sources: query('sources'),
      explain: query('explain'),
      run: query('run'),
      now: query('now'),
    },
    once: (ask, progress) => call('once', [ask], progress),
    importFiles: (ask, progress) => call('importFiles', [ask], progress),
    trial: (source) => call('trial', [source]),
    workers: () => call('workers', []),
    politeness: () => call('politeness', []),
    rule: (ruling) => call('rule', [ruling]),
    close: async () => {
      socket.end();
    },
  };
}

async function listen(socket: Socket, waiting: Map<number, Waiting>): Promise<void> {
  for await (const line of lines(socket)) {
    const answer = decode(line) as Answer;
    const asked = waiting.get(answer.id);
    if (!asked) continue;
    if (answer.progress !== undefined) {
      asked.progress(answer.progress as Progress);
      continue;
    }
    waiting.delete(answer.id);
    if (answer.error) asked.reject(errorFromWire(answer.error));
    else asked.resolve(answer.result);
  }
}
