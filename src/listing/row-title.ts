/**
 * The title of a link as the list means it: the heading inside a card, the whole `title=` where the visible
 * text was cut, without the marks and dates that stand in the same link.
 */
import { isTag, isText } from 'domhandler';
import { linesOf, oneLine, SILENT_TAGS, textOf } from '../markup/text.ts';
import { type AnyNode, attribute, type Element, elements, walk } from '../markup/walk.ts';
import { findDate } from './row-date.ts';

const CUT = /(?:…+|\.{2,}|。{2,})\s*$/;
const LEADING_MARK =
  /^(?:[·•●▪■◆◇▶►»>＞∙・.\-–—*\s]|[[【(（](?:置顶|顶|热|new|图|图文|视频|推荐|荐|最新)[\]】)）]|置顶[\s:：])+/iu;
const DATE_AT_EDGE =
  /^[[(（【]?(?:19|20)\d{2}[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?[\])）】]?\s*|\s*[[(（【]?(?:19|20)\d{2}[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?[\])）】]?$/g;

/** Words of links that lead to an article without naming it. */
const GENERIC =
  /^(?:\[|【|\(|（)?(?:查看)?(?:详情|详细|全文|更多|阅读全文|阅读更多|点击查看|查看全文|查看|阅读|more|read more|learn more|read the story|read article|read full (?:story|article)|continue reading|continua a leggere|view more|view|details?|see more|full story|download|下载|lire la suite|leer más|weiterlesen|mehr)(?:\]|】|\)|）)?\s*[>»→›…\s]*$/i;

/** Day, month and clock without words. */
export const BOXED = /^[\d\s\-./:年月日[\]()|]+$/;

const TITLE_NAME = /(?:^|[\s_-])(?:title|tit|headline|heading|bt)(?:$|[\s_-])/;
/** Labels above headlines (`Press release`) are shorter. */
const LABEL_WIDTH = 18;

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Display width: a Han character counts two, so that titles of both scripts can be compared. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += char > '\u2e7f' ? 2 : 1;
  return width;
}

export function isGenericTitle(text: string): boolean {
  return text === '' || (text.length < 40 && GENERIC.test(text));
}

export interface LinkTitle {
  text: string;
  /** 2: a heading or a part named title; 1: plain text; 0: nothing that names an article. */
  rank: 0 | 1 | 2;
}

/** The title told by the link itself; empty when it tells none. */
export function titleOfLink(anchor: Element, visible: string): LinkTitle {
  // Most links hold nothing but text.
  const plain = !anchor.children.some(isTag);
  const named = plain ? null : (headingInside(anchor) ?? namedTitle(anchor));
  const shown = clean(named ?? (plain ? visible : lineOfCard(anchor, visible)));
  const whole = clean(attribute(anchor, 'title') ?? '');
  if (shown === '' || isGenericTitle(shown)) {
    if (whole !== '' && !isGenericTitle(whole)) return { text: whole, rank: 1 };
    return { text: shown !== '' ? shown : clean(altInside(anchor)), rank: 0 };
  }
  const rank = named !== null || isInHeading(anchor) ? 2 : 1;
  return { text: isWholeOf(whole, shown) ? whole : shown, rank };
}

/** The line of a card that is its title: not a date, and not the short label above the headline. */
function lineOfCard(anchor: Element, visible: string): string {
  const lines = linesOf(anchor, 600).filter((line) => !isDateBox(line));
  const [first, second] = lines;
  if (first === undefined || second === undefined) return withoutDates(anchor, visible);
  return widthOf(first) < LABEL_WIDTH && widthOf(second) >= 1.5 * widthOf(first) ? second : first;
}

function isInHeading(anchor: Element): boolean {
  const parent = anchor.parent;
  const above = parent?.parent;
  return [parent, above].some((node) => node != null && 'name' in node && HEADINGS.has(node.name));
}

/** The heading, or else the first line, of a row whose link says only "read more". */
export function titleOfRow(row: AnyNode): string {
  for (const element of elements(row)) {
    if (!HEADINGS.has(element.name)) continue;
    const text = clean(textOf(element, 400));
    if (text !== '' && !isGenericTitle(text)) return text;
  }
  return '';
}

/** The texts of a part one by one: authors set day and month in neighbouring boxes without a space between. */
export function piecesOf(node: AnyNode, limit: number): string[] {
  const pieces: string[] = [];
  let left = limit;
  walk(node, {
    enter(inner) {
      if (left <= 0) return false;
      if (isText(inner)) {
        const piece = oneLine(inner.data.slice(0, left));
        left -= piece.length;
        if (piece !== '') pieces.push(piece);
      }
      return !(isTag(inner) && SILENT_TAGS.has(inner.name));
    },
  });
  return pieces;
}

/** The text of a link or heading without the date boxes inside it, if a title is left. */
function withoutDates(part: Element, visible: string): string {
  const pieces = piecesOf(part, 600);
  const words = pieces.filter((piece) => !isDateBox(piece));
  if (words.length === pieces.length || widthOf(words.join('')) < 8) return visible;
  // A number inside the sentence is no box.
  const edge = isDateBox(pieces[0] ?? '') || isDateBox(pieces.at(-1) ?? '');
  return edge ? words.join(' ') : visible;
}

function isDateBox(piece: string): boolean {
  if (BOXED.test(piece)) return true;
  const date = piece.length <= 48 ? findDate([piece]) : null;
  return date !== null && piece.length - date.length <= 8;
}

function isWholeOf(whole: string, shown: string): boolean {
  const start = shown.replace(CUT, '').trim();
  return start.length >= 2 && whole.length > start.length && whole.startsWith(start);
}

function headingInside(anchor: Element): string | null {
  for (const element of elements(anchor)) {
    if (!HEADINGS.has(element.name)) continue;
    const text = withoutDates(element, textOf(element, 400));
    if (text !== '') return text;
  }
  return null;
}

/** In a card that is one link, the part that authors name a title. */
function namedTitle(anchor: Element): string | null {
  for (const element of elements(anchor)) {
    const marked = /^(?:headline|name)$/i.test(element.attribs.itemprop ?? '');
    if (!marked && !TITLE_NAME.test((element.attribs.class ?? '').toLowerCase())) continue;
    const text = withoutDates(element, textOf(element, 400));
    if (text.length >= 4) return text;
  }
  return null;
}

function altInside(anchor: Element): string {
  for (const image of elements(anchor, 'img')) {
    const alt = attribute(image, 'alt') ?? attribute(image, 'title');
    if (alt !== null) return alt;
  }
  return '';
}

function clean(text: string): string {
  const line = oneLine(text.slice(0, 600));
  const bare = oneLine(line.replace(DATE_AT_EDGE, '').replace(LEADING_MARK, ''));
  return bare === '' ? '' : bare;
}
