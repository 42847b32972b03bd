/** `config/alerts.yaml`: who is told of what. An absent file means nobody. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Watch } from '../domain/watch.ts';
import { type Problem, readYaml, zodProblems } from './yaml-file.ts';

export interface LoadedWatches {
  watches: Watch[];
  problems: Problem[];
}

export function loadWatches(configDir: string): LoadedWatches {
  const file = join(configDir, 'alerts.yaml');
  if (!existsSync(file)) return { watches: [], problems: [] };
  const yaml = readYaml(file, readFileSync(file, 'utf8'));
  const loaded: LoadedWatches = { watches: [], problems: [...yaml.problems] };
  if (yaml.problems.length > 0 || yaml.value === null) return loaded;
  if (!Array.isArray(yaml.value)) {
    loaded.problems.push({
      file,
      line: 1,
      column: 1,
      message: 'must be a list of watches: begin each with "- id: …"',
    });
    return loaded;
  }
  const seen = new Set<string>();
  yaml.value.forEach((entry, index) => {
    const parsed = Watch.safeParse(entry);
    if (!parsed.success) {
      loaded.problems.push(
        ...zodProblems(yaml, parsed.error, { path: [index], known: Object.keys(Watch.shape) }),
      );
    } else if (seen.has(parsed.data.id)) {
      loaded.problems.push({
        file,
        ...yaml.place([index, 'id']),
        message: `duplicate id "${parsed.data.id}"`,
      });
    } else {
      seen.add(parsed.data.id);
      loaded.watches.push(parsed.data);
    }
  });
  return loaded;
}
