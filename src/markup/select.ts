/** CSS selection, for the selectors an operator writes to overrule what the readers find. */
import { selectAll } from 'css-select';
import { isTag } from 'domhandler';
import * as domutils from 'domutils';
import type { AnyNode, Element } from './walk.ts';

const adapter = { ...domutils, isTag };

/** A selector that cannot be read; `message` says what is wrong with it. */
export class SelectorError extends Error {
  override readonly name = 'SelectorError';
  constructor(selector: string, cause: unknown) {
    super(`not a CSS selector: ${selector}${cause instanceof Error ? ` (${cause.message})` : ''}`, { cause });
  }
}

/** Elements inside `root` that match, in page order. Throws `SelectorError`. */
export function select(root: AnyNode & { children: AnyNode[] }, selector: string): Element[] {
  try {
    return selectAll<AnyNode, Element>(selector, root.children, { adapter });
  } catch (error) {
    throw new SelectorError(selector, error);
  }
}
