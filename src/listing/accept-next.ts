/**
 * A next page is believed only for what it brings: guessed addresses of page 2 often answer with the home page's
 * news, another column, or page 1 again.
 */
import type { Link } from '../domain/listing.ts';
import { urlShape } from './url-shape.ts';

/** How many of the new links must look like the known ones. */
const KIN_SHARE = 0.5;

/** Does `page` go on with the list of `known`: does it bring unseen links, mostly of the same kind? */
export function acceptNext(known: readonly Link[], page: readonly Link[]): boolean {
  const seen = new Set(known.map((link) => link.url));
  const unseen = page.filter((link) => !seen.has(link.url));
  if (unseen.length === 0) return false;
  // A page that is mostly page 1 again is a block of latest news beside something else.
  if (unseen.length * 2 < page.length && page.length > 3) return false;
  const kinds = new Set(known.flatMap((link) => kindsOf(link.url)));
  const kin = unseen.filter((link) => kindsOf(link.url).some((kind) => kinds.has(kind)));
  return known.length === 0 || kin.length >= unseen.length * KIN_SHARE;
}

/** The address's form, and its column (host and first folders before anything dated or numbered). */
function kindsOf(link: string): string[] {
  const url = URL.parse(link);
  if (url === null) return [];
  return [`${columnOf(url)} ${urlShape(url)}`];
}

function columnOf(url: URL): string {
  const folders = url.pathname.split('/').slice(1, -1);
  const fixed: string[] = [];
  for (const folder of folders) {
    if (/\d/.test(folder) || fixed.length === 2) break;
    fixed.push(folder);
  }
  return fixed.join('/');
}
