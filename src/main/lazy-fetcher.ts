/** A fetcher that is made at its first use: Crawlee and Playwright are large, and a question to the ledger needs neither. */
import type { BrowserFetcher, Fetcher } from '../domain/ports.ts';

export function lazyFetcher<F extends Fetcher>(make: () => Promise<F>): Fetcher & { made(): Promise<F> } {
  let making: Promise<F> | null = null;
  const made = () => {
    making ??= make();
    return making;
  };
  return {
    made,
    fetch: async (request) => (await made()).fetch(request),
    close: async () => {
      if (making) await (await making).close();
    },
  };
}

export function lazyBrowser(make: () => Promise<BrowserFetcher>): BrowserFetcher {
  const lazy = lazyFetcher(make);
  return { fetch: lazy.fetch, close: lazy.close, missing: async () => (await lazy.made()).missing() };
}
