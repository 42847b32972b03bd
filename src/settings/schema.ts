/** JSON Schema of the config files, generated from the zod schemas so that editors complete and check. */
import { z } from 'zod';
import { SourceEntry } from '../domain/source.ts';
import { Watch } from '../domain/watch.ts';
import { FleetSettings } from './fleet.ts';

/** File name under `config/schema/` to its text. `npm run check` compares them with what is on disk. */
export function schemaFiles(): Record<string, string> {
  const text = (title: string, schema: z.ZodType) =>
    `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: 'input' }) }, null, 2)}\n`;
  return {
    'sources.json': text('Pactwire sources', z.array(SourceEntry)),
    'fleet.json': text('Pactwire fleet', FleetSettings),
    'alerts.json': text('Pactwire alerts', z.array(Watch)),
  };
}
