/**
 * What the main frame of a tab may do: show the page that was asked for, and be led about on its host by scripts.
 *
 * A redirect by status, and any way to another host, is not followed here but handed back: it is another hop, for
 * which robots.txt and the host gate are asked first. Pictures, fonts and films are left out.
 */
import type { CDPSession, Page, Request, Route } from 'playwright';

export interface Redirect {
  url: string;
  status: number;
  location: string;
  headers: Record<string, string>;
}

const SUBRESOURCES = new Set(['image', 'font', 'media']);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** The part of the protocol's `Fetch.requestPaused` that is read. */
interface Paused {
  requestId: string;
  frameId: string;
  request: { url: string };
  responseStatusCode?: number;
  responseHeaders?: { name: string; value: string }[];
}

export class MainFrame {
  /** Where the shown page wanted to lead; null: nowhere. */
  redirect: Redirect | null = null;
  readonly #page: Page;
  readonly #cdp: CDPSession;
  readonly #id: string;
  #host: string | null = null;
  #onRedirect: () => void = () => undefined;

  private constructor(page: Page, cdp: CDPSession, id: string) {
    this.#page = page;
    this.#cdp = cdp;
    this.#id = id;
  }

  /** Watches a new tab, for all of its life. */
  static async watch(page: Page): Promise<MainFrame> {
    const cdp = await page.context().newCDPSession(page);
    const { frameTree } = await cdp.send('Page.getFrameTree');
    const frame = new MainFrame(page, cdp, frameTree.frame.id);
    await page.route('**/*', (route) => frame.#judge(route));
    cdp.on('Fetch.requestPaused', (paused) => void frame.#answered(paused));
    const patterns = [
      { urlPattern: '*', resourceType: 'Document' as const, requestStage: 'Response' as const },
    ];
    await cdp.send('Fetch.enable', { patterns });
    return frame;
  }

  /** Before a page on `host` is asked for. */
  reset(host: string, onRedirect: () => void): void {
    this.redirect = null;
    this.#host = host;
    this.#onRedirect = onRedirect;
  }

  /** Before a request is sent. */
  async #judge(route: Route): Promise<void> {
    const request = route.request();
    const blocked = SUBRESOURCES.has(request.resourceType());
    const leaves = isMainNavigation(request, this.#page) && this.#leaves(request.url());
    if (leaves) this.#note({ url: this.#page.url(), status: 200, location: request.url(), headers: {} });
    // A request may be gone by now, with its page.
    await (blocked || leaves ? route.abort() : route.continue()).catch(() => undefined);
  }

  #leaves(url: string): boolean {
    return this.#host !== null && new URL(url).host !== this.#host;
  }

  /** When a document's status and headers are here, before the browser acts on them. */
  async #answered({
    requestId,
    frameId,
    request,
    responseStatusCode = 0,
    responseHeaders = [],
  }: Paused): Promise<void> {
    const headers = Object.fromEntries(responseHeaders.map(({ name, value }) => [name.toLowerCase(), value]));
    const location = REDIRECTS.has(responseStatusCode) ? absolute(headers.location, request.url) : null;
    const ours = frameId === this.#id && location !== null;
    if (ours) this.#note({ url: request.url, status: responseStatusCode, location, headers });
    const next = ours
      ? this.#cdp.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
      : this.#cdp.send('Fetch.continueRequest', { requestId });
    await next.catch(() => undefined);
  }

  #note(redirect: Redirect): void {
    this.redirect ??= redirect;
    this.#onRedirect();
  }
}

/** Whether a request is for the document of the page itself. */
export function isMainNavigation(request: Request, page: Page): boolean {
  try {
    return request.isNavigationRequest() && request.frame() === page.mainFrame();
  } catch {
    return false; // a window that was not there yet when it asked: never the main frame
  }
}

/** Null for a Location that is no URL: the browser then shows its own error, and so do we. */
function absolute(location: string | undefined, base: string): string | null {
  return location !== undefined && URL.canParse(location, base) ? new URL(location, base).href : null;
}
