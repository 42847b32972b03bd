/**
 * Walking the tree without recursion: pages nest 100,000 deep, so every walk here follows
 * the tree's own pointers and keeps no stack.
 */
import type { AnyNode, Document, Element, ParentNode } from 'domhandler';
import { hasChildren, isDocument, isTag } from 'domhandler';

export type { AnyNode, Document, Element, ParentNode } from 'domhandler';

export interface Visitor {
  /** Called when a node is reached, the root included. `false` leaves its inside out (and its `leave`). */
  enter(node: AnyNode): boolean | undefined;
  /** Called when everything inside a node was seen; only for nodes that can hold others. */
  leave?(node: ParentNode): void;
}

/** Visits `root` and everything inside it in page order. */
export function walk(root: AnyNode, visitor: Visitor): void {
  let node: AnyNode = root;
  for (;;) {
    const inside = visitor.enter(node) !== false && hasChildren(node);
    const first: AnyNode | undefined = inside ? (node as ParentNode).children[0] : undefined;
    if (first !== undefined) {
      node = first;
      continue;
    }
    if (inside) visitor.leave?.(node as ParentNode);
    const next = climb(node, root, visitor);
    if (next === null) return;
    node = next;
  }
}

/** The next node after `node` is done, leaving every parent that ends with it; null at the root's end. */
function climb(from: AnyNode, root: AnyNode, visitor: Visitor): AnyNode | null {
  let node = from;
  while (node !== root) {
    if (node.next !== null) return node.next;
    const parent: ParentNode | null = node.parent;
    if (parent === null) return null;
    visitor.leave?.(parent);
    node = parent;
  }
  return null;
}

/** Every element inside `root`, in page order; with `name`, only those of that tag name (lower case). */
export function elements(root: AnyNode, name?: string): readonly Element[] {
  if (name !== undefined && isDocument(root)) return indexOf(root).get(name) ?? [];
  const found: Element[] = [];
  walk(root, {
    enter(node) {
      if (isTag(node) && node !== root && (name === undefined || node.name === name)) found.push(node);
      return true;
    },
  });
  return found;
}

/** The first element of that tag name, or null. */
export function firstElement(root: AnyNode, name: string): Element | null {
  return elements(root, name)[0] ?? null;
}

/** Elements by name, for the many questions asked of one page. A parsed tree never changes, so one walk is enough. */
const indexes = new WeakMap<Document, Map<string, Element[]>>();

function indexOf(document: Document): Map<string, Element[]> {
  const known = indexes.get(document);
  if (known !== undefined) return known;
  const index = new Map<string, Element[]>();
  for (const element of elements(document)) {
    const same = index.get(element.name);
    if (same === undefined) index.set(element.name, [element]);
    else same.push(element);
  }
  indexes.set(document, index);
  return index;
}

/** Is `node` inside `ancestor` (or the same)? Looks at most `limit` parents up. */
export function isInside(node: AnyNode, ancestor: AnyNode, limit = 1_000): boolean {
  let current: AnyNode | null = node;
  for (let step = 0; current !== null && step < limit; step++) {
    if (current === ancestor) return true;
    current = current.parent;
  }
  return false;
}

/** An attribute's value without surrounding space, or null when it is absent or empty. */
export function attribute(element: Element, name: string): string | null {
  const value = element.attribs[name]?.trim();
  return value ? value : null;
}

/** `class` and `id` in one lower-case string: what page authors call a part. */
export function partName(element: Element): string {
  const { class: classes, id } = element.attribs;
  if (classes === undefined && id === undefined) return '';
  return `${classes ?? ''} ${id ?? ''}`.toLowerCase();
}
