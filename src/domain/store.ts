/** The one truth as a whole: Postgres, or PGlite when embedded. */
import type { Frontier } from './frontier.ts';
import type { LedgerStore } from './ledger-store.ts';
import type { Outbox } from './outbox.ts';
import type { Queries } from './queries.ts';

export interface Store {
  frontier: Frontier;
  ledger: LedgerStore;
  outbox: Outbox;
  queries: Queries;
  close(): Promise<void>;
}
