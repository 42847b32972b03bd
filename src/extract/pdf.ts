/**
 * The text of a PDF that holds an article's body.
 *
 * A PDF knows lines, not paragraphs. Lines that reach the right edge go on in the next one; a short line ends
 * its paragraph.
 */
import { getDocumentProxy } from 'unpdf';

const PAGE_LIMIT = 60;
const TEXT_LIMIT = 300_000;
const BYTE_LIMIT = 20_000_000;

/** The bytes are no PDF, or one that cannot be read (damaged, encrypted, too large); `message` says which. */
export class PdfError extends Error {
  override readonly name = 'PdfError';
}

/**
 * Plain text, one paragraph a line: at most 60 pages and 300,000 characters. Empty for a PDF of pictures.
 * Throws `PdfError`. The bytes are copied: the library takes what it is given.
 */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  if (bytes.length > BYTE_LIMIT) throw new PdfError(`a PDF of ${bytes.length} bytes is over ${BYTE_LIMIT}`);
  const pdf = await open(bytes);
  try {
    const paragraphs: string[] = [];
    let left = TEXT_LIMIT;
    for (let number = 1; number <= Math.min(pdf.numPages, PAGE_LIMIT) && left > 0; number++) {
      const page = await pdf.getPage(number);
      const content = await page.getTextContent();
      const items = content.items.filter((item) => 'str' in item);
      for (const paragraph of paragraphsOf(
        items.map(({ str, hasEOL }) => `${str}${hasEOL ? '\n' : ''}`).join(''),
      )) {
        if (left > 0) paragraphs.push(paragraph.slice(0, left));
        left -= paragraph.length;
      }
    }
    return paragraphs.join('\n');
  } catch (error) {
    throw new PdfError(`the PDF's text cannot be read: ${error instanceof Error ? error.message : error}`);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function open(bytes: Uint8Array) {
  try {
    return await getDocumentProxy(bytes.slice(), { verbosity: 0 });
  } catch (error) {
    throw new PdfError(`not a readable PDF: ${error instanceof Error ? error.message : error}`);
  }
}

/** Share of the longest line from which on a line counts as full. */
const FULL_LINE = 0.85;

/** Lines of one page to paragraphs; page numbers on lines of their own are left out. */
export function paragraphsOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const paragraphs: string[] = [];
  let open = false;
  for (const line of lines) {
    if (line === '' || /^[-—–\s]{0,3}\d{1,4}[-—–\s]{0,3}$/.test(line)) continue;
    const last = paragraphs.length - 1;
    if (open && last >= 0) paragraphs[last] = joinLines(paragraphs[last] ?? '', line);
    else paragraphs.push(line);
    open = line.length >= longest * FULL_LINE && !/[。！？：.!?:]$/.test(line);
  }
  return paragraphs;
}

/** Between two Han characters a line break is no space. */
function joinLines(before: string, after: string): string {
  const isHan = /[\u3000-\u9fff\uff00-\uffef]$/.test(before) || /^[\u3000-\u9fff\uff00-\uffef]/.test(after);
  return isHan ? before + after : `${before} ${after}`;
}
