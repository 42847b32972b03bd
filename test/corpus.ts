/**
 * Where the large shared test sets are, when they are laid beside the checkout.
 *
 * They are not part of the project. A test that can use them asks here, says so when they are absent,
 * and runs the project's own fixtures in either case.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Path of a file or folder of the shared test sets (`corpus/dates.jsonl`, `seeds`), or null when absent. */
export function corpusPath(name: string): string | null {
  const path = fileURLToPath(new URL(`../../shared/${name}`, import.meta.url));
  return existsSync(path) ? path : null;
}
