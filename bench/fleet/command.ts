/** Command lines of what is measured: which core runs it, and `once` over the config of a bench's folder. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PACTWIRE } from '../../test/line/run-pactwire.ts';

export const pinned = spawnSync('taskset', ['-V']).status === 0;

/** Where cores cannot be chosen, the command as it is. */
export const onCore = (core: number, command: string[]): string[] =>
  pinned ? ['taskset', '-c', String(core), ...command] : command;

export const onceCommand = (folder: string, data: string): string[] => [
  process.execPath,
  PACTWIRE,
  'once',
  '--json',
  '--config',
  join(folder, 'config'),
  '--data',
  data,
];
