/** Dates told from today: 昨日, 前天 21:51, 3 小时前, yesterday, 2 hours ago. Forward ones are no publication dates and not read. */
import { countOf, HAN_DIGITS } from './numerals.ts';

export interface RelativeDate {
  start: number;
  end: number;
  /** How long before the base. */
  count: number;
  unit: 'minute' | 'day' | 'month';
}

const DAY_WORDS: ReadonlyMap<string, number> = new Map([
  ['大前天', 3],
  ['前天', 2],
  ['前日', 2],
  ['昨天', 1],
  ['昨日', 1],
  ['昨晚', 1],
  ['昨夜', 1],
  ['今天', 0],
  ['今日', 0],
  ['今晚', 0],
  ['今早', 0],
  ['今晨', 0],
  ['the day before yesterday', 2],
  ['yesterday', 1],
  ['today', 0],
]);

// Newspapers and programmes are called 今日…; 前日 must not be cut out of 目前日益.
const DAY_WORD =
  /大前天|前天|(?<!目|之|以|当|日|年|月)前日|昨[天日晚夜]|今[天晚早晨]|今日(?!头条|頭條|早报|早報|晚报|晚報|说法|關注|关注|新闻|新聞|中国|中國|看点|热点|推荐|要闻|最新)|(?<!(?:before|after) )\b(?:the day before yesterday|yesterday|today)\b(?!['’]s\b)/giu;

/** Minutes, days or months in a unit, by its first letters. */
const UNITS: readonly [RegExp, number, RelativeDate['unit']][] = [
  [/^(?:秒|s)/i, 1 / 60, 'minute'],
  [/^(?:分|m(?:in|$))/i, 1, 'minute'],
  [/^(?:[个個]?小[时時]|[个個]?[钟鐘]|h)/i, 60, 'minute'],
  [/^(?:天|日|d)/i, 1, 'day'],
  [/^(?:周|週|[个個]?星期|[个個]?[礼禮]拜|w)/i, 7, 'day'],
  [/^(?:[个個]月|m)/i, 1, 'month'],
  [/^(?:年|y)/i, 12, 'month'],
];

const AGO_CHINESE = new RegExp(
  `(?<![\\d.月年])(?<count>\\d{1,4}|[${HAN_DIGITS}]{1,3}|半|几|幾)\\s{0,2}` +
    '(?<unit>秒[钟鐘]?|分[钟鐘]|[个個]?小[时時]|[个個][钟鐘]|天|日|周|週|[个個]?星期|[个個]?[礼禮]拜|[个個]月|年)\\s?[之以]?前(?!后|後|夕|台|往)',
  'gu',
);
const AGO_ENGLISH =
  /(?<![\p{L}\d.])(?<count>\d{1,4}(?:\.\d)?|half an?|an?|the|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s?(?<unit>seconds?|secs?|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|wks?|w|months?|mon|mo|years?|yrs?|y)\s(?:ago|earlier|before(?=\s{0,8}$))(?!\p{L})/giu;
/** As the age of a row; inside a sentence these words date nothing. */
const JUST_NOW = /^.{0,12}?(?:刚刚|剛剛|刚才|\bjust now\b).{0,8}$/giu;
/** Further back than this is history, or a year's number: 2011年以前. */
const OLDEST_MONTHS = 1_200;

/** Every relative date of a line, in no order. */
export function findRelative(line: string): RelativeDate[] {
  return [
    ...dayWords(line),
    ...spansAgo(line, AGO_CHINESE),
    ...spansAgo(line, AGO_ENGLISH),
    ...justNow(line),
  ];
}

function dayWords(line: string): RelativeDate[] {
  return [...line.matchAll(DAY_WORD)].map((match) => {
    // A word that says evening ends before its last character, which the time of day needs: 昨晚8点.
    const evening = /[晚夜早晨]$/.test(match[0]) ? 1 : 0;
    const count = DAY_WORDS.get(match[0].toLowerCase()) ?? 0;
    return { start: match.index, end: match.index + match[0].length - evening, count, unit: 'day' as const };
  });
}

function spansAgo(line: string, pattern: RegExp): RelativeDate[] {
  const found: RelativeDate[] = [];
  for (const match of line.matchAll(pattern)) {
    const { count = '', unit = '' } = match.groups ?? {};
    const [, factor, kind] = UNITS.find(([name]) => name.test(unit)) ?? [];
    const number = /几|幾/.test(count) ? 3 : countOf(count);
    if (factor === undefined || kind === undefined || number === null) continue;
    if (kind === 'month' && number * factor > OLDEST_MONTHS) continue;
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      count: number * factor,
      unit: kind,
    });
  }
  return found;
}

function justNow(line: string): RelativeDate[] {
  return [...line.matchAll(JUST_NOW)].map((match) => ({
    ...{ start: match.index, end: match.index + match[0].length },
    ...{ count: 0, unit: 'minute' as const },
  }));
}
