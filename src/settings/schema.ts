/** JSON Schema of the config files, generated from the zod schemas so that editors complete and check. */
import { z } from 'zod';
import { SourceEntry } from '../domain/source.ts';
import { Watch } from '../domain/watch.ts';

/** File name under `config/schema/` to its text. `npm run check` compares them with what is on disk. */
export function schemaFiles(): Record<string, string> {
  const text = (title: string, item: z.ZodType) =>
    `${JSON.stringify({ title, ...z.toJSONSchema(z.array(item), { io: 'input' }) }, null, 2)}\n`;
  return {
    'sources.json': text('Pactwire sources', SourceEntry),
    'alerts.json': text('Pactwire alerts', Watch),
  };
}
