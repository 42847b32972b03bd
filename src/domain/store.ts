/**
 * Ports of the one truth (Postgres, or PGlite when embedded): frontier, ledger, outbox, queries.
 *
 * Every clock in here is the store's own (`now()` in SQL), so that workers with skewed clocks agree.
 * Work is claimed by lease: a claimed row is handed out again when its lease ends without a result, which is what
 * lets the queues be emptied at any moment. Results are fenced: they are taken only for the slot or turn that was
 * claimed, so a zombie's late write changes nothing.
 */
import type { Agreement } from './agreement.ts';
import type { Article, Fingerprint } from './article.ts';
import type { Outcome } from './failure.ts';
import type { Page } from './page.ts';
import type { FiledReport, Report, Verdict } from './report.ts';
import type { Source } from './source.ts';

// ---- visits of listings

export interface VisitJob {
  sourceId: string;
  url: string;
  /** Identity of the due slot. */
  slot: string;
}

export interface ListingState {
  sourceId: string;
  url: string;
  slot: string;
  visits: number;
  lastVisit: Date | null;
  lastOutcome: Outcome | null;
  etag: string | null;
  lastModified: string | null;
  /** Hash of the links read last. */
  linksHash: string | null;
  /** What worked last for `render: auto`. */
  via: 'http' | 'browser' | null;
  /** Private to the schedule and health rooms. */
  memory: unknown;
}

export interface FoundLink {
  /** Canonical form: the frontier's key. */
  key: string;
  url: string;
  title: string | null;
  published: string | null;
}

export interface ListingResult {
  outcome: Outcome;
  reason: string;
  etag: string | null;
  lastModified: string | null;
  linksHash: string | null;
  via: 'http' | 'browser' | null;
  links: FoundLink[];
  memory: unknown;
  /** Next due time and slot; null: never by itself (disabled). */
  next: { at: Date; slot: string } | null;
}

// ---- visits of pages

export interface PageJob {
  /** Key of the link. */
  key: string;
  /** Counts the visits of this link: a result for another turn is refused. */
  turn: number;
  host: string;
  sourceId: string;
}

export interface LinkState {
  key: string;
  url: string;
  turn: number;
  sourceId: string;
  /** The listing that brought it. */
  listingUrl: string;
  title: string | null;
  published: string | null;
  tries: number;
  outcome: Outcome | null;
  etag: string | null;
  lastModified: string | null;
  /** When the page was read first; null: never yet. */
  firstRead: Date | null;
  /** Verdict of the article read from it; null when none was. */
  verdict: Verdict | null;
  /** Visits that read the page, first included. */
  reads: number;
  /** Id of the article read from it. */
  articleId: number | null;
}

/** How a turn of a link ended. */
export interface LinkResult {
  outcome: Outcome;
  reason: string;
  etag?: string | null;
  lastModified?: string | null;
  /** When it is due again (a retry, a revisit); null: not by itself. */
  dueAt: Date | null;
  /** `retry`: the same work goes on (tries + 1); `done`: the turn is over; `wait`: due later, no try used. */
  state: 'retry' | 'done' | 'wait';
}

export interface Counts {
  /** Listings due within the horizon or being visited. */
  listings: number;
  /** Links without an outcome or due, within the horizon, or being visited. */
  pages: number;
  /** Due beyond the horizon. */
  waiting: number;
}

export interface Decision {
  /** Canonical key of the URL it is about. */
  key: string;
  step: string;
  decision: string;
  reason: string;
}

export interface Frontier {
  /** Makes the store's sources equal to these: unknown ones are disabled, new listings are due at `firstDue`. */
  syncSources(
    sources: Source[],
    firstDue: (source: Source, url: string) => { at: Date; slot: string } | null,
  ): Promise<void>;
  /** Makes every enabled listing (of these sources) due now, under a new slot each, unless being visited. */
  makeDue(sourceIds?: string[]): Promise<void>;
  claimListings(ask: { limit: number; leaseMs: number }): Promise<VisitJob[]>;
  /** Due links: new before revisits before backfill, sources in turn, at most `perHost` in hand a host. */
  claimPages(ask: { limit: number; perHost: number; leaseMs: number }): Promise<PageJob[]>;
  /** Ends every lease, so that what is due can be claimed again (the queues were emptied). */
  releaseLeases(): Promise<void>;
  /** State of a listing, or null when the slot is no longer the one due (done already, source gone). */
  beginListing(job: VisitJob, leaseMs: number): Promise<ListingState | null>;
  /** Which of these keys the frontier knows already. */
  knownLinks(keys: string[]): Promise<Set<string>>;
  /** One transaction: outcome, links new and changed, next due time. Null when fenced off. */
  finishListing(job: VisitJob, result: ListingResult): Promise<{ fresh: number; changed: number } | null>;
  /** Lengthens the lease of a listing or link that goes back to wait. */
  holdListing(job: VisitJob, leaseMs: number): Promise<void>;
  holdPage(job: PageJob, leaseMs: number): Promise<void>;
  beginPage(job: PageJob, leaseMs: number): Promise<LinkState | null>;
  /** False when fenced off. */
  finishPage(job: PageJob, result: LinkResult): Promise<boolean>;
  /** With `since`, listings visited since then are not counted: they have had their visit of the run in hand. */
  counts(horizonMs: number, since?: Date): Promise<Counts>;
  decide(decisions: Decision[]): Promise<void>;
}

// ---- articles and ledger

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

/** What one filing may do, inside its transaction. Filings are serialized by the adapter (one lock). */
export interface LedgerTx {
  articleByKey(key: string): Promise<StoredArticle | null>;
  /** Articles that share a band with these, of each band the newest few; those that share most first, at most `limit`. */
  copyCandidates(bands: string[], limit: number): Promise<StoredArticle[]>;
  /** Inserts, or replaces the content of the article with the same key; returns its id. */
  saveArticle(article: NewArticle): Promise<number>;
  setDuplicateOf(ids: number[], root: number | null): Promise<void>;
  /** Members of a copy group. */
  copiesOf(root: number): Promise<StoredArticle[]>;
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
  /** Runs `work` in one transaction under the ledger's lock; rolls back when it throws. */
  file<T>(work: (tx: LedgerTx) => Promise<T>): Promise<T>;
  addRuling(ruling: Ruling): Promise<void>;
}

// ---- telling

export interface DeliveryJob {
  id: number;
}

export interface Delivery {
  id: number;
  subscriber: string;
  agreement: string;
  change: string;
  payload: unknown;
  tries: number;
}

export interface Outbox {
  claim(ask: { limit: number; leaseMs: number }): Promise<DeliveryJob[]>;
  /** Null when it was told already. */
  begin(job: DeliveryJob): Promise<Delivery | null>;
  finish(
    job: DeliveryJob,
    result: { state: 'told' | 'retry' | 'failed'; reason: string; dueAt: Date | null },
  ): Promise<void>;
}

// ---- questions (design 5.4; shapes as printed)

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

export interface Store {
  frontier: Frontier;
  ledger: LedgerStore;
  outbox: Outbox;
  queries: Queries;
  close(): Promise<void>;
}
