/**
 * What a document says about its own charset: byte order mark, XML declaration, `<meta>`.
 *
 * The meta scan follows the prescan of the WHATWG HTML standard ("prescan a byte stream to determine its
 * encoding"), over more bytes than the 1,024 named there: old pages put long comments first, and browsers
 * honour a late declaration too. Bytes are read as Latin-1, which keeps one character a byte.
 */

/** How far a declaration is looked for, in bytes. */
const SCAN_LIMIT = 64 * 1024;

/** WHATWG label of the byte order mark, or null. */
export function bomLabel(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Canonical WHATWG label for any of its names, null for names that nobody can decode. */
export function canonicalLabel(name: string | null): string | null {
  if (!name) return null;
  try {
    return new TextDecoder(name.trim().toLowerCase()).encoding;
  } catch {
    // Unknown name: the next witness is asked.
    return null;
  }
}

/** Label in a Content-Type header (`text/html; charset="GBK"`), or null. */
export function headerLabel(contentType: string | null): string | null {
  const found = /charset\s{0,8}=\s{0,8}["']?\s{0,8}([^\s"';,]{1,40})/i.exec(contentType ?? '');
  return canonicalLabel(found?.[1] ?? null);
}

/** Label in the document itself: XML declaration first, then the first usable `<meta>`; null when there is none. */
export function declaredLabel(bytes: Uint8Array): string | null {
  const head = latin1(bytes.subarray(0, SCAN_LIMIT));
  const xml = /^\s{0,64}<\?xml\s[^>]{0,200}?encoding\s{0,8}=\s{0,8}["']([^"'>]{1,40})["']/i.exec(head);
  return asciiCompatible(canonicalLabel(xml?.[1] ?? null)) ?? metaLabel(head);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** A declaration that could be read byte by byte cannot stand in UTF-16: the standard reads UTF-8 then. */
function asciiCompatible(label: string | null): string | null {
  return label?.startsWith('utf-16') ? 'utf-8' : label;
}

function metaLabel(head: string): string | null {
  let at = 0;
  while (at < head.length) {
    const open = head.indexOf('<', at);
    if (open < 0) return null;
    if (head.startsWith('<!--', open)) {
      // The comment's own dashes may close it: `<!-->`.
      const close = head.indexOf('-->', open + 2);
      if (close < 0) return null;
      at = close + 3;
    } else if (/^<meta[\s/]$/i.test(head.slice(open, open + 6))) {
      const tag = readAttributes(head, open + 5);
      const label = labelOfMeta(tag.attributes);
      if (label) return label;
      at = tag.end;
    } else if (/^<\/?[a-z]/i.test(head.slice(open, open + 3))) {
      const nameEnd = head.slice(open).search(/[\s>]/);
      if (nameEnd < 0) return null;
      at = readAttributes(head, open + nameEnd).end;
    } else if (/^<[!/?]/.test(head.slice(open, open + 2))) {
      const close = head.indexOf('>', open);
      if (close < 0) return null;
      at = close + 1;
    } else {
      at = open + 1;
    }
  }
  return null;
}

/** Attributes of one tag, first of a name wins. A tag that the input cuts off counts as having none. */
function readAttributes(head: string, from: number): { attributes: Map<string, string>; end: number } {
  const attributes = new Map<string, string>();
  const pattern =
    /[\s/]*(?:(>)|([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)|(?=>)))?)/y;
  pattern.lastIndex = from;
  for (;;) {
    const found = pattern.exec(head);
    if (!found) return { attributes: new Map(), end: head.length };
    if (found[1]) return { attributes, end: pattern.lastIndex };
    const name = (found[2] ?? '').toLowerCase();
    if (!attributes.has(name)) attributes.set(name, found[3] ?? found[4] ?? found[5] ?? '');
    if (pattern.lastIndex >= head.length) return { attributes: new Map(), end: head.length };
  }
}

function labelOfMeta(attributes: Map<string, string>): string | null {
  const direct = attributes.get('charset');
  if (direct !== undefined) return usable(direct);
  const content = attributes.get('content');
  if (!content || attributes.get('http-equiv')?.toLowerCase() !== 'content-type') return null;
  const found = /charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"'][^\s;]*))/i.exec(content);
  return usable(found?.[1] ?? found?.[2] ?? found?.[3] ?? null);
}

function usable(name: string | null): string | null {
  return asciiCompatible(canonicalLabel(name));
}
