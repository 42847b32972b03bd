/**
 * Of all blocks, those that are the list of this page.
 *
 * A list page has one list that outweighs the rest: it is taken with its parts that stand apart (an item with a
 * picture, rows by month), and other columns are left out. A channel page has several blocks of headlines and no
 * list that leads: there every block of headlines counts that is no ranking.
 */
import type { Candidate } from './candidates.ts';
import type { RowFacts } from './row-facts.ts';
import { ENOUGH, type ScoredBlock } from './score-block.ts';
import { isStory, type StoryPage } from './story.ts';
import { columnOf } from './url-shape.ts';

/** Rows a block needs to lead by itself when nothing but titles and addresses speaks for it. */
const MANY_ROWS = 12;
const LEADING_SHARE = 0.7;
/** What a lone link needs to be a list. */
const LONE_QUALITY = 3;

/** Rows of the page's list in page order; empty when nothing speaks for a list. */
export function chooseRows(
  blocks: readonly ScoredBlock[],
  order: readonly Candidate[],
  page: StoryPage,
): RowFacts[] {
  const good = blocks.filter((block) => block.quality >= ENOUGH && block.region !== 'outside');
  const leader = leaderOf(good, page);
  if (leader === null || isStory(page, leader)) return [];
  const kin = good.filter(
    (block) => block !== leader && (isKin(block, leader) || isHero(block, leader, order)),
  );
  const chosen = [leader, ...kin];
  if (!leads(chosen, good, page.paged)) {
    chosen.push(...good.filter((block) => !chosen.includes(block) && isHeadlines(block, leader)));
  }
  chosen.push(...blocks.filter((block) => !chosen.includes(block) && isPart(block, chosen)));
  return inPageOrder(
    chosen.flatMap((block) => block.facts),
    order,
  );
}

function leaderOf(good: readonly ScoredBlock[], page: StoryPage): ScoredBlock | null {
  let leader: ScoredBlock | null = null;
  for (const block of good) {
    if (block.block.rows.length < 2 && !isListOfOne(block, page)) continue;
    if (leader === null || weight(block) > weight(leader)) leader = block;
  }
  return leader;
}

/** A column with one article so far: a dated headline with an article's address, in the main part. */
function isListOfOne(block: ScoredBlock, page: StoryPage): boolean {
  return block.region === 'main' && block.dated === 1 && block.quality >= (page.paged ? 2 : LONE_QUALITY);
}

function weight(block: ScoredBlock): number {
  const place = block.region === 'main' ? 1 : 0.4;
  return place * block.quality * Math.sqrt(Math.min(block.block.rows.length, 60));
}

/** Another part of the same list: same structure, as well dated, and of the same column where its frame differs. */
function isKin(block: ScoredBlock, leader: ScoredBlock): boolean {
  if (block.region !== leader.region || (leader.dated >= 0.6 && block.dated < 0.5)) return false;
  if (block.block.signature === leader.block.signature) return true;
  return block.block.path === leader.block.path && sameColumn(block, leader);
}

function sameColumn(block: ScoredBlock, leader: ScoredBlock): boolean {
  const columns = new Set(leader.block.rows.map((row) => columnOf(row.candidate.url)));
  const shared = block.block.rows.filter((row) => columns.has(columnOf(row.candidate.url)));
  return shared.length >= 0.8 * block.block.rows.length;
}

/** The newest item shown large above the list: few rows, the same form of address, a date or heading like the list's. */
function isHero(block: ScoredBlock, leader: ScoredBlock, order: readonly Candidate[]): boolean {
  const [first] = block.block.rows;
  const last = leader.block.rows.at(-1);
  if (first === undefined || last === undefined || block.block.rows.length > 3 || block.region !== 'main')
    return false;
  if (order.indexOf(first.candidate) > order.indexOf(last.candidate)) return false;
  const shapes = new Set(leader.block.rows.map((row) => row.candidate.shape));
  const alike = block.block.rows.every((row) => shapes.has(row.candidate.shape));
  return alike && (block.dated > 0 || block.facts.every((fact) => fact.heading));
}

/** Does the list stand out, so that other blocks of headlines are other columns? */
function leads(chosen: readonly ScoredBlock[], good: readonly ScoredBlock[], paged: boolean): boolean {
  const rows = urlsOf(chosen).size;
  const share = rows / Math.max(1, urlsOf(good).size);
  const dated = chosen[0] !== undefined && chosen[0].dated >= 0.6;
  if (rows >= 5 && (dated || paged)) return true;
  return rows >= MANY_ROWS && share >= LEADING_SHARE;
}

function isHeadlines(block: ScoredBlock, leader: ScoredBlock): boolean {
  return block.region !== 'ranked' || leader.region === 'ranked';
}

/** A row of the list in another dress: beside the list's own rows, under the same parent. */
function isPart(block: ScoredBlock, chosen: readonly ScoredBlock[]): boolean {
  if (block.quality < 0.4 || block.region === 'outside') return false;
  return chosen.some((other) => {
    if (other.block.container !== block.block.container) return false;
    const taken = new Set(other.block.rows.map((row) => row.node));
    return block.block.rows.every((row) => !taken.has(row.node));
  });
}

function urlsOf(blocks: readonly ScoredBlock[]): Set<string> {
  return new Set(blocks.flatMap((block) => block.block.rows.map((row) => row.candidate.url)));
}

/** Page order of the links themselves; of two rows with one URL the first, with the other's date and longer title. */
export function inPageOrder(facts: RowFacts[], order: readonly Candidate[]): RowFacts[] {
  const place = new Map(order.map((candidate, index) => [candidate, index]));
  facts.sort((a, b) => (place.get(a.row.candidate) ?? 0) - (place.get(b.row.candidate) ?? 0));
  const best = new Map<string, RowFacts>();
  for (const fact of facts) {
    const known = best.get(fact.row.candidate.url);
    if (known === undefined) {
      best.set(fact.row.candidate.url, fact);
      continue;
    }
    known.date ??= fact.date;
    if (fact.width > known.width || known.title === '') known.title = fact.title;
  }
  return [...best.values()];
}
