/**
 * Pactwire's own scheduler under virtual time: the functions the product runs, on listings that answer from a world.
 *
 * It starts without knowing anything, is told its budget and nothing else, and makes a plan every day at midnight. A visit
 * reads the newest links of the listing with the times shown and pages back to the last known link; `listingAfter` remembers
 * it and says when the next is due.
 */
import { planFleet } from '../../src/schedule/fleet.ts';
import type { FleetPlan } from '../../src/schedule/fleet-plan.ts';
import { listingAfter } from '../../src/schedule/listing-after.ts';
import { type ListingMemory, readMemory } from '../../src/schedule/memory.ts';
import { nextVisit } from '../../src/schedule/next-visit.ts';
import { busyness, correctBudget } from '../../src/schedule/price.ts';
import type { Visits } from './measure.ts';
import { HOUR, LISTING_LENGTH, type SourceWorld, WEEK, type World, ZONE } from './world.ts';

const DAY = 24 * HOUR;
const KIND = 'government';

interface Listing {
  source: SourceWorld;
  memory: ListingMemory;
  due: { at: Date; slot: string };
  seen: number;
  visits: Visits & { pages: number[] };
}

/** Visits of all sources for a budget in visits a day, with no longest interval. */
export function runFleet(world: World, visitsPerDay: number): Visits[] {
  const listings = world.sources.map((source) => begin(source, world.start));
  let plan: FleetPlan | null = null;
  let correction = 1;
  // The run goes on until the last article is found, or for two weeks.
  for (let day = world.start; day < world.end + 14 * DAY; day += DAY) {
    const week = (day - world.start) / WEEK;
    if (plan && week >= 1 && Number.isInteger(week)) {
      const planned = visitsPerDay * 7 * busyness(plan, new Date(day - WEEK), new Date(day), ZONE);
      correction = correctBudget(correction, pagesSince(listings, day - WEEK), planned);
    }
    const known = listings.map(({ memory }) => ({ kind: KIND, memory, longestMs: NO_LONGEST }) as const);
    plan = planFleet(known, visitsPerDay, { before: plan, correction });
    for (const listing of listings) runDay(listing, plan, day + DAY);
  }
  return listings.map((listing) => listing.visits);
}

const NO_LONGEST = 60 * DAY;

function begin(source: SourceWorld, start: number): Listing {
  const due = nextVisit({
    id: source.id,
    schedule: 'auto',
    timezone: ZONE,
    now: new Date(start),
    since: new Date(start),
    last: null,
    spreadMs: HOUR,
  });
  return { source, memory: readMemory(null), due, seen: 0, visits: { times: [], pages: [] } };
}

function runDay(listing: Listing, plan: FleetPlan, until: number): void {
  while (listing.due.at.getTime() < until) {
    const at = listing.due.at;
    const links = visit(listing, at.getTime());
    const after = listingAfter({
      id: listing.source.id,
      source: { kind: KIND, schedule: 'auto', timezone: ZONE },
      slot: listing.due.slot,
      memory: listing.memory,
      visited: { at, outcome: links.some(({ fresh }) => fresh) ? 'new' : 'unchanged', links },
      fleet: plan,
      longestMs: NO_LONGEST,
    });
    listing.memory = after.memory;
    listing.due = after.next;
  }
}

/** One visit: the listing's newest links, and further pages while nothing known is on them. */
function visit(listing: Listing, at: number): { published: string | null; fresh: boolean }[] {
  const { published } = listing.source;
  const before = listing.seen;
  while (listing.seen < published.length && (published[listing.seen] ?? 0) <= at) listing.seen += 1;
  const fresh = listing.seen - before;
  const pages = before === 0 ? 1 : Math.max(1, Math.ceil(fresh / LISTING_LENGTH));
  listing.visits.times.push(at);
  listing.visits.pages.push(pages);
  const shown = Math.min(listing.seen, pages * LISTING_LENGTH);
  return Array.from({ length: shown }, (_, i) => ({
    published: i < fresh ? new Date(published[listing.seen - 1 - i] ?? 0).toISOString() : null,
    fresh: i < fresh,
  }));
}

function pagesSince(listings: Listing[], from: number): number {
  let pages = 0;
  for (const { visits } of listings) {
    for (let i = visits.times.length - 1; i >= 0 && (visits.times[i] ?? 0) >= from; i--)
      pages += visits.pages[i] ?? 1;
  }
  return pages;
}
