/**
 * Older pages of a listing: as many as the entry's `pages` at the first visit; later, back to the last known item when
 * everything on the page is unseen, so that a burst longer than the listing loses nothing. Known articles under new
 * addresses are no burst.
 */
import { createHash } from 'node:crypto';
import { VisitFailure } from '../domain/failure.ts';
import type { FoundLink, Frontier, KeyOf } from '../domain/frontier.ts';
import type { Link } from '../domain/listing.ts';
import type { Source } from '../domain/source.ts';
import { acceptNext } from '../listing/accept-next.ts';
import { renamedLinks } from '../listing/renamed.ts';
import { type ListDeps, type Onward, onwardOf, type ReadList, readOnward, type Via } from './read-list.ts';

/** Bounds of one visit: pages of a listing and links in all. */
const MOST_PAGES_BACK = 50;
const MOST_LINKS = 50_000;

/** Links in order, each once, by canonical key; the listing itself and what is no http address left out. */
export function foundLinks(links: Link[], listingUrl: string, keyOf: KeyOf): FoundLink[] {
  const own = keyOf(listingUrl);
  const byKey = new Map<string, FoundLink>();
  for (const link of links) {
    const key = keyOf(link.url);
    if (key && key !== own && !byKey.has(key)) byKey.set(key, { key, ...link });
  }
  return [...byKey.values()].slice(0, MOST_LINKS);
}

/** A listing without validators is unchanged when this is. */
export function hashLinks(links: FoundLink[]): string {
  const hash = createHash('sha256');
  for (const { key, title, published } of links) hash.update(`${key}\n${title ?? ''}\n${published ?? ''}\n`);
  return hash.digest('hex');
}

export interface BackAsk {
  source: Source;
  listingUrl: string;
  firstVisit: boolean;
  first: ReadList;
  /** What the listing's links said at the visit before. */
  wordings: readonly number[];
}

/** All links of the visit, and those of them that the frontier knew before it. */
export interface AllLinks {
  links: FoundLink[];
  known: Set<string>;
  /** Of the known ones, those that had another address before. */
  renamed: Set<string>;
  pages: number;
  /** What of the listing could not be read, in words. */
  missing: string[];
}

export async function pageBack(
  ask: BackAsk,
  { lists, frontier, keyOf }: { lists: ListDeps; frontier: Frontier; keyOf: KeyOf },
): Promise<AllLinks> {
  const { source, listingUrl, firstVisit, first } = ask;
  const knownOf = (links: FoundLink[]) => frontier.knownLinks(links.map(({ key }) => key));
  const links = foundLinks(first.reading.links, listingUrl, keyOf);
  const known = await knownOf(links);
  const renamed = renamedLinks(
    links.filter(({ key }) => !known.has(key)),
    ask.wordings,
  ).map(({ key }) => key);
  const all: AllLinks = {
    links,
    known: new Set([...known, ...renamed]),
    renamed: new Set(renamed),
    pages: 1,
    missing: first.missing ?? [],
  };
  const seen = new Set(links.map(({ key }) => key));
  const most = firstVisit ? source.pages : MOST_PAGES_BACK;
  let onward = onwardOf(first);
  let goOn = firstVisit || (links.length > 0 && all.known.size === 0);
  while (onward && goOn && all.pages < most && seen.size < MOST_LINKS) {
    const read: ReadList | string = await readOlder(source, { onward, via: first.via }, lists);
    if (typeof read === 'string') {
      all.missing.push(`page ${all.pages + 1} not read: ${read}`);
      break;
    }
    if (!acceptNext(first.reading.links, read.reading.links)) break;
    const older = foundLinks(read.reading.links, listingUrl, keyOf).filter(({ key }) => !seen.has(key));
    if (older.length === 0) break;
    const known = await knownOf(older);
    for (const link of older) seen.add(link.key);
    for (const key of known) all.known.add(key);
    all.links.push(...older);
    all.pages += 1;
    goOn = firstVisit || known.size === 0;
    onward = onwardOf(read);
  }
  return all;
}

/** An older page that is not there ends the way back, in words; what the newer pages showed stands. */
async function readOlder(
  source: Source,
  from: { onward: Onward; via: Via },
  lists: ListDeps,
): Promise<ReadList | string> {
  try {
    return (await readOnward(source, from, lists)) ?? 'status 304 to a question without conditions';
  } catch (error) {
    if (!(error instanceof VisitFailure)) throw error;
    // What may pass (a time-out, a 5xx) is tried again with the whole listing, so that a burst is not cut short.
    if (error.outcome === 'gone' || error.fate === 'never') return `${error.outcome}, ${error.reason}`;
    throw error;
  }
}
