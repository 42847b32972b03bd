/**
 * Ports to the outside of one visit: fetching, the host gate, robots, telling.
 * The store's ports are in `store.ts`. Adapters implement both; stages know only these.
 */
import type { Hop } from './page.ts';

export interface Clock {
  now(): Date;
}

export interface FetchRequest {
  url: string;
  /** GET unless said otherwise; POST for list APIs that want a form. */
  method?: 'GET' | 'POST';
  /** Sent as it is; the caller names its content-type in `headers`. */
  body?: string;
  headers: Record<string, string>;
  /** Cap on bytes after content-encoding is undone; over it the fetch ends as `too_large`. */
  maxBytes: number;
  /** Wall clock of the whole request, last body byte included. */
  timeoutMs: number;
  signal?: AbortSignal | undefined;
  /** Awaited last, when all else is prepared: nothing may reach the host before it is fulfilled. */
  ready?: (() => Promise<void>) | undefined;
}

/** One answer of a server. An HTTP fetcher does not follow redirects: each hop pays robots and gate again. */
export interface Answer {
  /** The URL that answered; differs from the request's only where a browser followed redirects. */
  url: string;
  status: number;
  headers: Record<string, string>;
  contentType: string | null;
  /** Absolute target of a 3xx, else null. */
  location: string | null;
  bytes: Uint8Array;
  /** Hops a browser took on its own before `url`; empty for http. */
  hops: Hop[];
  /** Milliseconds from the moment the response headers arrived (or the request failed) to now. */
  sinceResponseMs: number;
  /** Milliseconds from sending to response headers. */
  responseMs: number;
}

/**
 * Fetches one URL through the address guard. Rejects with `VisitFailure` (`timeout`, `network`, `tls`, `too_large`,
 * `guard_refused` …, each with its fate) and with nothing else.
 */
export interface Fetcher {
  fetch(request: FetchRequest): Promise<Answer>;
  close(): Promise<void>;
}

/** What a fetcher with a browser adds: whether one can be found, and the command that installs it. */
export interface BrowserFetcher extends Fetcher {
  /** Null when a browser is there, else the sentence that says what to run. */
  missing(): Promise<string | null>;
}

export interface Reservation {
  token: string;
  /** Milliseconds from now before which the request must not be sent: a slot is granted a moment before it opens. */
  waitMs: number;
  /** Failed requests in a row on this host, before this one. */
  failures: number;
  /** Recent response time in ms (moving average), null when unknown. */
  recentResponseMs: number | null;
}

export type Slot =
  | { granted: true; reservation: Reservation }
  | { granted: false; waitMs: number; reason: string };

export interface GateAsk {
  /** host:port as in the URL (`URL.host`). */
  host: string;
  /** IP address the name resolves to now; null when unknown. */
  address: string | null;
  /** Least milliseconds between two requests to this host, as known before the request. */
  gapMs: number;
  worker: string;
}

export interface GateRelease {
  token: string;
  /** Milliseconds ago that the server certainly had the request: the response's arrival. */
  sinceResponseMs: number;
  responseMs: number | null;
  /** HTTP status, or null when the request failed. */
  status: number | null;
  /** The gap that holds from this request on (may have grown by Retry-After or a slow answer). */
  gapMs: number;
  /** Extra pause from now (Retry-After, a host that is down), 0 for none. */
  pauseMs: number;
  /** True when the host failed as a host (network, timeout, 5xx), so that pauses can grow. */
  failed: boolean;
}

/**
 * The fleet-wide pace: one request at a time a host, reserved before the request by the store's clock.
 * A reservation is leased (`leaseMs` of the adapter) and must be renewed by a long request; a dead holder's slot
 * opens again when its lease ends, never earlier than its gap.
 */
export interface HostGate {
  reserve(ask: GateAsk): Promise<Slot>;
  /** Lengthens the lease; false when it was lost: the request must be aborted. */
  renew(token: string): Promise<boolean>;
  release(release: GateRelease): Promise<void>;
}

export interface RobotsEntry {
  /** `rules`: `text` holds them; `allow`: 4xx; `deny`: 5xx or unreachable. */
  kind: 'rules' | 'allow' | 'deny';
  text: string;
  reason: string;
  etag: string | null;
  lastModified: string | null;
  fetchedAt: Date;
  expiresAt: Date;
}

export interface RobotsStore {
  /** The last entry kept for an origin (`https://host:port`), expired or not. */
  get(origin: string): Promise<RobotsEntry | null>;
  put(origin: string, entry: RobotsEntry): Promise<void>;
}

/** Resolves a host name to the address the guard would connect to; null when it cannot. */
export interface Resolver {
  address(host: string): Promise<string | null>;
}

/** Posts JSON to a subscriber through the guard. Resolves with the status; rejects with `VisitFailure`. */
export interface WebhookClient {
  post(
    url: string,
    body: string,
    headers: Record<string, string>,
  ): Promise<{ status: number; retryAfter: string | null }>;
}

export interface WorkerBeat {
  /** Unique for the life of a process. */
  id: string;
  /** `up`, `scheduler`, `worker`, `web` … */
  role: string;
  /** Host name of the machine. */
  machine: string;
  pid: number;
  /** Jobs in hand, by queue. */
  inHand: Record<string, number>;
}

export type WorkerRow = WorkerBeat & { startedAt: Date; seenAt: Date; alive: boolean };

/** Processes of the fleet, by their heartbeat. */
export interface WorkerRegistry {
  beat(worker: WorkerBeat): Promise<void>;
  leave(id: string): Promise<void>;
  list(): Promise<WorkerRow[]>;
}
