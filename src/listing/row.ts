/** A row of a list, and rows that repeat in one structure. */
import type { AnyNode, ParentNode } from '../markup/walk.ts';
import type { Candidate } from './candidates.ts';

export interface Row {
  candidate: Candidate;
  /** The largest part that belongs to this link alone. */
  node: AnyNode;
}

export interface Block {
  rows: Row[];
  container: ParentNode;
  /** Tags and classes from the root to the container: equal for parts of one list that stand apart. */
  signature: string;
  path: string;
}

const HEADLINE_WIDTH = 140;

/** How well a link names its article; teasers are longer than titles, so length counts only up to a headline's. */
export function names(candidate: Candidate): number {
  const { rank, width } = candidate;
  return rank * 1_000 + (width > HEADLINE_WIDTH ? 1 : width);
}
