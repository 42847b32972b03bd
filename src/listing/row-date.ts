/**
 * The date a list shows beside a link: in the row, in a `<time>`, in a day-and-month box, or in the text that
 * follows a bare link.
 */
import { readDate } from '../dates/read-date.ts';
import { oneLine } from '../markup/text.ts';
import { type AnyNode, attribute, elements } from '../markup/walk.ts';

export interface DateContext {
  /** ISO time against which relative dates and missing years are read; null when unknown. */
  time: string | null;
  timezone: string | null;
}

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?';
const CLOCK = '(?:,?[\\sT]{1,3}\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?(?:\\s?[ap]\\.?m\\.?)?)?';

/** Whole dates, in the order they are tried. */
const FULL = [
  new RegExp(
    `(?<!\\d)(?:19|20)\\d{2}\\s?[-./年—]{1,2}\\s?\\d{1,2}\\s?[-./月—]{1,2}\\s?\\d{1,2}(?!\\d)日?${CLOCK}(?:Z|[+-]\\d{2}:?\\d{2})?`,
    'i',
  ),
  new RegExp(`(?<![a-z])${MONTH}\\s{1,2}\\d{1,2}(?:st|nd|rd|th)?,?\\s{1,2}(?:19|20)\\d{2}${CLOCK}`, 'i'),
  new RegExp(`(?<!\\d)\\d{1,2}(?:st|nd|rd|th)?[\\s-](?:of\\s)?${MONTH},?[\\s-](?:19|20)\\d{2}${CLOCK}`, 'i'),
  // A month name of any language.
  /(?<!\d)\d{1,2}[.\s]\s?(?:de\s)?\p{L}{3,10}\.?,?\s(?:de\s)?(?:19|20)\d{2}(?!\d)/u,
  /(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2}(?!\d)/,
  /(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?!\d)/,
];

/** A day in one box and the month in another: `26` + `2024-05`, `2024.05` + `26`, `05-26` + `2024`. */
const BOXES: { pattern: RegExp; order: [year: number, month: number, day: number] }[] = [
  {
    pattern: /(?<![\d-])(\d{1,2})日?\s*[/|]?\s+((?:19|20)\d{2})\s?[-./年]\s?(\d{1,2})(?![\d-])/,
    order: [2, 3, 1],
  },
  {
    pattern: /(?<!\d)((?:19|20)\d{2})\s?[-./年]\s?(\d{1,2})月?\s*[/|]?\s+(\d{1,2})(?![\d:-])/,
    order: [1, 2, 3],
  },
  { pattern: /(?<![\d-])(\d{1,2})\s?[-./月]\s?(\d{1,2})日?\s+((?:19|20)\d{2})(?!\d)/, order: [3, 1, 2] },
  { pattern: /(?<!\d)((?:19|20)\d{2})年?\s+(\d{1,2})\s?[-./月]\s?(\d{1,2})(?![\d:-])/, order: [1, 2, 3] },
];

/** Dates without a year, with two digits of it, and relative ones: only as the whole of a short text, or in brackets. */
const SHORT = [
  /^[[(（【]?\s?\d{1,2}[-/.]\d{1,2}[-/.]\d{2}\s?[\])）】]?$/,
  new RegExp(`^[[(（【]?\\s?\\d{1,2}\\s?[-/.月]\\s?\\d{1,2}日?${CLOCK}\\s?[\\])）】]?$`, 'i'),
  /[[(（【]\s?\d{1,2}\s?[-/月]\s?\d{1,2}日?(?:\s\d{1,2}:\d{2})?\s?[\])）】]/,
  new RegExp(`^${MONTH}\\s\\d{1,2}(?:st|nd|rd|th)?$|^\\d{1,2}(?:st|nd|rd|th)?\\s${MONTH}$`, 'i'),
  /(?<!\d)\d{1,3}\s?(?:分钟|小时|天|周|个月)前/,
  /^(?:刚刚|今天|昨天|昨日|前天)(?:\s?\d{1,2}:\d{2})?$/,
  /(?<!\w)(?:\d{1,3}|an?|one)\s(?:minute|min|hour|day|week|month)s?\sago(?!\w)/i,
  /^(?:today|yesterday|just now)(?:,? at \d{1,2}:\d{2})?$/i,
];

/** Longer lines are summaries: a date in them is part of the story, unless it begins or ends the line. */
const LABEL_LINE = 48;

/** The date in lines of text that stand beside a link, as written, or null. */
export function findDate(lines: readonly string[]): string | null {
  const labels = lines.filter((line) => line.length <= LABEL_LINE);
  const text = oneLine(labels.join(' ').slice(0, 1_000));
  return fullDate(text) ?? boxedDate(text) ?? shortDate(labels) ?? edgeDate(lines);
}

function fullDate(text: string): string | null {
  for (const pattern of FULL) {
    const found = pattern.exec(text);
    if (found !== null) return found[0];
  }
  return null;
}

function boxedDate(text: string): string | null {
  for (const { pattern, order } of BOXES) {
    const found = pattern.exec(text);
    if (found !== null) return order.map((place) => (found[place] ?? '').padStart(2, '0')).join('-');
  }
  return null;
}

function shortDate(lines: readonly string[]): string | null {
  for (const line of lines) {
    for (const pattern of SHORT) {
      const found = pattern.exec(line);
      if (found !== null) return found[0].replace(/[[\](){}（）【】]/g, '').trim();
    }
  }
  return null;
}

function edgeDate(lines: readonly string[]): string | null {
  for (const line of lines) {
    if (line.length <= LABEL_LINE) continue;
    const date = fullDate(line.slice(0, 30)) ?? fullDate(line.slice(-30));
    if (date !== null && (line.indexOf(date) <= 4 || line.lastIndexOf(date) >= line.length - date.length - 2))
      return date;
  }
  return null;
}

/** `<time datetime>` inside the row, which outranks what is printed. */
export function machineDate(row: AnyNode): string | null {
  for (const element of elements(row, 'time')) {
    const value = attribute(element, 'datetime');
    if (value !== null && /\d{4}-\d{2}/.test(value)) return value;
  }
  return null;
}

/** A list shows an article's date at most this long after the day in the article's own address. */
const SLACK_DAYS = 45;

/**
 * A date as written, as ISO 8601. Where the year is missing it comes from the article's own address, if a date
 * stands there, else from `time`.
 */
export function isoDate(written: string, url: string, context: DateContext): string | null {
  const time = (/(?:19|20)\d{2}/.test(written) ? null : latestByAddress(url)) ?? context.time;
  const read = readDate(written, {
    ...(time === null ? {} : { base: time }),
    ...(context.timezone === null ? {} : { timezone: context.timezone }),
  });
  return read?.date ?? null;
}

/** The latest day that a list may show for an article with a date in its address. */
function latestByAddress(url: string): string | null {
  const path = URL.parse(url)?.pathname ?? '';
  const dated =
    /(?:^|\D)((?:19|20)\d{2})[-_/]?(0[1-9]|1[0-2])(?:[-_/]?([0-2]\d|3[01]))?(?=\D|$)/.exec(path) ??
    /\/((?:19|20)\d{2})\//.exec(path);
  if (dated?.[1] === undefined) return null;
  const [, year, month = '11', day = '15'] = dated;
  const latest = Date.UTC(Number(year), Number(month) - 1, Number(day) + SLACK_DAYS);
  return new Date(latest).toISOString().slice(0, 10);
}
