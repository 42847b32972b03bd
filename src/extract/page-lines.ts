/** What a page is to the readers of this room: lines of text, and the parts that hold ranges of them. */
import type { Element } from '../markup/walk.ts';
import type { PartKind } from './part-names.ts';

export interface Line {
  text: string;
  /**
   * The text with a space wherever a named inline element begins or ends: `<span class=date>…</span><span class=time>`
   * stand apart on the screen. For short lines; never for the body, where it would tear words.
   */
  apart: string;
  /** Length in reading units: a Han, kana or hangul character is one, five other letters or digits are one. */
  size: number;
  /** The part of `size` that is link text. */
  linked: number;
  /** Commas, full stops and their like: what prose has and labels have not. */
  marks: number;
  /** Index of the innermost part that holds the line. */
  part: number;
  /** Inside a part whose name says that it is none of the article's text. */
  aside: boolean;
  /** Level of the heading the line stands in, 0 for none. */
  heading: number;
}

export interface Part {
  element: Element;
  parent: number;
  /** Lines `from` (inclusive) to `to` (exclusive). */
  from: number;
  to: number;
  kind: PartKind;
}

export interface Survey {
  lines: Line[];
  /** In page order: parents before children. */
  parts: Part[];
}

const WIDE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/g;
const NARROW = /[\p{L}\p{N}]/gu;
/** Reading units of a text, see `Line.size`. */
export function sizeOf(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0;
  const letters = text.match(NARROW)?.length ?? 0;
  return wide + (letters - wide) / 5;
}
