/** What a process does beside its role: says that it is alive, and throws away what is kept no longer. */
import { hostname } from 'node:os';
import { pid } from 'node:process';
import type { Role } from '../commands/command.ts';
import type { Composed } from './compose.ts';
import type { Logger } from './log.ts';

const BEAT_MS = 5_000;
const PURGE_MS = 6 * 3_600_000;

export interface UpkeepAsk {
  role: Role;
  log: Logger;
  /** Jobs in hand now, by queue. */
  inHand(): Record<string, number>;
}

/** Begins; resolves with what ends it. Failures are logged: the next beat tries again. */
export async function startUpkeep(
  { store, worker }: { store: Pick<Composed['store'], 'workers' | 'purge'>; worker: string },
  { role, log, inHand }: UpkeepAsk,
): Promise<() => Promise<void>> {
  const beat = () => store.workers.beat({ id: worker, role, machine: hostname(), pid, inHand: inHand() });
  const warn = (what: string) => (error: unknown) => log.warn({ err: error }, what);
  await beat();
  const beating = setInterval(() => void beat().catch(warn('the heartbeat failed')), BEAT_MS);
  const purges = role === 'up' || role === 'scheduler';
  const purging = purges && setInterval(() => void store.purge().catch(warn('purging failed')), PURGE_MS);
  return async () => {
    clearInterval(beating);
    if (purging) clearInterval(purging);
    await store.workers.leave(worker);
  };
}
