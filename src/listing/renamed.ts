/**
 * A listing that gives its articles other addresses at each look (a session id of its own making, a random number) would
 * bring the same articles as new for ever. They are known by their wording: title and date.
 */

interface Worded {
  title: string | null;
  published: string | null;
}

/** Fewer may be chance: a weekly notice of one title. */
const FEWEST = 5;
/** Share of the unseen links that must have stood there before: news beside them is news all the same. */
const MOST_PART = 0.8;
/** Wordings of one listing that are remembered. */
const MOST_WORDINGS = 200;

/** What is remembered of a listing: a number for each link that has a title. */
export function wordingsOf(links: Worded[]): number[] {
  return links
    .filter(({ title }) => title !== null)
    .slice(0, MOST_WORDINGS)
    .map(hashed);
}

/** Of the links that nobody has seen, those that only have another address than at the last visit. */
export function renamedLinks<L extends Worded>(unseen: L[], before: readonly number[]): L[] {
  const known = new Set(before);
  const same = unseen.filter((link) => link.title !== null && known.has(hashed(link)));
  return same.length >= FEWEST && same.length >= unseen.length * MOST_PART ? same : [];
}

/** FNV-1a of 32 bits: two of 200 wordings fall together once in 200,000 listings, and then five would have to. */
function hashed({ title, published }: Worded): number {
  let hash = 0x811c9dc5;
  for (const unit of Buffer.from(`${title}\n${published ?? ''}`)) hash = Math.imul(hash ^ unit, 0x01000193);
  return hash >>> 0;
}
