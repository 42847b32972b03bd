/**
 * Words of the lexicon that make a signing background ("earlier", "years after", 曾), and where they do not: rule by rule,
 * each with its example.
 */
import type { Stretch } from '../../wording/sentences.ts';
import { type Dateline, daysBefore } from '../days/dateline.ts';
import type { Findings } from '../findings.ts';
import { within } from '../within.ts';
import type { Spot } from './spot.ts';

/** A word of the lexicon with what stands around it, in lower case. */
interface InPlace {
  word: string;
  /** From the beginning of the sentence; in Chinese of the text. */
  opening: string;
  /** 22 characters behind the word. */
  after: string;
  /** From the word to the signing, empty when it stands behind. */
  between: string;
  /** The word stands before the signing. */
  before: boolean;
}

const SAID =
  /\b(?:said|says|announced|disclosed|revealed|confirmed|reported|told)\b(?![^.;]*, (?:which|who) )[^.;]{0,90}$/;
const ON_ITS_DAY =
  /^["“]?(?:on |last )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday)\b(?![^.;]*, (?:which|who) )/;
const WHAT_IT_FOLLOWS =
  /^["“]?(?:following|after|building on|besides|in addition to|(?:[\w-]+ ){1,3}(?:years?|months?|weeks?|days?) after) /;
const THE_SAME_DAY =
  /^ (?:in (?:the (?:day|morning|week|month)|january|february|march|april|may|june|july|august|september|october|november|december)|that day|today|this (?:week|morning|month|afternoon)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/;

/** Each alone makes an English word say nothing of the signing. */
const NOT_IN_ENGLISH: readonly ((place: InPlace) => boolean)[] = [
  // "On Sunday the firm and the region had signed": with its day before it, news all the same.
  ({ word, opening }) => word.startsWith('had ') && ON_ITS_DAY.test(opening),
  // "That is what he recalled on Tuesday, when he and the council signed": what is told beside is another thing.
  ({ word, between }) =>
    word.startsWith('recall') && /^[^.;]{0,40}, (?:when|as|at the) [^.;,]{2,80}$/.test(between),
  // "keeps the carrier for five years on the tower": how long, and not how long since.
  ({ word, opening }) => word.endsWith('years on') && /\b(?:for|of|over|by|another) (?:\w+ )?$/.test(opening),
  // "within three years after the state signed": how long it will take.
  ({ word, opening }) =>
    word.endsWith('years after') && /\b(?:within|in|over|for) (?:the next )?(?:\w+ )?$/.test(opening),
  // "the agreement, planned since last year, was signed".
  ({ between }) => /^, (?:was|were|has been|have been) (?:finally |now )?$/.test(between),
  // "X, which already had a pact, concluded a new one".
  ({ opening, between }) =>
    /, (?:which|who)(?: [a-z]+){0,2} $/.test(opening) && /^[^,]{0,60}, $/.test(between),
  // "Following its agreement with Suzhou last year, the firm on 8 June signed another": what it came after.
  ({ word, opening, between }) => WHAT_IT_FOLLOWS.test(`${opening}${word} `) && /^[^,]{0,40}, /.test(between),
  // "(formerly Grande)": what somebody was called.
  ({ word, opening }) => word === 'formerly' && opening.endsWith('('),
  // "signed earlier in the day": the news.
  ({ word, after }) => word === 'earlier' && THE_SAME_DAY.test(after),
  // "signed, six months after the memorandum": what the signing came after, and not what came after it.
  ({ word, before }) => word.endsWith('after') && !before,
];

/** 副总经理曾群: a name behind a title, and not "once". */
const TITLE =
  /(?:经理|总裁|董事长|书记|主任|主席|[省市县区州局厅部处院行会校队所镇旗盟]长|秘书长|总监|总工程?师?|助理|代表|委员|常委|专员|首席\p{Script=Han}{2}官|教授|院士)$/u;

const NOT_IN_CHINESE: readonly ((place: InPlace) => boolean)[] = [
  ({ word, opening }) => word === '曾' && TITLE.test(opening.slice(-8)),
  // 今早在市府签字: the morning.
  ({ word, opening }) => word === '早在' && /[今昨明清]$/u.test(opening),
  // 市议会上月表决通过后,市长周三签署: what it came after.
  ({ word, between }) => /^(?:上月|上年|去年|年初)$/u.test(word) && /^[^。;,]{2,16}后,/u.test(between),
  // 此前一小时: the same day.
  ({ word, after }) =>
    /^(?:此前|之前)$/u.test(word) && /^[\d一二两三几数半]{1,3}个?(?:小时|分钟)/u.test(after),
];

export function isBackground(lower: string, word: Stretch, { cue, clause, sentence, han }: Spot): boolean {
  const place: InPlace = {
    word: lower.slice(word.start, word.end),
    opening: lower.slice(han ? Math.max(0, word.start - 20) : sentence.start, word.start),
    after: lower.slice(word.end, word.end + 22),
    between: lower.slice(word.end, Math.max(word.end, cue.start)),
    before: word.start < cue.start,
  };
  // "said on Monday it had signed": the news, in the tense of what was said.
  if (/^(?:had|already) /.test(place.word) && SAID.test(place.opening.slice(-110))) return false;
  if ((han ? NOT_IN_CHINESE : NOT_IN_ENGLISH).some((holds) => holds(place))) return false;
  return han ? isNearInChinese(word, cue, clause) : isNearInEnglish(word, cue, sentence);
}

function isNearInChinese(word: Stretch, cue: Stretch, clause: Stretch): boolean {
  if (word.start >= clause.start && word.end <= clause.end) return true;
  return word.start < cue.start && cue.start - word.end <= 40;
}

/** "Earlier, A signed …, and B signed …": at the head of a sentence it governs all of it. */
function isNearInEnglish(word: Stretch, cue: Stretch, sentence: Stretch): boolean {
  if (word.start < cue.start) return cue.start - word.end <= 90 || word.start - sentence.start < 3;
  return word.start - cue.end <= 70;
}

/** Days for which a signing that is told with its day, as of last year, is still news. */
const NEWS_DAYS = 75;

/** 上月26日,…签署, 去年12月28日, "two days ago": in the lead a day that is not long ago is news, whatever year or month it is called by. */
export function isDated(
  { read }: Findings,
  line: Dateline,
  { sentenceIndex, clause, cue }: Spot,
  word: Stretch,
): boolean {
  if (sentenceIndex > read.lead) return false;
  // "signed the contract late last month".
  if (/^last month$/.test(read.lower.slice(word.start, word.end)) && word.start > cue.start) return true;
  // "earlier this week", "two days ago".
  if (/^ (?:this (?:week|month)|today)\b/.test(read.lower.slice(word.end, word.end + 12))) return true;
  if (
    /\b(?:a|a few|a couple of|some|several|two|three|four|five|six|\d) (?:days?|weeks?) $/.test(
      read.lower.slice(Math.max(0, word.start - 22), word.start),
    )
  )
    return true;
  if (!/^(?:去年|上年|上月)$/u.test(read.text.slice(word.start, word.end))) return false;
  const date = within(line.dates, word.end, word.end + 1)[0];
  if (!date || date.day === null || !line.base || /曾|此前/u.test(read.text.slice(clause.start, clause.end)))
    return false;
  const age = date.month === null ? 0 : daysBefore(line.base, date);
  return age !== null && age <= NEWS_DAYS;
}
