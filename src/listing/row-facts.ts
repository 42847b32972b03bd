/** What stands beside the links of a block: the date as written, a heading, and how much other text. */
import { isText } from 'domhandler';
import { linesOf, oneLine } from '../markup/text.ts';
import { type AnyNode, elements } from '../markup/walk.ts';
import type { Block, Row } from './row.ts';
import { findDate, machineDate } from './row-date.ts';
import { BOXED, isGenericTitle, piecesOf, titleOfRow, widthOf } from './row-title.ts';

export interface RowFacts {
  row: Row;
  title: string;
  width: number;
  /** The date as written, or null. */
  date: string | null;
  /** Characters of the row that are neither its title nor its date. */
  besides: number;
  heading: boolean;
}

const ROW_TEXT = 700;
/** A list that shows dates shows them in this share of its rows at least. */
const USUAL = 0.4;
const NEIGHBOUR_TEXT = 120;

export function factsOf(block: Block): RowFacts[] {
  return agreedOrder(datedFacts(block));
}

function datedFacts(block: Block): RowFacts[] {
  const owned = new Set(block.rows.map((row) => row.node));
  const facts = block.rows.map(factsInside);
  // A list may keep the date outside the row (`<dt>`, bare text): the same side for all rows of the block.
  const inside = count(facts.map((fact) => fact.date));
  // Dates in a few rows only belong to the stories, not to the list.
  if (inside >= USUAL * facts.length) return facts;
  const after = block.rows.map((row) => findDate([neighbours(row.node, 'next', owned)]));
  const before = block.rows.map((row) => findDate([neighbours(row.node, 'prev', owned)]));
  const side = count(after) >= count(before) ? after : before;
  const beside = count(side) >= USUAL * facts.length;
  return facts.map((fact, place) => ({ ...fact, date: beside ? (side[place] ?? null) : null }));
}

const NUMBERS = /^(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d{2})(.{0,20})$/;

/** `05/04/2024` alone may be either day; a list writes all its dates one way, and one of them mostly tells. */
function agreedOrder(facts: RowFacts[]): RowFacts[] {
  const parts = facts.map((fact) => NUMBERS.exec(fact.date ?? ''));
  const dayFirst = parts.some((part) => part !== null && Number(part[1]) > 12);
  const monthFirst = parts.some((part) => part !== null && Number(part[3]) > 12);
  if (dayFirst === monthFirst) return facts;
  return facts.map((fact, place) => {
    const part = parts[place];
    if (part === null || part === undefined) return fact;
    const [, first = '', , second = '', year = '', rest = ''] = part;
    const [day, month] = dayFirst ? [first, second] : [second, first];
    return { ...fact, date: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${rest}` };
  });
}

function factsInside(row: Row): RowFacts {
  const own = row.candidate.title;
  const title = isGenericTitle(own) || isCode(own) ? titleBeside(row.node) || own : own;
  const rest = piecesOf(row.node, ROW_TEXT).filter((piece) => !isPartOf(piece, title));
  const date = machineDate(row.node) ?? findDate(rest);
  const text = rest.join(' ').length - (date?.length ?? 0);
  return {
    row,
    title,
    width: widthOf(title),
    date,
    besides: Math.max(0, text),
    heading: hasHeading(row.node),
  };
}

/** A piece of the title, or of its cut form; digits alone may be a day that the title happens to name, too. */
function isPartOf(piece: string, title: string): boolean {
  if (BOXED.test(piece)) return false;
  return title.includes(piece.replace(/[….]+$/, ''));
}

/** A number of a document rather than a title: `24-1173`, `S-19249`, `〔2024〕12号`. */
function isCode(title: string): boolean {
  return title.length < 24 && /\d/.test(title) && (title.match(/\p{L}/gu) ?? []).length <= 4;
}

/** The row's heading, or its first text that is long enough to be a title. */
function titleBeside(row: AnyNode): string {
  const heading = titleOfRow(row);
  if (heading !== '') return heading;
  const lines = linesOf(row, ROW_TEXT);
  return lines.find((line) => widthOf(line) >= 14 && !isCode(line) && findDate([line]) === null) ?? '';
}

function hasHeading(row: AnyNode): boolean {
  return elements(row).some((element) => /^h[1-6]$/.test(element.name));
}

/** Text between this row and the next (or previous) one. */
function neighbours(row: AnyNode, side: 'next' | 'prev', owned: ReadonlySet<AnyNode>): string {
  let text = '';
  let node = row[side];
  for (let step = 0; node !== null && step < 6 && text.length < NEIGHBOUR_TEXT; step++) {
    if (owned.has(node)) break;
    const part = isText(node) ? node.data : piecesOf(node, NEIGHBOUR_TEXT).join(' ');
    text = side === 'next' ? `${text} ${part}` : `${part} ${text}`;
    node = node[side];
  }
  return oneLine(text.slice(0, 2 * NEIGHBOUR_TEXT));
}

function count(dates: readonly (string | null)[]): number {
  return dates.filter((date) => date !== null).length;
}
