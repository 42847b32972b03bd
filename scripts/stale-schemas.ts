/** The config schemas on disk against those that the code would write. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaFiles } from '../src/settings/schema.ts';

/** One line for each file of `config/schema/` under `root` that is absent or out of date. */
export function staleSchemas(root: string): string[] {
  return Object.entries(schemaFiles())
    .filter(([name, text]) => {
      try {
        return readFileSync(join(root, 'config', 'schema', name), 'utf8') !== text;
      } catch {
        return true; // absent is stale too
      }
    })
    .map(([name]) => `config/schema/${name} is not what the schemas in src/domain say: run npm run schema`);
}
