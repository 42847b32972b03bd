/**
 * The links of a page that could lead to an article, each with what is needed to compare it with the others.
 */
import type { Anchor } from '../markup/links.ts';
import { attribute, type Element, type ParentNode } from '../markup/walk.ts';
import { type LinkTitle, titleOfLink, widthOf } from './row-title.ts';
import { articleLikeness, isNoPage, urlShape } from './url-shape.ts';

export interface Candidate {
  element: Element;
  url: string;
  /** What the link itself says; empty for a bare picture. */
  title: string;
  rank: LinkTitle['rank'];
  /** Display width of the title, a Han character counting two. */
  width: number;
  /** From -1 (a section) to 1 (an article), by its address alone. */
  likeness: number;
  shape: string;
  host: string;
  /** Tag names from the root down, with the link's own class: links of one list share it. */
  path: string;
}

/** Page numbers and the words beside them are never articles. */
const PAGING_TEXT =
  /^[[(<«‹]?\s?(?:\d{1,4}|首\s?页|尾\s?页|末\s?页|[上下前后]一?[页頁]|first|last|prev(?:ious)?(?: page)?|next(?: page)?|older(?: posts)?|newer(?: posts)?|[<>«»‹›→←]{1,2})\s?[\])>»›]?$/i;

const CANDIDATE_LIMIT = 4_000;
const DEPTH_LIMIT = 120;

/** Candidates in page order. The page itself, home pages, pictures, templates and scripts are none. */
export function candidatesOf(links: readonly Anchor[], base: string, pageUrl: string): Candidate[] {
  const here = withoutHash(pageUrl);
  const found: Candidate[] = [];
  for (const anchor of links) {
    if (found.length >= CANDIDATE_LIMIT) break;
    const address = anchor.url ?? scriptedUrl(anchor.element, base);
    const url = address === null ? null : URL.parse(address);
    if (url === null || withoutHash(url.href) === here || isNoPage(url)) continue;
    if (anchor.element.attribs.download !== undefined && anchor.text === '') continue;
    const { text: title, rank } = titleOfLink(anchor.element, anchor.text);
    if (PAGING_TEXT.test(title)) continue;
    found.push({
      element: anchor.element,
      url: url.href,
      title,
      rank,
      width: widthOf(title),
      likeness: articleLikeness(url),
      shape: urlShape(url),
      host: url.hostname,
      path: pathOf(anchor.element),
    });
  }
  return found;
}

/** Elements from the parent of `element` up to the root; pages nest deep, so at most `DEPTH_LIMIT`. */
export function ancestors(element: Element): ParentNode[] {
  const chain: ParentNode[] = [];
  let node = element.parent;
  while (node !== null && chain.length < DEPTH_LIMIT) {
    chain.push(node);
    node = node.parent;
  }
  return chain;
}

/** `href="javascript:…"` with the address in a handler or a data attribute. */
function scriptedUrl(element: Element, base: string): string | null {
  const scripted = `${element.attribs.onclick ?? ''} ${element.attribs.href ?? ''}`.slice(0, 500);
  const found =
    /(?:window\.open|location(?:\.href)?\s?=|location\.replace)\s?\(?\s?['"]([^'"]{2,300})['"]/.exec(
      scripted,
    );
  const address = found?.[1] ?? attribute(element, 'data-href') ?? attribute(element, 'data-url');
  if (address === null || address === undefined) return null;
  const url = URL.parse(address, base);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}

function pathOf(element: Element): string {
  const names: string[] = [];
  for (const node of ancestors(element)) {
    if ('name' in node) names.push(node.name);
  }
  return `${names.reverse().join('>')}>${element.name}.${classKey(element)}`;
}

/** Classes without numbers and without what only marks a row's place or state. */
export function classKey(element: Element): string {
  return (element.attribs.class ?? '')
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/\d+/g, ''))
    .filter((word) => word !== '' && !STATE.test(word))
    .sort()
    .join('.');
}

const STATE =
  /^(?:first|last|odd|even|on|active|current|cur|hover|top|bold|red|new|hot|visited|selected|sticky|clearfix|cf|fl|fr|left|right|post-?|item-?|(?:[a-z-]{1,20}[-_])?(?:first|last|odd|even|active|current))$|^(?:tag|category|post|status|format|type|has)-/;

function withoutHash(address: string): string {
  return address.replace(/#.*$/, '').replace(/\/$/, '');
}
