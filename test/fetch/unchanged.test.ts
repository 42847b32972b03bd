/** What a visit costs that brings nothing new: counted, since counts are the same on every machine. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalize } from '../../src/addresses/canonicalize.ts';
import type { Source } from '../../src/domain/source.ts';
import { type ListingDeps, visitListing } from '../../src/stages/visit-listing.ts';
import { STARTING_MS } from '../services.ts';
import { type Opened, openKind, source } from '../store/kinds.ts';
import { Moment, type Worker, workerOn } from './polite-rig.ts';
import { type Site, site } from './site.ts';

const SOURCES = 10;

let opened: Opened;
let worker: Worker;

beforeAll(async () => {
  opened = await openKind('embedded');
  worker = workerOn(opened.store, new Moment());
}, STARTING_MS);
afterAll(async () => {
  await worker.close();
  await opened.close();
});

const ITEMS = Array.from(
  { length: 20 },
  (_, i) => `<item><title>Notice ${i}</title><link>http://127.64.0.9/n/${i}</link></item>`,
);
const FEED = `<rss version="2.0"><channel><title>a</title>${ITEMS.join('')}</channel></rss>`;

/** Sites with one feed each; with validators where they are told. */
async function declare(validators: Record<string, string>): Promise<{ sources: Source[]; sites: Site[] }> {
  const sites: Site[] = [];
  for (let i = 0; i < SOURCES; i += 1) {
    sites.push(
      await site((request, response) => {
        if (request.url === '/robots.txt') response.writeHead(404).end();
        else if (validators.etag && request.headers['if-none-match'] === validators.etag)
          response.writeHead(304).end();
        else response.writeHead(200, { 'content-type': 'text/xml', ...validators }).end(FEED);
      }),
    );
  }
  const sources = sites.map(({ origin }, i) =>
    source(`s${i}-${origin.slice(-5)}`, { urls: [`${origin}/feed`], delayMs: 0 }),
  );
  await opened.store.frontier.syncSources(sources, () => null);
  return { sources, sites };
}

/** Visits all of them once; the ends, and the statements that it took beside the claims. */
async function round(sources: Source[]) {
  const { frontier } = opened.store;
  const byId = new Map(sources.map((one) => [one.id, one]));
  const deps: ListingDeps = {
    ...worker.deps,
    frontier,
    keyOf: (url) => canonicalize(url),
    sourceOf: (id) => byId.get(id) ?? null,
    fleetPlan: () => null,
  };
  await frontier.makeDue([...byId.keys()]);
  const jobs = await frontier.claimListings({ limit: SOURCES, leaseMs: 60_000 });
  const before = opened.statements();
  const ends = [];
  for (const job of jobs) ends.push((await visitListing(job, deps, { attempt: 1 }))?.outcome);
  return { ends, statements: opened.statements() - before };
}

describe('a round in which nothing changed', () => {
  it('is answered by 304, and costs one request and five statements a visit', async () => {
    const { sources, sites } = await declare({ etag: '"v"' });
    await round(sources);
    const asked = () => sites.reduce((sum, { requests }) => sum + requests.length, 0);
    const before = asked();
    const { ends, statements } = await round(sources);
    expect(ends).toEqual(Array(SOURCES).fill('unchanged'));
    expect(asked() - before).toBe(SOURCES);
    // Begin, robots.txt, reserve, release, the end of the visit with its record.
    expect(statements / SOURCES).toBe(5);
  });

  it('without validators the links decide, for three statements more', async () => {
    const { sources } = await declare({});
    await round(sources);
    const { ends, statements } = await round(sources);
    expect(ends).toEqual(Array(SOURCES).fill('unchanged'));
    expect(statements / SOURCES).toBe(8);
  });
});
