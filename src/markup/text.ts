/**
 * The text of a part of a page, as a reader sees it: paragraphs apart, inline tags not.
 */
import { isTag, isText } from 'domhandler';
import { type AnyNode, walk } from './walk.ts';

/** Tags that start a new line. Unknown tags are inline, as in a browser. */
export const BLOCK_TAGS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body center caption dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup ' +
    'option p pre section summary table tbody td tfoot th thead tr ul ucapcontent ucaptitle ' +
    'founder-title founder-introtitle founder-subtitle founder-content'
  ).split(' '),
);

/** Tags whose inside is never text of the page. */
export const SILENT_TAGS: ReadonlySet<string> = new Set(
  'script style noscript template head title iframe object embed svg math canvas audio video map select textarea button datalist'.split(
    ' ',
  ),
);

const SPACE = /[\s\u00a0\u200b\ufeff]+/g;

/** One line: runs of space (also NBSP, U+3000 and zero-width space) become one ASCII space. */
export function oneLine(text: string): string {
  return text.replace(SPACE, ' ').trim();
}

/** All text inside as one line; block boundaries become a space. `limit` characters at most. */
export function textOf(root: AnyNode, limit = 1_000_000): string {
  return linesOf(root, limit).join(' ');
}

/**
 * The lines of text inside, one a paragraph: block tags, `<br>` and table rows end a line (cells of a row are
 * lines of their own). Space is collapsed, empty lines are left out, `limit` characters at most.
 */
export function linesOf(root: AnyNode, limit = 1_000_000): string[] {
  const lines: string[] = [];
  let line = '';
  let left = limit;
  const flush = () => {
    const text = oneLine(line);
    if (text !== '') lines.push(text);
    line = '';
  };
  walk(root, {
    enter(node) {
      if (left <= 0) return false;
      if (isText(node)) {
        line += node.data.length > left ? node.data.slice(0, left) : node.data;
        left -= node.data.length;
      } else if (isTag(node)) {
        if (SILENT_TAGS.has(node.name) && node !== root) return false;
        if (node.name === 'br' || BLOCK_TAGS.has(node.name)) flush();
      }
      return true;
    },
    leave(node) {
      if (isTag(node) && BLOCK_TAGS.has(node.name)) flush();
    },
  });
  flush();
  return lines;
}
