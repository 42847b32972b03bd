/**
 * From the lines of the chosen part to the lines of the article: what stands before its first paragraph,
 * after its last, and between them without being text, goes.
 */
import { isEndLine, isMetaLine, isPositionLine, isToolLine, withoutEditor } from './line-forms.ts';
import type { Line } from './survey-lines.ts';

/** A tail marker ends the article only if at most this share of the prose comes after it. */
const TAIL_SHARE = 0.35;

export function isProse(line: Line): boolean {
  return line.marks > 0 && line.size >= 12 && line.linked <= line.size * 0.5;
}

/** Letters and digits only, lower case: what two spellings of a title have in common. */
export function normalOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

export function trimBody(lines: readonly Line[], titles: ReadonlySet<string>): string[] {
  const kept = lines.filter((line) => !line.aside && !isLinkLine(line));
  const start = headEnd(kept, titles);
  const end = tailStart(kept, start);
  return kept
    .slice(start, end)
    .filter((line) => !isJunk(line, titles))
    .map((line) => withoutEditor(line.text))
    .filter((text) => text !== '');
}

function isLinkLine(line: Line): boolean {
  return line.linked > line.size * 0.6 || (line.size === 0 && line.linked > 0);
}

function isJunk(line: Line, titles: ReadonlySet<string>): boolean {
  if (line.size === 0) return true;
  return isToolLine(line.text) || isPositionLine(line.text) || titles.has(normalOf(line.text));
}

/** The first line of the article: after the title and the lines that belong to it. */
function headEnd(lines: readonly Line[], titles: ReadonlySet<string>): number {
  const total = proseOf(lines, 0, lines.length);
  let start = 0;
  let seen = 0;
  for (const [index, line] of lines.entries()) {
    if (seen > total * 0.3 && seen > 60) break;
    if (
      titles.has(normalOf(line.text)) ||
      (line.size < 60 && (isMetaLine(line.text) || isPositionLine(line.text)))
    ) {
      start = index + 1;
    }
    if (isProse(line)) seen += line.size;
  }
  while (start < lines.length) {
    const line = lines[start];
    if (line === undefined || isProse(line)) break;
    start += 1;
  }
  return start;
}

/** Where the article ends: at the first line that opens another matter, if little prose follows. */
function tailStart(lines: readonly Line[], start: number): number {
  const total = proseOf(lines, start, lines.length);
  let seen = 0;
  for (let index = start; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) break;
    if (seen > 0 && isEndLine(line.text) && total - seen <= total * TAIL_SHARE) return index;
    if (isProse(line)) seen += line.size;
  }
  return lines.length;
}

function proseOf(lines: readonly Line[], from: number, to: number): number {
  let sum = 0;
  for (let index = from; index < to; index++) {
    const line = lines[index];
    if (line !== undefined && isProse(line)) sum += line.size;
  }
  return sum;
}
