/** Finds and runs the `main` of a measurement by its name. */
import { readdirSync } from 'node:fs';

const NOT_MEASUREMENTS = new Set(['run.ts', 'named.ts']);

/** Runs `<folder>/<name>.ts`; an unknown name prints the known ones and sets exit code 2. */
export async function runNamed(folder: URL, [name, ...args]: string[]): Promise<void> {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !NOT_MEASUREMENTS.has(file))
    .map((file) => file.slice(0, -'.ts'.length));
  if (!name || !names.includes(name)) {
    console.error(`usage: name one of: ${names.join(', ')}`);
    process.exitCode = 2;
    return;
  }
  const module: { main?: (args: string[]) => Promise<void> } = await import(
    new URL(`${name}.ts`, folder).href
  );
  if (!module.main) {
    console.error(`${name} is not a measurement of its own`);
    process.exitCode = 2;
    return;
  }
  await module.main(args);
}
