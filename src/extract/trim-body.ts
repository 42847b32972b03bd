/**
 * From the lines of the chosen part to the lines of the article: what stands before its first paragraph,
 * after its last, and between them without being text, goes.
 */
import {
  isCredit,
  isEndLine,
  isMetaLine,
  isPositionLine,
  isToolLine,
  isWeakEndLine,
  withoutEditor,
} from './line-forms.ts';
import type { Line } from './survey-lines.ts';

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
  return line.linked > line.size * 0.6 && !(line.marks > 0 && isLinkedSentence(line));
}

function isJunk(line: Line, titles: ReadonlySet<string>): boolean {
  if (line.size === 0) return true;
  return (
    isToolLine(line.text) || isPositionLine(line.text) || isCredit(line.text) || showsTitle(line, titles)
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
  if (isEndLine(line.text)) return TAIL_SHARE;
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
