/**
 * Signings that are only the ground of other news: 落实与市政府签订的协议, what was done over years. And the words of the lexicon
 * that say so, when they do not.
 */
import type { Stretch } from '../../wording/sentences.ts';
import { type Dateline, daysBefore } from '../days/dateline.ts';
import type { Findings } from '../findings.ts';
import { within } from '../within.ts';
import type { MoodOf, Spot } from './spot.ts';

/** Days for which a signing that is told with its day, as of last year, is still news. */
const NEWS_DAYS = 75;
const SAID =
  /\b(?:said|says|announced|disclosed|revealed|confirmed|reported|told)\b(?![^.;]*, (?:which|who) )[^.;]{0,90}$/;

export function isBackground(lower: string, word: Stretch, { cue, clause, sentence, han }: Spot): boolean {
  // "said on Monday it had signed": the news, in the tense of what was said.
  if (
    /^(?:had|already) /.test(lower.slice(word.start, word.end)) &&
    SAID.test(lower.slice(Math.max(sentence.start, word.start - 110), word.start))
  )
    return false;
  // "On Sunday the firm and the region had signed": with its day before it, news all the same.
  if (
    !han &&
    /^had /.test(lower.slice(word.start, word.end)) &&
    /^["“]?(?:on |last )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday)\b(?![^.;]*, (?:which|who) )/.test(
      lower.slice(sentence.start, word.start),
    )
  )
    return false;
  if (han) {
    // 今早在市府签字: the morning.
    if (lower.slice(word.start, word.end) === '早在' && /[今昨明清]$/u.test(lower.slice(0, word.start)))
      return false;
    // 市议会上月表决通过后,市长周三签署: what it came after.
    if (
      /^(?:上月|上年|去年|年初)$/u.test(lower.slice(word.start, word.end)) &&
      /^[^。;,]{2,16}后,/u.test(lower.slice(word.end, cue.start))
    )
      return false;
    if (isSurname(lower, word)) return false;
    // 此前一小时: the same day.
    if (
      /^(?:此前|之前)$/u.test(lower.slice(word.start, word.end)) &&
      /^[\d一二两三几数半]{1,3}个?(?:小时|分钟)/u.test(lower.slice(word.end, word.end + 8))
    )
      return false;
    if (word.start >= clause.start && word.end <= clause.end) return true;
    return word.start < cue.start && cue.start - word.end <= 40;
  }
  // "That is what he recalled on Tuesday, when he and the council signed": what is told beside is another thing.
  if (
    /^recall/.test(lower.slice(word.start, word.end)) &&
    /^[^.;]{0,40}, (?:when|as|at the) [^.;,]{2,80}$/.test(lower.slice(word.end, cue.start))
  )
    return false;
  // "keeps the carrier for five years on the tower": how long, and not how long since.
  if (
    /years on$/.test(lower.slice(word.start, word.end)) &&
    /\b(?:for|of|over|by|another) (?:\w+ )?$/.test(lower.slice(Math.max(0, word.start - 16), word.start))
  )
    return false;
  // "within three years after the state signed": how long it will take.
  if (
    /years after$/.test(lower.slice(word.start, word.end)) &&
    /\b(?:within|in|over|for) (?:the next )?(?:\w+ )?$/.test(
      lower.slice(Math.max(0, word.start - 24), word.start),
    )
  )
    return false;
  // "the agreement, planned since last year, was signed"; "X, which already had a pact, concluded a new one".
  if (
    word.end < cue.start &&
    (/^, (?:was|were|has been|have been) (?:finally |now )?$/.test(lower.slice(word.end, cue.start)) ||
      (/, (?:which|who)(?: [a-z]+){0,2} $/.test(lower.slice(sentence.start, word.start)) &&
        /^[^,]{0,60}, $/.test(lower.slice(word.end, cue.start))))
  )
    return false;
  // "Following its agreement with Suzhou last year, the firm on 8 June signed another": what it came after.
  if (
    word.end < cue.start &&
    /^["“]?(?:following|after|building on|besides|in addition to|(?:[\w-]+ ){1,3}(?:years?|months?|weeks?|days?) after) /.test(
      lower.slice(sentence.start, word.end + 1),
    ) &&
    /^[^,]{0,40}, /.test(lower.slice(word.end, cue.start))
  )
    return false;
  // "(formerly Grande)": what somebody was called.
  if (/^formerly$/.test(lower.slice(word.start, word.end)) && lower[word.start - 1] === '(') return false;
  // "signed earlier in the day": the news.
  if (
    /^earlier$/.test(lower.slice(word.start, word.end)) &&
    /^ (?:in (?:the (?:day|morning|week|month)|january|february|march|april|may|june|july|august|september|october|november|december)|that day|today|this (?:week|morning|month|afternoon)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/.test(
      lower.slice(word.end, word.end + 22),
    )
  )
    return false;
  // "signed, six months after the memorandum": what the signing came after, and not what came after it.
  if (/after$/.test(lower.slice(word.start, word.end)) && word.start > cue.end) return false;
  // "Earlier, A signed …, and B signed …": at the head of a sentence it governs all of it.
  if (word.start < cue.start) return cue.start - word.end <= 90 || word.start - sentence.start < 3;
  return word.start - cue.end <= 70;
}

/** 副总经理曾群: a name behind a title, and not "once". */
const TITLE =
  /(?:经理|总裁|董事长|书记|主任|主席|[省市县区州局厅部处院行会校队所镇旗盟]长|秘书长|总监|总工程?师?|助理|代表|委员|常委|专员|首席\p{Script=Han}{2}官|教授|院士)$/u;

function isSurname(text: string, { start, end }: Stretch): boolean {
  return text.slice(start, end) === '曾' && TITLE.test(text.slice(Math.max(0, start - 8), start));
}

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

/** 三年来…先后与…签订: what was done over years. */
export function overYears(text: string, { cue, sentence, han }: Spot): MoodOf | null {
  if (!han) return null;
  const since = /^[\s”]{0,3}[\d一二三四五六七八九十两几多]年多?来/u.exec(
    text.slice(sentence.end, sentence.end + 12),
  );
  if (since)
    return { mood: 'earlier', moodCue: { start: sentence.end, end: sentence.end + since[0].length } };
  // 近年来各级地方政府与运营商广泛签订协议.
  if (
    /(?:近年来|多年来|这些年|长期以来)[^。]{0,50}(?:广泛|纷纷|陆续|普遍|相继)$/u.test(
      text.slice(sentence.start, cue.start),
    )
  )
    return { mood: 'earlier', moodCue: cue };
  const match = /[\d一二三四五六七八九十两几多]年(?:多)?[来前]/u.exec(text.slice(sentence.start, cue.start));
  if (!match) return null;
  const start = sentence.start + match.index;
  return cue.start - start > 60
    ? null
    : { mood: 'earlier', moodCue: { start, end: start + match[0].length } };
}

const EXISTING =
  /(?:落实|根据|按照|依据|执行|履行|对照|围绕|依托|推进|推动|贯彻|深化|遵照|自|基于|介绍|解读|宣讲|回顾|通报)[^,。;]{0,40}$/u;

/** 协议签署三年来, "signed two years ago": right behind the cue. */
const YEARS_SINCE =
  /^(?:协议|合同)?(?:以来|[\d一二三四五六七八九十两几多]+(?:多|余)?(?:年|个月|周年)(?:来|多来|以来|后))/u;

/** 协议签订后各项目进展顺利: what came of it. */
const GOES_WELL = /^(?:协议|合同)?(?:之|以)?[后来][^,。;]{0,14}(?:进展|推进|成效|成果|顺利)/u;

const CIRCULAR = /现将[^。]{0,16}(?:通知|通告|公告)如下/u;
const COMES_TRUE = /此次[^。]{2,20}(?:正)?是[^。]{0,8}协议[^。]{0,4}(?:落地|落实|兑现|执行|的一步)/u;
const AFTERWARDS = /^[^,。;]{0,24}(?:协议|合同|备忘录)》?(?:以来|之后|以后|后)/u;

/** 落实与市政府签订的战略合作协议: an agreement that is there already. */
export function existing(text: string, { cue, clause, inTitle, han }: Spot): MoodOf | null {
  if (!han) return null;
  // “某市与某公司签署框架协议”座谈会: the name of a meeting about it.
  if (/^[^“”]{0,30}”(?:的)?(?:座谈|说明|宣讲|推进|交流|研讨|通报)会/u.test(text.slice(cue.end, cue.end + 50)))
    return { mood: 'earlier', moodCue: cue };
  // 地方政府与数据公司订立的协议属行政协议: of agreements in general.
  if (
    /^的(?:此类|这类)?(?:协议|合同)(?:属于?|应当?|须|需|系|是指|必须)/u.test(
      text.slice(cue.end, cue.end + 16),
    )
  )
    return { mood: 'earlier', moodCue: cue };
  // 109年市府跟中华电信签下维运合约后陆续更换: a year alone, and what came of it.
  if (
    /^[^,。;]{0,20}(?:合约|协议|合同)后/u.test(text.slice(cue.end, cue.end + 26)) &&
    /(?<!\d)(?:1[01]\d|20\d\d)年(?!\d|[初底末])/u.test(text.slice(clause.start, cue.start))
  )
    return { mood: 'earlier', moodCue: cue };
  // 全年签约项目73个: what was signed over a time.
  if (
    /^(?:的)?(?:重点|重大|亿元以上)?项目\d+[个项]/u.test(text.slice(cue.end, cue.end + 14)) &&
    /(?:全年|今年以来|上半年|下半年|一季度|累计|[\d]{4}年)[^。;]{0,10}$/u.test(
      text.slice(clause.start, cue.start),
    )
  )
    return { mood: 'earlier', moodCue: cue };
  // 现将有关事项通知如下: a circular that carries out what was signed before.
  if (CIRCULAR.test(text.slice(cue.end, cue.end + 300))) return { mood: 'earlier', moodCue: cue };
  // 签署战略合作协议,…此次试运营是协议落地的一步.
  if (COMES_TRUE.test(text.slice(cue.end, cue.end + 120))) return { mood: 'earlier', moodCue: cue };
  if (inTitle) return null;
  const before = text.slice(clause.start, cue.start);
  const after = text.slice(cue.end, cue.end + 24);
  if (YEARS_SINCE.test(after) || GOES_WELL.test(after)) return { mood: 'earlier', moodCue: cue };
  if (text[cue.end] === '的' && EXISTING.test(before) && !/\d{1,2}日/u.test(before))
    return { mood: 'earlier', moodCue: cue };
  if (
    text[cue.end] === '的' &&
    /20\d\d年(?:\d{1,2}月(?:份)?|[上下]半年|年?[初底末])?(?!\d|\d?\d月)/u.test(before) &&
    !/\d日/u.test(before)
  )
    return { mood: 'earlier', moodCue: cue };
  return AFTERWARDS.test(text.slice(cue.end, cue.end + 40)) && /自|在/u.test(before)
    ? { mood: 'earlier', moodCue: cue }
    : null;
}
