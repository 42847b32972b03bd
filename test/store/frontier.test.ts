import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenStore } from '../../src/adapters/postgres/open.ts';
import type { LinkResult, PageJob } from '../../src/domain/frontier.ts';
import { STARTING_MS } from '../services.ts';
import { declare, KINDS, links, listed, type Opened, openKind, source, visit } from './kinds.ts';

const MINUTE = 60_000;
const DONE: LinkResult = { outcome: 'irrelevant', reason: 'read', dueAt: null, state: 'done' };

describe.each(KINDS)('the frontier, %s', (kind) => {
  let opened: Opened;
  let store: OpenStore;
  beforeAll(async () => {
    opened = await openKind(kind);
    store = opened.store;
  }, STARTING_MS);
  afterAll(() => opened.close());

  const claim = (limit: number, perHost = 1_000) =>
    store.frontier.claimPages({ limit, perHost, leaseMs: MINUTE, aheadMs: 0, apartMs: 0, feeder: 'f' });
  const from = (jobs: PageJob[], sourceId: string) => jobs.filter((job) => job.sourceId === sourceId).length;

  it('takes 10,000 sources over in seconds and a fixed number of statements, and asks only for what is new', async () => {
    const sources = Array.from({ length: 10_000 }, (_, i) => source(`many-${i}`));
    let asked = 0;
    const firstDue = () => {
      asked += 1;
      return { at: new Date(Date.now() + MINUTE), slot: 'first' };
    };
    const before = opened.statements();
    const spent = process.cpuUsage();
    await store.frontier.syncSources(sources, firstDue);
    const { user } = process.cpuUsage(spent);
    await store.frontier.syncSources([...sources, source('one-more')], firstDue);
    expect(asked).toBe(10_001);
    expect(opened.statements() - before).toBe(2 * 6);
    // Of processor time, which a busy machine does not stretch; 2 s were measured, most of it in the database.
    expect(user / 1_000).toBeLessThan(8_000);
  });

  it('hands each due slot to exactly one of three schedulers', async () => {
    const ids = Array.from({ length: 60 }, (_, i) => `cron-${i}`);
    await declare(store, ids);
    const schedulers = [store, await opened.again(), await opened.again()];
    const jobs = [];
    for (let round = 0; round < 4; round += 1) {
      const claimed = await Promise.all(
        schedulers.map(({ frontier }) => frontier.claimListings({ limit: 7, leaseMs: MINUTE })),
      );
      jobs.push(...claimed.flat());
    }
    expect(jobs.map(({ sourceId, slot }) => `${sourceId} ${slot}`).sort()).toEqual(
      ids.map((id) => `${id} first`).sort(),
    );
  });

  it('takes a result only for the slot that is due, and once', async () => {
    await declare(store, ['fenced']);
    const [job] = await store.frontier.claimListings({ limit: 1, leaseMs: MINUTE });
    if (!job) throw new Error('nothing was due');
    const state = await store.frontier.beginListing(job, MINUTE);
    expect(state).toMatchObject({
      sourceId: 'fenced',
      slot: 'first',
      visits: 0,
      lastVisit: null,
      memory: null,
    });
    const result = listed(links('fenced.test', 3), {
      memory: { seen: [1] },
      next: { at: new Date(0), slot: 'second' },
    });
    expect(await store.frontier.finishListing({ ...job, slot: 'other' }, result)).toBeNull();
    expect(await store.frontier.finishListing(job, result)).toEqual({ fresh: 3, changed: 0 });
    expect(await store.frontier.finishListing(job, result)).toBeNull();
    expect(await store.frontier.beginListing(job, MINUTE)).toBeNull();
    const [next] = await store.frontier.claimListings({ limit: 1, leaseMs: MINUTE });
    expect(next).toEqual({ ...job, slot: 'second', via: 'http' });
    expect(await store.frontier.beginListing({ ...job, slot: 'second' }, MINUTE)).toMatchObject({
      visits: 1,
      memory: { seen: [1] },
      lastOutcome: 'new',
    });
  });

  it('hands out again what was leased when the lease ends or all leases are ended', async () => {
    await visit(store, { leased: links('leased.test', 1) });
    const [first] = await store.frontier.claimPages({
      limit: 5,
      perHost: 9,
      leaseMs: 0,
      aheadMs: 0,
      apartMs: 0,
      feeder: 'f',
    });
    const [again] = await claim(5);
    expect(again).toEqual(first);
    expect(await claim(5)).toEqual([]);
    await store.frontier.releaseLeases();
    expect(await claim(5)).toEqual([first]);
  });

  it('lengthens the leases that still run, and shortens none', async () => {
    await visit(store, { kept: links('kept.test', 3) });
    await store.frontier.makeDue(['kept']);
    const listings = await store.frontier.claimListings({ limit: 9, leaseMs: 10_000 });
    const pages = await store.frontier.claimPages({
      limit: 9,
      perHost: 9,
      leaseMs: 10_000,
      aheadMs: 0,
      apartMs: 0,
      feeder: 'f',
    });
    await store.frontier.holdPages(pages.slice(0, 2), MINUTE);
    await store.frontier.holdPages(pages.slice(0, 1), 0);
    await store.frontier.holdListings(listings, MINUTE);
    await opened.pass(20_000);
    expect(await claim(9)).toEqual([pages[2]]);
    expect(await store.frontier.claimListings({ limit: 9, leaseMs: MINUTE })).toEqual([]);
    await opened.pass(MINUTE);
    // What has ended belongs to whoever claims it next.
    await store.frontier.holdPages(pages, MINUTE);
    await store.frontier.holdListings(listings, MINUTE);
    expect(await claim(9)).toHaveLength(3);
    expect(await store.frontier.claimListings({ limit: 9, leaseMs: MINUTE })).toEqual(listings);
    for (const job of pages) await store.frontier.finishPage(job, DONE);
  });

  it('takes back what a shut host puts off: due later, waited for by nobody, with the reason', async () => {
    await visit(store, { off: links('off.test', 1) });
    const [page] = await claim(1);
    if (!page) throw new Error('no page was due');
    const hour = { waitMs: 60 * MINUTE, reason: 'the host asked for an hour' };
    await store.frontier.putOffPage(page, hour);
    // Fenced: the job has ended with its turn.
    await store.frontier.putOffPage(page, { ...hour, waitMs: 0 });
    expect(await store.frontier.beginPage(page, MINUTE)).toBeNull();
    await store.frontier.makeDue(['off']);
    const [listing] = await store.frontier.claimListings({ limit: 1, leaseMs: MINUTE });
    if (!listing) throw new Error('no listing was due');
    await store.frontier.putOffListing(listing, { ...hour, key: 'http://off.test/list' });
    expect(await store.frontier.counts(MINUTE)).toMatchObject({ listings: 0, pages: 0, waiting: 1 });
    for (const [key, step] of [
      [page.key, 'visit-page'],
      ['http://off.test/list', 'visit-listing'],
    ] as const)
      expect(await store.queries.explain(key)).toContainEqual(
        expect.objectContaining({ step, decision: 'put off', reason: hour.reason }),
      );
    expect(await store.frontier.counts(61 * MINUTE)).toMatchObject({ listings: 1, pages: 1, waiting: 0 });
    expect(await claim(9)).toEqual([]);
    const again = { ...page, turn: page.turn + 1 };
    await store.frontier.putOffPage(again, { ...hour, waitMs: 0 });
    await store.frontier.putOffListing(listing, { ...hour, waitMs: 0, key: 'http://off.test/list' });
    expect(await claim(9)).toEqual([{ ...again, turn: again.turn + 1 }]);
    expect(await store.frontier.claimListings({ limit: 9, leaseMs: MINUTE })).toEqual([listing]);
    await store.frontier.finishPage({ ...again, turn: again.turn + 1 }, DONE);
  });

  it('does not let a source with 50,000 links keep the others waiting', async () => {
    const small = ['small-a', 'small-b', 'small-c'];
    const shown = Object.fromEntries(small.map((id) => [id, links(`${id}.test`, 10)]));
    const before = opened.statements();
    await visit(store, { flood: links('flood.test', 50_000), ...shown });
    // Sync 6, claim 1, and 3 for each of four listings.
    expect(opened.statements() - before).toBe(6 + 1 + 4 * 3);
    const jobs = await claim(20);
    expect(small.map((id) => from(jobs, id))).toEqual([5, 5, 5]);
    expect(from(jobs, 'flood')).toBe(5);
    const more = await claim(100);
    expect(small.map((id) => from(more, id))).toEqual([5, 5, 5]);
    expect(from(more, 'flood')).toBe(85);
  });

  it('keeps at most so many of a host in hand, whichever source they are of', async () => {
    await visit(store, { 'host-a': links('one-host.test', 9), 'host-b': links('one-host.test:80', 0) });
    await visit(store, { 'host-c': links('one-host.test', 20).slice(9), 'host-a': [] });
    const jobs = await claim(50, 3);
    expect(jobs).toHaveLength(3);
    expect(await claim(50, 3)).toEqual([]);
    const [done] = jobs;
    if (!done) throw new Error('nothing was claimed');
    expect(await store.frontier.finishPage(done, DONE)).toBe(true);
    expect(await claim(50, 3)).toHaveLength(1);
  });

  it('hands out one page for a slot of its host, shortly before it opens', async () => {
    await visit(store, {
      paced: links('paced.test', 5),
      quick: links('quick.test', 3),
      shut: links('shut.test', 3),
    });
    const asked = async (host: string, gapMs: number, pauseMs: number) => {
      const slot = await store.gate.reserve({ host, address: null, gapMs, worker: 'w' });
      if (!slot.granted) throw new Error(slot.reason);
      const { token } = slot.reservation;
      const answer = { sinceResponseMs: 0, responseMs: 2, status: 200, failed: false };
      await store.gate.release({ token, ...answer, gapMs, pauseMs });
    };
    await asked('paced.test', MINUTE, 0);
    await asked('quick.test', 50, 0);
    await asked('shut.test', 50, MINUTE);
    const ahead = async (aheadMs: number) => {
      const jobs = await store.frontier.claimPages({
        limit: 9,
        perHost: 2,
        leaseMs: 60 * MINUTE,
        aheadMs,
        apartMs: 0,
        feeder: 'f',
      });
      return jobs.map(({ key }) => key);
    };
    // A gap as short as that is over before anybody could wait for it.
    expect(await ahead(MINUTE / 2)).toEqual(['http://quick.test/0', 'http://quick.test/1']);
    expect(await ahead(2 * MINUTE)).toEqual(['http://paced.test/0', 'http://shut.test/0']);
    expect(await ahead(2 * MINUTE)).toEqual([]);
    // The slot is taken: the next may come, while the one before is being read.
    await opened.pass(2 * MINUTE);
    await asked('paced.test', MINUTE, 0);
    expect(await ahead(2 * MINUTE)).toEqual(['http://paced.test/1']);
    expect(await ahead(2 * MINUTE)).toEqual([]);
    const job = { key: 'http://paced.test/0', turn: 1, host: 'paced.test', sourceId: 'paced' };
    const begun = await store.frontier.beginPage(job, 60 * MINUTE);
    expect(begun?.hostOpensInMs).toBeGreaterThan(MINUTE / 2);
    expect(begun?.hostOpensInMs).toBeLessThanOrEqual(MINUTE);
    // It never came: its worker died. The next two are not kept back for it; there is no fifth.
    for (const next of [['http://paced.test/2'], ['http://paced.test/3'], []]) {
      await opened.pass(2 * MINUTE);
      expect(await ahead(0)).toEqual(next);
    }
    // One that came too early comes again: nobody else is sent for that slot, but for the next.
    await visit(store, { early: links('early.test', 3) });
    await asked('early.test', MINUTE, 0);
    const slot = await store.gate.reserve({ host: 'early.test', address: null, gapMs: MINUTE, worker: 'w' });
    expect(slot.granted).toBe(false);
    expect(await ahead(2 * MINUTE)).toEqual([]);
    await opened.pass(2 * MINUTE);
    await asked('early.test', MINUTE, 0);
    expect(await ahead(2 * MINUTE)).toEqual(['http://early.test/0']);
    await opened.pass(3 * MINUTE);
    for (const source of ['paced', 'quick', 'shut', 'early'])
      for (const n of [0, 1, 2, 3, 4])
        await store.frontier.finishPage({ ...job, key: `http://${source}.test/${n}` }, DONE);
  });

  it('claims once for all feeders in a time', async () => {
    await visit(store, { apart: links('apart.test', 3) });
    expect(await claim(1)).toHaveLength(1);
    const soon = { limit: 9, perHost: 9, leaseMs: MINUTE, aheadMs: 0, apartMs: MINUTE, feeder: 'other' };
    expect(await store.frontier.claimPages(soon)).toEqual([]);
    await opened.pass(MINUTE);
    expect(await store.frontier.claimPages(soon)).toHaveLength(3);
    for (const n of [0, 1, 2])
      await store.frontier.finishPage(
        { key: `http://apart.test/${n}`, turn: 1, host: 'apart.test', sourceId: 'apart' },
        DONE,
      );
  });

  it('hands out new links before revisits before stock, in the order of the page', async () => {
    await visit(store, { ranks: links('ranks.test', 3) });
    const [read] = await claim(1);
    if (!read) throw new Error('nothing was claimed');
    await store.frontier.finishPage(read, { ...DONE, dueAt: new Date(0) });
    await store.frontier.makeDue(['ranks']);
    const [job] = await store.frontier.claimListings({ limit: 1, leaseMs: MINUTE });
    if (!job) throw new Error('no listing was due');
    const unseen = links('ranks.test', 5).slice(3);
    expect(await store.frontier.finishListing(job, listed(unseen))).toEqual({ fresh: 2, changed: 0 });
    expect((await claim(9)).map(({ key, turn }) => `${key} ${turn}`)).toEqual([
      'http://ranks.test/3 1',
      'http://ranks.test/4 1',
      'http://ranks.test/0 2',
      'http://ranks.test/1 1',
      'http://ranks.test/2 1',
    ]);
  });

  it('makes a link due again when its own listing words it anew, and not for another listing', async () => {
    await visit(store, { worded: links('worded.test', 2, 'old'), other: [] });
    for (const job of await claim(9)) await store.frontier.finishPage(job, DONE);
    const show = async (id: string, title: string) => {
      await store.frontier.makeDue([id]);
      const [job] = await store.frontier.claimListings({ limit: 1, leaseMs: MINUTE });
      return job && store.frontier.finishListing(job, listed(links('worded.test', 2, title)));
    };
    expect(await show('worded', 'old')).toEqual({ fresh: 0, changed: 0 });
    expect(await show('other', 'new')).toEqual({ fresh: 0, changed: 0 });
    expect(await claim(9)).toEqual([]);
    expect(await show('worded', 'new')).toEqual({ fresh: 0, changed: 2 });
    const due = await claim(9);
    expect(due.map(({ turn }) => turn)).toEqual([3, 3]);
    expect(await store.frontier.beginPage(due[0] as PageJob, MINUTE)).toMatchObject({
      title: 'new 0',
      outcome: 'irrelevant',
      reads: 1,
    });
  });

  it('ends turns: done, tried again, left for later; each result once', async () => {
    await visit(store, { turns: links('turns.test', 3) });
    const [done, retried, left] = (await claim(9)) as [PageJob, PageJob, PageJob];
    expect(await store.frontier.finishPage(done, { ...DONE, etag: '"1"' })).toBe(true);
    expect(await store.frontier.finishPage(done, DONE)).toBe(false);
    expect(await store.frontier.beginPage(done, MINUTE)).toBeNull();
    const later = new Date(Date.now() + 60 * MINUTE);
    const failed: LinkResult = { outcome: 'timeout', reason: '30 s', dueAt: later, state: 'retry' };
    expect(await store.frontier.finishPage(retried, failed)).toBe(true);
    expect(await store.frontier.beginPage(retried, MINUTE)).toMatchObject({
      tries: 1,
      outcome: 'timeout',
      turn: 1,
    });
    expect(await store.frontier.finishPage(left, { ...failed, state: 'wait' })).toBe(true);
    expect(await store.frontier.beginPage({ ...left, turn: 2 }, MINUTE)).toMatchObject({ tries: 0, turn: 2 });
  });

  it('counts what is open, within and beyond a horizon; a source that is gone does not count', async () => {
    await visit(store, { counted: links('counted.test', 4) });
    const [revisit, waits] = (await claim(2)) as [PageJob, PageJob];
    const later = new Date(Date.now() + 60 * MINUTE);
    await store.frontier.finishPage(revisit, { ...DONE, dueAt: later });
    await store.frontier.finishPage(waits, {
      outcome: 'http_error',
      reason: '503',
      dueAt: later,
      state: 'wait',
    });
    expect(await store.frontier.counts(MINUTE)).toEqual({ listings: 0, pages: 2, waiting: 1 });
    expect(await store.frontier.counts(100 * MINUTE)).toEqual({ listings: 0, pages: 4, waiting: 0 });
    await declare(store, []);
    expect(await store.frontier.counts(MINUTE)).toEqual({ listings: 0, pages: 0, waiting: 0 });
    expect(await claim(9)).toEqual([]);
  });

  it('leaves out listings that a run has visited, when asked for that run', async () => {
    await declare(store, ['often', 'unseen']);
    const since = await store.queries.now();
    const job = { sourceId: 'often', url: 'http://often.test/list', slot: 'first' };
    await store.frontier.finishListing(job, listed([], { next: { at: new Date(0), slot: 'second' } }));
    expect(await store.frontier.counts(0)).toMatchObject({ listings: 2 });
    expect(await store.frontier.counts(0, since)).toMatchObject({ listings: 1 });
  });

  it('gives a listing whose schedule was changed a new due time, and disables what is gone', async () => {
    const due = (slot: string) => () => ({ at: new Date(0), slot });
    await store.frontier.syncSources([source('moved'), source('gone')], due('first'));
    await store.frontier.syncSources([source('moved', { schedule: 'every 1h' })], due('hourly'));
    expect(await store.frontier.claimListings({ limit: 9, leaseMs: MINUTE })).toEqual([
      { sourceId: 'moved', url: 'http://moved.test/list', slot: 'hourly', via: null },
    ]);
    const gone = (await store.queries.sources()).find(({ id }) => id === 'gone');
    expect(gone).toMatchObject({ enabled: false, memories: [] });
  });

  it('tells everything that was decided about a link, in order', async () => {
    await visit(store, { told: links('told.test', 1) });
    const [job] = (await claim(9)) as [PageJob];
    await store.frontier.decide([
      { key: job.key, step: 'politeness', decision: 'allowed', reason: 'no rule' },
    ]);
    await store.frontier.finishPage(job, { ...DONE, dueAt: new Date(Date.now() + MINUTE) });
    const rows = await store.queries.explain(job.key);
    expect(rows.map(({ step, decision }) => `${step}: ${decision}`)).toEqual([
      'visit-listing: found',
      'politeness: allowed',
      'visit-page: irrelevant',
      'schedule: due again',
    ]);
    expect((await store.queries.explain('http://told.test/list')).map(({ decision }) => decision)).toEqual([
      'new',
    ]);
  });
});
