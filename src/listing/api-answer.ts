/**
 * What a list service answers: JSON rows, JSON that wraps HTML rows, JSONP, or XML rows. Tells it from a page by
 * how the text begins.
 */
import type { Link, ListRequest } from '../domain/listing.ts';
import { parseMarkup } from '../markup/parse.ts';
import { linksOfStore, storeOfXml } from './embedded-rows.ts';
import { followingRequest } from './following.ts';
import { rowsOfJson } from './json-rows.ts';
import { linksOfPage, type PageContext, SENT_AS_LIST } from './list-page.ts';
import { epointFromScript } from './service-pages.ts';

export interface ApiAnswer {
  links: Link[];
  /** The next window: an address where GET suffices, else a request. */
  next: string | null;
  api: ListRequest | null;
}

/** Null when the text is no service's answer. `request` is what was asked, where the caller knows it. */
export function readAnswer(text: string, request: ListRequest, context: PageContext): ApiAnswer | null {
  const declared = declaredSite(text, request);
  if (declared !== null) return { links: [], next: null, api: declared };
  const start = text.trimStart().slice(0, 2_000);
  if (
    /^<(?:\?xml[^>]{0,200}\?>\s{0,20}<)?(?:datastore|recordset|result|data)\b/i.test(start) &&
    text.includes('<![CDATA[')
  ) {
    return answerOfStore(text, request, context);
  }
  const value = jsonOf(text);
  return value === undefined ? null : answerOfJson(value, request, context);
}

function answerOfJson(value: unknown, request: ListRequest, context: PageContext): ApiAnswer {
  const wrapped = wrappedRows(value);
  if (wrapped?.includes('<record>') || wrapped?.includes('<![CDATA['))
    return answerOfStore(wrapped, request, context);
  if (wrapped !== null) {
    const links = linksOfPage(parseMarkup(wrapped), { ...context, base: context.url }, SENT_AS_LIST);
    return withNext(links, null, request);
  }
  // A path without a leading slash means the site's root: services do not know where the page lies.
  const { links, total } = rowsOfJson(value, new URL('/', context.url).href, context);
  return withNext(links, total, request);
}

function answerOfStore(xml: string, request: ListRequest, context: PageContext): ApiAnswer {
  const store = storeOfXml(xml, context.base, null);
  const links = linksOfStore(store, context);
  const named = links.length > 0 && store.nextGroup !== request.url ? store.nextGroup : null;
  return named === null ? withNext(links, store.total, request) : { links, next: named, api: null };
}

function withNext(links: Link[], total: number | null, request: ListRequest): ApiAnswer {
  const following = followingRequest(request, { rows: links.length, total });
  if (following === null) return { links, next: null, api: null };
  return following.method === 'GET'
    ? { links, next: following.url, api: null }
    : { links, next: null, api: following };
}

/** HTML or XML rows inside JSON: `{data: {html}}`, `{data: "<ul>…"}`, `{result: "<xml>"}`. */
function wrappedRows(value: unknown): string | null {
  let node: unknown = value;
  for (let depth = 0; depth < 3; depth++) {
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return null;
    const fields = node as Record<string, unknown>;
    for (const name of ['html', 'data', 'result', 'content', 'list']) {
      const inner = fields[name];
      if (typeof inner === 'string' && /<(?:a|li|record|datastore)\b/i.test(inner)) return inner;
    }
    node = fields.data ?? fields.result;
  }
  return null;
}

/** JSON, or JSONP without its call; undefined when it is neither. */
function jsonOf(text: string): unknown {
  const bare = text.replace(/^\ufeff/, '').trim();
  const call = /^[\w$.]{1,100}\s?\(/.exec(bare);
  const json = call === null ? bare : bare.slice(call[0].length, bare.lastIndexOf(')'));
  if (!/^\s*[[{]/.test(json)) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** The script that declares a site's id, asked for on behalf of a listing. */
function declaredSite(text: string, request: ListRequest): ListRequest | null {
  const query = /#epoint\?(.{1,500})$/.exec(request.url)?.[1];
  return query === undefined ? null : epointFromScript(text.slice(0, 400_000), request.url, query);
}
