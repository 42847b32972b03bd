/** Tells one subscriber of one change. Each row of the outbox is told once; a webhook that fails is tried again. */
import { NotYet, VisitFailure } from '../domain/failure.ts';
import type { DeliveryJob, Outbox } from '../domain/outbox.ts';
import type { Clock, WebhookClient } from '../domain/ports.ts';
import type { Watch } from '../domain/watch.ts';
import { retryAfterMs } from '../politeness/pace.ts';
import { DELIVERY_LEASE_MS } from './leases.ts';

export interface DeliverDeps {
  outbox: Outbox;
  webhook: WebhookClient;
  clock: Clock;
  watches(): Watch[];
}

const TRIES = 8;
const FIRST_WAIT_MS = 10_000;
const LONGEST_WAIT_MS = 6 * 3_600_000;

/** True when it was told now, false when there was nothing (more) to tell. Throws `NotYet` for another try. */
export async function deliver(job: DeliveryJob, deps: DeliverDeps): Promise<boolean> {
  const delivery = await deps.outbox.begin(job, DELIVERY_LEASE_MS);
  if (!delivery) return false;
  const watch = deps.watches().find(({ id }) => id === delivery.subscriber);
  if (!watch) {
    const reason = `no watch "${delivery.subscriber}" in alerts.yaml any more`;
    await deps.outbox.finish(job, { state: 'failed', reason, dueAt: null });
    return false;
  }
  // Receivers fold what comes twice by this header: a crash between the POST and its record repeats the POST.
  const headers = { 'content-type': 'application/json', 'idempotency-key': `pactwire-${delivery.id}` };
  const told = await post(watch, JSON.stringify(delivery.payload), { headers, deps });
  if (told.ok) {
    await deps.outbox.finish(job, { state: 'told', reason: told.reason, dueAt: null });
    return true;
  }
  const tries = delivery.tries + 1;
  const waitMs = Math.max(told.waitMs, Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 3 ** (tries - 1)));
  const dueAt = tries < TRIES ? new Date(deps.clock.now().getTime() + waitMs) : null;
  await deps.outbox.finish(job, { state: dueAt ? 'retry' : 'failed', reason: told.reason, dueAt });
  if (dueAt) throw new NotYet(waitMs, told.reason);
  return false;
}

interface Told {
  ok: boolean;
  reason: string;
  waitMs: number;
}

async function post(
  watch: Watch,
  body: string,
  { headers, deps }: { headers: Record<string, string>; deps: DeliverDeps },
): Promise<Told> {
  try {
    const { status, retryAfter } = await deps.webhook.post(watch.webhook, body, headers);
    const ok = status >= 200 && status < 300;
    return { ok, reason: `status ${status}`, waitMs: retryAfterMs(retryAfter, deps.clock.now()) ?? 0 };
  } catch (error) {
    if (error instanceof VisitFailure) return { ok: false, reason: error.message, waitMs: 0 };
    throw error;
  }
}
