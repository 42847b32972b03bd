/** `config/fleet.yaml`: what holds for all sources together. An absent file means the defaults. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { HostMove } from '../domain/source.ts';
import { type Problem, readYaml, zodProblems } from './yaml-file.ts';

const Place = z
  .string()
  .regex(
    /^[^\s:/?#]+(\/[^\s?#]*)?$/,
    'write a host, or a host and the beginning of a path, without http://: old.example.cn or example.cn/m/',
  )
  .describe('A host, or a host and the beginning of a path: old.example.cn, example.cn/m/.');

export const FleetSettings = z.strictObject({
  budget: z
    .number()
    .positive()
    .optional()
    .describe('Visits a day of all listings with schedule auto together; without it 8 for each.'),
  moves: z
    .array(z.strictObject({ from: Place, to: Place }))
    .optional()
    .describe('Hosts that moved: an article at the old address and at the new one is one article.'),
});

export interface LoadedFleet {
  /** Visits a day; null: the default for each listing. */
  budget: number | null;
  moves: HostMove[];
  problems: Problem[];
}

export const FLEET_FILE = 'fleet.yaml';

const DEFAULTS = { budget: null, moves: [] };

export function loadFleet(configDir: string): LoadedFleet {
  const file = join(configDir, FLEET_FILE);
  if (!existsSync(file)) return { ...DEFAULTS, problems: [] };
  const yaml = readYaml(file, readFileSync(file, 'utf8'));
  if (yaml.problems.length > 0) return { ...DEFAULTS, problems: yaml.problems };
  const parsed = FleetSettings.safeParse(yaml.value ?? {});
  if (parsed.success) {
    const { budget, moves } = parsed.data;
    return { budget: budget ?? null, moves: moves ?? [], problems: [] };
  }
  const known = Object.keys(FleetSettings.shape);
  return { ...DEFAULTS, problems: zodProblems(yaml, parsed.error, { path: [], known }) };
}
