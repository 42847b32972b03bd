/**
 * Is the page an article rather than a list? Then the links on it are related stories and rankings, however well
 * they look: an article's address or tags with some sentences, or many sentences beside few undated links.
 */
import { metaOf, metaTags } from '../markup/meta.ts';
import { linesOf } from '../markup/text.ts';
import type { AnyNode, Document } from '../markup/walk.ts';
import { widthOf } from './row-title.ts';
import type { ScoredBlock } from './score-block.ts';
import { articleLikeness } from './url-shape.ts';

/** Lines of this display width are sentences of a story, not titles. */
const SENTENCE_WIDTH = 110;
const SOME_LINES = 2;
const STORY_LINES = 4;
const LONG_STORY_LINES = 8;
const FEW_ROWS = 12;
const TEXT_LIMIT = 400_000;

export interface StoryPage {
  document: Document;
  url: string;
  /** The page has a next page. */
  paged: boolean;
}

/** Does the page tell a story of its own, outside the rows of its best block? */
export function isStory(page: StoryPage, leader: ScoredBlock): boolean {
  const list = leader.region === 'main' && leader.dated >= 0.6;
  const rows = leader.block.rows.length;
  if (list && page.paged) return false;
  const lines = sentencesOf(page.document) - sum(leader.block.rows.map((row) => sentencesOf(row.node)));
  if (isArticleItself(page)) return lines >= SOME_LINES;
  if (!list && rows < FEW_ROWS) return lines >= STORY_LINES;
  return !list && !page.paged && lines >= LONG_STORY_LINES;
}

/** By its address, or by the tags that only article pages carry. */
function isArticleItself(page: StoryPage): boolean {
  const url = URL.parse(page.url);
  if (url !== null && articleLikeness(url) >= 0.8 && !/list/i.test(url.pathname)) return true;
  const tags = metaTags(page.document);
  if (metaOf(tags, 'ArticleTitle') !== null && metaOf(tags, 'PubDate') !== null) return true;
  return metaOf(tags, 'og:type') === 'article' && metaOf(tags, 'article:published_time') !== null;
}

/** Enough sentences for a story: a page that waits for its rows has none. */
export function hasProse(document: Document): boolean {
  return sentencesOf(document) >= STORY_LINES;
}

function sentencesOf(node: AnyNode): number {
  return linesOf(node, TEXT_LIMIT).filter((line) => widthOf(line) >= SENTENCE_WIDTH).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
