/**
 * Which part of the page holds the article: the one whose lines add up highest, when prose counts for and
 * link lists count against.
 */
import type { Line, Part, Survey } from './page-lines.ts';

/** Reading units beyond which a line counts no more: one giant paragraph is no proof of a container. */
const LINE_CAP = 400;

/** What a line says for (positive) or against (negative) the part that holds it. */
export function lineValue(line: Line): number {
  const size = Math.min(line.size, LINE_CAP);
  if (line.aside) return -Math.min(size, 20) / 4;
  if (line.linked > line.size * 0.5) return -Math.min(size, 40) / 2 - 2;
  if (line.marks > 0 && size >= 12) return size - line.linked * 2;
  return line.heading > 0 ? 0 : -2;
}

export interface Found {
  part: number;
  value: number;
}

/** Sums of values before each line, so that any range is one subtraction. */
export function sumsOf(lines: readonly Line[], value: (line: Line) => number): Float64Array {
  const sums = new Float64Array(lines.length + 1);
  for (const [index, line] of lines.entries()) sums[index + 1] = (sums[index] ?? 0) + value(line);
  return sums;
}

/** Less than this is no article: then what was put aside for its name is looked at too. */
export const LEAST_VALUE = 40;

/** The innermost part of the highest sum, or null on a page without prose. */
export function findBody(survey: Survey): Found | null {
  const found = bestPart(survey);
  if (found !== null && found.value >= LEAST_VALUE) return found;
  const plain = survey.lines.map((line) => ({ ...line, aside: false }));
  const second = bestPart({ lines: plain, parts: survey.parts });
  if (second === null || second.value <= (found?.value ?? 0)) return found;
  const part = survey.parts[second.part];
  for (const line of survey.lines.slice(part?.from, part?.to)) line.aside = false;
  return second;
}

function bestPart(survey: Survey): Found | null {
  const sums = sumsOf(survey.lines, lineValue);
  let best: Found | null = null;
  for (const [index, part] of survey.parts.entries()) {
    const value = (sums[part.to] ?? 0) - (sums[part.from] ?? 0);
    if (value > 0 && (best === null || value >= best.value)) best = { part: index, value };
  }
  return best;
}

/** Is `inner` inside `outer`? Parts are ranges in page order, so parents are walked up. */
export function isWithin(parts: readonly Part[], inner: number, outer: number): boolean {
  let index = inner;
  while (index > outer) index = parts[index]?.parent ?? -1;
  return index === outer;
}
