/** The PDF that holds an article's body, where the page is only its cover. */
import { absoluteUrl, baseOf } from '../markup/links.ts';
import { rawText } from '../markup/meta.ts';
import { attribute, type Document, type Element, elements } from '../markup/walk.ts';

/** Attributes in which viewers name their file. */
const FILE_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  iframe: ['src', 'data-src'],
  embed: ['src'],
  object: ['data'],
  a: ['href'],
};
const SCRIPT_FILE =
  /(?:showVsbpdfIframe|PDFObject\.embed|pdfUrl|pdf_url|fileUrl)\s{0,3}[(:=]\s{0,3}["']([^"']{1,500}\.pdf[^"']{0,100})["']/i;

export interface AttachmentFound {
  url: string;
  /** Shown in the page itself, not only linked. */
  shown: boolean;
}

/** The first PDF that a viewer in the page shows, else the first that is linked; null when there is none. */
export function findAttachment(document: Document, pageUrl: string): AttachmentFound | null {
  const base = baseOf(document, pageUrl);
  let linked: string | null = null;
  for (const element of elements(document)) {
    const url = fileOf(element, base);
    if (url === null) continue;
    if (element.name !== 'a') return { url, shown: true };
    linked ??= url;
  }
  return linked === null ? null : { url: linked, shown: false };
}

function fileOf(element: Element, base: string): string | null {
  if (element.name === 'script') {
    const file = SCRIPT_FILE.exec(rawText(element).slice(0, 20_000))?.[1];
    return file === undefined ? null : absoluteUrl(file, base);
  }
  for (const name of FILE_ATTRIBUTES[element.name] ?? []) {
    const url = pdfOf(attribute(element, name), base);
    if (url !== null) return url;
  }
  return null;
}

/** A PDF's own address, or the file that a viewer's address carries (`viewer.html?file=…pdf`). */
function pdfOf(href: string | null, base: string): string | null {
  if (href === null || href.length > 2_000 || !/\.pdf/i.test(href)) return null;
  const url = URL.parse(href, base);
  if (url === null) return null;
  if (/\.pdf$/i.test(url.pathname)) return absoluteUrl(url.href, base);
  for (const value of url.searchParams.values()) {
    if (/\.pdf(?:$|[?#])/i.test(value)) return absoluteUrl(value, url.href);
  }
  return null;
}
