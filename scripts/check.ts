/**
 * `npm run check`: types, lint with import rules and cycles, format, and config schemas up to date.
 * Runs all of them, so that one run shows everything that is wrong.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { strangeNames } from './names.ts';
import { staleSchemas } from './stale-schemas.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

function tool(name: string, ...args: string[]): boolean {
  const { status } = spawnSync(`${root}node_modules/.bin/${name}`, args, { cwd: root, stdio: 'inherit' });
  return status === 0;
}

const complaints = [...staleSchemas(root), ...strangeNames(root)];
for (const text of complaints) console.error(text);
const types = tool('tsc');
const lint = tool('biome', 'check', '--error-on-warnings', '.');
process.exitCode = types && lint && complaints.length === 0 ? 0 : 1;
