/**
 * A tolerant parser with limits, for pages and feeds alike: beyond the deepest level an element becomes an empty sibling
 * of its text, and what comes after the last element that is allowed is left out. It never throws.
 */
import type { Document } from 'domhandler';
import { DomHandler, Parser, type ParserOptions } from 'htmlparser2';

export interface Limits {
  /** Levels of the tree. The parser's cost grows with the depth, so torn and hostile files stop here. */
  deepest: number;
  mostElements: number;
}

class DepthCountingHandler extends DomHandler {
  get depth(): number {
    return this.tagStack.length;
  }
}

class BoundedParser extends Parser {
  readonly #handler: DepthCountingHandler;
  readonly #limits: Limits;
  #elements = 0;
  #tooDeep = false;

  constructor(handler: DepthCountingHandler, options: ParserOptions, limits: Limits) {
    super(handler, options);
    this.#handler = handler;
    this.#limits = limits;
  }

  override onopentagname(start: number, end: number): void {
    this.#elements += 1;
    if (this.#elements > this.#limits.mostElements) this.pause();
    this.#tooDeep = this.#handler.depth > this.#limits.deepest;
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

export function parseBounded(text: string, options: ParserOptions, limits: Limits): Document {
  const handler = new DepthCountingHandler();
  new BoundedParser(handler, options, limits).end(text);
  return handler.root;
}
