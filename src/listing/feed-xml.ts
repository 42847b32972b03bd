/**
 * XML of feeds and sitemaps as it comes: parsed tolerantly, asked by local name and kind of vocabulary.
 *
 * Prefixes are free in XML and wrong in the wild, so names are told by the namespace they are bound to where
 * it is known, and by the usual prefix where it is not bound at all.
 */
import { type AnyNode, type Document, Element, isTag, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { parseBounded } from '../markup/bounded.ts';

/** `core` is the format's own vocabulary: RSS of any version, RDF, Atom, CDF, the sitemap protocol. */
export type Vocabulary = 'core' | 'atom' | 'dc' | 'dcterms' | 'news' | 'other';

/** Levels of the tree; feeds have five. The parser's cost grows with depth, so torn and hostile files stop here. */
const DEEPEST = 64;
/** Elements of the tree: a full sitemap of 50,000 addresses with four parts each fits. */
const MOST_ELEMENTS = 400_000;

const NAMESPACES: readonly [RegExp, Vocabulary][] = [
  [/purl\.org\/dc\/elements/i, 'dc'],
  [/purl\.org\/dc\/terms/i, 'dcterms'],
  [/sitemap-news/i, 'news'],
  [/w3\.org\/2005\/atom|purl\.org\/atom/i, 'atom'],
  [
    /purl\.org\/rss\/1\.0\/?$|purl\.org\/net\/rss|my\.netscape\.com|backend\.userland\.com|blogs\.law\.harvard|sitemaps\.org|google\.com\/schemas\/sitemap\/0|22-rdf-syntax/i,
    'core',
  ],
];
const USUAL_PREFIXES: ReadonlyMap<string, Vocabulary> = new Map([
  ['', 'core'],
  ['rdf', 'core'],
  ['rss', 'core'],
  ['dc', 'dc'],
  ['dcterms', 'dcterms'],
  ['news', 'news'],
  ['atom', 'atom'],
  ['atom10', 'atom'],
] as const);

/** A parsed document with the meaning of its prefixes. */
export interface FeedTree {
  document: Document;
  prefixes: Map<string, Vocabulary>;
}

/** Parses XML without ever throwing; element and attribute names come in lower case. */
export function parseXml(text: string): FeedTree {
  const document = parseBounded(
    text,
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
    { deepest: DEEPEST, mostElements: MOST_ELEMENTS },
  );
  const prefixes = new Map(USUAL_PREFIXES);
  // Declarations stand on the root or near it; one that is repeated further down says the same.
  for (const element of descendants(document, 2_000)) {
    for (const [name, value] of Object.entries(element.attribs)) {
      if (!name.startsWith('xmlns')) continue;
      const prefix = name.slice('xmlns:'.length);
      const [, vocabulary = 'other'] = NAMESPACES.find(([pattern]) => pattern.test(value)) ?? [];
      // An unknown default namespace is the format's own, misspelt.
      if (prefix !== '') prefixes.set(prefix, vocabulary);
    }
  }
  return { document, prefixes };
}

/** Elements in document order, without recursion; at most `limit`. */
export function* descendants(root: Document | Element, limit = Number.POSITIVE_INFINITY): Generator<Element> {
  let node: AnyNode | null = root.firstChild;
  let count = 0;
  while (node) {
    if (isTag(node)) {
      yield node;
      count += 1;
      if (count >= limit) return;
    }
    const inner: AnyNode | null = isTag(node) ? node.firstChild : null;
    node = inner ?? following(node, root);
  }
}

/** The next node after a whole subtree, inside `root`. */
export function following(from: AnyNode, root: Document | Element): AnyNode | null {
  let node: AnyNode | null = from;
  while (node && node !== root) {
    if (node.nextSibling) return node.nextSibling;
    node = node.parent as AnyNode | null;
  }
  return null;
}

export function localName(element: Element): string {
  return element.name.slice(element.name.indexOf(':') + 1);
}

export function vocabularyOf(tree: FeedTree, element: Element): Vocabulary {
  const colon = element.name.indexOf(':');
  return tree.prefixes.get(colon < 0 ? '' : element.name.slice(0, colon)) ?? 'other';
}

/** Direct children with this local name and one of these vocabularies. */
export function childrenNamed(
  tree: FeedTree,
  parent: Element | Document,
  { name, from = ['core', 'atom'] }: { name: string; from?: readonly Vocabulary[] },
): Element[] {
  return parent.children.filter(
    (child): child is Element =>
      isTag(child) && localName(child) === name && from.includes(vocabularyOf(tree, child)),
  );
}

/** Nodes looked at for one text: a title has a handful, and torn files nest everything in the first. */
const MOST_NODES = 200;

/** All text below an element, CDATA included; null for none. At most `limit` characters. */
export function textOf(element: Element | Document | undefined, limit = 20_000): string | null {
  if (!element) return null;
  const parts: string[] = [];
  let length = 0;
  let node: AnyNode | null = element.firstChild;
  for (let visited = 0; node && length < limit && visited < MOST_NODES; visited += 1) {
    if (isText(node)) {
      parts.push(node.data);
      length += node.data.length;
    }
    const inner: AnyNode | null = 'firstChild' in node ? node.firstChild : null;
    node = inner ?? following(node, element);
  }
  const text = parts.join('').trim();
  return text === '' ? null : text.slice(0, limit);
}

/** A title as plain text: mark-up and entities of escaped HTML gone, white space single; null when empty. */
export function plainText(html: string | null): string | null {
  if (html === null) return null;
  const text = /[<&]/.test(html) ? (textOf(parseDocument(html)) ?? '') : html;
  const plain = text.replace(/\s+/g, ' ').trim();
  // Flattened: a title must not keep the whole document alive.
  return plain === '' ? null : Buffer.from(plain).toString();
}

/** A reference made absolute by `xml:base` of the element and its ancestors and by the document's own URL. */
export function resolveIn(element: Element, reference: string | null, url: string): string | null {
  if (!reference) return null;
  const bases: string[] = [];
  let node: Element | null = element;
  for (let depth = 0; node && depth < DEEPEST; depth += 1) {
    const base = node.attribs['xml:base'];
    if (base) bases.unshift(base);
    node = node.parent instanceof Element ? node.parent : null;
  }
  return resolveChain([...bases, reference.replace(/[\t\r\n]/g, '').trim()], url);
}

function resolveChain(references: string[], url: string): string | null {
  let base: string | undefined = url === '' ? undefined : url;
  for (const reference of references) {
    if (!URL.canParse(reference, base)) return null;
    base = new URL(reference, base).href;
  }
  return base === undefined ? null : Buffer.from(base).toString();
}
