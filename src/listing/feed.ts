/**
 * Feeds: RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, CDF; JSON Feed is next door (`json-feed.ts`).
 *
 * Every dialect names its parts differently, so each part is a list of names in order of trust. Entries without
 * any address are facts of the feed but no links of the listing.
 */
import type { Element } from 'domhandler';
import { readDate } from '../dates/read-date.ts';
import type { Listing } from '../domain/listing.ts';
import {
  childrenNamed,
  descendants,
  type FeedTree,
  localName,
  parseXml,
  plainText,
  resolveIn,
  textOf,
  type Vocabulary,
  vocabularyOf,
} from './feed-xml.ts';
import { readJsonFeed } from './json-feed.ts';

export interface FeedEntry {
  /** Absolute; null when the entry names none. */
  link: string | null;
  title: string | null;
  /** ISO 8601 as far as told. */
  published: string | null;
  updated: string | null;
}

export interface FeedFacts {
  title: string | null;
  entries: FeedEntry[];
  /** The next (older) page of the feed (RFC 5005, JSON Feed). */
  next: string | null;
}

/** More entries than any feed holds; what follows is left. */
const MOST_ENTRIES = 20_000;

/** The feed as a listing; null when the text is no feed. `url` is the base of relative links. Never throws. */
export function readFeed(text: string, url: string): Listing | null {
  const facts = readFeedFacts(text, url);
  if (!facts) return null;
  const links = facts.entries.flatMap(({ link, title, published, updated }) =>
    link === null ? [] : [{ url: link, title, published: published ?? updated }],
  );
  return { kind: 'feed', links, next: facts.next, feeds: [] };
}

/** What the feed says of itself and of its entries; null when the text is no feed. */
export function readFeedFacts(text: string, url: string): FeedFacts | null {
  const json = readJsonFeed(text, url);
  if (json) return json;
  if (!looksLikeFeed(text)) return null;
  const tree = parseXml(text);
  const root = rootOf(tree);
  if (!root) return null;
  const channel = channelOf(tree, root);
  const title = titleOf(tree, channel);
  const zone = zoneOf(tree, channel, title);
  const entries = entriesOf(tree, root).map((entry) => readEntry(tree, entry, { url, zone }));
  return { title, entries, next: nextOf(tree, channel, url) };
}

const ROOTS: ReadonlySet<string> = new Set(['rss', 'rdf', 'feed', 'channel']);

/** A root of a feed before any `<html`, so that pages are not parsed as XML in vain. */
function looksLikeFeed(text: string): boolean {
  const head = text.slice(0, 64 * 1024);
  const root = head.search(/<(?:[\w-]{1,20}:)?(?:rss|rdf|feed|channel)[\s>]/i);
  const page = head.search(/<html[\s>]/i);
  return root >= 0 && (page < 0 || root < page);
}

function rootOf(tree: FeedTree): Element | null {
  // Warnings of a broken server may stand before the root, so not only the first element counts.
  for (const element of descendants(tree.document, 500)) if (ROOTS.has(localName(element))) return element;
  return null;
}

function channelOf(tree: FeedTree, root: Element): Element {
  return childrenNamed(tree, root, { name: 'channel' })[0] ?? root;
}

function entriesOf(tree: FeedTree, root: Element): Element[] {
  const entries: Element[] = [];
  for (const element of descendants(root)) {
    const name = localName(element);
    const vocabulary = vocabularyOf(tree, element);
    // `rdf:li` and the like name items without being them.
    if ((name !== 'item' && name !== 'entry') || (vocabulary !== 'core' && vocabulary !== 'atom')) continue;
    entries.push(element);
    if (entries.length >= MOST_ENTRIES) break;
  }
  return entries;
}

interface Reading {
  url: string;
  /** IANA zone of times that name none. */
  zone: string;
}

function readEntry(tree: FeedTree, entry: Element, { url, zone }: Reading): FeedEntry {
  const date = (names: readonly [string, Vocabulary?][]): string | null => {
    const found = names
      .map(([name, from]) => firstText(tree, entry, name, from))
      .find((text) => text !== null);
    return found ? (readDate(found, { timezone: zone, language: 'en' })?.date ?? null) : null;
  };
  return {
    link: linkOf(tree, entry, url),
    title: titleOf(tree, entry),
    published: date([
      ['pubdate'],
      ['published'],
      ['issued'],
      ['issued', 'dcterms'],
      ['created', 'dcterms'],
      ['created'],
    ]),
    updated:
      date([['updated'], ['modified'], ['date', 'dc'], ['modified', 'dcterms'], ['lastbuilddate']]) ??
      attributeDate(entry, zone),
  };
}

/** CDF keeps its date in an attribute. */
function attributeDate(entry: Element, zone: string): string | null {
  const written = entry.attribs.lastmod;
  return written ? (readDate(written, { timezone: zone })?.date ?? null) : null;
}

function firstText(tree: FeedTree, entry: Element, name: string, from?: Vocabulary): string | null {
  // The last one wins where a date or language is written twice.
  const elements = childrenNamed(tree, entry, from ? { name, from: [from] } : { name }).reverse();
  for (const element of elements) {
    const text = textOf(element);
    if (text !== null) return text;
  }
  return null;
}

function titleOf(tree: FeedTree, parent: Element): string | null {
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

function nextOf(tree: FeedTree, channel: Element, url: string): string | null {
  const links = childrenNamed(tree, channel, { name: 'link' });
  const next = links.find((link) => link.attribs.rel?.toLowerCase() === 'next' && link.attribs.href);
  return next ? resolveIn(next, next.attribs.href ?? null, url) : null;
}

/** Feeds mean Greenwich when they name no zone, Chinese ones their own clock. */
function zoneOf(tree: FeedTree, channel: Element, title: string | null): string {
  const declared = firstText(tree, channel, 'language') ?? firstText(tree, channel, 'language', 'dc');
  const language = declared ?? channel.attribs['xml:lang'] ?? '';
  const chinese = language
    ? /^zh/i.test(language)
    : /\p{Script=Han}/u.test(title ?? '') && !/[\u3040-\u30ff]/.test(title ?? '');
  return chinese ? 'Asia/Shanghai' : 'UTC';
}
