/** Links of a page and what they are relative to. */
import { textOf } from './text.ts';
import { type AnyNode, attribute, type Document, type Element, elements, firstElement } from './walk.ts';

export interface Anchor {
  element: Element;
  /** Absolute, as found; null when it is no http(s) address (`javascript:`, `mailto:`, broken). */
  url: string | null;
  /** As written. */
  href: string;
  /** Visible text in one line, at most 1,000 characters. */
  text: string;
  /** The `title` attribute: often whole where the text is cut with an ellipsis. */
  title: string | null;
}

/** What relative addresses on the page refer to: `<base href>` where it is usable, else the page's URL. */
export function baseOf(document: Document, pageUrl: string): string {
  const base = firstElement(document, 'base');
  const href = base === null ? null : attribute(base, 'href');
  return (href === null ? null : absoluteUrl(href, pageUrl)) ?? pageUrl;
}

/** An http(s) address made absolute, or null. */
export function absoluteUrl(href: string, base: string): string | null {
  const url = URL.parse(href.trim(), base);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}

/** Every `<a href>` and `<area href>` inside `root`, in page order. */
export function anchors(root: AnyNode, base: string): Anchor[] {
  const found: Anchor[] = [];
  for (const element of elements(root)) {
    if (element.name !== 'a' && element.name !== 'area') continue;
    const href = attribute(element, 'href');
    if (href === null) continue;
    found.push({
      element,
      url: absoluteUrl(href, base),
      href,
      text: textOf(element, 1_000),
      title: attribute(element, 'title'),
    });
  }
  return found;
}
