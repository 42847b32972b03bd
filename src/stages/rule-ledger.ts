/** An operator's ruling: kept, and the ledger around it grouped anew at once. */
import type { LedgerStore, Ruling } from '../domain/ledger-store.ts';
import { type JoinDeps, regroup } from './join-ledger.ts';

export async function ruleLedger(ruling: Ruling, deps: JoinDeps & { ledger: LedgerStore }): Promise<void> {
  await deps.ledger.addRuling(ruling);
  await deps.ledger.file(async (tx) => {
    await tx.lock();
    await regroup([ruling.a.id, ruling.b.id], { tx, deps });
  });
}
