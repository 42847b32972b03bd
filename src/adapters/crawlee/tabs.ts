/**
 * Browser tabs, used again and again: opening one costs as much as a page.
 *
 * A tab is new, busy or idle. It is thrown away after `tabPages` pages, when it crashes and when it cannot be emptied;
 * the browser after `browserPages` pages, once its last tab is back, after `idleMs` without a page, or at once when it
 * dies. The next `take` starts another one.
 */
import type { Browser, BrowserContext, Page } from 'playwright';
import { MainFrame } from './main-frame.ts';

export interface TabLimits {
  tabPages: number;
  browserPages: number;
  /** Without a page for this long, the browser is closed. */
  idleMs: number;
}

export interface Tab {
  page: Page;
  frame: MainFrame;
  context: BrowserContext;
  browser: Browser;
  pages: number;
  /** The last host it showed: its cookies stay while the host does. */
  host: string | null;
  broken: boolean;
}

const EMPTY_MS = 3_000;

export class Tabs {
  readonly #launch: () => Promise<Browser>;
  readonly #open: (browser: Browser) => Promise<BrowserContext>;
  readonly #limits: TabLimits;
  readonly #idle: Tab[] = [];
  readonly #busy = new Set<Tab>();
  #browser: Promise<Browser> | null = null;
  #browserPages = 0;
  /** Calls of `take` that have no tab yet. */
  #taking = 0;
  #idleTimer: NodeJS.Timeout | null = null;

  constructor(
    launch: () => Promise<Browser>,
    open: (browser: Browser) => Promise<BrowserContext>,
    limits: TabLimits = { tabPages: 50, browserPages: 500, idleMs: 120_000 },
  ) {
    this.#launch = launch;
    this.#open = open;
    this.#limits = limits;
  }

  /** A tab on `about:blank`, with no cookies of another host. */
  async take(host: string): Promise<Tab> {
    this.#taking += 1;
    try {
      return await this.#take(host);
    } finally {
      this.#taking -= 1;
    }
  }

  async #take(host: string): Promise<Tab> {
    if (this.#idleTimer) clearTimeout(this.#idleTimer);
    const tab = this.#reusable(host) ?? (await this.#fresh());
    this.#busy.add(tab);
    tab.pages += 1;
    this.#browserPages += 1;
    if (tab.host !== null && tab.host !== host) await tab.context.clearCookies();
    tab.host = host;
    return tab;
  }

  /** Gives a tab back, emptied; one that is worn out or broken is closed. */
  async give(tab: Tab): Promise<void> {
    const current = await this.#browser?.catch(() => null);
    const worn = tab.broken || tab.pages >= this.#limits.tabPages || tab.browser !== current;
    const emptied = !worn && (await leftPage(tab.page));
    this.#busy.delete(tab);
    if (emptied && this.#browserPages < this.#limits.browserPages) {
      this.#idle.push(tab);
      this.#closeLater();
      return;
    }
    await closed(tab.context);
    if (this.#browserPages >= this.#limits.browserPages) this.#retireBrowser();
    await this.#closeUnused(tab.browser);
  }

  /** An idle browser still costs memory and, with some pages, a third of a core. */
  #closeLater(): void {
    if (this.#idleTimer) clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => {
      if (this.#busy.size === 0 && this.#taking === 0) void this.close();
    }, this.#limits.idleMs).unref();
  }

  async close(): Promise<void> {
    if (this.#idleTimer) clearTimeout(this.#idleTimer);
    // Given up before it is waited for: whoever takes a tab meanwhile starts another browser.
    const closing = this.#browser;
    this.#browser = null;
    this.#idle.length = 0;
    const browser = await closing?.catch(() => null);
    const all = new Set([...(browser ? [browser] : []), ...[...this.#busy].map((tab) => tab.browser)]);
    await Promise.all([...all].map((one) => one.close().catch(() => undefined)));
  }

  #reusable(host: string): Tab | undefined {
    const usable = this.#idle.filter((tab) => !tab.broken && tab.browser.isConnected());
    this.#idle.length = 0;
    const chosen = usable.find((tab) => tab.host === host) ?? usable.shift();
    this.#idle.push(...usable.filter((tab) => tab !== chosen));
    return chosen;
  }

  async #fresh(): Promise<Tab> {
    const browser = await this.#connected();
    const context = await this.#open(browser);
    const page = await context.newPage();
    const frame = await MainFrame.watch(page);
    const tab: Tab = { page, frame, context, browser, pages: 0, host: null, broken: false };
    const breaks = () => {
      tab.broken = true;
    };
    page.on('crash', breaks);
    page.on('close', breaks);
    return tab;
  }

  async #connected(): Promise<Browser> {
    this.#browser ??= this.#start();
    const browser = await this.#browser;
    if (browser.isConnected()) return browser;
    this.#browser = this.#start();
    return this.#browser;
  }

  async #start(): Promise<Browser> {
    this.#browserPages = 0;
    try {
      return await this.#launch();
    } catch (error) {
      this.#browser = null;
      throw error;
    }
  }

  /** The next tab comes from a new browser; idle tabs of the old one are dropped with it. */
  #retireBrowser(): void {
    this.#browser = null;
    this.#browserPages = 0;
    this.#idle.length = 0;
  }

  async #closeUnused(browser: Browser): Promise<void> {
    const current = await this.#browser?.catch(() => null);
    if (browser === current || [...this.#busy].some((tab) => tab.browser === browser)) return;
    await browser.close().catch(() => undefined);
  }
}

/** Leaves the shown page, so that its scripts stop. */
async function leftPage(page: Page): Promise<boolean> {
  try {
    await page.goto('about:blank', { timeout: EMPTY_MS });
    return true;
  } catch {
    return false;
  }
}

async function closed(context: BrowserContext): Promise<void> {
  await context.close().catch(() => undefined);
}
