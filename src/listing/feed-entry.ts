/**
 * One entry of a feed: address, title and dates, under whatever name its dialect gives them.
 *
 * Names are tried in order of trust; the first that says something is taken.
 */
import type { Element } from 'domhandler';
import { readDate } from '../dates/read-date.ts';
import type { FeedEntry } from './feed-facts.ts';
import { childrenNamed, type FeedTree, plainText, resolveIn, textOf, type Vocabulary } from './feed-xml.ts';

interface Wanted {
  name: string;
  from?: readonly Vocabulary[];
}

const PUBLISHED: readonly Wanted[] = [
  { name: 'pubdate' },
  { name: 'published' },
  { name: 'issued' },
  { name: 'issued', from: ['dcterms'] },
  { name: 'created', from: ['dcterms'] },
  { name: 'created' },
];
const UPDATED: readonly Wanted[] = [
  { name: 'updated' },
  { name: 'modified' },
  { name: 'date', from: ['dc'] },
  { name: 'modified', from: ['dcterms'] },
  { name: 'lastbuilddate' },
];

export interface Reading {
  url: string;
  /** IANA zone of times that name none. */
  zone: string;
}

/** One entry's facts. */
export function readEntry(tree: FeedTree, entry: Element, { url, zone }: Reading): FeedEntry {
  const date = (names: readonly Wanted[]): string | null => {
    const found = names.map((wanted) => firstText(tree, entry, wanted)).find((text) => text !== null);
    // A Chinese feed that writes CST means its own.
    const language = zone === 'Asia/Shanghai' ? 'zh' : 'en';
    return found ? (readDate(found, { timezone: zone, language })?.date ?? null) : null;
  };
  return {
    link: linkOf(tree, entry, url),
    title: titleOf(tree, entry),
    published: date(PUBLISHED),
    updated: date(UPDATED) ?? attributeDate(entry, zone),
  };
}

/** CDF keeps its date in an attribute. */
function attributeDate(entry: Element, zone: string): string | null {
  const written = entry.attribs.lastmod;
  return written ? (readDate(written, { timezone: zone })?.date ?? null) : null;
}

/** Text of the last child that has any under this name; null for none. */
export function firstText(tree: FeedTree, parent: Element, wanted: Wanted): string | null {
  // The last one wins where a date or language is written twice.
  const elements = childrenNamed(tree, parent, wanted).reverse();
  for (const element of elements) {
    const text = textOf(element);
    if (text !== null) return text;
  }
  return null;
}

/** Plain text of the title, else of the Dublin Core title; null for none. */
export function titleOf(tree: FeedTree, parent: Element): string | null {
  for (const element of [
    ...childrenNamed(tree, parent, { name: 'title' }),
    ...childrenNamed(tree, parent, { name: 'title', from: ['dc'] }),
  ]) {
    const title = readTitle(element);
    if (title !== null) return title;
  }
  return null;
}

/** RSS titles and Atom's `html` hold escaped mark-up, Atom's `text` none, `xhtml` real elements, `base64` all of it. */
function readTitle(element: Element): string | null {
  const { type = '', mode = '' } = element.attribs;
  const text = textOf(element);
  if (text === null) return null;
  if (mode === 'base64' || type === 'application/octet-stream') {
    return plainText(Buffer.from(text, 'base64').toString());
  }
  // Real elements have had their entities read: a second reading would take shown brackets for tags.
  if (element.children.some((child) => child.type === 'tag')) return flat(text);
  const literal = /^(?:text|text\/plain)$/i.test(type) && mode !== 'escaped';
  return literal ? flat(text) : plainText(text);
}

function flat(text: string): string {
  return Buffer.from(text.replace(/\s+/g, ' ')).toString();
}

/** The address of an entry: its link, else a permanent guid, else what identifies it if that is an address. */
function linkOf(tree: FeedTree, entry: Element, url: string): string | null {
  const links = childrenNamed(tree, entry, { name: 'link' });
  for (const link of links) {
    // RSS writes the address as text, Atom as an attribute.
    if (link.attribs.href === undefined) {
      const resolved = resolveIn(link, textOf(link), url);
      if (resolved) return resolved;
    }
  }
  const atom = atomLink(links);
  if (atom) return resolveIn(atom, atom.attribs.href ?? null, url);
  return (
    guidLink(tree, entry, url) ??
    resolveIn(entry, entry.attribs.href ?? entry.attribs['rdf:about'] ?? null, url)
  );
}

function atomLink(links: Element[]): Element | undefined {
  const withHref = links.filter((link) => link.attribs.href !== undefined);
  const alternates = withHref.filter((link) => /^(?:|alternate)$/i.test(link.attribs.rel ?? ''));
  return (
    alternates.find((link) => /^(?:|text\/html|application\/xhtml\+xml)$/i.test(link.attribs.type ?? '')) ??
    alternates[0] ??
    withHref.find((link) => /^(?:via|related|self)$/i.test(link.attribs.rel ?? ''))
  );
}

function guidLink(tree: FeedTree, entry: Element, url: string): string | null {
  for (const name of ['guid', 'id'] as const) {
    const [element] = childrenNamed(tree, entry, { name });
    const text = textOf(element);
    if (!element || text === null || element.attribs.ispermalink?.toLowerCase() === 'false') continue;
    if (/^https?:\/\//i.test(text)) return resolveIn(element, text, url);
  }
  return null;
}
