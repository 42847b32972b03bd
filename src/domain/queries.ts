/** Port of the questions (design 5.4; rows as printed). */
import type { Agreement } from './agreement.ts';
import type { Outcome } from './failure.ts';
import type { StoredArticle } from './ledger-store.ts';
import type { Report, Verdict } from './report.ts';

export interface ArticleRow {
  url: string;
  title: string | null;
  published: string | null;
  publisher: string | null;
  language: string | null;
  source: string | null;
  verdict: Verdict;
  agreement: string | null;
  agreements: string[];
  duplicateOf: string | null;
  firstSeen: string;
}

export interface ReportRef {
  url: string;
  title: string | null;
  published: string | null;
  source: string | null;
}

export type AgreementRow = Agreement & { key: string; reports: ReportRef[] };

export interface SourceHistory {
  id: string;
  name: string;
  enabled: boolean;
  region: string;
  kind: string;
  urls: string[];
  lastVisit: Date | null;
  nextVisit: Date | null;
  lastOutcome: Outcome | null;
  lastReason: string | null;
  articles: number;
  agreements: number;
  /** The `memory` of each listing, for the health room. */
  memories: unknown[];
}

export interface ExplainRow {
  at: string;
  step: string;
  decision: string;
  reason: string;
}

export interface ArticleFilter {
  query?: string | undefined;
  verdict?: Verdict | undefined;
  source?: string | undefined;
  limit?: number | undefined;
  offset?: number | undefined;
}

export interface AgreementFilter {
  query?: string | undefined;
  region?: string | undefined;
  company?: string | undefined;
  topic?: string | undefined;
  limit?: number | undefined;
  offset?: number | undefined;
}

export interface RunCounts {
  sources: number;
  links: number;
  pages: number;
  articles: number;
  duplicates: number;
  agreements: number;
  outcomes: Partial<Record<Outcome, number>>;
  failures: { source: string; url: string; outcome: Outcome; reason: string }[];
}

export interface Queries {
  articles(filter: ArticleFilter): Promise<ArticleRow[]>;
  agreements(filter: AgreementFilter): Promise<AgreementRow[]>;
  /** By key or by an alias of it. */
  agreement(
    key: string,
  ): Promise<(AgreementRow & { lead: string; aliases: string[]; voices: number }) | null>;
  /** Body and title of an article by URL or key. */
  article(urlOrKey: string): Promise<(StoredArticle & { report: Report }) | null>;
  sources(): Promise<SourceHistory[]>;
  /** In order of time; follows redirects from the asked key to the key read. */
  explain(key: string): Promise<ExplainRow[]>;
  /** What happened since `since` (the store's clock). */
  run(since: Date): Promise<RunCounts>;
  now(): Promise<Date>;
}
