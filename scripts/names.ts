/** Names the house does not have: barrels, drawers, and rooms that no rule in biome.json knows. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const DRAWERS = /^(utils?|helpers?|commons?|types|misc|shared|lib)$/;

/** One line for each file or folder under `src/` and `queues/` that has no place there. */
export function strangeNames(root: string): string[] {
  const found: string[] = [];
  for (const top of ['src', 'queues']) {
    for (const entry of readdirSync(join(root, top), { recursive: true, withFileTypes: true })) {
      const path = relative(root, join(entry.parentPath, entry.name));
      const stem = entry.name.replace(/\.ts$/, '');
      if (DRAWERS.test(stem)) found.push(`${path}: a drawer says nothing: name it after what it holds`);
      if (entry.isFile() && stem === 'index')
        found.push(`${path}: no barrels: import the file that has the thing`);
    }
  }
  return [...found, ...roomsWithoutRules(root)];
}

/** Every room of `src/` must stand in biome.json, or its imports would go unchecked; each adapter is a room. */
function roomsWithoutRules(root: string): string[] {
  const biome = readFileSync(join(root, 'biome.json'), 'utf8');
  const rooms = foldersOf(join(root, 'src')).flatMap((room) =>
    room === 'adapters' ? foldersOf(join(root, 'src', room)).map((inner) => `${room}/${inner}`) : [room],
  );
  return rooms
    .filter((room) => !biome.includes(`"src/${room}/**`))
    .map((room) => `src/${room}: no import rule in biome.json`);
}

const foldersOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
