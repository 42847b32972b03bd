/** What a page shows that may be its title: headings and lines above the body, scored by how much speaks for each. */
import type { Witness } from '../domain/article.ts';
import { isMetaLine, isPositionLine } from './line-forms.ts';
import { type Line, type Part, type Survey, sizeOf } from './page-lines.ts';
import { nameWords } from './part-names.ts';
import { TITLE_LIMIT } from './title-claims.ts';
import { claimOf, confirmation, isBegun } from './title-likeness.ts';
import { normalOf } from './trim-body.ts';

/** More headings than these are garbage; each is compared with each claim. */
const HEADING_LIMIT = 120;
/** How many lines above the body are looked at as titles without a heading tag. */
const TITLE_LINES = 80;
/** Score of a line right above the one with date and source. */
export const BY_DATE_LINE = 0.9;

export interface ShownSources {
  survey: Survey;
  /** Index of the first line of prose of the body; headings after it are headings of the text. */
  bodyStart: number;
}

export interface VisibleTitle {
  witness: Witness;
  score: number;
}

/** Headings and lines above the body, scored by how much speaks for each. */
export function visibleTitles(sources: ShownSources, claims: readonly Witness[]): VisibleTitle[] {
  const known = claims.map(({ value }) => claimOf(value));
  const found: VisibleTitle[] = [];
  const { survey, bodyStart } = sources;
  const consider = (from: string, shown: string, bonus: number) => {
    if (shown.length > TITLE_LIMIT) return;
    const text = withoutPath(shown);
    const score = bonus + confirmation(normalOf(text), known, from !== 'title line');
    found.push({ witness: { from, value: text }, score });
  };
  for (const part of survey.parts) {
    if (found.length >= HEADING_LIMIT) break;
    const level = headingLevel(part);
    if (level === 0 || part.to === part.from || part.to - part.from > 4) continue;
    const lines = survey.lines.slice(part.from, part.to);
    const late = part.from <= bodyStart ? 0 : level === 1 ? 1.5 : 6;
    consider(
      level >= 8 ? 'title part' : `h${level}`,
      joined(lines),
      headingBonus(level) - late - asidePenalty(lines),
    );
  }
  const last = Math.min(bodyStart, survey.lines.length - 1);
  for (let index = Math.max(0, last - TITLE_LINES); index <= last; index++) {
    const line = survey.lines[index];
    if (line !== undefined && line.heading === 0 && line.size >= 3 && line.linked < line.size / 2) {
      consider('title line', line.text, nearMeta(survey.lines, index) - asidePenalty([line]));
      const next = survey.lines[index + 1];
      if (next !== undefined && isBegun(line.text, known))
        consider('title line', `${line.text}${next.text}`, 0.5);
    }
  }
  return found.sort((a, b) => b.score - a.score);
}

/** A title stands right above the line that names date and source. */
function nearMeta(lines: readonly Line[], index: number): number {
  const [line, next, second] = [lines[index], lines[index + 1], lines[index + 2]];
  if (line === undefined || isMetaLine(line.text) || isPositionLine(line.text)) return -1;
  if (line.marks > 2 || line.size > 60) return 0;
  if (next !== undefined && hasDate(next)) return BY_DATE_LINE;
  return second !== undefined && hasDate(second) ? 0.5 : 0;
}

const DATED =
  /(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2},? (?:19|20)\d\d|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,? (?:19|20)\d\d/i;

function hasDate(line: Line): boolean {
  return line.text.length < 200 && DATED.test(line.text);
}

/** Without the path that leads to it: `Site 〉 Column 〉 Title`. */
function withoutPath(text: string): string {
  const steps = text.split(/\s?[〉》＞»›>]{1,2}\s?(?=\S)/);
  const last = steps.at(-1) ?? text;
  const isPath = steps.length > 2 || (steps[0] ?? '').trim() === '';
  return isPath && sizeOf(last) >= 4 ? last.trim() : text;
}

function headingBonus(level: number): number {
  if (level === 1) return 2;
  if (level === 8) return 2.2;
  if (level === 9) return 1;
  return level <= 3 ? 0.8 : 0.4;
}

function asidePenalty(lines: readonly Line[]): number {
  return lines.some((line) => line.aside) ? 1.5 : 0;
}

function joined(lines: readonly Line[]): string {
  return lines.map((line) => line.text).join(' ');
}

/** 1 to 6 for heading tags, 8 for the tag that a system has for titles, 9 for a part named as one, 0 for all others. */
function headingLevel({ element, kind }: Part): number {
  if (/^h[1-6]$/.test(element.name)) return Number(element.name[1]);
  if (element.name === 'ucaptitle' || element.name === 'founder-title') return 8;
  if (kind !== 'plain' || element.name === 'body') return 0;
  const { class: classes, id } = element.attribs;
  const name = `${classes ?? ''} ${id ?? ''}`;
  if (!/tit|headline|bt/i.test(name)) return 0;
  return nameWords(name).some((word) => TITLE_WORDS.has(word)) ? 9 : 0;
}

const TITLE_WORDS = new Set(
  'title headline biaoti tit bt articletitle maintitle newstitle arttitle'.split(' '),
);
