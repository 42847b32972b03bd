/** Values of flags, checked: what is wrong is a `UsageError` that says what to write. */
import { durationMs } from '../domain/source.ts';
import { UsageError } from '../settings/environment.ts';
import type { Flags } from './command.ts';

export function textOf(flags: Flags, name: string): string | undefined {
  const value = flags[name];
  return typeof value === 'string' ? value : undefined;
}

/** `--limit`, a whole number from 1. */
export function limitOf(flags: Flags): number | undefined {
  const value = textOf(flags, 'limit');
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(value))
    throw new UsageError(`--limit is "${value}": write a whole number from 1`);
  return Number(value);
}

/** A duration flag in milliseconds; null when absent. */
export function durationOf(flags: Flags, name: string): number | null {
  const value = textOf(flags, name);
  if (value === undefined) return null;
  try {
    return durationMs(value);
  } catch {
    throw new UsageError(`--${name} is "${value}": write a number with ms, s, m, h or d, like 10m`);
  }
}
