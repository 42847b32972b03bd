/**
 * Periods in English: "over the next five years", "a three-year contract", "valid for 24 months", "until 31 March 2027",
 * "FY2021-22 to FY2025-26", the 14th Five-Year Plan. Not "20 years ago", "in the past two years", "a year".
 */
import { latinNumber, NUMBER_WORDS } from '../../wording/numerals.ts';
import { type PeriodMention, spanOf, yearsOf } from './period-mention.ts';
import { LATIN_PLAN, planYears } from './plans.ts';

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?';
/** 1 January, January 1, mid-, the end of: what may stand before the year of a deadline. */
const DAY = `(?:the )?(?:end of |close of |middle of |beginning of |mid-|end-)?(?:the )?(?:year )?(?:\\d{1,2}(?:st|nd|rd|th)? )?(?:${MONTH} )?(?:\\d{1,2}(?:st|nd|rd|th)?,? )?`;
const N = `\\d{1,3}|(?:${NUMBER_WORDS})`;
const LEAD =
  '(?:(?:over|within|in|for|during|throughout) )?(?:the )?(?:(?:next|coming|following|initial|first|ensuing) )?';

const PATTERN = new RegExp(
  [
    LATIN_PLAN,
    `\\bFY ?(?<fy>(?:20)?\\d{2})(?:[-/](?:20)?\\d{2})? ?(?:-|to|and|through|until) ?FY ?(?<fy2>(?:20)?\\d{2})(?:[-/](?<fy3>(?:20)?\\d{2}))?(?!\\d)`,
    `(?:(?<fiscal>\\bFY ?)|(?<![\\d/.-]))(?<from>20\\d{2})(?:-|/)(?<short>\\d{2})(?![\\d/:-]|\\.\\d)`,
    `(?<![\\d/.-])(?<start>20\\d{2})(?:[-/]\\d{2})?(?: ?- ?| to | and | through | until | till |/)(?:(?:the )?(?:end of )?(?:\\d{1,2}(?:st|nd|rd|th)? )?${MONTH} (?:\\d{1,2},? )?)?(?<to>20\\d{2})(?:[-/](?<to2>\\d{2}))?(?!\\d|-\\d)`,
    `(?<lead>${LEAD})\\b(?:(?<low>${N})(?:[- ](?:to|or)[- ]|(?<=\\d)[-/](?=\\d)))?(?<count>${N})(?: ?\\(\\d{1,2}\\))?(?<half>[- ]and[- ]a[- ]half)?[- ]?(?<unit>years?|yrs?|months?|mths?)\\b`,
    `(?<lead2>${LEAD})\\b(?:(?<tens>${N}|next|coming) )?(?<decade>decades?)\\b`,
    `(?<lead3>${LEAD})\\b(?<half2>half[- ](?:a[- ])?year)\\b`,
    `\\b(?<way>by|before|until|till|through|up to|to|no later than|expir(?:es?|ing)(?: in| on)?|ends? (?:in|on)|ending (?:in|on)) ${DAY}(?<end>20\\d{2})\\b(?![,.]\\d|-\\d)`,
  ].join('|'),
  'giu',
);

/** What makes a number of years past, or a rate: "in the past three years", "more than 20 years". */
const PAST =
  /\b(?:past|last|previous|recent|preceding|more than|less than|than|almost|nearly|about|every|per|each|several|after|ending|age of|aged)(?: the| its| an?)? $/;
/** "20 years of experience", "five years ago", "a 30-year-old". */
const NO_PERIOD =
  /^(?:-old| (?:ago|old|later|earlier|since|in a row|in prison|running)\b| of (?!(?:free|support|maintenance|services?|access|coverage|connectivity|funding|training|operations? and)\b)|'s? (?:experience|history))/;
/** "has been in Kisumu for 20 years": told of what went before. */
const PERFECT =
  /\b(?:has|have|had)(?: [a-z]+ly)? (?:been|worked|served|operated|run|existed|provided|supported|built|grown|lived|partnered|taken|spent|doubled|tripled|risen|fallen)\b[^,;.]{0,80}$/;
/** "has deeply ploughed Ningxia for 22 years", but not "has signed it for five years". */
const LONG_DONE =
  /\b(?:has|have|had)(?: [a-z]+ly)? (?!signed|inked|agreed|entered|sealed|renewed|extended|awarded|contracted|committed|hired|leased|granted|appointed|concluded|reached|partnered|pledged|promised|offered|planned|earmarked|secured)[a-z]+ed\b[^,;.]{0,60} for(?: the)? $/;
const OWN_BEFORE =
  /\b(?:term|period|duration|tenure|validity|tenor|life|lifespan|concession|lease)(?: of| is| will be| for|:)*(?: up to| at least)? $|\b(?:valid|runs?|running|lasts?|lasting|remains? in (?:force|effect)|in (?:force|effect)|effective|renewable|binding)(?: for| over)?(?: an?| the)?(?: initial)? $/;
const OWN_AFTER =
  /^[- ](?:[a-z-]+ ){0,3}(?:agreement|contract|mou|moa|memorandum|deal|pact|partnership|accord|concession|lease|arrangement|framework|term|collaboration|cooperation)\b/;

/** What every period in Latin letters has; around these words it is looked for. */
const HINT = /years?|yrs?|months?|mths?|decade|five|\bFY|20\d\d|["“'](?:1?\d[- .]?5|45)["”']|45/giu;
const REACH = 90;

export function latinPeriods(text: string): PeriodMention[] {
  const found: PeriodMention[] = [];
  let end = 0;
  let from = -1;
  const look = (): void => {
    if (from < 0) return;
    for (const match of text.slice(from, end).matchAll(PATTERN)) {
      match.index += from;
      const mention = read(text, match);
      if (mention) found.push(mention);
    }
  };
  for (const { index } of text.matchAll(HINT)) {
    if (from >= 0 && index - REACH <= end) end = index + REACH;
    else {
      look();
      from = wordStart(text, Math.max(0, index - REACH));
      end = index + REACH;
    }
  }
  look();
  return found;
}

/** Back to the beginning of a word, so that none is cut. */
function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 30 && /\S/.test(text[start - 1] ?? ' ')) start--;
  return start;
}

function read(text: string, match: RegExpExecArray): PeriodMention | null {
  const g = match.groups ?? {};
  const start = match.index;
  const end = start + match[0].length;
  const base = { start, end, from: null, to: null, years: null, own: false, ahead: false };
  const plan = planYears(g);
  if (plan) return { ...base, kind: 'plan', ...plan, years: 5 };
  if (g.fy !== undefined) return range(base, yearIn(g.fy), yearIn(g.fy3 ?? g.fy2));
  if (g.from !== undefined) {
    // 2021-23 is a span and 2021-09 a month; 2025-26 is one fiscal year.
    const to = yearIn(g.short);
    if (to - Number(g.from) < 2 || (g.fiscal === undefined && Number(g.short) <= 12)) return null;
    return range(base, Number(g.from), to);
  }
  if (g.start !== undefined)
    return range(base, Number(g.start), g.to2 === undefined ? Number(g.to) : yearIn(g.to2));
  if (g.end !== undefined) return deadline(text, match, base);
  return duration(text, match, base);
}

function range(base: Omit<PeriodMention, 'kind'>, from: number, to: number): PeriodMention | null {
  const span = spanOf(from, to);
  return span && { ...base, kind: 'range', ...span };
}

function deadline(
  text: string,
  match: RegExpExecArray,
  base: Omit<PeriodMention, 'kind'>,
): PeriodMention | null {
  const { way = '', end = '' } = match.groups ?? {};
  // "to 2020 stations" is a number.
  if (/^(?:up )?to$/i.test(way) && /^ [a-z]{3,}s\b/.test(text.slice(base.end, base.end + 20))) return null;
  const term = /^(?:until|till|through|exp|end)/i.test(way);
  return { ...base, kind: term ? 'term' : 'deadline', to: Number(end), own: /^(?:exp|end)/i.test(way) };
}

function duration(
  text: string,
  match: RegExpExecArray,
  base: Omit<PeriodMention, 'kind'>,
): PeriodMention | null {
  const g = match.groups ?? {};
  const lead = (g.lead ?? g.lead2 ?? g.lead3 ?? '').toLowerCase();
  const before = text.slice(Math.max(0, base.start - 100), base.start).toLowerCase();
  const after = text.slice(base.end, base.end + 60).toLowerCase();
  if (PAST.test(before + (lead === 'the ' ? lead : '')) || NO_PERIOD.test(after)) return null;
  if (/^(?:for|in|over) /.test(lead) && (PERFECT.test(before) || LONG_DONE.test(before + lead))) return null;
  if (/^ consecutive/.test(after)) return null;
  const own = OWN_BEFORE.test(before + lead) || OWN_AFTER.test(after);
  const ahead = /next|coming|following|ensuing/.test(lead) || /next|coming/i.test(g.tens ?? '');
  // "costs $1m a year" is a rate.
  if (/^an?$/i.test(g.count ?? '') && !own && !/^(?:over|within|in|for|during) /.test(lead)) return null;
  const years = lengthOf(g);
  if (years === null) return null;
  const kind = /^m/i.test(g.unit ?? '') ? 'months' : 'years';
  const from = kind === 'months' ? base.start + lead.length : base.start;
  return { ...base, start: from, kind, years, own, ahead };
}

function lengthOf(g: Record<string, string | undefined>): number | null {
  // "In first half-year": a part of a year that is named.
  if (g.half2 !== undefined && /first|second/i.test(g.lead3 ?? '')) return null;
  if (g.half2 !== undefined) return 0.5;
  if (g.decade !== undefined) return yearsOf(10 * (latinNumber(g.tens ?? 'one') ?? 1), 'year');
  const count = latinNumber(g.count ?? '');
  if (count === null) return null;
  const half = g.half === undefined ? 0 : 0.5;
  return yearsOf(count + half, /^m/i.test(g.unit ?? '') ? 'month' : 'year');
}

function yearIn(written: string | undefined): number {
  const year = Number(written);
  return year < 100 ? 2000 + year : year;
}
