/**
 * Days of the calendar as plain numbers, and the dates a text, a URL and a page stamp give. No clock: everything is
 * counted from what the article says of itself.
 */

import { hanNumber, latinNumber } from '../../wording/numerals.ts';
import type { Stretch } from '../../wording/sentences.ts';

export interface DateMention extends Stretch {
  year: number | null;
  month: number | null;
  day: number | null;
  /** 0 Sunday … 6 Saturday: "on Thursday". */
  weekday: number | null;
  /** The week a weekday lies in, when it is said: 本周 0, 上周 1. */
  weeksAgo: number | null;
  /** Days before the dateline: today 0, yesterday 1. */
  daysAgo: number | null;
}

export interface Day {
  year: number;
  month: number;
  day: number;
}

const MONTHS = [
  'january|jan|januari',
  'february|feb|februari',
  'march|mar|mac|maret',
  'april|apr',
  'may|mei',
  'june|jun|juni',
  'july|jul|julai|juli',
  'august|aug|ogos|agustus',
  'september|sept|sep',
  'october|oct|oktober',
  'november|nov',
  'december|dec|disember|desember',
];
const MONTH = MONTHS.join('|');
/** In Chinese a week has its Sunday at the end. */
const HAN_WEEKDAYS = '日一二三四五六';
const SHORT_WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const HAN_YEAR = '(?:(?<hy>(?:19|20)\\d{2}|(?<!\\d)1[01]\\d|[一二][〇○零九一二三四五六七八]{3}) ?年 ?)?';
const HAN_NUM = '\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]';
const PATTERN = new RegExp(
  [
    `${HAN_YEAR}(?<![\\d十])(?<hm>${HAN_NUM}) ?月 ?(?:份)?(?:(?<hd>${HAN_NUM}) ?[日号](?!程|均|常))?`,
    `(?<![\\d十])(?<hday>${HAN_NUM}) ?日(?!程|均|常|本|元|志)`,
    `[今昨]\\((?<bday>\\d{1,2})\\) ?日?`,
    `(?<!\\d)(?<iy2>20\\d{2}) (?<im2>\\d{2})/(?<id2>\\d{2})(?!\\d)`,
    `(?<!\\d)(?<iy>(?:19|20)\\d{2})(?<sep>[-/.])(?<im>\\d{1,2})(?:\\k<sep>(?<id>\\d{1,2}))?(?!\\d)`,
    `(?<!\\d)(?<ry>1[01]\\d)(?<rsep>[-/.])(?<rm>\\d{1,2})\\k<rsep>(?<rd>\\d{1,2})(?!\\d)`,
    `(?<![\\d/.])(?<ld>\\d{1,2})(?<lsep>[/.])(?<lm>\\d{1,2})\\k<lsep>(?<ly>(?:20)?\\d{2})(?![\\d/])`,
    `(?<![\\d-])(?<dd>\\d{1,2})-(?<dm>\\d{1,2})-(?<dy>20\\d{2})(?![\\d-])`,
    `(?<![\\d-])(?<nd>\\d{1,2})-(?<nm>${MONTH})-(?<ny>(?:20)?\\d{2})(?!\\d)`,
    `\\b(?<em>${MONTH})\\b\\.? ?(?:(?<ed>\\d{1,2})(?:st|nd|rd|th)?(?!\\d))?(?:,? ?(?<ey>(?:19|20)\\d{2}))?`,
    `(?<![\\d.:])(?<fd>\\d{1,2})(?:st|nd|rd|th)?(?: day)?(?: of)?,? (?<fm>${MONTH})\\b\\.?(?:,? ?(?<fy>(?:19|20)\\d{2}))?`,
    `\\bthe (?<od>\\d{1,2})(?:st|nd|rd|th)\\b(?! (?:day )?(?:of )?(?:${MONTH})\\b)(?! (?:five|session|congress|anniversary|floor|plenary|meeting|edition|century))`,
    `\\b(?<ago>\\d{1,2}|a|one|two|three|four|five|six|seven) days? ago\\b|(?<![\\d几])(?<hago>\\d{1,2}|[两三四五六七])天前`,
    `\\b(?<wd>${WEEKDAYS.join('|')})\\b(?<lastweek> (?:of )?last week\\b)?|(?<=\\b(?:on|this|last) )(?<sw>${SHORT_WEEKDAYS.join('|')})(?:s|rs?|nes)?\\b(?! \\p{Lu})`,
    `(?<![每至到逢、])(?<week>上上|上|本|这)?个?(?:星期|礼拜|周(?=\\S[,(上下早晚凌中在与和同正签举召。]))(?<hwd>[${HAN_WEEKDAYS}天])(?![至到、期])`,
  ].join('|'),
  'giu',
);

/** Dates of a text in normal form, in order; relative words (today, 昨日) come from the lexicon and are added there. */
export function findDates(text: string): DateMention[] {
  const found: DateMention[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const mention = readDate(match);
    if (mention) found.push(mention);
  }
  return found;
}

function readDate(match: RegExpExecArray): DateMention | null {
  const g = match.groups ?? {};
  const span = {
    start: match.index,
    end: match.index + match[0].trimEnd().length,
    weekday: null,
    weeksAgo: null,
    daysAgo: null,
  };
  const make = (year: string | undefined, month: number | null, day: number | null): DateMention | null => {
    if (month !== null && (month < 1 || month > 12)) return null;
    if (day !== null && (day < 1 || day > 31)) return null;
    return { ...span, year: year === undefined ? null : fullYear(year), month, day };
  };
  if (g.hm !== undefined) return make(g.hy, han(g.hm), han(g.hd));
  if (g.hday !== undefined) return make(undefined, null, han(g.hday));
  if (g.bday !== undefined) return make(undefined, null, Number(g.bday));
  if (g.im2 !== undefined) return make(g.iy2, Number(g.im2), Number(g.id2));
  if (g.im !== undefined) return make(g.iy, Number(g.im), g.id === undefined ? null : Number(g.id));
  if (g.rm !== undefined) return make(g.ry, Number(g.rm), Number(g.rd));
  if (g.lm !== undefined) return dayFirst(g.ld, g.lm, g.ly, make);
  if (g.dm !== undefined) return dayFirst(g.dd, g.dm, g.dy, make);
  if (g.nm !== undefined) return make(g.ny, monthOf(g.nm), Number(g.nd));
  if (g.em !== undefined) {
    // "may" and "march" are words: a month needs a day, a year or a capital with "in" before it.
    if (g.ed === undefined && g.ey === undefined && !/^\p{Lu}\p{L}{3,}/u.test(match[0])) return null;
    if (g.ed === undefined && g.ey === undefined && /^(?:May|March)/.test(match[0])) return null;
    return make(g.ey, monthOf(g.em), g.ed === undefined ? null : Number(g.ed));
  }
  if (g.fm !== undefined) return make(g.fy, monthOf(g.fm), Number(g.fd));
  if (g.od !== undefined) return make(undefined, null, Number(g.od));
  const ago = g.ago === undefined ? han(g.hago) : latinNumber(g.ago);
  if (ago !== null) return { ...span, year: null, month: null, day: null, daysAgo: ago };
  return readWeekday(g, { ...span, year: null, month: null, day: null });
}

function readWeekday(g: Record<string, string | undefined>, none: DateMention): DateMention | null {
  if (g.wd !== undefined)
    return {
      ...none,
      weekday: WEEKDAYS.indexOf(g.wd.toLowerCase()),
      weeksAgo: g.lastweek === undefined ? null : 1,
    };
  if (g.sw !== undefined) return { ...none, weekday: SHORT_WEEKDAYS.indexOf(g.sw.toLowerCase()) };
  if (g.hwd === undefined) return null;
  const weeksAgo = g.week === undefined ? null : /^上/u.test(g.week) ? g.week.length : 0;
  return { ...none, weekday: HAN_WEEKDAYS.indexOf(g.hwd.replace('天', '日')), weeksAgo };
}

/** 15/12/16, 07.11.2022 and 08-03-2021: day first, unless only month first makes a date. */
function dayFirst(
  one: string | undefined,
  other: string | undefined,
  year: string | undefined,
  make: (year: string | undefined, month: number, day: number) => DateMention | null,
): DateMention | null {
  const first = Number(one);
  const second = Number(other);
  return second > 12 ? make(year, first, second) : make(year, second, first);
}

function han(text: string | undefined): number | null {
  if (text === undefined) return null;
  return /^\d/.test(text) ? Number(text) : hanNumber(text);
}

function fullYear(text: string): number {
  const year = /^\d/.test(text) ? Number(text) : (hanNumber(text.replaceAll('○', '〇')) ?? 0);
  if (year < 100) return 2000 + year;
  // Years of the Republic of China: 113年 is 2024.
  return year < 1000 ? 1911 + year : year;
}

function monthOf(word: string): number {
  const lower = word.toLowerCase();
  return MONTHS.findIndex((names) => names.split('|').includes(lower)) + 1;
}

const NAMED_MONTH = /\/(20\d\d)\/([a-z]{3})\/(\d{1,2})\//i;
const URL_DAY = /(?<!\d)(20[0-3]\d)[-/_]?(0[1-9]|1[0-2])[-/_]?(0[1-9]|[12]\d|3[01])(?!\d{1,3}(?!\d))/;
/** /2016/7/8/ and 2016-7-8. */
const URL_SHORT_DAY = /(?<!\d)(20[0-3]\d)[-/](\d{1,2})[-/](\d{1,2})(?!\d)/;
const URL_MONTH = /(?<!\d)(20[0-3]\d)[-/_]?(0[1-9]|1[0-2])(?!\d)/;

/** The date a URL carries, day 0 when it tells only the month; null when it tells none. */
export function urlDate(url: string | null): Day | null {
  if (url === null) return null;
  const path = url.replace(/^[a-z]+:\/\/[^/]+/i, '').slice(0, 500);
  const named = NAMED_MONTH.exec(path);
  const month = named ? monthOf(named[2] ?? '') : 0;
  if (named && month > 0) return { year: Number(named[1]), month, day: Number(named[3]) };
  const day = URL_DAY.exec(path);
  if (day) return { year: Number(day[1]), month: Number(day[2]), day: Number(day[3]) };
  const [, year, month_, date] = URL_SHORT_DAY.exec(path)?.map(Number) ?? [];
  if (year && month_ && date && month_ <= 12 && date <= 31) return { year, month: month_, day: date };
  const only = URL_MONTH.exec(path);
  return only ? { year: Number(only[1]), month: Number(only[2]), day: 0 } : null;
}

/** The year of a folder in a URL, /news/2012/…; null when it has none. */
export function urlYear(url: string | null): number | null {
  const year = /\/(20[0-3]\d)\//.exec(url?.slice(0, 500) ?? '')?.[1];
  return year === undefined ? null : Number(year);
}

/** Days since 1970-01-01 of a day; a missing day counts as the first. */
export function ordinal({ year, month, day }: Day): number {
  return Math.floor(Date.UTC(year, month - 1, Math.max(day, 1)) / 86_400_000);
}

export function dayOf(days: number): Day {
  const date = new Date(days * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function weekdayOf(days: number): number {
  return (((days + 4) % 7) + 7) % 7;
}
