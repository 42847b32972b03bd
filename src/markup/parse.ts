/**
 * The one parse of a page: every reader works on this tree, nobody parses again.
 */
import type { Document } from 'domhandler';
import { parseDocument } from 'htmlparser2';

/** HTML text to a tree. Never throws; walk it with loops, not recursion: pages nest 100,000 deep. */
export function parseMarkup(html: string): Document {
  return parseDocument(html, { decodeEntities: true, lowerCaseTags: true, withStartIndices: false });
}
