/** Plants what the house forbids in a small tree with the house's own rules, and shows that each is found. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schemaFiles } from '../src/settings/schema.ts';
import { strangeNames } from './names.ts';
import { staleSchemas } from './stale-schemas.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What is planted: path, line, and the rule that must speak. */
const FORBIDDEN: [path: string, line: string, rule: string][] = [
  ['src/domain/circle-a.ts', "import { x as y } from './circle-b.ts';", 'noImportCycles'],
  ['src/domain/circle-b.ts', "import { x as y } from './circle-a.ts';", 'noImportCycles'],
  ['src/domain/upward.ts', "import { y } from '../dates/zones.ts';", 'noRestrictedImports'],
  ['src/dates/upward.ts', "import { y } from '../extract/read-title.ts';", 'noRestrictedImports'],
  ['src/dates/beside.ts', "import { y } from '../markup/text.ts';", 'noRestrictedImports'],
  ['src/listing/beside.ts', "import { y } from '../extract/read-title.ts';", 'noRestrictedImports'],
  ['src/recognize/by-type.ts', "import type { y } from '../ledger/unit.ts';", 'noRestrictedImports'],
  ['src/recognize/sides/deep.ts', "import { y } from '../../ledger/unit.ts';", 'noRestrictedImports'],
  ['src/recognize/passed-on.ts', "export { y } from '../ledger/unit.ts';", 'noRestrictedImports'],
  ['src/recognize/late.ts', "const y = await import('../ledger/unit.ts');", 'noRestrictedImports'],
  ['src/recognize/disk.ts', "import { readFileSync as y } from 'node:fs';", 'noRestrictedImports'],
  ['src/recognize/old-disk.ts', "import { readFileSync as y } from 'fs';", 'noRestrictedImports'],
  [
    'src/recognize/waiting.ts',
    "import { setTimeout as y } from 'node:timers/promises';",
    'noRestrictedImports',
  ],
  ['src/recognize/database.ts', "import y from 'pg';", 'noRestrictedImports'],
  ['src/recognize/net.ts', 'const y = fetch;', 'noRestrictedGlobals'],
  ['src/stages/adapter.ts', "import { y } from '../adapters/postgres/open.ts';", 'noRestrictedImports'],
  ['src/stages/queue.ts', "import { y } from '../../queues/visits.ts';", 'noRestrictedImports'],
  ['queues/stage.ts', "import { y } from '../src/stages/answer.ts';", 'noRestrictedImports'],
  ['src/adapters/postgres/other.ts', "import { y } from '../redis/connect.ts';", 'noRestrictedImports'],
  ['src/adapters/files/room.ts', "import { y } from '../../decode/decode.ts';", 'noRestrictedImports'],
  ['src/commands/adapter.ts', "import { y } from '../adapters/postgres/open.ts';", 'noRestrictedImports'],
  ['src/deliver/upward.ts', "import { y } from '../web/layout.ts';", 'noRestrictedImports'],
  ['src/main/crawlee.ts', "import { HttpCrawler as y } from 'crawlee';", 'noRestrictedImports'],
  ['src/main/crawlee-part.ts', "import { BasicCrawler as y } from '@crawlee/basic';", 'noRestrictedImports'],
  ['src/web/browser.ts', "import { chromium as y } from 'playwright';", 'noRestrictedImports'],
  ['src/main/environment.ts', 'const y = process.env.HOME;', 'noProcessEnv'],
  ['src/commands/environment.ts', "import { env as y } from 'node:process';", 'noRestrictedImports'],
  ['src/web/environment.ts', 'const y = globalThis.process.env.HOME;', 'noProcessEnv'],
  ['src/settings/environs.ts', 'const y = process.env.HOME;', 'noProcessEnv'],
];

/** What the house allows, so that a rule that refuses everything is no proof. */
const ALLOWED: [path: string, line: string][] = [
  ['src/recognize/sides/good.ts', "import { y } from '../../wording/money.ts';"],
  ['src/recognize/good.ts', "import { y } from '../wording/money.ts';"],
  ['src/stages/good.ts', "import { y } from '../recognize/recognize.ts';"],
  ['src/settings/environment.ts', 'const y = process.env.HOME;'],
  ['src/adapters/crawlee/good.ts', "import { HttpCrawler as y } from 'crawlee';"],
  ['queues/good.ts', "import { y } from '../src/domain/link.ts';"],
];

interface Spoken {
  diagnostics: { category: string; severity: string; location: { path: string } }[];
}

let folder = '';
/** Path to the lint rules that spoke up with an error. */
const spoken = new Map<string, string[]>();

function plant(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pactwire-check-'));
  copyFileSync(join(root, 'biome.json'), join(folder, 'biome.json'));
  plant('.gitignore', 'node_modules/\n');
  for (const [path, line] of [...FORBIDDEN, ...ALLOWED]) {
    plant(
      path,
      /^export|\btype\b/.test(line) ? `${line}\nexport const x = 1;\n` : `${line}\n\nexport const x = y;\n`,
    );
  }
  const biome = join(root, 'node_modules', '.bin', 'biome');
  const { stdout } = spawnSync(biome, ['lint', '--reporter=json', '--max-diagnostics=none', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  for (const { category, severity, location } of (JSON.parse(stdout) as Spoken).diagnostics) {
    const rules = spoken.get(location.path) ?? [];
    if (severity === 'error') spoken.set(location.path, [...rules, category.split('/').at(-1) ?? '']);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the import rules', () => {
  it.each(FORBIDDEN)('find %s: %s', (path, _line, rule) => {
    expect(spoken.get(path) ?? []).toContain(rule);
  });

  it.each(ALLOWED)('let %s pass: %s', (path) => {
    const refused = (spoken.get(path) ?? []).filter((rule) => /^noRestricted|^noProcess/.test(rule));
    expect(refused).toEqual([]);
  });
});

describe('names', () => {
  it('finds barrels, drawers and rooms without a rule, and nothing in the house as it is', () => {
    expect(strangeNames(root)).toEqual([]);
    plant('src/dates/index.ts', 'export const x = 1;\n');
    plant('src/listing/utils/x.ts', 'export const x = 1;\n');
    plant('src/web/helpers.ts', 'export const x = 1;\n');
    plant('src/attic/x.ts', 'export const x = 1;\n');
    plant('src/adapters/attic/x.ts', 'export const x = 1;\n');
    expect(
      strangeNames(folder)
        .map((text) => text.split(':')[0])
        .sort(),
    ).toEqual([
      'src/adapters/attic',
      'src/attic',
      'src/dates/index.ts',
      'src/listing/utils',
      'src/web/helpers.ts',
    ]);
  });
});

describe('config schemas', () => {
  it('are those of the code here, and a stale or absent one is named', () => {
    expect(staleSchemas(root)).toEqual([]);
    for (const [name, text] of Object.entries(schemaFiles())) plant(`config/schema/${name}`, text);
    expect(staleSchemas(folder)).toEqual([]);
    plant('config/schema/alerts.json', '{}\n');
    rmSync(join(folder, 'config', 'schema', 'sources.json'));
    expect(
      staleSchemas(folder)
        .map((text) => text.split(' ')[0])
        .sort(),
    ).toEqual(['config/schema/alerts.json', 'config/schema/sources.json']);
  });
});
