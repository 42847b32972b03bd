/**
 * Lists a page carries as data for its own scripts: JSON-LD (`ItemList`, `CollectionPage`) and the state that
 * frameworks leave in the page (`__NEXT_DATA__`, `window.__INITIAL_STATE__ = {…}`).
 */
import type { Link } from '../domain/listing.ts';
import { jsonLd, rawText, typesOf } from '../markup/meta.ts';
import { type Document, elements } from '../markup/walk.ts';
import { rowsOfJson } from './json-rows.ts';
import type { PageContext } from './list-page.ts';
import { widthOf } from './row-title.ts';
import { articleLikeness } from './url-shape.ts';

const STATE_LIMIT = 3_000_000;
const ASSIGNED = /(?:window\.)?[\w$.]{2,60}\s?=\s?(?=[{[])/g;

/** Links of the clearest list in the page's data; empty when none is clearly a list of articles. */
export function linksOfData(document: Document, scripts: readonly string[], context: PageContext): Link[] {
  const lists = jsonLd(document).filter((object) =>
    typesOf(object).some((type) => /^(?:ItemList|CollectionPage|Blog|DataFeed)$/.test(type)),
  );
  const fromLd = articlesOnly(rowsOfJson(lists, context.base, context).links);
  if (fromLd.length > 0) return fromLd;
  for (const state of statesOf(document, scripts)) {
    const links = articlesOnly(rowsOfJson(state, context.base, context).links);
    if (links.length >= 3) return links;
  }
  return [];
}

/** Menus are kept as data, too: only titles and addresses of articles count. */
function articlesOnly(links: Link[]): Link[] {
  const good = links.filter((link) => {
    const url = URL.parse(link.url);
    const evidence = (url === null ? -1 : articleLikeness(url)) + (link.published === null ? 0 : 1);
    return evidence > 0 && widthOf(link.title ?? '') >= 12;
  });
  return good.length >= 0.6 * links.length ? good : [];
}

function* statesOf(document: Document, scripts: readonly string[]): Generator<unknown> {
  for (const element of elements(document, 'script')) {
    if (!/^application\/json$/i.test(element.attribs.type ?? '')) continue;
    const state = parsed(rawText(element));
    if (state !== undefined) yield state;
  }
  for (const script of scripts) {
    for (const found of script.slice(0, STATE_LIMIT).matchAll(ASSIGNED)) {
      const text = balanced(script, found.index + found[0].length);
      const state = text === null || text.length < 200 ? undefined : parsed(text);
      if (state !== undefined) yield state;
    }
  }
}

function parsed(text: string): unknown {
  if (text.length > STATE_LIMIT) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The object or array literal that begins at `start`, up to its closing bracket. */
function balanced(text: string, start: number): string | null {
  let depth = 0;
  let quoted = false;
  const end = Math.min(text.length, start + STATE_LIMIT);
  for (let place = start; place < end; place++) {
    const char = text[place];
    if (quoted) {
      if (char === '\\') place++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '{' || char === '[') depth++;
    else if ((char === '}' || char === ']') && --depth === 0) return text.slice(start, place + 1);
  }
  return null;
}
