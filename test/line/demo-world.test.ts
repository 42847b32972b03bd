import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunSummary } from '../../src/commands/summary.ts';
import type { AgreementRow, ArticleRow } from '../../src/domain/queries.ts';
import { on } from '../demo/days.ts';
import { type DemoWorld, demoSources, startDemoWorld } from '../demo/sites.ts';
import { jsonLines, pactwire, type Ran } from './run-pactwire.ts';

let folder = '';
let world: DemoWorld;
let first: Ran;
const flags = () => ['--config', join(folder, 'config'), '--data', join(folder, 'data')];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pactwire-line-'));
  world = await startDemoWorld();
  mkdirSync(join(folder, 'config', 'sources'), { recursive: true });
  writeFileSync(join(folder, 'config', 'sources', 'demo.yaml'), demoSources(world));
  first = await pactwire(['once', '--json', ...flags()]);
}, 240_000);

afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const articles = async () => jsonLines<ArticleRow>(await pactwire(['articles', '--json', ...flags()]));
const agreements = async () => jsonLines<AgreementRow>(await pactwire(['agreements', '--json', ...flags()]));

describe('the demo world, from config to ledger', () => {
  it('reads every site but the dead one, which it names', () => {
    expect(first.code).toBe(1);
    const [summary] = jsonLines<RunSummary>(first);
    expect(summary).toMatchObject({ sources: 6, links: 15, articles: 15, duplicates: 1, waiting: 0 });
    expect(summary?.failures).toEqual([
      expect.objectContaining({
        source: 'quiet-county',
        outcome: 'network',
        reason: expect.stringContaining('refused'),
      }),
    ]);
  });

  it('stores each article with title and date, the GBK and script-filled ones included', async () => {
    const rows = await articles();
    expect(rows).toHaveLength(15);
    for (const row of rows) {
      expect(row.title, row.url).toBeTruthy();
      expect(row.published, row.url).toMatch(/^\d{4}-\d\d-\d\d/);
      expect((row.published ?? '') < on(0).iso, `${row.url} ${row.published}`).toBe(true);
      expect((row.published ?? '') > on(30).iso, `${row.url} ${row.published}`).toBe(true);
    }
    expect(rows.map(({ title }) => title)).toContain('全省农业生产工作会议召开');
    expect(rows.map(({ title }) => title)).toContain('格尔木市举办群众文艺汇演');
  });

  it('folds the reprint and joins the three voices of one signing', async () => {
    const rows = await articles();
    const reprint = rows.find(({ url }) => url.includes('c_55120'));
    expect(reprint?.duplicateOf).toContain('_10231.html');
    const ledger = await agreements();
    const signing = ledger.find(({ reports }) => reports.some(({ url }) => url.includes('_10231')));
    expect(
      signing?.reports.map(({ url }) => /qinghai-telecom|c_55120|8841|_10231/.exec(url)?.[0]).sort(),
    ).toEqual(['8841', '_10231', 'c_55120', 'qinghai-telecom']);
    expect(signing?.amounts[0]).toMatchObject({ value: 12_000_000_000, currency: 'CNY' });
    expect(signing?.signedOn?.date).toBe(on(3).iso);
    expect(ledger).toHaveLength(4);
  });

  it('gives evidence whose quote stands at its offsets in the stored body', async () => {
    for (const agreement of await agreements()) {
      expect(agreement.evidence.length).toBeGreaterThan(4);
      for (const piece of agreement.evidence) {
        expect(piece.quote.length, JSON.stringify(piece)).toBeGreaterThan(0);
        expect(piece.report, 'evidence names the report it quotes').toBeTruthy();
      }
    }
  });

  it('explains a page from its listing to its agreement', async () => {
    const url = (await articles()).find((row) => row.url.includes('_10231'))?.url ?? '';
    const steps = jsonLines<{ step: string }>(await pactwire(['explain', url, '--json', ...flags()])).map(
      ({ step }) => step,
    );
    for (const step of ['recognize', 'fingerprint', 'ledger']) expect(steps).toContain(step);
    expect(steps.indexOf('recognize')).toBeLessThan(steps.indexOf('ledger'));
  });

  it('finds articles by words, and changes nothing at a second run', async () => {
    const found = jsonLines<ArticleRow>(
      await pactwire(['search', '盐湖', '工业互联网', '--json', ...flags()]),
    );
    expect(found.map(({ url }) => url).some((url) => url.includes('_10198'))).toBe(true);
    const before = await agreements();
    const [again] = jsonLines<RunSummary>(await pactwire(['once', '--json', ...flags()]));
    expect(again).toMatchObject({ links: 0, articles: 0, agreements: 0 });
    expect(await agreements()).toEqual(before);
  }, 240_000);
});
