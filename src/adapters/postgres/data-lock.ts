/**
 * One process a data directory. The lock is the operating system's: a file lock (fcntl on Unix, LockFileEx on Windows)
 * that SQLite takes on `pactwire.lock` and that ends with its holder, however that dies. Node has no call for it, and
 * a file with a process id would have to be judged stale, which two starting processes can do at the same moment.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another living process has the folder. */
export class DataDirBusy extends Error {
  override readonly name = 'DataDirBusy';
  readonly folder: string;
  constructor(folder: string, cause?: unknown) {
    super(`another Pactwire process uses ${folder}: stop it, or give this one its own --data`, { cause });
    this.folder = folder;
  }
}

const SQLITE_BUSY = 5;

/** Takes the folder (made if absent), or throws `DataDirBusy`. The returned function gives it back. */
export function lockDataDir(dataDir: string): () => void {
  const folder = resolve(dataDir);
  mkdirSync(folder, { recursive: true });
  const file = new DatabaseSync(join(folder, 'pactwire.lock'), { timeout: 0 });
  try {
    file.exec('begin exclusive');
  } catch (error) {
    file.close();
    const busy = error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
    throw busy ? new DataDirBusy(folder, error) : error;
  }
  return () => file.close();
}
