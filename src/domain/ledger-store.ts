/**
 * Port of the ledger: what one filing may read and write, inside one transaction under the ledger's lock.
 */
import type { Agreement } from './agreement.ts';
import type { Article, Fingerprint } from './article.ts';
import type { Decision, LinkResult, PageJob } from './frontier.ts';
import type { Page } from './page.ts';
import type { FiledReport, Report, Verdict } from './report.ts';

export interface StoredArticle extends Article, Fingerprint {
  id: number;
  /** Canonical URL or `urn:sha256:…`: unique. */
  key: string;
  url: string;
  sourceId: string | null;
  verdict: Verdict;
  duplicateOf: number | null;
  firstSeen: Date;
}

export interface NewArticle {
  key: string;
  url: string;
  sourceId: string | null;
  article: Article;
  fingerprint: Fingerprint;
  bands: string[];
  report: Report;
  /** Compressed and kept by the adapter; null for imports without bytes. */
  page: Page | null;
  /** Words for full-text search, already cut. */
  searchText: string;
}

/** A report as kept, with the report it is a copy of. */
export type StoredReport = FiledReport & { copyOf: string | null };

export interface GroupRow {
  key: string;
  aliases: string[];
  /** Rises with time: a smaller one was minted earlier. Null: not kept yet, the store gives it. */
  minted: number | null;
  facts: Agreement;
  /** Id of the report whose body the facts' evidence quotes, unless a piece names another. */
  lead: string;
  /** In the order they were filed. */
  members: { id: string; index: number }[];
  voices: number;
}

export interface OutboxRow {
  agreement: string;
  /** `opened`, `report:<hash>`, `facts:<hash>`. */
  change: string;
  subscriber: string;
  payload: unknown;
}

export interface Ruling {
  kind: 'join' | 'split';
  /** Report id and index. */
  a: { id: string; index: number };
  b: { id: string; index: number };
}

/**
 * What one filing may do, inside its transaction. All that looks at or changes what other filings wrote needs `lock`
 * first, and throws without it: one filing at a time from there on.
 */
export interface LedgerTx {
  /** Waits for the ledger's lock and keeps it to the end of the transaction. */
  lock(): Promise<void>;
  articleByKey(key: string): Promise<StoredArticle | null>;
  /** Articles that share a band with these, of each band the newest few; those that share most first, at most `limit`. */
  copyCandidates(bands: string[], limit: number): Promise<StoredArticle[]>;
  /**
   * Inserts, or replaces the content of the article with the same key; `fresh`: it was inserted. Needs no lock for an
   * article that is not stored yet: nobody else can see it.
   */
  saveArticle(article: NewArticle): Promise<{ id: number; fresh: boolean }>;
  setDuplicateOf(ids: number[], root: number | null): Promise<void>;
  /** Members of a copy group. */
  copiesOf(root: number): Promise<StoredArticle[]>;
  /** Needs no lock for an article that this transaction inserted. */
  setBlocks(articleId: number, keys: string[]): Promise<void>;
  /** Reports with agreements that share a block key, at most `limit`. */
  reportsByBlocks(keys: string[], limit: number): Promise<StoredReport[]>;
  /** Groups that hold any of these reports. */
  groupsOf(reportIds: string[]): Promise<GroupRow[]>;
  rulings(reportIds: string[]): Promise<Ruling[]>;
  /** Replaces the groups of `previous` keys by these. */
  saveGroups(previous: string[], groups: GroupRow[]): Promise<void>;
  tell(rows: OutboxRow[]): Promise<void>;
  finishPage(job: PageJob, result: LinkResult): Promise<boolean>;
  decide(decisions: Decision[]): Promise<void>;
}

export interface LedgerStore {
  /** Runs `work` in one transaction; rolls back when it throws. */
  file<T>(work: (tx: LedgerTx) => Promise<T>): Promise<T>;
  addRuling(ruling: Ruling): Promise<void>;
}
