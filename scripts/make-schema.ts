/** Writes `config/schema/*.json` from the zod schemas. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { schemaFiles } from '../src/settings/schema.ts';

const folder = fileURLToPath(new URL('../config/schema/', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(schemaFiles())) writeFileSync(`${folder}${name}`, text);
