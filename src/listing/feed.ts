/**
 * Feeds: RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, CDF; JSON Feed is next door (`json-feed.ts`).
 *
 * Every dialect names its parts differently, so each part is a list of names in order of trust. Entries without
 * any address are facts of the feed but no links of the listing.
 */
import type { Element } from 'domhandler';
import type { Listing } from '../domain/listing.ts';
import { firstText, readEntry, titleOf } from './feed-entry.ts';
import type { FeedFacts } from './feed-facts.ts';
import { paceOf } from './feed-pace.ts';
import {
  childrenNamed,
  descendants,
  type FeedTree,
  localName,
  parseXml,
  resolveIn,
  vocabularyOf,
} from './feed-xml.ts';
import { readJsonFeed } from './json-feed.ts';

/** More entries than any feed holds; what follows is left. */
const MOST_ENTRIES = 20_000;

/** The feed as a listing; null when the text is no feed. `url` is the base of relative links. Never throws. */
export function readFeed(text: string, url: string): Listing | null {
  const facts = readFeedFacts(text, url);
  if (!facts) return null;
  const links = facts.entries.flatMap(({ link, title, published, updated }) =>
    link === null ? [] : [{ url: link, title, published: published ?? updated }],
  );
  return { kind: 'feed', links, next: facts.next, feeds: [], ...(facts.pace && { pace: facts.pace }) };
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
  const pace = paceOf(tree, channel);
  return { title, entries, next: nextOf(tree, channel, url), ...(pace && { pace }) };
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

function nextOf(tree: FeedTree, channel: Element, url: string): string | null {
  const links = childrenNamed(tree, channel, { name: 'link' });
  const next = links.find((link) => link.attribs.rel?.toLowerCase() === 'next' && link.attribs.href);
  return next ? resolveIn(next, next.attribs.href ?? null, url) : null;
}

/** Feeds mean Greenwich when they name no zone, Chinese ones their own clock. */
function zoneOf(tree: FeedTree, channel: Element, title: string | null): string {
  const declared =
    firstText(tree, channel, { name: 'language' }) ??
    firstText(tree, channel, { name: 'language', from: ['dc'] });
  const language = declared ?? channel.attribs['xml:lang'] ?? '';
  const chinese = language
    ? /^zh/i.test(language)
    : /\p{Script=Han}/u.test(title ?? '') && !/[\u3040-\u30ff]/.test(title ?? '');
  return chinese ? 'Asia/Shanghai' : 'UTC';
}
