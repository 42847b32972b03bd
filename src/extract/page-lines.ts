/** What a page is to the readers of this room: lines of text, and the parts that hold ranges of them. */
import type { JsonObject, MetaTags } from '../markup/meta.ts';
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

/** Reading units of a text, see `Line.size`. A loop, since it is asked of every line of every page. */
export function sizeOf(text: string): number {
  let wide = 0;
  let narrow = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x80) narrow += isAsciiWord(code) ? 1 : 0;
    else if (code >= 0x3040) wide += isWide(code) ? 1 : 0;
    else if (code >= 0xc0 && code < 0x2000) narrow += 1;
  }
  return wide + narrow / 5;
}

function isAsciiWord(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Kana, Han (also of the surrogate planes' first half), hangul. */
function isWide(code: number): boolean {
  return (
    code <= 0x30ff ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xdbff) ||
    (code >= 0xf900 && code <= 0xfaff)
  );
}

/** What the readers of date, publisher and author look at. */
export interface Surroundings {
  survey: Survey;
  /** Indexes of lines: the title's, or -1; the first of the body; the first after the body. */
  titleLine: number;
  bodyStart: number;
  bodyEnd: number;
  meta: MetaTags;
  jsonLd: readonly JsonObject[];
}
