/** Figures for Prometheus, read from the store at each scrape. */
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { RunCounts } from '../domain/queries.ts';
import type { SourceRow } from './states.ts';

export interface Figures {
  counts: RunCounts;
  sources: SourceRow[];
}

/** A registry of its own; `scrape` asks `read` and gives the exposition text. */
export function metrics(read: () => Promise<Figures>): { contentType: string; scrape(): Promise<string> } {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  const articles = gauge('pactwire_articles', 'Articles kept, copies included');
  const duplicates = gauge('pactwire_duplicate_articles', 'Articles that are copies of another');
  const agreements = gauge('pactwire_agreements', 'Agreements in the ledger');
  const links = gauge('pactwire_links', 'Links found on listings');
  const pages = gauge('pactwire_outcomes', 'Listings and pages by their last outcome', ['outcome']);
  const states = gauge('pactwire_sources', 'Sources by state', ['state']);
  return {
    contentType: registry.contentType,
    async scrape() {
      const { counts, sources } = await read();
      articles.set(counts.articles);
      duplicates.set(counts.duplicates);
      agreements.set(counts.agreements);
      links.set(counts.links);
      pages.reset();
      for (const [outcome, count] of Object.entries(counts.outcomes)) pages.set({ outcome }, count);
      states.reset();
      for (const { state } of sources) states.inc({ state });
      return registry.metrics();
    },
  };
}
