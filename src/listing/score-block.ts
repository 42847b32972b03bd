/**
 * How much a block looks like the list of articles of its page. Evidence is positive: dates beside the links,
 * titles of a headline's length, addresses of articles. A menu has none of the three.
 */
import type { ParentNode } from '../markup/walk.ts';
import { type LinkCounts, type Region, regionOf } from './region.ts';
import type { Block } from './row.ts';
import { factsOf, type RowFacts } from './row-facts.ts';
import { isGenericTitle } from './row-title.ts';

export interface ScoredBlock {
  block: Block;
  facts: RowFacts[];
  region: Region;
  /** Mean evidence of a row, about -2 (menu) to 5. */
  quality: number;
  /** Share of rows with a date beside the link. */
  dated: number;
}

/** From here on a block is believed to be articles. */
export const ENOUGH = 1.2;

const MANY_ROWS = 8;

export function scoreBlock(block: Block, counts: LinkCounts): ScoredBlock {
  const facts = factsOf(block);
  const scores = facts.map(rowScore);
  const mean = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
  const dated = facts.filter((fact) => fact.date !== null).length / Math.max(1, facts.length);
  return {
    block,
    facts,
    region: regionOf(startOf(block), counts),
    quality: mean - sameness(facts) + runBonus(facts, counts),
    dated,
  };
}

/**
 * Where to look for marks from: the rows' parent, so that words inside a row do not count; a lone link may be all
 * there is in a marked part, so there from the link itself.
 */
function startOf(block: Block): ParentNode {
  const [first] = block.rows;
  return block.rows.length > 2 || first?.candidate.element.parent == null
    ? block.container
    : first.candidate.element.parent;
}

function rowScore(fact: RowFacts): number {
  const { candidate } = fact.row;
  let score = candidate.likeness;
  if (fact.date !== null) score += 1.5;
  if (fact.heading) score += 0.4;
  if (fact.besides >= 40) score += 0.4;
  if (isGenericTitle(candidate.title)) score -= 0.6;
  return score + titleScore(fact.width);
}

/** Headlines are rarely under 7 Han characters or 4 English words, menu entries rarely over. */
function titleScore(width: number): number {
  if (width >= 34) return 1.3;
  if (width >= 24) return 1;
  if (width >= 18) return 0.6;
  if (width >= 14) return 0.2;
  return width >= 10 ? -0.4 : -1.2;
}

/**
 * A long run of rows is a list though each row says little: dated throughout, or distinct titles that make up much
 * of the page.
 */
function runBonus(facts: readonly RowFacts[], counts: LinkCounts): number {
  if (facts.length < MANY_ROWS) return 0;
  const share = (test: (fact: RowFacts) => boolean) => facts.filter(test).length / facts.length;
  if (share((fact) => fact.date !== null) >= 0.8) return 0.4;
  return facts.length >= 0.4 * counts.all && share((fact) => fact.width >= 16) >= 0.7 ? 0.6 : 0;
}

/** Rows with the same words are buttons, not titles. */
function sameness(facts: readonly RowFacts[]): number {
  if (facts.length < 3) return 0;
  const titles = new Set(facts.map((fact) => fact.title));
  return titles.size < 0.5 * facts.length ? 2 : 0;
}
