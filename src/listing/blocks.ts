/**
 * Links that repeat in one structure: the rows of a list.
 *
 * Links with the same path of tags belong together; a row is the largest part of the page that holds one of them
 * and no other, and rows with the same parent are a block. (The idea of repeated data regions is that of Liu,
 * Grossman and Zhai, "Mining data records in web pages", KDD 2003; this is a link-driven form of it.)
 */
import type { AnyNode, ParentNode } from '../markup/walk.ts';
import { ancestors, type Candidate, classKey } from './candidates.ts';
import { collapseRows } from './collapse-rows.ts';
import { type Block, names, type Row } from './row.ts';

/** A part of the page and the link inside it: null when there are several. */
type Owners = Map<AnyNode, string | null>;

/** Likeness up to which an address is taken for a section. */
const SECTION = -0.5;

export function blocksOf(candidates: readonly Candidate[]): Block[] {
  // The links to a row's column or tag often share the path of its title; they must not part its rows.
  const byPath = Map.groupBy(
    candidates,
    (candidate) => `${candidate.path}${candidate.likeness <= SECTION ? ' section' : ''}`,
  );
  const all = ownersOf(candidates);
  const blocks: Block[] = [];
  for (const [path, group] of byPath) {
    const owners = new Set(group.map((candidate) => candidate.url)).size > 1 ? ownersOf(group) : all;
    const rows = group.map((candidate) => ({ candidate, node: rowOf(candidate, owners) }));
    const found: Block[] = [];
    for (const [container, members] of Map.groupBy(rows, (row) => row.node.parent)) {
      if (container === null) continue;
      found.push({ rows: distinct(members), container, signature: signatureOf(container, path), path });
    }
    blocks.push(...collapseRows(found, (container) => signatureOf(container, path)));
  }
  return blocks;
}

function ownersOf(group: readonly Candidate[]): Owners {
  const owners: Owners = new Map();
  for (const { element, url } of group) {
    for (const node of ancestors(element)) {
      const owner = owners.get(node);
      if (owner === null) break;
      owners.set(node, owner === undefined || owner === url ? url : null);
    }
  }
  return owners;
}

function rowOf(candidate: Candidate, owners: Owners): AnyNode {
  let row: AnyNode = candidate.element;
  for (const node of ancestors(candidate.element)) {
    if (owners.get(node) === null || node.parent === null) break;
    row = node;
  }
  return row;
}

/** One row a URL: of several links in a block to one article, the one that says most. */
function distinct(rows: Row[]): Row[] {
  const best = new Map<string, Row>();
  for (const row of rows) {
    const known = best.get(row.candidate.url);
    if (known === undefined) best.set(row.candidate.url, row);
    else if (names(row.candidate) > names(known.candidate)) known.candidate = row.candidate;
  }
  return [...best.values()];
}

function signatureOf(container: ParentNode, path: string): string {
  const names: string[] = [];
  let node: ParentNode | null = container;
  for (let depth = 0; node !== null && depth < 60; depth++) {
    if ('name' in node)
      names.push(`${node.name}.${classKey(node)}#${(node.attribs.id ?? '').replace(/\d+/g, '')}`);
    node = node.parent;
  }
  return `${names.reverse().join('>')} ${path}`;
}
