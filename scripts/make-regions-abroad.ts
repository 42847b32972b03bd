/**
 * Writes config/lexicon/regions-abroad-table.yaml: the ISO 3166-2 divisions outside China that regions-abroad.yaml does
 * not name itself.
 *
 * Source: the package iso-3166 (a development dependency). Run it again when that package or regions-abroad.yaml
 * changes: `node scripts/make-regions-abroad.ts`. Only first divisions and the ones right below them are in the
 * standard; spellings other than the standard's, and cities, belong into regions-abroad.yaml.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { iso31662 } from 'iso-3166';
import { parse } from 'yaml';
import { AbroadFile } from '../src/domain/lexicon.ts';

const folder = new URL('../config/lexicon/', import.meta.url);
const own = AbroadFile.parse(parse(readFileSync(new URL('regions-abroad.yaml', folder), 'utf8')));
const named = new Set(own.countries.flatMap(({ regions }) => Object.keys(regions)));

/** China's divisions, also under their second code (CN-TW and TW): they stand in a table of their own. */
const LEFT_OUT = /^CN-|^TW-|^HK-|^MO-/;

const countries = new Map<string, string[]>();
for (const { code, name } of iso31662) {
  if (named.has(code) || LEFT_OUT.test(code) || !/^\p{Lu}\p{L}/u.test(name) || /[;"]/.test(name)) continue;
  const [country = '', division = ''] = code.split('-');
  const rows = countries.get(country) ?? [];
  // "Durham, County" is Durham.
  rows.push(`${division} ${name.replaceAll('’', "'").replace(/, .*$/, '')}`);
  countries.set(country, rows);
}
const target = fileURLToPath(new URL('regions-abroad-table.yaml', folder));
const lines = [...countries]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([code, rows]) => `"${code}": "${rows.sort().join('; ')}"`);
writeFileSync(
  target,
  `# ISO 3166-2 divisions outside China that regions-abroad.yaml does not name. Written by scripts/make-regions-abroad.ts;
# not edited by hand. Read only with a unit or an office beside them: Jujuy Province, the government of Umbria.
${lines.join('\n')}
`,
);
console.log(`${lines.length} countries in ${target}`);
