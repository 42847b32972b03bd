/** Both kinds of store, so that one suite holds for each. */
import type { OpenStore } from '../../src/adapters/postgres/open.ts';
import { openStore } from '../../src/adapters/postgres/open.ts';
import type { FoundLink, ListingResult } from '../../src/domain/frontier.ts';
import type { NewArticle } from '../../src/domain/ledger-store.ts';
import type { Page } from '../../src/domain/page.ts';
import type { Source } from '../../src/domain/source.ts';
import { postgresServer, query } from '../services.ts';

export const KINDS = ['embedded', 'served'] as const;
export type Kind = (typeof KINDS)[number];

export interface Opened {
  store: OpenStore;
  /** Opens the same store once more, as another process would; the embedded one is just shared. */
  again(): Promise<OpenStore>;
  /** Statements sent by `store` so far, transactions' beginnings and ends left out. */
  statements(): number;
  /** Their texts, in order. */
  texts: string[];
  /** Lets time pass for what is leased: every lease that runs ends so much earlier. */
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
}

export async function openKind(kind: Kind, options: { gateLeaseMs?: number } = {}): Promise<Opened> {
  const texts: string[] = [];
  const onQuery = (sql: string) => {
    // PGlite opens transactions by a call of its own.
    if (!/^(begin|commit|rollback)$/.test(sql)) texts.push(sql);
  };
  const statements = () => texts.length;
  if (kind === 'embedded') {
    const store = await openStore({ onQuery, ...options });
    const pass = async (ms: number) => void (await store.embedded?.query(passing(ms)));
    return { store, again: async () => store, statements, texts, pass, close: () => store.close() };
  }
  const server = await postgresServer();
  const others: OpenStore[] = [];
  const store = await openStore({ databaseUrl: server.url, onQuery, ...options });
  return {
    store,
    statements,
    texts,
    pass: (ms) => query(server.url, passing(ms)),
    again: async () => {
      const other = await openStore({ databaseUrl: server.url, ...options });
      others.push(other);
      return other;
    },
    close: async () => {
      for (const one of [store, ...others]) await one.close();
      await server.close();
    },
  };
}

/** Moves leases, claims and what the gate knows of hosts: so much time has passed. */
export const passing = (ms: number) =>
  Object.entries({
    links: ['leased_until'],
    listings: ['leased_until'],
    outbox: ['leased_until'],
    claims: ['at'],
    hosts: ['arrived_at', 'reserved_at', 'handed_at'],
    requests: ['reserved_at', 'started_at', 'arrived_at', 'ended_at'],
  })
    .map(([table, columns]) => {
      const moved = columns.map((column) => `${column} = ${column} - interval '${ms} milliseconds'`);
      return `update ${table} set ${moved.join(', ')}`;
    })
    .join(';');

export function source(id: string, more: Partial<Source> = {}): Source {
  return {
    id,
    name: id,
    urls: [`http://${id}.test/list`],
    region: 'CN-QH',
    kind: 'government',
    language: null,
    schedule: 'auto',
    timezone: 'Asia/Shanghai',
    render: 'auto',
    pages: 1,
    delayMs: 200,
    selectors: {},
    enabled: true,
    ...more,
  };
}

export function links(host: string, count: number, title = 'title'): FoundLink[] {
  return Array.from({ length: count }, (_, i) => ({
    key: `http://${host}/${i}`,
    url: `http://${host}/${i}`,
    title: `${title} ${i}`,
    published: '2026-11-01',
  }));
}

export function listed(found: FoundLink[], more: Partial<ListingResult> = {}): ListingResult {
  return {
    outcome: 'new',
    reason: `${found.length} links`,
    etag: null,
    lastModified: null,
    linksHash: null,
    via: 'http',
    links: found,
    memory: {},
    next: null,
    ...more,
  };
}

/** Declares sources whose listings are due now under slot `first`. */
export async function declare(store: OpenStore, ids: string[]): Promise<void> {
  await store.frontier.syncSources(
    ids.map((id) => source(id)),
    () => ({ at: new Date(0), slot: 'first' }),
  );
}

/** Visits the listing of each of these sources: `found` says what it shows. */
export async function visit(store: OpenStore, found: Record<string, FoundLink[]>): Promise<void> {
  await declare(store, Object.keys(found));
  await store.frontier.claimListings({ limit: 10_000, leaseMs: 60_000 });
  for (const [id, shown] of Object.entries(found)) {
    const job = { sourceId: id, url: `http://${id}.test/list`, slot: 'first' };
    await store.frontier.finishListing(job, listed(shown));
  }
}

export function page(text: string): Page {
  return {
    requestedUrl: 'http://a.test/asked',
    url: 'http://a.test/final',
    status: 200,
    headers: { 'content-type': 'text/html' },
    contentType: 'text/html',
    bytes: new TextEncoder().encode(text),
    hops: [{ url: 'http://a.test/asked', status: 301 }],
    fetchedAt: new Date('2026-11-01T08:00:00Z'),
    via: 'http',
  };
}

export function article(key: string, more: Partial<NewArticle> = {}): NewArticle {
  return {
    key,
    url: key,
    sourceId: null,
    article: {
      title: `about ${key}`,
      published: '2026-11-01',
      publishedPrecision: 'day',
      publisher: null,
      author: null,
      language: 'zh-Hans',
      body: '青海省人民政府与中国电信签署合作协议。',
      provenance: {},
    },
    fingerprint: { exact: `exact ${key}`, near: `near ${key}` },
    bands: [],
    report: { verdict: 'agreement', score: 0.9, reasons: ['a signing'], agreements: [] },
    page: null,
    searchText: '青海 省 人民 政府 中国 电信 签署 合作 协议',
    ...more,
  };
}
