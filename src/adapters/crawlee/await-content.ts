/**
 * Waiting until a page has its content, and not until it is silent: counters and chats never are.
 *
 * Content is there when text and links have stopped growing and nothing that could bring more is under way, or when
 * they have not grown for a good while although something is.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page, Request } from 'playwright';

const LOOK_MS = 80;
/** Still for this long, with no script or data request open. */
const STILL_MS = 320;
/** Still for this long, whatever is open. */
const LONG_STILL_MS = 2_000;
/** An empty page is waited for longer: its script may be slow. */
const EMPTY_STILL_MS = 3_000;
/** Letters and links below which a page counts as empty. */
const EMPTY_SIZE = 40;
const LONGEST_MS = 12_000;

/** Requests that can bring content. */
const BRINGS = new Set(['document', 'script', 'xhr', 'fetch']);

/** Counts the requests of a page that are under way and can bring content. */
export class OpenRequests {
  readonly #open = new Set<Request>();
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
    page.on('request', this.#begin).on('requestfinished', this.#end).on('requestfailed', this.#end);
  }
  get count(): number {
    return this.#open.size;
  }
  stop(): void {
    this.#page.off('request', this.#begin).off('requestfinished', this.#end).off('requestfailed', this.#end);
  }
  readonly #begin = (request: Request) =>
    void (BRINGS.has(request.resourceType()) && this.#open.add(request));
  readonly #end = (request: Request) => void this.#open.delete(request);
}

/** Resolves when the content has settled, at the latest after 12 s or when `stopped` says so. Never rejects. */
export async function awaitContent(page: Page, open: OpenRequests, stopped: () => boolean): Promise<void> {
  const started = performance.now();
  let size = -1;
  let grown = started;
  while (!stopped() && performance.now() - started < LONGEST_MS) {
    const now = await sizeOf(page);
    if (now !== size) grown = performance.now();
    size = now;
    const still = performance.now() - grown;
    const enough = size < EMPTY_SIZE ? EMPTY_STILL_MS : open.count === 0 ? STILL_MS : LONG_STILL_MS;
    if (size >= 0 && still >= enough) return;
    await pause(LOOK_MS);
  }
}

/** Letters of the visible text and links; -1 while the page is between two documents. */
async function sizeOf(page: Page): Promise<number> {
  try {
    return await page.evaluate('(document.body?.innerText.length ?? 0) + document.links.length');
  } catch {
    return -1;
  }
}
