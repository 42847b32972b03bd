/** Runs the command line as a process of its own, as other programs do. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const PACTWIRE = fileURLToPath(new URL('../../src/main/pactwire.ts', import.meta.url));

export interface Ran {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  env?: Record<string, string> | undefined;
  input?: string | undefined;
  cwd?: string | undefined;
  /** Told of the process at once, to send it signals. */
  started?: ((child: ChildProcess) => void) | undefined;
}

/** Only what is named reaches the process: the caller's own settings must not decide a test. */
export function cleanEnv(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { PATH, HOME, CHROMIUM_PATH } = process.env;
  return {
    ...(PATH ? { PATH } : {}),
    ...(HOME ? { HOME } : {}),
    ...(CHROMIUM_PATH ? { CHROMIUM_PATH } : {}),
    PACTWIRE_ALLOW_NETWORKS: '127.0.0.0/8',
    LOG_LEVEL: 'error',
    ...more,
  };
}

export function pactwire(args: string[], options: RunOptions = {}): Promise<Ran> {
  const { promise, resolve } = Promise.withResolvers<Ran>();
  const child = spawn(process.execPath, [PACTWIRE, ...args], {
    env: cleanEnv(options.env),
    cwd: options.cwd,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  child.stdin.on('error', () => undefined).end(options.input ?? '');
  child.once('close', (code, signal) =>
    resolve({ code, signal, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
  );
  options.started?.(child);
  return promise;
}

/** JSON lines of a run's standard output. */
export function jsonLines<T>(ran: Ran): T[] {
  return ran.stdout
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}
