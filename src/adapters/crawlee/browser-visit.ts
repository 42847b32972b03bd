/** One page shown in a tab: where the main frame went, what went wrong on the way, and what it holds at the end. */
import type { Page, Request, Response } from 'playwright';
import { VisitFailure } from '../../domain/failure.ts';
import type { Hop } from '../../domain/page.ts';
import type { Answer, FetchRequest } from '../../domain/ports.ts';
import type { GuardedProxy } from '../guard/guarded-proxy.ts';
import { awaitContent, OpenRequests } from './await-content.ts';
import { isMainNavigation } from './main-frame.ts';
import type { Tab } from './tabs.ts';

/** Navigations of the main frame, redirects by script included; more is a loop. */
const MOST_HOPS = 20;
const BROKEN = 'the browser, or its tab, ended under the page';
const RENDERED = /^(text\/html|application\/xhtml\+xml)\b/i;
/** Of the bytes as they came, not of the page as we hand it out. */
const NOT_OURS = new Set(['content-encoding', 'content-length', 'transfer-encoding']);

export class BrowserVisit {
  readonly #tab: Tab;
  readonly #page: Page;
  readonly #asked: FetchRequest;
  readonly #proxy: GuardedProxy;
  readonly #requests: OpenRequests;
  readonly #started = performance.now();
  readonly #hops: Hop[] = [];
  #last: Response | null = null;
  #failure: VisitFailure | null = null;
  #arrived = 0;

  constructor(tab: Tab, asked: FetchRequest, proxy: GuardedProxy) {
    const { page } = tab;
    this.#tab = tab;
    this.#page = page;
    this.#asked = asked;
    this.#proxy = proxy;
    this.#requests = new OpenRequests(page);
    page
      .on('response', this.#onResponse)
      .on('requestfailed', this.#onFailed)
      .on('download', this.#onDownload);
    page.on('popup', this.#onPopup);
    tab.frame.reset(new URL(asked.url).host, () => {
      if (this.#arrived === 0) this.#arrived = performance.now();
    });
  }

  /** Takes the listeners off: the tab goes on to another page. */
  stop(): void {
    this.#requests.stop();
    const page = this.#page;
    page
      .off('response', this.#onResponse)
      .off('requestfailed', this.#onFailed)
      .off('download', this.#onDownload);
    page.off('popup', this.#onPopup);
  }

  /** The answer once the content is there. Rejects with `VisitFailure`, or with what Playwright says. */
  async answer(stopped: () => boolean): Promise<Answer> {
    await awaitContent(this.#page, this.#requests, () => stopped() || this.#settled());
    const redirected = this.redirected();
    if (redirected) return redirected;
    if (this.#failure) throw this.#failure;
    if (this.#tab.broken) throw new VisitFailure('network', BROKEN, 'retry');
    const last = this.#last;
    if (!last) throw new VisitFailure('network', `${this.#asked.url}: the browser got no answer`, 'retry');
    const type = typeOf(last);
    const rendered = isRendered(last);
    const bytes = rendered ? await this.#rendered() : await last.body();
    this.#refuseOver(bytes.length);
    return {
      url: last.url(),
      status: last.status(),
      headers: keptHeaders(last, rendered),
      contentType: rendered ? 'text/html; charset=utf-8' : type,
      location: null,
      bytes,
      hops: this.#hops.slice(0, -1),
      ...this.#times(),
    };
  }

  /** The answer when the page leads elsewhere: a hop that the caller takes. Null when it stays. */
  redirected(): Answer | null {
    const { redirect } = this.#tab.frame;
    if (!redirect) return null;
    const contentType = redirect.headers['content-type'] ?? null;
    return { ...redirect, contentType, bytes: new Uint8Array(), hops: this.#hops, ...this.#times() };
  }

  #times() {
    return {
      sinceResponseMs: performance.now() - this.#arrived,
      responseMs: this.#arrived - this.#started,
    };
  }

  /** What an error of the navigation means. */
  failureFrom(error: unknown): VisitFailure {
    if (error instanceof VisitFailure) return error;
    const said = error instanceof Error ? error.message.split('\n', 1)[0]?.slice(0, 200) : String(error);
    const known = this.#failure ?? this.#proxy.failureOf(this.#asked.url);
    if (known) return known;
    if (/net::ERR_(CERT|SSL)/.test(said ?? '')) return new VisitFailure('tls', `${this.#asked.url}: ${said}`);
    if (/timeout/i.test(said ?? '')) {
      return new VisitFailure(
        'timeout',
        `${this.#asked.url}: no answer within ${this.#asked.timeoutMs} ms`,
        'retry',
      );
    }
    if (this.#tab.broken) return new VisitFailure('network', BROKEN, 'retry');
    return new VisitFailure('network', `the browser ended with: ${said}`, 'retry');
  }

  /** Nothing more will come. Error pages and files are not filled by scripts; other pages are. */
  #settled(): boolean {
    if (this.#failure !== null || this.#tab.frame.redirect !== null || this.#tab.broken) return true;
    return this.#last !== null && (!isRendered(this.#last) || this.#last.status() === 404);
  }

  async #rendered(): Promise<Buffer> {
    // Asked before the page is carried over: a script can build a document without end.
    const letters: number = await this.#page.evaluate('document.documentElement?.outerHTML.length ?? 0');
    this.#refuseOver(letters);
    return Buffer.from(await this.#page.content());
  }

  #refuseOver(size: number): void {
    if (size <= this.#asked.maxBytes) return;
    throw new VisitFailure('too_large', `the page in the browser is over ${this.#asked.maxBytes} bytes`);
  }

  readonly #onResponse = (response: Response) => {
    if (!isMainNavigation(response.request(), this.#page)) return;
    if (this.#hops.length === 0) this.#arrived = performance.now();
    this.#last = response;
    this.#hops.push({ url: response.url(), status: response.status() });
    this.#failure ??= this.#proxy.failureIn(response.headers(), response.url());
    if (this.#hops.length > MOST_HOPS) {
      this.#failure ??= new VisitFailure('http_error', `more than ${MOST_HOPS} redirects in the browser`);
    }
  };

  readonly #onFailed = (request: Request) => {
    if (isMainNavigation(request, this.#page)) this.#failure ??= this.#proxy.failureOf(request.url());
  };

  readonly #onDownload = () => {
    this.#failure ??= new VisitFailure('not_html', `${this.#asked.url}: the browser was offered a download`);
  };

  readonly #onPopup = (popup: Page) => void popup.close().catch(() => undefined);
}

const typeOf = (response: Response) => response.headers()['content-type'] ?? '';

/** A document that the browser builds, as against a file that it shows. */
function isRendered(response: Response): boolean {
  const type = typeOf(response);
  return type === '' || RENDERED.test(type);
}

function keptHeaders(response: Response, rendered: boolean): Record<string, string> {
  const kept = Object.entries(response.headers()).filter(([name]) => !NOT_OURS.has(name));
  return { ...Object.fromEntries(kept), ...(rendered ? { 'content-type': 'text/html; charset=utf-8' } : {}) };
}
