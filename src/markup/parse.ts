/**
 * The one parse of a page: every reader works on this tree, nobody parses again.
 */
import type { Document } from 'domhandler';
import { DomHandler, Parser } from 'htmlparser2';

/**
 * How deep the tree gets. Browsers stop at 512; beyond it an element becomes an empty sibling of its text.
 * The parser's cost grows with the depth, so without a floor 100,000 open tags would take seconds.
 */
const DEPTH_LIMIT = 1_000;
/** How many elements a tree gets; what comes after them is left out. Real pages have some thousands. */
const ELEMENT_LIMIT = 60_000;

class DepthCountingHandler extends DomHandler {
  get depth(): number {
    return this.tagStack.length;
  }
}

class ShallowParser extends Parser {
  readonly #handler: DepthCountingHandler;
  #tooDeep = false;
  #elements = 0;

  constructor(handler: DepthCountingHandler) {
    super(handler, { decodeEntities: true, lowerCaseTags: true });
    this.#handler = handler;
  }

  override onopentagname(start: number, end: number): void {
    this.#elements += 1;
    if (this.#elements > ELEMENT_LIMIT) this.pause();
    this.#tooDeep = this.#handler.depth > DEPTH_LIMIT;
    super.onopentagname(start, end);
  }

  override onclosetag(start: number, end: number): void {
    this.#tooDeep = false;
    super.onclosetag(start, end);
  }

  protected override isVoidElement(name: string): boolean {
    return this.#tooDeep || super.isVoidElement(name);
  }
}

/**
 * HTML text to a tree of at most 1,000 levels and 60,000 elements. Never throws. Walk it with loops, not recursion
 * (see walk.ts): a thousand levels are still too many for a heavy call stack.
 */
export function parseMarkup(html: string): Document {
  const handler = new DepthCountingHandler();
  new ShallowParser(handler).end(html);
  return handler.root;
}
