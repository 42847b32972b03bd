/**
 * Messages between a command and the process that holds the embedded store: JSON lines over a local socket.
 *
 *   ask      {id, call, args}            one of `CALLS`
 *   answer   {id, result} or {id, error} `error` is {name, message, service?}
 *   between  {id, progress}              live figures of a long call
 *
 * JSON has no dates, so a Date travels as {"$date": ISO 8601}.
 */

import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { ServiceUnreachable } from '../domain/failure.ts';
import { UsageError } from '../settings/environment.ts';

export interface Ask {
  id: number;
  call: string;
  args: unknown[];
}

export interface Answer {
  id: number;
  result?: unknown;
  progress?: unknown;
  error?: { name: string; message: string; service?: string };
}

/** The socket of a data folder. A path too long for the system's socket names gets a short one beside it. */
export function socketPath(dataDir: string): string {
  const path = join(resolve(dataDir), 'pactwire.sock');
  if (process.platform === 'win32') return `\\\\.\\pipe\\pactwire-${digest(path)}`;
  // sun_path holds 108 bytes on Linux and 104 on macOS, the end mark included.
  return Buffer.byteLength(path) < 100 ? path : join(tmpdir(), `pactwire-${digest(path)}.sock`);
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24);

export function encode(message: Ask | Answer): string {
  return `${JSON.stringify(message, function (this: Record<string, unknown>, key, value: unknown) {
    const raw = this[key]; // `value` went through Date.toJSON already
    return raw instanceof Date ? { $date: raw.toISOString() } : value;
  })}\n`;
}

export function decode(line: string): unknown {
  return JSON.parse(line, (_key, value: unknown) => {
    const date = typeof value === 'object' && value !== null && '$date' in value ? value.$date : null;
    return typeof date === 'string' ? new Date(date) : value;
  });
}

export function lines(socket: Socket): Interface {
  return createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY });
}

export function errorToWire(error: unknown): NonNullable<Answer['error']> {
  if (error instanceof ServiceUnreachable)
    return { name: error.name, message: error.message, service: error.service };
  if (error instanceof Error) return { name: error.name, message: error.message };
  return { name: 'Error', message: String(error) };
}

export function errorFromWire(error: NonNullable<Answer['error']>): Error {
  if (error.name === 'UsageError') return new UsageError(error.message);
  // The exit code depends on the kind; the message is the holder's own.
  if (error.service !== undefined)
    return Object.assign(new ServiceUnreachable(error.service, ''), { message: error.message });
  const plain = new Error(error.message);
  plain.name = error.name;
  return plain;
}
