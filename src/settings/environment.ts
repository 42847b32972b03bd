/**
 * The only reader of `process.env`: one object, read once by the roof and handed down.
 */
import { resolve } from 'node:path';

export interface Environment {
  /** Postgres; null: embedded. */
  databaseUrl: string | null;
  /** Redis; null: embedded queue. */
  redisUrl: string | null;
  /** CIDRs that the guard lets through besides public addresses. */
  allowNetworks: string[];
  /** Sent as User-Agent; its first token is what robots.txt groups are matched with. */
  userAgent: string;
  /** Asked for by the dashboard; needed when it is bound beyond loopback. */
  token: string | null;
  port: number;
  host: string;
  logLevel: string;
  chromiumPath: string | null;
  /** Pages that one process reads at once. */
  atOnce: number;
  /** Folder that relative paths of the command line start from. */
  callerFolder: string;
}

/** Wrong use: exit code 2, the message says what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const DEFAULT_USER_AGENT = 'Pactwire/0.1 (+https://github.com/pactwire/pactwire#bot; news monitor)';

/** Reads the environment; throws `UsageError` naming the variable that cannot be used. */
export function readEnvironment(env: NodeJS.ProcessEnv = process.env): Environment {
  const text = (name: string) => env[name]?.trim() || null;
  const port = text('PORT') ?? '8080';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new UsageError(`PORT is "${port}": write a number from 0 to 65535`);
  }
  const atOnce = text('PACTWIRE_AT_ONCE') ?? '24';
  if (!/^[1-9]\d{0,2}$/.test(atOnce)) {
    throw new UsageError(`PACTWIRE_AT_ONCE is "${atOnce}": write a number from 1 to 999`);
  }
  return {
    databaseUrl: text('DATABASE_URL'),
    redisUrl: text('REDIS_URL'),
    allowNetworks: (text('PACTWIRE_ALLOW_NETWORKS') ?? '')
      .split(',')
      .map((cidr) => cidr.trim())
      .filter(Boolean),
    userAgent: text('PACTWIRE_USER_AGENT') ?? DEFAULT_USER_AGENT,
    token: text('PACTWIRE_TOKEN'),
    port: Number(port),
    host: text('HOST') ?? '127.0.0.1',
    logLevel: text('LOG_LEVEL') ?? 'info',
    chromiumPath: text('CHROMIUM_PATH'),
    atOnce: Number(atOnce),
    callerFolder: resolve(text('INIT_CWD') ?? process.cwd()),
  };
}
