/** What a page shows, roughly and fast: enough to tell a page with something to read from one without. */

/** Mark-up beyond this is not looked at; a page that shows nothing by then shows nothing. */
const LONGEST = 2 * 1024 * 1024;
/** More text than any refusal has: counting can stop. */
const PLENTY = 5_000;

const HIDDEN = ['script', 'style', 'noscript', 'template', 'svg', 'head'];

/** Visible text with single spaces, at most some thousand characters. */
export function shownText(html: string): string {
  const parts: string[] = [];
  let length = 0;
  let at = 0;
  const end = Math.min(html.length, LONGEST);
  while (at < end && length < PLENTY) {
    const open = html.indexOf('<', at);
    const text = html.slice(at, open < 0 ? end : open);
    if (text.trim() !== '') {
      parts.push(text);
      length += text.length;
    }
    if (open < 0) break;
    at = afterTag(html, open);
  }
  return parts
    .join(' ')
    .replace(/&(?:nbsp|#160);/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The index after a tag, a comment, or a whole element whose content is not shown. */
function afterTag(html: string, open: number): number {
  if (html.startsWith('<!--', open)) return after(html, '-->', open + 4);
  const name = /^<([a-z]{1,10})[\s/>]/i.exec(html.slice(open, open + 12))?.[1]?.toLowerCase();
  if (name && HIDDEN.includes(name)) {
    const close = new RegExp(`</${name}[\\s>]`, 'gi');
    close.lastIndex = open;
    const found = close.exec(html);
    return found ? after(html, '>', found.index) : html.length;
  }
  return after(html, '>', open);
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

/** The title, or empty. */
export function shownTitle(html: string): string {
  return /<title[^>]{0,200}>([^<]{0,300})/i.exec(html.slice(0, 64 * 1024))?.[1]?.trim() ?? '';
}
