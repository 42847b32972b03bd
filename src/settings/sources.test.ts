import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepLastGood, loadConfig } from './config.ts';
import { loadSources } from './sources.ts';
import { describeProblem } from './yaml-file.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pactwire-settings-'));
  mkdirSync(join(dir, 'sources'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFileSync(join(dir, 'sources', name), text);
const good = (id: string, more = '') =>
  `- id: ${id}\n  url: https://${id}.example/\n  region: CN-QH\n  kind: government\n${more}`;

/** Problems as `file:line:column: message`, with the folder left out. */
const problems = () =>
  loadSources(dir).problems.map((problem) => describeProblem(problem).replace(join(dir, 'sources/'), ''));

describe('sources', () => {
  it('fills in every default', () => {
    write('a.yaml', good('qh'));
    expect(loadSources(dir).sources).toEqual([
      {
        id: 'qh',
        name: 'qh',
        urls: ['https://qh.example/'],
        region: 'CN-QH',
        kind: 'government',
        language: null,
        schedule: 'auto',
        timezone: 'Asia/Shanghai',
        render: 'auto',
        pages: 1,
        delayMs: 2_000,
        selectors: {},
        enabled: true,
      },
    ]);
  });

  it('names an unknown key with its place and the nearest known one', () => {
    write('a.yaml', good('qh', '  scedule: auto\n'));
    expect(problems()).toEqual(['a.yaml:5:3: unknown key "scedule": did you mean "schedule"?']);
  });

  it('refuses a wrong type, a bad cron, an unknown zone and a hot loop, each with its place', () => {
    write('a.yaml', good('a', '  pages: many\n'));
    write('b.yaml', good('b', '  schedule: "cron: 99 * * * *"\n'));
    write('c.yaml', good('c', '  timezone: Asia/Shangai\n'));
    write('d.yaml', good('d', '  schedule: every 0s\n'));
    const found = problems();
    expect(found[0]).toMatch(/^a\.yaml:5:10: pages: /);
    expect(found[1]).toMatch(/^b\.yaml:5:13: schedule: bad cron "99 \* \* \* \*"/);
    expect(found[2]).toMatch(/^c\.yaml:5:13: timezone: "Asia\/Shangai" is unknown/);
    expect(found[3]).toMatch(/^d\.yaml:5:13: schedule: the shortest interval/);
  });

  it('refuses a cron that never comes due, and one with a field for years', () => {
    write('a.yaml', good('a', '  schedule: "cron: 0 8 30 2 *"\n'));
    write('b.yaml', good('b', '  schedule: "cron: 0 0 8 1 1 * 2030"\n'));
    const found = problems();
    expect(found[0]).toContain('never comes due');
    expect(found[1]).toContain('bad cron');
  });

  it('refuses a second source with the same id, and says where the first is', () => {
    write('a.yaml', good('same'));
    write('b.yaml', good('other') + good('same'));
    const { sources } = loadSources(dir);
    expect(sources.map(({ id }) => id)).toEqual(['same', 'other']);
    expect(problems()[0]).toMatch(/^b\.yaml:5:7: duplicate id "same": it is used in .*a\.yaml:1/);
  });

  it('passes over a broken file and a bad entry, and keeps their neighbours', () => {
    write('a.yaml', '- id: [broken\n');
    write('b.yaml', `${good('fine')}- id: Bad Id\n  url: ftp://x\n  region: Q\n  kind: shop\n`);
    const { sources } = loadSources(dir);
    expect(sources.map(({ id }) => id)).toEqual(['fine']);
    expect(problems().some((text) => /^a\.yaml:\d+:\d+: /.test(text))).toBe(true);
    expect(problems().filter((text) => text.startsWith('b.yaml:'))).toHaveLength(4);
  });

  it('refuses an alias bomb quickly', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x,x]',
      ...'bcdefghij'
        .split('')
        .map((c, i) => `${c}: &${c} [${Array(10).fill(`*${'abcdefghij'[i]}`).join(',')}]`),
    ];
    write('a.yaml', bomb.join('\n'));
    expect(problems()[0]).toContain('alias');
  });

  it('takes the zone of a country that has one, and UTC where there are several', () => {
    write(
      'a.yaml',
      good('a').replace('CN-QH', 'IN') +
        good('b').replace('CN-QH', 'AU-NSW') +
        good('c').replace('CN-QH', 'HK'),
    );
    const zones = loadSources(dir).sources.map(({ timezone }) => timezone);
    expect(zones[0]).toMatch(/^Asia\/(Kolkata|Calcutta)$/);
    expect(zones.slice(1)).toEqual(['UTC', 'Asia/Shanghai']);
  });
});

describe('config', () => {
  it('keeps the last good form of an entry that turned bad, and takes new ones in', () => {
    write('a.yaml', good('old'));
    const before = loadConfig(dir);
    write('a.yaml', good('old', '  pages: none\n') + good('new'));
    const after = keepLastGood(before, loadConfig(dir));
    expect(after.sources.map(({ id }) => id).sort()).toEqual(['new', 'old']);
  });

  it('keeps budget and moves when the file of the fleet turned bad', () => {
    write('a.yaml', good('one'));
    writeFileSync(join(dir, 'fleet.yaml'), 'budget: 900\n');
    const before = loadConfig(dir);
    writeFileSync(join(dir, 'fleet.yaml'), 'budget: many\n');
    expect(keepLastGood(before, loadConfig(dir)).budget).toBe(900);
    writeFileSync(join(dir, 'fleet.yaml'), '{}\n');
    expect(keepLastGood(before, loadConfig(dir)).budget).toBeNull();
  });

  it('drops a source that was taken out of a config without faults', () => {
    write('a.yaml', good('old') + good('kept'));
    const before = loadConfig(dir);
    write('a.yaml', good('kept'));
    expect(keepLastGood(before, loadConfig(dir)).sources.map(({ id }) => id)).toEqual(['kept']);
  });

  it('says what to do when there is no sources folder', () => {
    expect(() => loadConfig(join(dir, 'nowhere'))).toThrow(/no folder .*sources: make it/);
  });
});
