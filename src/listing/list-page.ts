/** The article links of an HTML page: candidates, blocks, choice. */
import type { Link } from '../domain/listing.ts';
import { type Anchor, anchors } from '../markup/links.ts';
import { select } from '../markup/select.ts';
import type { AnyNode, Document, Element } from '../markup/walk.ts';
import { blocksOf } from './blocks.ts';
import { candidatesOf } from './candidates.ts';
import { chooseRows, inPageOrder } from './choose-blocks.ts';
import { linkCounts } from './region.ts';
import { type DateContext, isoDate } from './row-date.ts';
import { factsOf, type RowFacts } from './row-facts.ts';
import { scoreBlock } from './score-block.ts';

export interface PageContext extends DateContext {
  /** Address of the page itself. */
  url: string;
  /** What relative addresses refer to. */
  base: string;
}

export interface Paging {
  /** The page's next page: no link to it is an article. */
  next: string | null;
  /** The page is known to be a list: it has a next page, or a service sent it. */
  paged: boolean;
  /** The page's links, where they have been gathered already. */
  links?: readonly Anchor[];
}

export function linksOfPage(document: Document, context: PageContext, paging: Paging): Link[] {
  const links = paging.links ?? anchors(document, context.base);
  const candidates = candidatesOf(links, context.base, context.url).filter(({ url }) => url !== paging.next);
  const counts = linkCounts(candidates);
  const blocks = blocksOf(candidates).map((block) => scoreBlock(block, counts));
  const page = { document, url: context.url, paged: paging.paged };
  return chooseRows(blocks, candidates, page).map((fact) => linkOf(fact, context));
}

/** How a fragment is read that a service sent as a list. */
export const SENT_AS_LIST: Paging = { next: null, paged: true };

export function linkOf(fact: RowFacts, context: DateContext): Link {
  const { url } = fact.row.candidate;
  return {
    url: flat(url),
    title: fact.title === '' ? null : flat(fact.title),
    published: fact.date === null ? null : isoDate(fact.date, url, context),
  };
}

/** A copy of its own: a part cut from a page keeps the whole page's text alive. */
export function flat(text: string): string {
  return Buffer.from(text).toString();
}

/** The links an operator's selector names: links themselves, or every link inside the parts it selects. */
export function linksBySelector(document: Document, selector: string, context: PageContext): Link[] {
  const parts = new Set(select(document, selector));
  const chosen = candidatesOf(anchors(document, context.base), context.base, context.url).filter(
    (candidate) => {
      for (let node: AnyNode | null = candidate.element, depth = 0; node !== null && depth < 60; depth++) {
        if (parts.has(node as Element)) return true;
        node = node.parent;
      }
      return false;
    },
  );
  const facts = blocksOf(chosen).flatMap(factsOf);
  return inPageOrder(facts, chosen).map((fact) => linkOf(fact, context));
}
