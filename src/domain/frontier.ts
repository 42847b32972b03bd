/**
 * Port of the frontier: listings and links with their due times, handed out by lease and closed by slot or turn.
 *
 * Every clock in here is the store's own (`now()` in SQL), so that workers with skewed clocks agree.
 * Work is claimed by lease: a claimed row is handed out again when its lease ends without a result, which is what
 * lets the queues be emptied at any moment. Results are fenced: they are taken only for the slot or turn that was
 * claimed, so a zombie's late write changes nothing.
 */
import type { Outcome } from './failure.ts';
import type { Verdict } from './report.ts';
import type { Source } from './source.ts';

export interface VisitJob {
  sourceId: string;
  url: string;
  /** Identity of the due slot. */
  slot: string;
}

/** A visit that is due, and what worked last for it. */
export type DueListing = VisitJob & Pick<ListingState, 'via'>;

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

/** The canonical address under which a link is known, declared moves applied; null: no http address. */
export type KeyOf = (url: string) => string | null;

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

export interface PageJob {
  /** Key of the link. */
  key: string;
  /** Counts the visits of this link: a result for another turn is refused. */
  turn: number;
  host: string;
  sourceId: string;
}

export interface PageClaim {
  limit: number;
  /** Most pages in hand of a host. */
  perHost: number;
  leaseMs: number;
  /** Pages of a host are handed out one for each slot, and so long before it opens. */
  aheadMs: number;
  /** Nothing is claimed within so many milliseconds of another feeder's claim. */
  apartMs: number;
  /** Name of the one who asks. */
  feeder: string;
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
  /** Milliseconds until the host is expected to be free (negative: it is); null: nobody has asked it yet. */
  hostOpensInMs: number | null;
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

/** Work that is put off, and why. */
export interface Later {
  waitMs: number;
  reason: string;
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
  claimListings(ask: { limit: number; leaseMs: number }): Promise<DueListing[]>;
  /** Due links: new before revisits before backfill, sources in turn. */
  claimPages(ask: PageClaim): Promise<PageJob[]>;
  /** Ends every lease, so that what is due can be claimed again (the queues were emptied). */
  releaseLeases(): Promise<void>;
  /** State of a listing, or null when the slot is no longer the one due (done already, source gone). */
  beginListing(job: VisitJob, leaseMs: number): Promise<ListingState | null>;
  /** Which of these keys the frontier knows already. */
  knownLinks(keys: string[]): Promise<Set<string>>;
  /** One transaction: outcome, links new and changed, next due time. Null when fenced off. */
  finishListing(job: VisitJob, result: ListingResult): Promise<{ fresh: number; changed: number } | null>;
  /**
   * Lengthens leases that still run, never shortens one: of what has been put on a queue, and of what goes back to one.
   * A claim itself is made for a moment only, since whoever claims may die before the queue has it.
   */
  holdListings(jobs: VisitJob[], leaseMs: number): Promise<void>;
  holdPages(jobs: PageJob[], leaseMs: number): Promise<void>;
  beginPage(job: PageJob, leaseMs: number): Promise<LinkState | null>;
  /**
   * Back to the store, in nobody's hands, for what a queue should not hold: due after `waitMs`, with the reason on
   * record, a listing's under `key`. The same slot of a listing, a new turn of a page. Nothing when fenced off.
   */
  putOffListing(job: VisitJob, later: Later & { key: string }): Promise<void>;
  putOffPage(job: PageJob, later: Later): Promise<void>;
  /** False when fenced off. */
  finishPage(job: PageJob, result: LinkResult): Promise<boolean>;
  /** With `since`, listings visited since then are not counted: they have had their visit of the run in hand. */
  counts(horizonMs: number, since?: Date): Promise<Counts>;
  decide(decisions: Decision[]): Promise<void>;
}
