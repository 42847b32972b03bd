/**
 * `npm run check`: types, lint with import rules and cycles, format, and config schemas up to date.
 * Runs all of them, so that one run shows everything that is wrong.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { schemaFiles } from '../src/settings/schema.ts';
import { strangeNames } from './names.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

function tool(name: string, ...args: string[]): boolean {
  const { status } = spawnSync(`${root}node_modules/.bin/${name}`, args, { cwd: root, stdio: 'inherit' });
  return status === 0;
}

function staleSchemas(): string[] {
  return Object.entries(schemaFiles())
    .filter(([name, text]) => {
      try {
        return readFileSync(`${root}config/schema/${name}`, 'utf8') !== text;
      } catch {
        return true; // absent is stale too
      }
    })
    .map(([name]) => `config/schema/${name} is not what the schemas in src/domain say: run npm run schema`);
}

const complaints = [...staleSchemas(), ...strangeNames(root)];
for (const text of complaints) console.error(text);
const types = tool('tsc');
const lint = tool('biome', 'check', '--error-on-warnings', '.');
process.exitCode = types && lint && complaints.length === 0 ? 0 : 1;
