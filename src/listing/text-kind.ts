/** What a text is by how it begins: an HTML page, or something else that its reader must try. */

const LOOKED_AT = 4_000;
/** Names an HTML text may begin with where its author left the root out. */
const PAGE_ROOTS = /^(?:!doctype\s+html|html|head|body|meta|title|link|script|style|frameset)$/i;
const DATA_MARK = /<(?:rss|feed|urlset|sitemapindex|rdf:rdf|channel)[\s>]/i;

/** A whole HTML page; a feed that quotes HTML is none. */
export function isHtmlPage(text: string): boolean {
  const root = firstTag(text);
  if (root !== null && !PAGE_ROOTS.test(root) && DATA_MARK.test(`<${root} `)) return false;
  if (root !== null && PAGE_ROOTS.test(root)) return true;
  return /<(?:html|head|body)[\s>]/i.test(text.slice(0, LOOKED_AT));
}

/** Could the text be a feed or sitemap? Also behind a stray warning of the server that makes it look like a page. */
export function mayBeData(text: string): boolean {
  return !isHtmlPage(text) || DATA_MARK.test(text.slice(0, LOOKED_AT));
}

/** Name of the first tag or document type, past declarations and comments; null when the text has none. */
function firstTag(text: string): string | null {
  let place = 0;
  for (let step = 0; step < 50; step++) {
    while (/[\s\ufeff]/.test(text[place] ?? '')) place++;
    if (text.startsWith('<?', place)) place = after(text, '?>', place);
    else if (text.startsWith('<!--', place)) place = after(text, '-->', place);
    else break;
    if (place === -1) return null;
  }
  const tag = /^<(!doctype\s{1,9}[\w:-]{1,40}|[a-z][\w:-]{0,40})/i.exec(text.slice(place, place + 120));
  return tag?.[1]?.replace(/\s+/g, ' ') ?? null;
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? -1 : found + mark.length;
}
