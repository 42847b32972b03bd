/** Which browser is there. None is downloaded by us: a machine's package manager keeps it patched. */
import { access, constants } from 'node:fs/promises';
import { chromium } from 'playwright';

const INSTALLED = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** What to do when there is none. */
export const INSTALL_COMMAND = 'npm run setup -- --browser';

/**
 * Path of a Chromium: the configured one, the machine's (the headless build first: it is the fastest), Playwright's
 * own. Null when there is none; a configured path that cannot be run is none, too.
 */
export async function findChromium(configured: string | null, installed = INSTALLED): Promise<string | null> {
  const candidates = configured ? [configured] : [...installed, chromium.executablePath()];
  for (const path of candidates) {
    if (path && (await canRun(path))) return path;
  }
  return null;
}

async function canRun(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The sentence for a source that needs a browser where none is. */
export function missingSentence(configured: string | null): string {
  const where = configured ? `CHROMIUM_PATH is ${configured}, which cannot be run` : 'no Chromium was found';
  return `${where}: run ${INSTALL_COMMAND}`;
}
