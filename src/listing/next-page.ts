/**
 * Where a list goes on: the link that says so, the script that would write it, or the next number of the paging
 * line. Only addresses on the list's own host, and never an earlier page.
 */
import type { Anchor } from '../markup/links.ts';
import { textOf } from '../markup/text.ts';
import {
  attribute,
  type Document,
  type Element,
  elements,
  type ParentNode,
  partName,
} from '../markup/walk.ts';
import { pageNumber } from './page-number.ts';
import { scriptsOf } from './page-scripts.ts';
import { nextByScript } from './script-paging.ts';

const NEXT_WORD =
  /^[\s<«‹>»›→[【(]*(?:下一?[页頁]|后一?页|後一?頁|后页|下一?[页頁][\s>»›→]*|older(?: (?:posts|entries|news|articles|stories|releases))?|earlier posts|next(?: page)?|next (?:posts|articles|entries|\d{1,3})|load more|show more|more (?:news|posts|articles|results)|siguiente|suivant|weiter|nächste(?: seite)?|próxima|avanti|successiv[ao]|pagina successiva|próxim[ao]s?|次の?(?:ページ|へ)|다음|след(?:ующ\p{L}{1,4}|\.)?|вперёд|далее)[\s>»›→\])】]*$/iu;
const ARROW = /^[\s]*(?:>|>>|»|›|→|⟩|＞|❯)[\s]*$/;
const PAGING_NAME = /pag(?:e|er|es|ing|ination|enav|i)|fenye|wp_page|next|turn/;
const NEXT_NAME = /(?:^|[\s_-])next(?:$|[\s_-]|page|link|posts)/;
/** Sliders, and the older or newer article of a blog. */
const NO_NEXT_NAME = /prev|nav-next|slid|swiper|carousel|slick|flex|comic|article|story|month/;
const OFF = /(?:^|[\s_-])(?:disabled|disable|off|none|unclick)(?:$|[\s_-])/;

export interface NextContext {
  url: string;
  base: string;
}

/** Absolute address of the next (older) page, or null; `links` are the page's links. */
export function nextPage(document: Document, links: readonly Anchor[], context: NextContext): string | null {
  return (
    byRelation(document, context) ??
    byWords(links, context) ??
    byMark(links, context) ??
    nextByScript(scriptsOf(document), context) ??
    byNumbers(links, context) ??
    byOptions(document, context) ??
    byCountedNames(links, context)
  );
}

function byRelation(document: Document, context: NextContext): string | null {
  for (const element of elements(document)) {
    if (element.name !== 'link' && element.name !== 'a') continue;
    if (!/(?:^|\s)next(?:\s|$)/i.test(element.attribs.rel ?? '')) continue;
    const url = acceptable(element.attribs.href ?? null, context);
    // Article pages link the next article with rel=next, too: only an address with a page number will do there.
    if (url !== null && (element.name === 'link' || isPaging(element) || pageNumber(url) !== null))
      return url;
  }
  return null;
}

function byWords(links: readonly Anchor[], context: NextContext): string | null {
  for (const link of links) {
    const words = [link.text, link.title ?? '', attribute(link.element, 'aria-label') ?? ''];
    const says = words.some((word) => word.length < 40 && NEXT_WORD.test(word));
    const points = ARROW.test(link.text) && isPaging(link.element);
    if ((!says && !points) || OFF.test(link.element.attribs.class ?? '')) continue;
    const url = acceptable(addressOf(link), context);
    if (url !== null) return url;
  }
  return null;
}

/** A class named next on the link, in it or around it, where the link is an arrow or a picture. */
function byMark(links: readonly Anchor[], context: NextContext): string | null {
  for (const link of links) {
    const { element } = link;
    const around = element.parent !== null && 'attribs' in element.parent ? partName(element.parent) : '';
    const within = element.children.map((child) => ('attribs' in child ? partName(child) : '')).join(' ');
    const names = `${partName(element)} ${around} ${within}`;
    if (!NEXT_NAME.test(names) || NO_NEXT_NAME.test(names) || OFF.test(names) || !isPaging(element)) continue;
    const url = acceptable(addressOf(link), context);
    if (url !== null && Math.max(0, pageNumber(url) ?? 0) >= (pageNumber(context.url) ?? 0)) return url;
  }
  return null;
}

/** The number after the current one in a line of page numbers. */
function byNumbers(links: readonly Anchor[], context: NextContext): string | null {
  const numbered = links.filter(
    (link) => /^[[(]?(?:page\s?|第)?\d{1,4}页?[\])]?$/i.test(link.text) && isPaging(link.element),
  );
  const shown = shownNumber(numbered, context);
  for (const link of numbered) {
    if (numberOf(link) !== shown + 1) continue;
    const url = acceptable(addressOf(link), context);
    if (url !== null) return url;
  }
  return null;
}

/** The page being shown: the number marked, else the one left out among the links, else the address's own. */
function shownNumber(numbered: readonly Anchor[], context: NextContext): number {
  const marked = numbered.find((link) => {
    const around =
      link.element.parent !== null && 'attribs' in link.element.parent ? link.element.parent : null;
    const name = `${partName(link.element)} ${around === null ? '' : partName(around)}`;
    return /(?:^|[\s_-])(?:on|active|current|cur|curr|selected|now|thisclass|hover)(?:$|[\s_-])/.test(name);
  });
  if (marked !== undefined) return numberOf(marked);
  const linked = new Set(numbered.map(numberOf));
  if (!linked.has(1)) return 1;
  const gap = [...linked].find((number) => !linked.has(number + 1) && linked.has(number + 2));
  return gap === undefined ? (pageNumber(context.url) ?? 1) : gap + 1;
}

function numberOf(link: Anchor): number {
  return Number(link.text.replace(/\D/g, ''));
}

/** Paging as a drop-down whose options are addresses. */
function byOptions(document: Document, context: NextContext): string | null {
  const options = elements(document, 'option').slice(0, 500);
  const chosen = options.findIndex((option) => option.attribs.selected !== undefined);
  const after = options[chosen === -1 ? 1 : chosen + 1];
  const value = after === undefined ? null : attribute(after, 'value');
  if (value === null || after === undefined || !/\.s?html?|\/|\?/.test(value)) return null;
  return /\d/.test(textOf(after, 40)) && pageNumber(new URL(value, context.base).href) !== null
    ? acceptable(value, context)
    : null;
}

/**
 * Pages that are counted up from the oldest: the front page links `…_000000012.shtml`, the one before it is the
 * next older.
 */
function byCountedNames(links: readonly Anchor[], context: NextContext): string | null {
  const counted = /_(\d{9})(\.s?html?)$/i;
  const here = counted.exec(context.url);
  if (here?.[1] !== undefined) {
    const older = Number(here[1]) - 1;
    return older < 1 ? null : context.url.replace(counted, `_${String(older).padStart(9, '0')}${here[2]}`);
  }
  let highest: { page: number; url: string } | null = null;
  for (const link of links) {
    const page = Number(counted.exec(link.url ?? '')?.[1] ?? 0);
    if (link.url !== null && page > 0 && page > (highest?.page ?? 0)) highest = { page, url: link.url };
  }
  return highest === null ? null : acceptable(highest.url, context);
}

/** The address a paging link leads to, also where a script or a data attribute holds it. */
function addressOf(link: Anchor): string | null {
  if (link.url !== null && !/^\s*#/.test(link.href)) return link.url;
  const { attribs } = link.element;
  for (const name of ['tagname', 'data-href', 'data-url', 'data-link', 'pagehref']) {
    const value = attribs[name];
    if (value !== undefined && /^(?:https?:|\/|\.|\?)|\.s?html?/.test(value)) return value;
  }
  const handler = `${attribs.onclick ?? ''} ${attribs.href ?? ''}`.slice(0, 500);
  const written =
    /['"]((?:https?:\/\/|\/|\.{1,2}\/|\?)?[\w./?=&%:-]{3,200}(?:\.(?:[sj]?html?|aspx?|php|jsp)|\?[^'"]{1,200}))['"]/.exec(
      handler,
    )?.[1];
  return written !== undefined && pageNumber(URL.parse(written, 'http://x.invalid/')?.href ?? '') !== null
    ? written
    : null;
}

function acceptable(href: string | null, context: NextContext): string | null {
  const url = href === null ? null : URL.parse(href.trim(), context.base);
  const here = URL.parse(context.url);
  if (url === null || here === null || !/^https?:$/.test(url.protocol)) return null;
  if (url.hostname.replace(/^www\./, '') !== here.hostname.replace(/^www\./, '')) return null;
  url.hash = '';
  here.hash = '';
  if (url.href === here.href || sameFirstPage(url, here)) return null;
  return url.href;
}

/** `index.html` and `/` are one page. */
function sameFirstPage(a: URL, b: URL): boolean {
  const plain = (url: URL) => `${url.pathname.replace(/(?:index|default)\.\w{3,5}$/i, '')}${url.search}`;
  return plain(a) === plain(b);
}

function isPaging(element: Element): boolean {
  let node: Element | ParentNode | null = element;
  for (let depth = 0; node !== null && depth < 4; depth++) {
    if ('attribs' in node && PAGING_NAME.test(partName(node))) return true;
    node = node.parent;
  }
  const line = element.parent === null ? '' : textOf(element.parent, 200);
  return /\d\s+\d|[页頁]|\bpage\b/i.test(line) && line.length < 160;
}
