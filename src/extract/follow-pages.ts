/**
 * Further pages of an article that is spread over several, as the page itself links them.
 *
 * A link counts when it looks like paging (a number, 下一页, Next) and its address differs from the page's own
 * only by the page's number: other articles of a series never do.
 */

import { isTag } from 'domhandler';
import { absoluteUrl, baseOf } from '../markup/links.ts';
import { rawText } from '../markup/meta.ts';
import { textOf } from '../markup/text.ts';
import { type Document, type Element, elements, partName } from '../markup/walk.ts';

const PAGE_LIMIT = 30;
/** Paging links looked at. */
const LINK_LIMIT = 300;
const PAGING_TEXT =
  /^[[【(（]?\s?(?:第?\s?\d{1,2}\s?页?|下一?[页頁]|后页|next(?: page)?|continue|[>»›]{1,2})\s?[>»›]{0,2}[\])】）]?$/i;
const TRS_PAGING =
  /createPageHTML\(\s?(\d{1,2})\s?,\s?\d{1,2}\s?,\s?["']([^"']{1,100})["']\s?,\s?["'](\w{2,6})["']/;

/** Absolute URLs in the order of their numbers; empty for an article of one page. */
export function followPages(document: Document, url: string): string[] {
  const own = addressesOf(url);
  const found = new Map<number, string>();
  const take = (candidate: string) => {
    const number = pageNumber(own, candidate);
    if (number !== null && !found.has(number)) found.set(number, candidate);
  };
  const base = baseOf(document, url);
  let looked = 0;
  for (const anchor of elements(document, 'a')) {
    if (looked > LINK_LIMIT) break;
    const target =
      isPaging(anchor) && !isOfComments(anchor) ? absoluteUrl(anchor.attribs.href ?? '', base) : null;
    if (target === null) continue;
    looked += 1;
    take(target);
  }
  for (const candidate of scriptedPages(document, url)) take(candidate);
  const numbers = [...found.keys()].sort((a, b) => a - b).slice(0, PAGE_LIMIT);
  return numbers.map((number) => found.get(number) ?? '');
}

/** The number of `candidate` among the pages that follow the own one; null when it is none of them. */
function pageNumber(own: readonly Address[], candidate: string): number | null {
  for (const { stem, number } of addressesOf(candidate)) {
    if (number > 0 && own.some((one) => one.stem === stem && one.number < number)) return number;
  }
  return null;
}

function isPaging(anchor: Element): boolean {
  const text = textOf(anchor, 24);
  if (text.length > 20 || !PAGING_TEXT.test(text) || /^\D{0,3}1\D{0,3}$/.test(text)) return false;
  return !(anchor.attribs.href ?? '#').startsWith('#');
}

/** Comments have pages of their own. */
function isOfComments(anchor: Element): boolean {
  let part = anchor.parent;
  for (let level = 0; part !== null && level < 12; level++) {
    if (isTag(part) && /comment|reply|respond|pinglun/.test(partName(part))) return true;
    part = part.parent;
  }
  return false;
}

/** The bodies of an article's pages as one: lines that a page repeats from those before it are left out. */
export function joinPages(bodies: readonly string[]): string {
  const seen = new Set<string>();
  const lines: string[] = [];
  for (const body of bodies) {
    const own = body.split('\n').filter((line) => !seen.has(line));
    lines.push(...own);
    for (const line of own) seen.add(line);
  }
  return lines.join('\n');
}

interface Address {
  /** The address without its page number. */
  stem: string;
  /** 0 for an address read as one without a number. */
  number: number;
}

const PAGE_PARAMETER = /^(?:page|p|pn|pageno|pagenum|pageindex|currentpage)$/i;

/** The ways to read an address: as a whole, and as a page of what is left without its last number. */
function addressesOf(url: string): Address[] {
  const parsed = URL.parse(url);
  if (parsed === null) return [];
  const { host, pathname, search } = parsed;
  const readings: Address[] = [{ stem: `${host}${pathname.replace(/\/$/, '')}${search}`, number: 0 }];
  for (const [name, value] of parsed.searchParams) {
    if (!PAGE_PARAMETER.test(name) || !/^\d{1,3}$/.test(value)) continue;
    parsed.searchParams.delete(name);
    readings.push({ stem: `${host}${pathname.replace(/\/$/, '')}${parsed.search}`, number: Number(value) });
    break;
  }
  const match = /^(.{1,500}?)[_/-](\d{1,2})(\.[a-z]{3,5})?\/?$/i.exec(pathname);
  if (match !== null)
    readings.push({ stem: `${host}${match[1]}${match[3] ?? ''}${search}`, number: Number(match[2]) });
  return readings;
}

/** Pages that a script of the TRS family writes: `createPageHTML(3, 0, "t2016_1", "html")` has `t2016_1_1.html`. */
function scriptedPages(document: Document, url: string): string[] {
  for (const script of elements(document, 'script')) {
    const match = TRS_PAGING.exec(rawText(script).slice(0, 20_000));
    if (match === null) continue;
    const [, count, name, extension] = match;
    const pages: string[] = [];
    for (let page = 1; page < Math.min(Number(count), PAGE_LIMIT); page++) {
      const absolute = URL.parse(`${name}_${page}.${extension}`, url)?.href;
      if (absolute !== undefined) pages.push(absolute);
    }
    return pages;
  }
  return [];
}
