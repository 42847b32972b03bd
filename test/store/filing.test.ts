/** What one filing costs the store: counted, since under the ledger's lock every statement holds up the whole fleet. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { type FileDeps, fileReport } from '../../src/stages/file-report.ts';
import { STARTING_MS } from '../services.ts';
import { KINDS, type Opened, openKind } from './kinds.ts';

const NONE: Report = { verdict: 'none', score: 0.1, reasons: ['nothing signed'], agreements: [] };

describe.each(KINDS)('filing, %s', (kind) => {
  let opened: Opened;
  let deps: FileDeps;
  beforeAll(async () => {
    opened = await openKind(kind);
    const { ledger } = opened.store;
    deps = { ledger, recognize: () => NONE, watches: () => [], mint: () => 'agr-1' };
  }, STARTING_MS);
  afterAll(() => opened.close());

  const file = (url: string, body: string) =>
    fileReport(
      {
        key: url,
        url,
        sourceId: null,
        article: {
          title: body.slice(0, 12),
          published: '2026-03-04',
          publishedPrecision: 'day',
          publisher: null,
          author: null,
          language: 'zh-Hans',
          body,
          provenance: {},
        },
        page: null,
        visit: null,
      },
      deps,
    );

  const statementsOf = async (work: () => Promise<unknown>) => {
    const before = opened.texts.length;
    await work();
    const sent = opened.texts.slice(before);
    const lock = sent.findIndex((text) => text.includes('pg_advisory'));
    return { beforeLock: lock, underLock: sent.length - lock - 1 };
  };

  it('holds the lock for two statements when an article is new and repeats nothing', async () => {
    const cost = await statementsOf(() =>
      file('http://cost.test/1', '气象台今天发布大风预报，请市民注意防范。'.repeat(5)),
    );
    // looked up, saved, its bands; then: candidates, decisions
    expect(cost).toEqual({ beforeLock: 3, underLock: 2 });
  });

  it('takes the lock before it changes an article that others may know', async () => {
    const cost = await statementsOf(() =>
      file('http://cost.test/1', '全市公园今天起免费开放，市民可预约参观。'.repeat(5)),
    );
    expect(cost.beforeLock).toBe(1);
  });

  it('does not take it for an article that is as it was', async () => {
    const cost = await statementsOf(() =>
      file('http://cost.test/1', '全市公园今天起免费开放，市民可预约参观。'.repeat(5)),
    );
    expect(cost).toEqual({ beforeLock: -1, underLock: 1 });
  });
});
