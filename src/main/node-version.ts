/** The Node this runs on: type stripping without a flag came with 22.18. */
import { UsageError } from '../settings/environment.ts';

const NEEDED = [22, 18] as const;

/** Throws a `UsageError` that says what to install when `version` is too old. */
export function requireNode(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  throw new UsageError(
    `Node ${version} is too old: ${NEEDED.join('.')} or newer is needed ("npm ci" brings one on Linux and Windows)`,
  );
}
