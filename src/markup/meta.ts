/**
 * What a page says about itself: meta tags and JSON-LD.
 *
 * Templates of government sites write `name` in any letter case, leave contents empty and repeat tags, so
 * names are lower case here, empty contents are left out and repeats are all kept, in page order.
 */
import { isText } from 'domhandler';
import { oneLine } from './text.ts';
import { type AnyNode, attribute, type Document, elements } from './walk.ts';

/** Contents by lower-case `name`, `property` or `itemprop`; lists are never empty. */
export type MetaTags = ReadonlyMap<string, readonly string[]>;

export function metaTags(document: Document): MetaTags {
  const tags = new Map<string, string[]>();
  for (const element of elements(document, 'meta')) {
    const content = oneLine(element.attribs.content ?? '');
    if (content === '') continue;
    for (const key of ['name', 'property', 'itemprop', 'http-equiv']) {
      const name = attribute(element, key)?.toLowerCase();
      if (name === undefined) continue;
      const known = tags.get(name);
      if (known === undefined) tags.set(name, [content]);
      else known.push(content);
    }
  }
  return tags;
}

/** The first content of the first of these names that the page has, or null. */
export function metaOf(tags: MetaTags, ...names: string[]): string | null {
  for (const name of names) {
    const content = tags.get(name.toLowerCase())?.[0];
    if (content !== undefined) return content;
  }
  return null;
}

export type JsonObject = Record<string, unknown>;

const JSON_LD_LIMIT = 500_000;
const OBJECT_LIMIT = 500;

/** Every object of the page's JSON-LD, nested ones too (`@graph`, `author` …); broken scripts are passed over. */
export function jsonLd(document: Document): JsonObject[] {
  const objects: JsonObject[] = [];
  for (const script of elements(document, 'script')) {
    if (!/ld\+json/i.test(script.attribs.type ?? '')) continue;
    collectObjects(parseLoose(rawText(script)), objects);
  }
  return objects;
}

/** The `@type` names of a JSON-LD object, without a vocabulary's address. */
export function typesOf(object: JsonObject): string[] {
  const type = object['@type'];
  const list = Array.isArray(type) ? type : [type];
  return list.filter((name) => typeof name === 'string').map((name) => name.replace(/^.*[/#:]/, ''));
}

/** The text inside a script or style element, which `textOf` leaves out. */
export function rawText(node: AnyNode & { children: AnyNode[] }): string {
  return node.children.map((child) => (isText(child) ? child.data : '')).join('');
}

/** JSON as pages write it: inside comments or CDATA, with raw line breaks in strings, with a trailing `;`. */
function parseLoose(text: string): unknown {
  if (text.length > JSON_LD_LIMIT) return null;
  const bare = text
    .replace(/<!--|-->|\/\*\s?<!\[CDATA\[\s?\*\/|\/\*\s?\]\]>\s?\*\/|<!\[CDATA\[|\]\]>/g, '')
    .trim()
    .replace(/;$/, '');
  try {
    return JSON.parse(bare);
  } catch {
    return parseWithoutControls(bare);
  }
}

function parseWithoutControls(text: string): unknown {
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: raw control characters are the fault mended here
    return JSON.parse(text.replace(/[\u0000-\u001f]+/g, ' '));
  } catch {
    return null;
  }
}

function collectObjects(root: unknown, into: JsonObject[]): void {
  const queue: unknown[] = [root];
  while (queue.length > 0 && into.length < OBJECT_LIMIT) {
    const value = queue.shift();
    if (Array.isArray(value)) queue.push(...value.slice(0, OBJECT_LIMIT));
    else if (typeof value === 'object' && value !== null) {
      into.push(value as JsonObject);
      queue.push(...Object.values(value).filter((inner) => typeof inner === 'object' && inner !== null));
    }
  }
}
