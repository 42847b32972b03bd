/** The end of a run in numbers: `once` and `import` print the same object, as JSON or as a table. */
import { GOOD_OUTCOMES, type Outcome } from '../domain/failure.ts';
import type { RunCounts } from '../domain/queries.ts';

export type RunSummary = RunCounts & { waiting: number; seconds: number };

/** Live figures while a run goes on. */
export interface Progress {
  sources: { done: number; all: number };
  pages: { done: number; all: number };
  articles: number;
  agreements: number;
  seconds: number;
}

/** One line for a terminal: what is done, how fast, how long still. */
export function progressLine(now: Progress): string {
  const rate = now.seconds > 0 ? now.pages.done / now.seconds : 0;
  const open = now.pages.all - now.pages.done;
  const left = rate > 0 && open > 0 ? `, about ${duration(open / rate)} left` : '';
  return [
    `sources ${now.sources.done}/${now.sources.all}`,
    `pages ${now.pages.done}/${now.pages.all}`,
    `articles ${now.articles}`,
    `agreements ${now.agreements}`,
    `${rate.toFixed(1)} pages/s${left}`,
    duration(now.seconds),
  ].join('  ');
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** The table at the end of a run, for people. */
export function summaryTable(summary: RunSummary): string[] {
  const rows: [string, string][] = [
    ['sources visited', String(summary.sources)],
    ['links seen first', String(summary.links)],
    ['pages asked for', String(summary.pages)],
    ['articles stored', `${summary.articles}${summary.duplicates ? ` (${summary.duplicates} copies)` : ''}`],
    ['agreements opened', String(summary.agreements)],
    ['waiting', String(summary.waiting)],
    ['seconds', summary.seconds.toFixed(1)],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const outcomes = Object.entries(summary.outcomes).sort(([, a], [, b]) => b - a);
  return [
    ...rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`),
    ...(outcomes.length > 0
      ? [`${'outcomes'.padEnd(width)}  ${outcomes.map(([name, n]) => `${name} ${n}`).join(', ')}`]
      : []),
  ];
}

/** One line for each failure: where, what, why. */
export const failureLines = (summary: RunSummary): string[] =>
  summary.failures.map(({ source, url, outcome, reason }) => `${source}: ${outcome}: ${url}: ${reason}`);

/** True for an end that is no failure of a page. */
export const isGood = (outcome: Outcome): boolean => GOOD_OUTCOMES.has(outcome);
