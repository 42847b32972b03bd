/**
 * What a command is, and what it is given: the roof composes the application, commands only ask it.
 */

import type { Ruling } from '../domain/ledger-store.ts';
import type { WorkerRow } from '../domain/ports.ts';
import type { Queries } from '../domain/queries.ts';
import type { ArticleText, Report } from '../domain/report.ts';
import type { Source } from '../domain/source.ts';
import type { Config } from '../settings/config.ts';
import type { Environment } from '../settings/environment.ts';
import type { SourceTrial } from '../stages/try-source.ts';
import type { Progress, RunSummary } from './summary.ts';

/** Where a command's words go: data to `out`, everything else to `err`. */
export interface Terminal {
  /** Resolves when the line may be followed by another (a slow reader holds the writer back). */
  out(line: string): Promise<void>;
  err(line: string): void;
  /** Redraws one line on a terminal; does nothing elsewhere. */
  redraw(line: string): void;
  live: boolean;
  columns: number;
  input(): AsyncIterable<string>;
}

export type Role = 'up' | 'scheduler' | 'worker' | 'web';

export interface ImportAsk {
  /** Absolute paths. */
  files: string[];
  /** URL of a single page, where the file does not say. */
  url: string | null;
}

/** The composed application: the store opened here, or the process that holds it. */
export interface App {
  queries: Queries;
  /** Visits every enabled source now and waits until all is done or `deadlineMs` is over. */
  once(ask: { deadlineMs: number | null }, progress: (now: Progress) => void): Promise<RunSummary>;
  importFiles(ask: ImportAsk, progress: (now: Progress) => void): Promise<RunSummary>;
  /** A dry run on one source, at the fleet's pace: nothing but robots.txt is kept. */
  trial(source: Source): Promise<SourceTrial>;
  /** Keeps an operator's word on two reports, and regroups the ledger by it. */
  rule(ruling: Ruling): Promise<void>;
  workers(): Promise<WorkerRow[]>;
  politeness(): Promise<HostPace[]>;
  close(): Promise<void>;
}

/** How a host was treated, from the record of requests. */
export interface HostPace {
  host: string;
  requests: number;
  leastGapMs: number | null;
  /** The gap in force at that place. */
  gapMs: number | null;
  short: number;
  mostConcurrent: number;
  /** Of the allowed rate, 0 to 1. */
  share: number | null;
}

export interface Check {
  name: string;
  ok: boolean;
  found: string;
  /** How to mend it. */
  mend: string | null;
}

export interface Context {
  environment: Environment;
  terminal: Terminal;
  configDir: string;
  dataDir: string;
  /** Absolute form of a path as the caller meant it. */
  path(relative: string): string;
  /** Reads sources and alerts; names what is wrong on stderr. */
  config(): Config;
  /** The key under which an article is known: its canonical address, or `urn:sha256:…` as given. Null: neither. */
  keyOf(url: string): string | null;
  open(): Promise<App>;
  /** Runs a role until it is told to stop. */
  serve(role: Role): Promise<number>;
  recognizer(): (article: ArticleText) => Report;
  checks(): Promise<Check[]>;
}

export type Flags = Record<string, string | boolean | undefined>;

export interface Command {
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** What `--help` prints. */
  usage: string;
  options: Record<string, { type: 'boolean' | 'string'; short?: string }>;
  /** Resolves with the exit code. */
  run(args: { flags: Flags; words: string[] }, context: Context): Promise<number>;
}

/** Exit codes (the command line's contract). */
export const EXIT = { done: 0, failures: 1, usage: 2, unreachable: 3 } as const;
