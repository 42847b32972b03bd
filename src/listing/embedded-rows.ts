/**
 * Rows that a page keeps as data instead of markup: `<datastore>` records with the row's HTML in CDATA, inside a
 * `<script type="text/xml">` or straight in the page, and answers of list services in the same form.
 */
import { isComment } from 'domhandler';
import type { Link } from '../domain/listing.ts';
import { absoluteUrl, anchors } from '../markup/links.ts';
import { rawText } from '../markup/meta.ts';
import { parseMarkup } from '../markup/parse.ts';
import { type AnyNode, type Document, elements } from '../markup/walk.ts';
import { candidatesOf } from './candidates.ts';
import { linkOf, linksOfPage, type PageContext, SENT_AS_LIST } from './list-page.ts';
import { factsOf } from './row-facts.ts';

export interface RowStore {
  /** HTML of each row. */
  records: string[];
  /** Rows there are in all, when told. */
  total: number | null;
  /** Where the store says the next rows are, absolute, or null. */
  nextGroup: string | null;
  /** Id of the element that holds the store: the unit's id in list services. */
  unit: string | null;
}

const RECORD_LIMIT = 1_000;
const CDATA = '<![CDATA[';

/** Every store of a page. */
export function storesOf(document: Document, base: string): RowStore[] {
  const stores: RowStore[] = [];
  for (const element of elements(document)) {
    if (element.name === 'script') {
      const text = rawText(element);
      if (text.includes('<record>') || text.includes(`<record>${CDATA}`))
        stores.push(storeOfXml(text, base, idAbove(element)));
    } else if (element.name === 'datastore') {
      const store = storeOfTree(element, base);
      if (store.records.length > 0) stores.push(store);
    }
  }
  return stores;
}

/** A store as XML text. */
export function storeOfXml(text: string, base: string, unit: string | null): RowStore {
  const total = /<totalrecord>\s{0,9}(\d{1,9})/i.exec(text)?.[1];
  const group = between(text, '<nextgroup>', '</nextgroup>').map(bare)[0] ?? '';
  const marked = between(text, '<record>', '</record>').map(bare);
  const records = marked.length > 0 ? marked : between(text, CDATA, ']]>');
  return {
    records,
    total: total === undefined ? null : Number(total),
    nextGroup: groupUrl(group, base),
    unit,
  };
}

/** The links of a store, one a record; a record that holds a whole list is read like a page. */
export function linksOfStore(store: RowStore, context: PageContext): Link[] {
  const links = new Map<string, Link>();
  for (const record of store.records) {
    for (const link of linksOfRecord(record, context)) {
      if (!links.has(link.url)) links.set(link.url, link);
    }
  }
  return [...links.values()];
}

function linksOfRecord(record: string, context: PageContext): Link[] {
  const row = parseMarkup(record);
  const candidates = candidatesOf(anchors(row, context.base), context.base, context.url);
  const urls = new Set(candidates.map((candidate) => candidate.url));
  if (urls.size > 3) return linksOfPage(row, context, SENT_AS_LIST);
  const best = candidates.reduce<(typeof candidates)[number] | null>(
    (widest, candidate) =>
      widest === null || candidate.width + candidate.likeness * 4 > widest.width + widest.likeness * 4
        ? candidate
        : widest,
    null,
  );
  if (best === null) return [];
  const facts = factsOf({ rows: [{ candidate: best, node: row }], container: row, signature: '', path: '' });
  return facts.map((fact) => linkOf(fact, context));
}

function storeOfTree(datastore: AnyNode, base: string): RowStore {
  const found: RowStore = { records: [], total: null, nextGroup: null, unit: idAbove(datastore) };
  for (const element of elements(datastore)) {
    // In an HTML tree a CDATA section is a comment.
    const data = element.children.filter(isComment).map((child) => bare(`<!${child.data}]>`));
    if (element.name === 'record' && found.records.length < RECORD_LIMIT) found.records.push(...data);
    if (element.name === 'nextgroup' && data[0] !== undefined) found.nextGroup = groupUrl(data[0], base);
    if (element.name === 'totalrecord') found.total = Number(rawText(element).trim()) || null;
  }
  return found;
}

function groupUrl(html: string, base: string): string | null {
  const href = /href\s?=\s?(?:"([^"]{1,800})"|'([^']{1,800})')/i.exec(html);
  const address = href?.[1] ?? href?.[2];
  return address === undefined ? null : absoluteUrl(address.replaceAll('&amp;', '&'), base);
}

function idAbove(node: AnyNode): string | null {
  const parent = node.parent;
  return parent !== null && 'attribs' in parent ? (parent.attribs.id ?? null) : null;
}

function bare(text: string): string {
  const line = text.trim();
  const inner = line.startsWith(CDATA) ? line.slice(CDATA.length).replace(/\]{1,2}>?\s*$/, '') : line;
  return inner;
}

/** The texts between each pair of marks, without a pattern that could backtrack. */
function between(text: string, open: string, close: string): string[] {
  const found: string[] = [];
  let from = text.indexOf(open);
  while (from !== -1 && found.length < RECORD_LIMIT) {
    const start = from + open.length;
    const end = text.indexOf(close, start);
    if (end === -1) break;
    found.push(text.slice(start, end));
    from = text.indexOf(open, end + close.length);
  }
  return found;
}
