/**
 * One walk over the tree that turns a page into lines of text and the parts that hold them.
 *
 * A line is what a reader sees between two line breaks. A part is an element that holds lines: because lines
 * stand in page order, a part is just a range of them, and every later question (how much prose is in here,
 * is this a list of links) is arithmetic over ranges instead of another walk.
 */
import { isTag, isText } from 'domhandler';
import { BLOCK_TAGS, oneLine, SILENT_TAGS } from '../markup/text.ts';
import { type Document, type Element, walk } from '../markup/walk.ts';
import { isRights } from './line-forms.ts';
import { markAsides, markCards } from './mark-asides.ts';
import { type Line, type Part, type Survey, sizeOf } from './page-lines.ts';
import { type PartKind, partKind } from './part-names.ts';

const LINE_LIMIT = 10_000;
const LINE_LENGTH_LIMIT = 20_000;
const PART_LIMIT = 30_000;
/** Lines longer than this (characters) are prose and need no `apart`. */
const APART_LIMIT = 300;

const MARKS = /[，。、；？！،؛؟۔।]|[,;.?!](?=[\s"'”’)]|$)/g;

/** Consent banners are written in sentences too, but no article is about the cookies of this website. */
const CONSENT =
  /\b(?:this|our|the) (?:web)?site[^.]{0,60}cookies|cookies[^.]{0,80}\b(?:this|our|the) (?:web)?site|we use cookies|necessary cookies|necessary for the website to function/i;

/** Tags that say themselves what they are for. */
const TAG_KINDS: Readonly<Record<string, PartKind>> = {
  nav: 'foreign',
  footer: 'foreign',
  dialog: 'foreign',
  aside: 'aside',
  form: 'aside',
  menu: 'aside',
  figcaption: 'aside',
  caption: 'aside',
};
const HEADING = /^h[1-6]$/;

/** `hidden`: take in what the page itself does not show. */
export function surveyLines(document: Document, hidden = false): Survey {
  const survey = new Surveyor(hidden);
  walk(document, {
    enter: (node) => {
      if (isText(node)) survey.addText(node.data);
      else if (isTag(node)) return survey.open(node);
      return !survey.full;
    },
    leave: (node) => {
      if (isTag(node)) survey.close(node);
    },
  });
  return survey.finish();
}

class Surveyor {
  readonly lines: Line[] = [];
  readonly parts: Part[] = [];
  readonly #hidden: boolean;
  readonly #kinds = new Map<string, PartKind>();
  /** Indexes of the open parts, innermost last. */
  readonly #open: number[] = [];
  /** The open link. Links do not nest: a second one ends the first, which somebody forgot to close. */
  #link: Element | null = null;
  #heading = 0;
  #text = '';
  #linkText = '';
  /** Where in `#text` named inline elements begin and end. */
  readonly #breaks: number[] = [];

  constructor(hidden: boolean) {
    this.#hidden = hidden;
  }

  get full(): boolean {
    return this.lines.length >= LINE_LIMIT || this.parts.length >= PART_LIMIT;
  }

  addText(data: string): void {
    if (this.#text.length > LINE_LENGTH_LIMIT) this.#endLine();
    const text = data.length > LINE_LENGTH_LIMIT ? data.slice(0, LINE_LENGTH_LIMIT) : data;
    this.#text += text;
    if (this.#link !== null) this.#linkText += text;
  }

  /** False when nothing inside is text of the page. */
  open(element: Element): boolean {
    const { name } = element;
    if (this.full || SILENT_TAGS.has(name) || (!this.#hidden && isHidden(element))) return false;
    if (name === 'br' || name === 'hr') this.#endLine();
    if (name === 'a' && !isAnchor(element)) this.#link = element;
    if (!isPart(element)) return true;
    if (BLOCK_TAGS.has(name)) this.#endLine();
    else this.#breaks.push(this.#text.length);
    const kind = this.#kindOf(element);
    if (HEADING.test(name)) this.#heading = Number(name[1]);
    this.parts.push({
      element,
      parent: this.#open.at(-1) ?? -1,
      from: this.lines.length,
      to: this.lines.length,
      kind,
    });
    this.#open.push(this.parts.length - 1);
    return true;
  }

  close(element: Element): void {
    if (element === this.#link) this.#link = null;
    if (!isPart(element)) return;
    if (BLOCK_TAGS.has(element.name)) this.#endLine();
    else this.#breaks.push(this.#text.length);
    if (HEADING.test(element.name)) this.#heading = 0;
    const part = this.parts[this.#open.pop() ?? -1];
    if (part === undefined) return;
    part.to = this.lines.length;
  }

  finish(): Survey {
    this.#endLine();
    for (const index of this.#open) {
      const part = this.parts[index];
      if (part !== undefined) part.to = this.lines.length;
    }
    markAsides(this.lines, this.parts);
    markCards(this.lines, this.parts);
    return { lines: this.lines, parts: this.parts };
  }

  #endLine(): void {
    const text = this.#text === '' ? '' : oneLine(this.#text);
    if (text !== '' && !this.full) {
      this.lines.push({
        text,
        apart: this.#apart(text),
        size: sizeOf(text),
        linked: this.#linkText === '' ? 0 : sizeOf(this.#linkText),
        marks: CONSENT.test(text) || isRights(text) ? 0 : (text.match(MARKS)?.length ?? 0),
        part: this.#open.at(-1) ?? -1,
        aside: false,
        heading: this.#heading,
      });
    }
    this.#text = '';
    this.#linkText = '';
    this.#breaks.length = 0;
  }

  #apart(text: string): string {
    if (this.#breaks.length === 0 || text.length > APART_LIMIT) return text;
    let spaced = '';
    let last = 0;
    for (const at of this.#breaks) {
      spaced += `${this.#text.slice(last, at)} `;
      last = at;
    }
    return oneLine(spaced + this.#text.slice(last));
  }

  #kindOf(element: Element): PartKind {
    const own = TAG_KINDS[element.name];
    if (own !== undefined) return own;
    const { class: classes, id } = element.attribs;
    if (classes === undefined && id === undefined) return 'plain';
    const name = `${classes ?? ''} ${id ?? ''}`;
    let kind = this.#kinds.get(name);
    if (kind === undefined) {
      kind = partKind(name);
      this.#kinds.set(name, kind);
    }
    return kind;
  }
}

/** Block tags are parts; so are inline tags that somebody gave a name. */
function isPart(element: Element): boolean {
  const { name, attribs } = element;
  if (BLOCK_TAGS.has(name)) return name !== 'hr';
  return (
    name !== 'a' &&
    name !== 'br' &&
    name !== 'img' &&
    (attribs.id !== undefined || attribs.class !== undefined)
  );
}

/** The goal of links within the page, and no link itself. */
function isAnchor({ attribs }: Element): boolean {
  return attribs.href === undefined && attribs.name !== undefined;
}

const HIDDEN_STYLE = /display\s{0,3}:\s{0,3}none/i;

function isHidden({ attribs }: Element): boolean {
  return attribs.hidden !== undefined || (attribs.style !== undefined && HIDDEN_STYLE.test(attribs.style));
}
