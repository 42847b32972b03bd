/**
 * The one parse of a page: every reader works on this tree, nobody parses again.
 */
import type { Document } from 'domhandler';
import { parseBounded } from './bounded.ts';

/**
 * How deep the tree gets. Browsers stop at 512; beyond it an element becomes an empty sibling of its text.
 * The parser's cost grows with the depth, so without a floor 100,000 open tags would take seconds.
 */
const DEPTH_LIMIT = 1_000;
/** How many elements a tree gets; what comes after them is left out. Real pages have some thousands. */
const ELEMENT_LIMIT = 60_000;

/**
 * HTML text to a tree of at most 1,000 levels and 60,000 elements. Never throws. Walk it with loops, not recursion
 * (see walk.ts): a thousand levels are still too many for a heavy call stack.
 */
export function parseMarkup(html: string): Document {
  return parseBounded(
    html,
    { decodeEntities: true, lowerCaseTags: true },
    { deepest: DEPTH_LIMIT, mostElements: ELEMENT_LIMIT },
  );
}
