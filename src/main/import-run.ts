/** `import`: items one after the other through the stages, counted as `once` counts. */
import type { ImportItem } from '../adapters/files/import-item.ts';
import type { Progress, RunSummary } from '../commands/summary.ts';
import { isGood } from '../commands/summary.ts';
import { type Outcome, VisitFailure } from '../domain/failure.ts';
import { type ImportDeps, importArticle, importPage } from '../stages/import-document.ts';
import type { Composed } from './compose.ts';

interface End {
  outcome: Outcome;
  reason: string;
  opened: string[];
}

export async function importAll(
  items: AsyncIterable<ImportItem>,
  { deps }: Composed,
  progress: (now: Progress) => void,
): Promise<RunSummary> {
  const started = performance.now();
  const summary: RunSummary = {
    sources: 0,
    links: 0,
    pages: 0,
    articles: 0,
    duplicates: 0,
    agreements: 0,
    outcomes: {},
    failures: [],
    waiting: 0,
    seconds: 0,
  };
  for await (const item of items) {
    count(summary, item, await importOne(item, deps));
    summary.seconds = Math.round(performance.now() - started) / 1_000;
    progress(progressOf(summary));
  }
  return summary;
}

async function importOne(item: ImportItem, deps: ImportDeps): Promise<End> {
  const { content, url } = item;
  try {
    if ('error' in content) {
      const outcome = content.error.startsWith('too_large') ? 'too_large' : 'unexpected_structure';
      return { outcome, reason: content.error, opened: [] };
    }
    if ('article' in content) return await importArticle(content.article, url, deps);
    return await importPage(content.bytes, { url, contentType: content.contentType }, deps);
  } catch (error) {
    if (error instanceof VisitFailure) return { outcome: error.outcome, reason: error.reason, opened: [] };
    throw error;
  }
}

function count(summary: RunSummary, item: ImportItem, { outcome, reason, opened }: End): void {
  summary.pages += 1;
  summary.outcomes[outcome] = (summary.outcomes[outcome] ?? 0) + 1;
  summary.agreements += opened.length;
  if (!isGood(outcome)) {
    summary.failures.push({ source: 'import', url: item.from, outcome, reason });
    return;
  }
  if (outcome !== 'unchanged' && outcome !== 'updated') summary.articles += 1;
  if (outcome === 'duplicate' || outcome === 'near_duplicate') summary.duplicates += 1;
}

function progressOf({ pages, articles, agreements, seconds }: RunSummary): Progress {
  return { sources: { done: 0, all: 0 }, pages: { done: pages, all: pages }, articles, agreements, seconds };
}
