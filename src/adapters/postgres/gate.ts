/**
 * The host gate: one call of a stored function for each verb, so that a reservation is decided and written in one
 * round trip by the database's clock.
 *
 * The holder fences itself: it counts its lease from before the reservation was sent, by its own steady clock, and
 * `renew` says "lost" once that has run out, whether or not the database can be asked.
 */
import { sql } from 'kysely';
import type { GateAsk, GateRelease, HostGate, Slot } from '../../domain/ports.ts';
import { type Db, first, span } from './sql.ts';

/** How long a slot is held without a sign of life. */
export const GATE_LEASE_MS = 5_000;

interface Asked {
  token: string | null;
  failures: number;
  response_ms: number | null;
  wait_ms: number;
  reason: string | null;
}

export function gateOf(db: Db, leaseMs: number = GATE_LEASE_MS): HostGate {
  /** Moments, on this process's steady clock, at which the leases held here have certainly ended. */
  const ends = new Map<string, number>();
  return {
    reserve: async (ask) => {
      const until = performance.now() + leaseMs;
      const slot = slotOf(await reserve(db, ask, leaseMs));
      if (slot.granted) ends.set(slot.reservation.token, until);
      return slot;
    },
    renew: async (token) => {
      const end = ends.get(token);
      if (end === undefined || performance.now() >= end) return false;
      const until = performance.now() + leaseMs;
      const kept = await within(end, renew(db, token, leaseMs));
      if (kept) ends.set(token, until);
      return kept;
    },
    release: async (ended) => {
      ends.delete(ended.token);
      await release(db, ended);
    },
  };
}

async function reserve(db: Db, { host, address, gapMs, worker }: GateAsk, leaseMs: number): Promise<Asked> {
  const asked = await first(
    db,
    sql<Asked>`select * from gate_reserve(${host}, ${address}, ${gapMs}::float8, ${worker}, ${span(leaseMs)})`,
  );
  if (!asked) throw new Error(`the gate gave no answer for ${host}`);
  return asked;
}

function slotOf({ token, failures, response_ms, wait_ms, reason }: Asked): Slot {
  if (!token) return { granted: false, waitMs: wait_ms, reason: reason ?? 'the host is not free' };
  return { granted: true, reservation: { token, waitMs: wait_ms, failures, recentResponseMs: response_ms } };
}

async function renew(db: Db, token: string, leaseMs: number): Promise<boolean> {
  const answer = await first(
    db,
    sql<{ kept: boolean }>`select gate_renew(${token}::uuid, ${span(leaseMs)}) as kept`,
  );
  return answer?.kept ?? false;
}

async function release(db: Db, ended: GateRelease): Promise<void> {
  await sql`select gate_release(${ended.token}::uuid, ${ended.sinceResponseMs}::float8, ${ended.responseMs}::float8,
    ${ended.status}::int, ${ended.gapMs}::float8, ${ended.pauseMs}::float8, ${ended.failed}::boolean)`.execute(
    db,
  );
}

/** False when `work` has not answered by `end`: a database out of reach must not keep a request alive. */
async function within(end: number, work: Promise<boolean>): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), end - performance.now());
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
