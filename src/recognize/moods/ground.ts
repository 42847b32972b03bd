/** Signings that are only the ground of other news, in Chinese: 落实与市政府签订的协议, what was done over years. */
import type { MoodOf, Spot } from './spot.ts';

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
