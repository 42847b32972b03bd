/** `config/fleet.yaml`: the budget of the fleet. An absent file means the defaults. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Problem, readYaml, zodProblems } from './yaml-file.ts';

export const FleetSettings = z.strictObject({
  budget: z
    .number()
    .positive()
    .optional()
    .describe('Visits a day of all listings with schedule auto together; without it 8 for each.'),
});

export interface LoadedFleet {
  /** Visits a day; null: the default for each listing. */
  budget: number | null;
  problems: Problem[];
}

export function loadFleet(configDir: string): LoadedFleet {
  const file = join(configDir, 'fleet.yaml');
  if (!existsSync(file)) return { budget: null, problems: [] };
  const yaml = readYaml(file, readFileSync(file, 'utf8'));
  if (yaml.problems.length > 0) return { budget: null, problems: yaml.problems };
  const parsed = FleetSettings.safeParse(yaml.value ?? {});
  if (parsed.success) return { budget: parsed.data.budget ?? null, problems: [] };
  const known = Object.keys(FleetSettings.shape);
  return { budget: null, problems: zodProblems(yaml, parsed.error, { path: [], known }) };
}
