/**
 * From the lines of the chosen part to the lines of the article: what stands before its first paragraph,
 * after its last, and between them without being text, goes.
 */
import {
  isCredit,
  isEndLine,
  isMetaLine,
  isPositionLine,
  isRights,
  isSiteLine,
  isStaffLine,
  isToolLine,
  isWeakEndLine,
  withoutEditor,
} from './line-forms.ts';
import type { Line, Part, Survey } from './page-lines.ts';

/** A line that opens another matter ends the article only if at most this share of the prose comes after it. */
const TAIL_SHARE = 0.35;
/** The same for lines that may also stand in the middle of a text (`Share this`, `More on …`). */
const WEAK_TAIL_SHARE = 0.12;

/** A sentence or more of running text, whatever links are in it. */
export function isProse(line: Line): boolean {
  if (line.marks === 0 || line.size < 12) return false;
  if (line.linked > line.size * 0.5 && !isLinkedSentence(line)) return false;
  return line.size > 60 || !isMetaLine(line.text);
}

/** A paragraph full of links is one all the same, if it goes on around them or ends as sentences do. */
function isLinkedSentence(line: Line): boolean {
  return line.size - line.linked > 6 || (line.size >= 10 && /[.。！？!?][”"’')）]?$/.test(line.text));
}

/** Letters and digits only, lower case: what two spellings of a title have in common. */
export function normalOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Does the line show one of these titles (normal forms)? Long lines are not looked at. */
export function showsTitle(line: Line, titles: ReadonlySet<string>): boolean {
  return line.text.length <= 400 && titles.has(normalOf(line.text));
}

/** The paragraphs of the article in the lines `from` to `to` (exclusive); `titles` are normal forms. */
export function trimBody(
  { lines, parts }: Survey,
  { from, to }: { from: number; to: number },
  titles: ReadonlySet<string>,
): string[] {
  const blocks = linkBlocks(lines, parts, from, to);
  const kept = lines
    .slice(from, to)
    .filter((line, index) => !line.aside && !blocks.has(from + index) && !isLinkLine(line));
  const start = headEnd(kept, titles);
  const end = tailStart(kept, start);
  return withoutLooseEnd(kept.slice(start, end), parts)
    .filter((line) => !isJunk(line, titles))
    .map((line) => withoutEditor(line.text))
    .filter((text) => text !== '');
}

/** Lines of parts that hold no prose and mostly links: lists of other articles with their headings and dates. */
function linkBlocks(lines: readonly Line[], parts: readonly Part[], from: number, to: number): Set<number> {
  const found = new Set<number>();
  let done = from;
  // Tables are left alone: names in their first column are linked often enough.
  for (const part of parts) {
    if (part.from < done || part.to > to || part.to - part.from < 2 || /^t/.test(part.element.name)) continue;
    const inside = lines.slice(part.from, part.to);
    const linked = inside.filter(isLinkLine).length;
    if (linked < inside.length / 2 || inside.some(isProse)) continue;
    for (let index = part.from; index < part.to; index++) found.add(index);
    done = part.to;
  }
  return found;
}

/** After the last paragraph only what stands beside it is text: a signature, a date, the end of a list. */
function withoutLooseEnd(lines: readonly Line[], parts: readonly Part[]): Line[] {
  const last = lines.findLastIndex(isProse);
  const prose = lines[last];
  if (prose === undefined) return [...lines];
  const outer = parts[prose.part]?.parent ?? -1;
  const beside = ({ part }: Line) =>
    part === prose.part ||
    parts[part]?.parent === outer ||
    (isItem(parts[part]) && isInside(parts, part, parts[outer]));
  return lines.filter((line, index) => index <= last || beside(line));
}

function isItem(part: Part | undefined): boolean {
  return part !== undefined && /^(?:li|dd|dt|td|th|blockquote)$/.test(part.element.name);
}

/** Is the part of this index inside `around`? Parts are walked up; a page nests a thousand at most. */
function isInside(parts: readonly Part[], inner: number, around: Part | undefined): boolean {
  let part = parts[inner];
  while (part !== undefined && part !== around) part = parts[part.parent];
  return part !== undefined;
}

function isLinkLine(line: Line): boolean {
  return line.linked > line.size * 0.6 && !(line.marks > 0 && isLinkedSentence(line));
}

function isJunk(line: Line, titles: ReadonlySet<string>): boolean {
  if (line.size === 0 || isRights(line.text) || (line.size < 60 && isEndLine(line.text))) return true;
  return (
    isToolLine(line.text) ||
    isPositionLine(line.text) ||
    isCredit(line.text) ||
    isSiteLine(line.text) ||
    showsTitle(line, titles)
  );
}

/** The first line of the article: after the title and the lines that belong to it. */
function headEnd(lines: readonly Line[], titles: ReadonlySet<string>): number {
  const total = proseOf(lines, 0, lines.length);
  let start = 0;
  let seen = 0;
  for (const [index, line] of lines.entries()) {
    if (seen > total * 0.3 && seen > 60) break;
    if (
      showsTitle(line, titles) ||
      (line.size < 60 && (isMetaLine(line.text) || isPositionLine(line.text)))
    ) {
      start = index + 1;
    }
    if (isProse(line)) seen += line.size;
  }
  const first = lines.findIndex((line, index) => index >= start && isProse(line));
  if (first < 0) return start;
  while (start < first && !belongs(lines[start], lines[first])) start += 1;
  return start;
}

/** Short lines above the first paragraph are text when they stand in the same block as it: subtitles, bylines. */
function belongs(line: Line | undefined, prose: Line | undefined): boolean {
  return line !== undefined && prose !== undefined && line.part === prose.part && line.size >= 4;
}

/** Where the article ends: at the first line that opens another matter, if little prose follows. */
function tailStart(lines: readonly Line[], start: number): number {
  const total = proseOf(lines, start, lines.length);
  let seen = 0;
  for (let index = start; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) break;
    const share = seen > 0 ? tailShare(line) : 0;
    if (share > 0 && total - seen <= total * share) return index;
    if (isProse(line)) seen += line.size;
  }
  return lines.length;
}

function tailShare(line: Line): number {
  if (isEndLine(line.text) || isStaffLine(line.text)) return TAIL_SHARE;
  return isWeakEndLine(line.text) ? WEAK_TAIL_SHARE : 0;
}

function proseOf(lines: readonly Line[], from: number, to: number): number {
  let sum = 0;
  for (let index = from; index < to; index++) {
    const line = lines[index];
    if (line !== undefined && isProse(line)) sum += line.size;
  }
  return sum;
}
