/**
 * Which lines stand in parts that are none of the article: by the name of the part, or because the part is one of
 * several cards that each announce another article.
 */
import type { Line, Part } from './page-lines.ts';

/** A part that holds more than this share of the page's prose is no aside: some bodies have unlucky names. */
const LARGEST_SHARE = { foreign: 0.6, aside: 0.4, plain: 0 };
/** Reading units of prose above a part that make it sure that the words of others, however many, are no body. */
const ARTICLE_ABOVE = 200;

export function markAsides(lines: Line[], parts: readonly Part[]): void {
  const prose = proseSums(lines);
  const total = prose[lines.length] ?? 0;
  let done = 0;
  let aside = 0;
  for (const part of parts) {
    if (part.kind === 'plain' || part.to <= done) continue;
    const above = prose[part.from] ?? 0;
    const isLarge = (prose[part.to] ?? 0) - above > total * LARGEST_SHARE[part.kind];
    if (isLarge && !(part.kind === 'foreign' && above - aside >= ARTICLE_ABOVE)) continue;
    aside += (prose[part.to] ?? 0) - above;
    mark(lines, part);
    done = part.to;
  }
}

function proseSums(lines: readonly Line[]): Float64Array {
  const sums = new Float64Array(lines.length + 1);
  for (const [index, line] of lines.entries()) {
    const counts = line.marks > 0 && line.linked < line.size / 2;
    sums[index + 1] = (sums[index] ?? 0) + (counts ? line.size : 0);
  }
  return sums;
}

function mark(lines: Line[], part: Part): void {
  for (let index = part.from; index < part.to; index++) {
    const line = lines[index];
    if (line !== undefined) line.aside = true;
  }
}

/** How many parts alike make cards of what could be a paragraph with a linked heading. */
const CARDS = 3;
const CARD_LINES = 6;
/** Reading units: what announces an article is shorter than its paragraphs. */
const CARD_LINE_SIZE = 60;

/** Cards: small parts of one form, each a linked headline with a sentence or two about it. */
export function markCards(lines: Line[], parts: readonly Part[]): void {
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    if (!isCard(lines, part)) continue;
    const form = formOf(part, parts);
    const group = groups.get(form);
    if (group === undefined) groups.set(form, [part]);
    else group.push(part);
  }
  for (const group of groups.values()) {
    if (group.length >= CARDS) for (const part of group) mark(lines, part);
  }
}

function isCard(lines: readonly Line[], part: Part): boolean {
  const count = part.to - part.from;
  if (count < 2 || count > CARD_LINES) return false;
  let links = 0;
  let prose = 0;
  for (let index = part.from; index < part.to; index++) {
    const line = lines[index];
    if (line === undefined) return false;
    if (line.size >= 3 && line.linked > line.size * (line.heading > 0 ? 0.45 : 0.8)) {
      if (prose > 0 && links === 0) return false;
      links += 1;
    } else if (line.size > CARD_LINE_SIZE) return false;
    else if (line.marks > 0 && line.size >= 8) prose += 1;
  }
  return links > 0 && prose > 0 && prose <= 2;
}

/** Tag and first class of a part and of the part around it, without what counts them. */
function formOf(part: Part, parts: readonly Part[]): string {
  const around = parts[part.parent];
  return `${around === undefined ? '' : nameOf(around)}>${nameOf(part)}`;
}

function nameOf({ element }: Part): string {
  const [word = ''] = (element.attribs.class ?? '').trim().split(/\s/);
  return `${element.name}.${word.replace(/[\d_-]+$/, '')}`;
}
