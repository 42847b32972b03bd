import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenStore } from '../../src/adapters/postgres/open.ts';
import type { Agreement } from '../../src/domain/agreement.ts';
import type { PageJob } from '../../src/domain/frontier.ts';
import type { GroupRow, LedgerTx } from '../../src/domain/ledger-store.ts';
import { STARTING_MS } from '../services.ts';
import { article, KINDS, links, type Opened, openKind, page, visit } from './kinds.ts';

const FACTS: Agreement = {
  governments: [{ name: '青海省人民政府', region: 'CN-QH', city: null }],
  companies: [{ name: '中国电信集团公司', canonical: 'China Telecom' }],
  document: '合作框架协议',
  status: 'signed',
  signedOn: { date: '2016-07-08', precision: 'day' },
  place: '西宁',
  amounts: [],
  period: null,
  topics: ['cloud', '5G'],
  conflicts: [],
  evidence: [],
};

function group(key: string, ids: string[], more: Partial<GroupRow> = {}): GroupRow {
  const members = ids.map((id) => ({ id, index: 0 }));
  return {
    key,
    aliases: [],
    minted: null,
    facts: FACTS,
    lead: ids[0] ?? '',
    members,
    voices: ids.length,
    ...more,
  };
}

describe.each(KINDS)('the ledger, %s', (kind) => {
  let opened: Opened;
  let store: OpenStore;
  beforeAll(async () => {
    opened = await openKind(kind);
    store = opened.store;
  }, STARTING_MS);
  afterAll(() => opened.close());
  const file = <T>(work: (tx: LedgerTx) => Promise<T>) =>
    store.ledger.file(async (tx) => {
      await tx.lock();
      return work(tx);
    });

  it('keeps all of a filing or nothing', async () => {
    await visit(store, { atomic: links('atomic.test', 1) });
    const [job] = (await store.frontier.claimPages({
      limit: 1,
      perHost: 1,
      leaseMs: 60_000,
      aheadMs: 0,
      apartMs: 0,
      feeder: 'f',
    })) as [PageJob];
    const end = { outcome: 'new' as const, reason: 'filed', dueAt: null, state: 'done' as const };
    const filing = file(async (tx) => {
      await tx.saveArticle(article(job.key));
      await tx.finishPage(job, end);
      throw new Error('in the middle');
    });
    await expect(filing).rejects.toThrow('in the middle');
    expect(await store.queries.article(job.key)).toBeNull();
    const { id } = await file(async (tx) => {
      const saved = await tx.saveArticle(article(job.key));
      expect(await tx.finishPage(job, end)).toBe(true);
      return saved;
    });
    await store.frontier.decide([]);
    expect(await store.queries.article(job.key)).toMatchObject({ id, verdict: 'agreement' });
    expect((await store.queries.explain(job.key)).map(({ decision }) => decision)).toEqual(['found', 'new']);
  });

  it('refuses to look at what other filings wrote without the lock', async () => {
    const looking: ((tx: LedgerTx) => Promise<unknown>)[] = [
      (tx) => tx.copyCandidates(['a'], 1),
      (tx) => tx.copiesOf(1),
      (tx) => tx.setDuplicateOf([], null),
      (tx) => tx.reportsByBlocks(['a'], 1),
      (tx) => tx.groupsOf([]),
      (tx) => tx.rulings([]),
      (tx) => tx.saveGroups([], []),
    ];
    for (const look of looking) await expect(store.ledger.file(look)).rejects.toThrow('lock must be taken');
  });

  it('files one at a time, from however many processes', async () => {
    const stores = [store, await opened.again(), await opened.again()];
    let inside = 0;
    let most = 0;
    const filings = Array.from({ length: 9 }, (_, i) =>
      stores[i % 3]?.ledger.file(async (tx) => {
        await tx.saveArticle(article(`http://serial.test/${i}`));
        await tx.lock();
        inside += 1;
        most = Math.max(most, inside);
        await tx.articleByKey('http://serial.test/0');
        await tx.copyCandidates(['b'], 1);
        inside -= 1;
      }),
    );
    await Promise.all(filings);
    expect(most).toBe(1);
  });

  it('replaces what an article says and keeps when it was first seen; takes any character', async () => {
    const key = `http://again.test/${'long/'.repeat(2_000)}`;
    const first = await file((tx) => tx.saveArticle(article(key)));
    const before = await store.queries.article(key);
    const odd = article(key);
    odd.article.body = 'a\0b \uD800 c';
    odd.report = { ...odd.report, verdict: 'none', reasons: ['nul \0'] };
    expect(first.fresh).toBe(true);
    expect(await file((tx) => tx.saveArticle(odd))).toEqual({ id: first.id, fresh: false });
    const after = await store.queries.article(key);
    expect(after).toMatchObject({ body: 'a\uFFFDb \uFFFD c', verdict: 'none', firstSeen: before?.firstSeen });
  });

  it('gives back the bytes of a page as they were, until they are old', async () => {
    const text = `<html>${'青海省 '.repeat(2_000)}</html>`;
    const none = { verdict: 'none' as const, score: 0, reasons: [], agreements: [] };
    await file(async (tx) => {
      await tx.saveArticle(article('http://kept.test/1', { page: page(text) }));
      await tx.saveArticle(article('http://kept.test/2', { page: page(text), report: none }));
    });
    await store.keepRefused('http://kept.test/3', page('<blocked>'));
    await store.keepRefused('http://kept.test/1', page('<blocked>'));
    expect(await store.page('http://kept.test/1')).toEqual(page(text));
    expect(await store.purge()).toBe(0);
    expect(await store.purge({ articleDays: 0, refusedDays: 0 })).toBe(2);
    expect(await store.page('http://kept.test/2')).toBeNull();
    expect((await store.page('http://kept.test/1'))?.bytes).toHaveLength(page(text).bytes.length);
  });

  it('forgets the decisions about what led to nothing, and keeps the others', async () => {
    const told = ['http://signed.test/1', 'http://idle.test/1', 'http://moved.test/old'];
    await visit(store, { moved: links('moved.test', 1) });
    await file(async (tx) => {
      await tx.saveArticle(article('http://signed.test/1'));
      const none = { verdict: 'none' as const, score: 0, reasons: [], agreements: [] };
      await tx.saveArticle(article('http://idle.test/1', { report: none }));
      // Read under another address than the link's.
      await tx.saveArticle(article('http://moved.test/new'));
      const job = { key: 'http://moved.test/0', turn: 1, host: 'moved.test', sourceId: 'moved' };
      await tx.finishPage(job, { outcome: 'new', reason: '', dueAt: null, state: 'done' });
    });
    const decision = { step: 'politeness', decision: 'allowed', reason: '' };
    await store.frontier.decide([...told, 'http://moved.test/0'].map((key) => ({ ...decision, key })));
    await store.purge({ decisionDays: 1 });
    const left = async (key: string) =>
      (await store.queries.explain(key)).filter(({ step }) => step === 'politeness').length;
    expect(await left('http://idle.test/1')).toBe(1);
    await store.purge({ decisionDays: 0 });
    expect(await left('http://idle.test/1')).toBe(0);
    expect(await left('http://moved.test/old')).toBe(0);
    expect(await left('http://signed.test/1')).toBe(1);
    expect(await left('http://moved.test/0')).toBe(1);
  });

  it('finds articles that share a band, and the members of a copy group', async () => {
    const ids = await file(async (tx) => {
      const saved: number[] = [];
      for (const [i, bands] of [['x', 'y'], ['y', 'z'], ['w'], ['y']].entries())
        saved.push((await tx.saveArticle(article(`http://band.test/${i}`, { bands }))).id);
      return saved;
    });
    await file(async (tx) => {
      const found = async (bands: string[], limit: number) =>
        (await tx.copyCandidates(bands, limit)).map(({ id }) => ids.indexOf(id));
      expect(await found(['y'], 9)).toEqual([0, 1, 3]);
      expect(await found(['x', 'z', 'w'], 2)).toEqual([1, 2]);
      expect(await found(['x', 'y'], 1)).toEqual([0]);
      await tx.saveArticle(article('http://band.test/3', { bands: ['v'] }));
      expect(await found(['y'], 9)).toEqual([0, 1]);
      await tx.setDuplicateOf([ids[1] ?? 0, ids[2] ?? 0], ids[0] ?? 0);
      await tx.setDuplicateOf([ids[2] ?? 0], null);
      expect((await tx.copiesOf(ids[0] ?? 0)).map(({ id }) => ids.indexOf(id))).toEqual([0, 1]);
    });
    const rows = await store.queries.articles({});
    expect(rows.find(({ url }) => url === 'http://band.test/1')?.duplicateOf).toBe('http://band.test/0');
  });

  it('finds reports by the blocks they share', async () => {
    const agreements = [FACTS];
    const keys = ['http://block.test/0', 'http://block.test/1'];
    await file(async (tx) => {
      for (const key of keys) {
        const report = { verdict: 'agreement' as const, score: 1, reasons: [], agreements };
        const { id } = await tx.saveArticle(article(key, { report, sourceId: null }));
        await tx.setBlocks(id, ['b1', key]);
        await tx.setBlocks(id, ['b1', 'b2']);
      }
      const found = await tx.reportsByBlocks(['b1', 'b2'], 10);
      expect(found.map(({ id }) => id)).toEqual(keys);
      expect(found[0]).toMatchObject({ agreements, verdict: 'agreement', copyOf: null, source: null });
      expect(await tx.reportsByBlocks(['b1'], 1)).toHaveLength(1);
      expect(await tx.reportsByBlocks(keys, 9)).toEqual([]);
    });
  });

  it('keeps agreements, the order of their keys, and every key that led to them', async () => {
    const [a, b, c] = ['http://group.test/a', 'http://group.test/b', 'http://group.test/c'];
    await file(async (tx) => {
      for (const key of [a, b, c]) await tx.saveArticle(article(key));
      await tx.saveGroups([], [group('agr-1', [a]), group('agr-2', [b])]);
    });
    const before = await file((tx) => tx.groupsOf([a, b, c]));
    expect(before.map(({ key }) => key)).toEqual(['agr-1', 'agr-2']);
    expect(before[0]?.minted).toBeLessThan(before[1]?.minted ?? 0);
    await file((tx) =>
      tx.saveGroups(['agr-1', 'agr-2'], [group('agr-1', [a, b, c], { aliases: ['agr-2'] })]),
    );
    expect(await file((tx) => tx.groupsOf([c]))).toEqual([
      group('agr-1', [a, b, c], { aliases: ['agr-2'], minted: before[0]?.minted ?? null }),
    ]);
    expect(await store.queries.agreement('agr-2')).toMatchObject({
      key: 'agr-1',
      aliases: ['agr-2'],
      voices: 3,
    });
    await file((tx) => tx.saveGroups(['agr-1'], [group('agr-1', [a]), group('agr-3', [b, c])]));
    expect((await file((tx) => tx.groupsOf([a, b]))).map(({ key }) => key)).toEqual(['agr-1', 'agr-3']);
    const row = (await store.queries.agreements({})).find(({ key }) => key === 'agr-3');
    expect(row).toEqual({
      ...FACTS,
      key: 'agr-3',
      reports: [b, c].map((url) => ({ url, title: `about ${url}`, published: '2026-11-01', source: null })),
    });
    expect(Object.keys(row ?? {}).slice(0, 3)).toEqual(['governments', 'companies', 'document']);
  });

  it('answers by word, region, company and topic', async () => {
    const key = 'http://asked.test/1';
    await file(async (tx) => {
      const saved = article(key, { searchText: '宁夏 智慧 城市' });
      await tx.saveArticle({ ...saved, article: { ...saved.article, title: 'Ningxia 100%_smart' } });
      const facts = {
        ...FACTS,
        governments: [{ name: '宁夏', region: 'CN-NX', city: null }],
        topics: ['smart city'],
      };
      await tx.saveGroups([], [group('agr-asked', [key], { facts })]);
    });
    const keys = async (filter: object) =>
      (await store.queries.agreements(filter))
        .map(({ key: found }) => found)
        .filter((found) => found === 'agr-asked');
    const found = ['agr-asked'];
    expect(await keys({ region: 'CN-NX', company: 'china telecom', topic: 'Smart City' })).toEqual(found);
    expect(await keys({ region: 'CN' })).toEqual(found);
    expect(await keys({ region: 'CN-N' })).toEqual([]);
    expect(await keys({ company: 'Huawei' })).toEqual([]);
    expect(await keys({ query: '宁夏 城市' })).toEqual(found);
    expect(await keys({ query: '宁夏 农村' })).toEqual([]);
    const urls = async (query: string) => (await store.queries.articles({ query })).map(({ url }) => url);
    expect(await urls('智慧')).toEqual([key]);
    expect(await urls('100%_sm')).toEqual([key]);
    expect(await urls('100__sm')).toEqual([]);
    expect(await store.queries.articles({ query: '智慧', verdict: 'none' })).toEqual([]);
    expect((await store.queries.articles({ query: '智慧' }))[0]).toMatchObject({
      agreement: 'agr-asked',
      agreements: ['agr-asked'],
    });
  });

  it('remembers the last ruling on a pair', async () => {
    const a = { id: 'http://ruled.test/b', index: 1 };
    const b = { id: 'http://ruled.test/a', index: 0 };
    await store.ledger.addRuling({ kind: 'join', a, b });
    await store.ledger.addRuling({ kind: 'split', a: b, b: a });
    expect(await file((tx) => tx.rulings([a.id]))).toEqual([{ kind: 'split', a: b, b: a }]);
    expect(await file((tx) => tx.rulings(['http://ruled.test/c']))).toEqual([]);
  });

  it('owes each change to each subscriber once', async () => {
    const owed = { agreement: 'agr-told', change: 'opened', subscriber: 'watch', payload: { b: 1, a: 2 } };
    await file((tx) => tx.tell([owed, { ...owed, subscriber: 'other' }]));
    await file((tx) => tx.tell([owed]));
    const jobs = await store.outbox.claim({ limit: 9, leaseMs: 60_000 });
    expect(jobs).toHaveLength(2);
    expect(await store.outbox.claim({ limit: 9, leaseMs: 60_000 })).toEqual([]);
    const [first, second] = jobs as [{ id: number }, { id: number }];
    const begun = await store.outbox.begin(first, 60_000);
    expect(begun).toMatchObject({ ...owed, id: first.id, tries: 0 });
    expect(JSON.stringify(begun?.payload)).toBe('{"b":1,"a":2}');
    await store.outbox.finish(first, { state: 'told', reason: 'status 200', dueAt: null });
    expect(await store.outbox.begin(first, 60_000)).toBeNull();
    await store.outbox.finish(second, { state: 'retry', reason: 'status 500', dueAt: new Date(0) });
    expect(await store.outbox.begin(second, 60_000)).toMatchObject({ tries: 1 });
    await store.outbox.finish(second, { state: 'retry', reason: 'status 500', dueAt: new Date(0) });
    expect(await store.outbox.claim({ limit: 9, leaseMs: 0 })).toEqual([second]);
    await store.outbox.finish(second, { state: 'failed', reason: 'gave up', dueAt: null });
    expect(await store.outbox.claim({ limit: 9, leaseMs: 0 })).toEqual([]);
  });

  it('counts a run by what ended in it', async () => {
    await visit(store, { before: links('before.test', 1) });
    const since = await store.queries.now();
    await visit(store, { ran: links('ran.test', 3) });
    const jobs = (await store.frontier.claimPages({
      limit: 9,
      perHost: 9,
      leaseMs: 60_000,
      aheadMs: 0,
      apartMs: 0,
      feeder: 'f',
    })) as PageJob[];
    const [good, bad] = jobs as [PageJob, PageJob];
    await file(async (tx) => {
      await tx.saveArticle(article(good.key, { sourceId: 'ran' }));
      await tx.saveGroups([], [group('agr-ran', [good.key])]);
      await tx.finishPage(good, { outcome: 'new', reason: '', dueAt: null, state: 'done' });
    });
    await store.frontier.finishPage(bad, {
      outcome: 'blocked',
      reason: 'wall x',
      dueAt: null,
      state: 'done',
    });
    expect(await store.queries.run(since)).toEqual({
      sources: 1,
      links: 3,
      pages: 2,
      articles: 1,
      duplicates: 0,
      agreements: 1,
      outcomes: { new: 2, blocked: 1 },
      failures: [{ source: 'ran', url: bad.key, outcome: 'blocked', reason: 'wall x' }],
    });
    const ran = (await store.queries.sources()).find(({ id }) => id === 'ran');
    expect(ran).toMatchObject({ articles: 1, agreements: 1, lastOutcome: 'new', region: 'CN-QH' });
  });
});
