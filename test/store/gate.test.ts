import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenStore } from '../../src/adapters/postgres/open.ts';
import type { GateAsk, GateRelease, HostGate, Reservation } from '../../src/domain/ports.ts';
import { STARTING_MS } from '../services.ts';
import { KINDS, type Opened, openKind } from './kinds.ts';

const GAP_MS = 40;

const ask = (host: string, more: Partial<GateAsk> = {}): GateAsk => ({
  host,
  address: null,
  gapMs: GAP_MS,
  worker: 'w',
  ...more,
});

const ended = ({ token }: Pick<Reservation, 'token'>, more: Partial<GateRelease> = {}): GateRelease => ({
  token,
  sinceResponseMs: 0,
  responseMs: 2,
  status: 200,
  gapMs: GAP_MS,
  pauseMs: 0,
  failed: false,
  ...more,
});

/** Reserves as a worker does: comes back when told to. */
async function reserved(gate: HostGate, asked: GateAsk): Promise<Reservation> {
  for (;;) {
    const slot = await gate.reserve(asked);
    if (slot.granted) {
      await sleep(Math.ceil(slot.reservation.waitMs) + 1);
      return slot.reservation;
    }
    // The wait itself is under test: a real clock, and no event to wait for.
    await sleep(slot.waitMs);
  }
}

async function granted(gate: HostGate, asked: GateAsk): Promise<Reservation> {
  const slot = await gate.reserve(asked);
  if (!slot.granted) throw new Error(`not granted: ${slot.reason}`);
  return slot.reservation;
}

describe.each(KINDS)('the host gate, %s', (kind) => {
  let opened: Opened;
  let store: OpenStore;
  let other: OpenStore;
  let tries = 0;
  beforeAll(async () => {
    opened = await openKind(kind, { gateLeaseMs: 1_000 });
    store = opened.store;
    other = await opened.again();
  }, STARTING_MS);
  afterAll(() => opened.close());

  it('lets no two requests to a host come closer than its gap, however many ask', async () => {
    const hosts = ['a.test', 'b.test', 'c.test'];
    const arrivals = new Map<string, number[]>(hosts.map((host) => [host, []]));
    let fenced = 0;
    const work = Array.from({ length: 36 }, async (_, i) => {
      const host = hosts[i % hosts.length] as string;
      const { gate } = i % 2 ? store : other;
      const reservation = await reserved(gate, ask(host, { worker: `w${i}` }));
      await sleep((i * 7) % 11); // the way to the host takes its time
      // On a machine so busy that the lease ran out meanwhile, a worker stops; it must not arrive.
      if (!(await gate.renew(reservation.token))) {
        fenced += 1;
        return;
      }
      const arrived = performance.now();
      arrivals.get(host)?.push(arrived);
      await sleep(i % 3);
      await gate.release(ended(reservation, { sinceResponseMs: performance.now() - arrived }));
    });
    await Promise.all(work);
    const all = [...arrivals.values()];
    expect(all.flat()).toHaveLength(36 - fenced);
    for (const times of all) {
      const gaps = times.slice(1).map((time, i) => time - (times[i] ?? 0));
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(GAP_MS);
    }
    const record = (await store.politeness()).filter(({ host }) => hosts.includes(host));
    expect(record).toHaveLength(3);
    for (const row of record) {
      expect(row).toMatchObject({ short: 0, mostConcurrent: 1, gapMs: GAP_MS });
      expect(row.leastGapMs).toBeGreaterThanOrEqual(GAP_MS);
      expect(row.share).toBeGreaterThan(0);
      expect(row.share).toBeLessThanOrEqual(1);
    }
  });

  it('counts the gap from the response, and takes a longer one from either side', async () => {
    const { gate } = store;
    const first = await granted(gate, ask('gap.test'));
    expect(await gate.reserve(ask('gap.test'))).toMatchObject({ granted: false });
    await gate.release(ended(first, { sinceResponseMs: 5_000, gapMs: 8_000 }));
    const slot = await gate.reserve(ask('gap.test'));
    if (slot.granted) throw new Error('granted too early');
    expect(slot.waitMs).toBeGreaterThan(1_000);
    expect(slot.waitMs).toBeLessThanOrEqual(3_000);
    const longer = await gate.reserve(ask('gap.test', { gapMs: 60_000 }));
    expect(longer.granted ? 0 : longer.waitMs).toBeGreaterThan(53_000);
  });

  it('grants a slot a moment before it opens, and says how long to wait', async () => {
    const { gate } = store;
    const gapMs = 60_000;
    let early = 0;
    // How long before the slot opens to ask: what the way there takes is the machine's, and is learnt from what is missed.
    let lead = 9;
    for (let i = 0; i < 100 && early < 3; i += 1) {
      // A host that nobody has asked, also when the whole test runs again.
      tries += 1;
      const host = `early-${tries}.test`;
      await gate.release(ended(await granted(gate, ask(host, { gapMs })), { gapMs }));
      await opened.pass(gapMs - 200);
      const shut = await gate.reserve(ask(host, { gapMs }));
      // Asked as workers ask, a little before the slot opens.
      if (!shut.granted) await opened.pass(shut.waitMs - lead);
      const asked = await gate.reserve(ask(host, { gapMs }));
      if (!asked.granted) await opened.pass(asked.waitMs);
      const { waitMs, ...next } = asked.granted
        ? asked.reservation
        : await granted(gate, ask(host, { gapMs }));
      expect(waitMs).toBeLessThanOrEqual(10);
      if (!asked.granted) lead -= 1;
      else if (waitMs > 0) early += 1;
      else lead += 2;
      await gate.release(ended(next, { gapMs }));
      // The record proves the gap from the moment at which the request could leave.
      const [row] = (await store.politeness()).filter((one) => one.host === host);
      expect(row).toMatchObject({ requests: 2, short: 0, gapMs });
    }
    expect(early).toBeGreaterThan(0);
  });

  it('pauses a host, and counts its failures in a row', async () => {
    const { gate } = store;
    const first = await granted(gate, ask('down.test', { gapMs: 0 }));
    await gate.release(ended(first, { failed: true, status: null, responseMs: 300, gapMs: 0 }));
    const second = await granted(gate, ask('down.test', { gapMs: 0 }));
    expect(second).toMatchObject({ failures: 1, recentResponseMs: 300 });
    await gate.release(ended(second, { failed: true, gapMs: 0, responseMs: 100, pauseMs: 60_000 }));
    const slot = await gate.reserve(ask('down.test', { gapMs: 0 }));
    expect(slot.granted ? 0 : slot.waitMs).toBeGreaterThan(55_000);
    expect(slot).toMatchObject({ reason: expect.stringContaining('pause') });
  });

  it('opens the slot of a dead holder when its lease ends, and records the loss', async () => {
    const { gate } = store;
    const held = await granted(gate, ask('dead.test'));
    const started = performance.now();
    const slot = await gate.reserve(ask('dead.test'));
    expect(slot).toMatchObject({ granted: false });
    const next = await reserved(other.gate, ask('dead.test', { worker: 'heir' }));
    expect(performance.now() - started).toBeGreaterThan(900);
    expect(await gate.renew(held.token)).toBe(false);
    // A zombie's late release neither frees nor delays the heir's slot.
    await gate.release(ended(held, { pauseMs: 60_000 }));
    await other.gate.release(ended(next));
    const [row] = (await store.politeness()).filter(({ host }) => host === 'dead.test');
    expect(row).toMatchObject({ requests: 2, lost: 1, short: 0 });
    await granted(gate, ask('after-dead.test'));
  });

  it('keeps a slot whose lease is renewed, by the clock of the database', async () => {
    const { gate } = store;
    const held = await granted(gate, ask('slow.test'));
    for (let i = 0; i < 4; i += 1) {
      await sleep(400);
      expect(await gate.renew(held.token)).toBe(true);
    }
    expect(await other.gate.reserve(ask('slow.test'))).toMatchObject({ granted: false });
    expect(await gate.renew('00000000-0000-4000-8000-000000000000')).toBe(false);
    await gate.release(ended(held));
  });

  it('asks an address under many names at most four times at once, a quarter of the delay apart', async () => {
    const { gate } = store;
    const at = (i: number) => ask(`name-${i}.test`, { address: '127.9.9.9', gapMs: 80 });
    const held: Reservation[] = [];
    for (let i = 0; i < 4; i += 1) held.push(await reserved(gate, at(i)));
    await sleep(30);
    expect(await gate.reserve(at(4))).toMatchObject({ granted: false, reason: 'the pace of the address' });
    await gate.release(ended(held[0] as Reservation));
    expect(await gate.reserve(at(4))).toMatchObject({ granted: true });
    expect(await gate.reserve(ask('elsewhere.test', { address: '127.9.9.8' }))).toMatchObject({
      granted: true,
    });
  });

  it('keeps robots.txt by origin, and knows who is at work', async () => {
    const entry = {
      kind: 'rules' as const,
      text: 'User-agent: *\0',
      reason: 'status 200',
      etag: '"1"',
      lastModified: null,
      fetchedAt: new Date('2026-11-01T08:00:00Z'),
      expiresAt: new Date('2026-11-02T08:00:00Z'),
    };
    expect(await store.robots.get('http://robots.test')).toBeNull();
    await store.robots.put('http://robots.test', { ...entry, kind: 'deny' });
    await store.robots.put('http://robots.test', entry);
    expect(await other.robots.get('http://robots.test')).toEqual({ ...entry, text: 'User-agent: *\uFFFD' });
    const beat = { id: 'w1', role: 'worker', machine: 'm', pid: 7, inHand: { pages: 2 } };
    await store.workers.beat({ ...beat, inHand: {} });
    await store.workers.beat(beat);
    expect(await other.workers.list()).toMatchObject([{ ...beat, alive: true }]);
    await store.workers.leave('w1');
    expect(await other.workers.list()).toEqual([]);
  });
});
