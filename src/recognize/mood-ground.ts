/**
 * Signings that are only the ground of other news: 落实与市政府签订的协议, "in line with the agreement signed with", "the MoU
 * signed in 2020 has expired". And the words of the lexicon that say so, when they do not.
 */
import type { Stretch } from '../wording/sentences.ts';
import { type Dateline, daysBefore } from './dateline.ts';
import type { Findings } from './findings.ts';
import type { MoodOf, Spot } from './spot.ts';
import { within } from './within.ts';

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
  if (han) {
    if (isSurname(lower, word)) return false;
    if (word.start >= clause.start && word.end <= clause.end) return true;
    return word.start < cue.start && cue.start - word.end <= 40;
  }
  // "That is what he recalled on Tuesday, when he and the council signed": what is told beside is another thing.
  if (
    /^recall/.test(lower.slice(word.start, word.end)) &&
    /^[^.;]{0,40}, (?:when|as|at the) [^.;,]{2,80}$/.test(lower.slice(word.end, cue.start))
  )
    return false;
  // "signed, one year after the first contacts": what the signing came after, and not what came after it.
  if (
    /after$/.test(lower.slice(word.start, word.end)) &&
    word.start > cue.end &&
    !/^ (?:its |the |this )?(?:signing|agreement|deal|contract|pact|mou|memorandum|it\b)/.test(
      lower.slice(word.end, word.end + 20),
    )
  )
    return false;
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
  { sentenceIndex, clause }: Spot,
  word: Stretch,
): boolean {
  if (sentenceIndex > read.lead) return false;
  // "earlier this week", "two days ago".
  if (/^ (?:this (?:week|month)|today)\b/.test(read.lower.slice(word.end, word.end + 12))) return true;
  if (
    /\b(?:a|two|three|four|five|six|\d) (?:days?|weeks?) $/.test(
      read.lower.slice(word.start - 12, word.start),
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
  const match = /[\d一二三四五六七八九十两几多]年(?:多)?[来前]/u.exec(text.slice(sentence.start, cue.start));
  if (!match) return null;
  const start = sentence.start + match.index;
  return cue.start - start > 60
    ? null
    : { mood: 'earlier', moodCue: { start, end: start + match[0].length } };
}

/** "work is done in line with the agreement signed with the state in May": only the ground of something else. */
export function inLineWith(
  { lower, lead }: Findings['read'],
  { cue, sentence, sentenceIndex, han }: Spot,
): MoodOf | null {
  if (han) return null;
  const before = lower.slice(sentence.start, cue.start);
  // "has doubled since the state signed": how far something came since then.
  if (/\b(?:ever )?since (?:[\p{L}'&-]+ ){1,5}$/u.test(before)) return { mood: 'earlier', moodCue: cue };
  // "A decade has passed since the mayor stood in the hall and signed"; "it is ten years since".
  if (/\b(?:passed|elapsed|gone by|years?|months?|decades?) since [^.;]{1,140}$/.test(before))
    return { mood: 'earlier', moodCue: cue };
  // "the sites named in the memorandum which the mayor and the firm had concluded in August".
  if (
    /\b(?:agreement|contract|memorandum|mou|deal|pact|accord|understanding)(?: of [a-z]+)?(?: \([a-z]+\))?,? (?:which |that )[^.;,]{2,90} had $/.test(
      before,
    )
  )
    return { mood: 'earlier', moodCue: cue };
  if (OVER.test(lower.slice(cue.end, Math.min(sentence.end, cue.end + 60))))
    return { mood: 'earlier', moodCue: cue };
  // "keeping the promise made when both parties signed"; "the two have a memorandum, signed when he visited".
  const onTheDay =
    /\b(?:today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b[^.;,]{0,20}, when (?:[\p{L}'-]+ ){1,10}$/u.test(
      before,
    );
  if (!onTheDay && sentenceIndex > lead && /\b(?:when|ever since) (?:[\p{L}'-]+ ){1,8}$/u.test(before))
    return { mood: 'earlier', moodCue: cue };
  if (
    /\b(?:have|has|had) (?:an?|its|their|an existing) (?:[\p{L}-]+ ){0,5}(?:agreement|contract|memorandum|mou|deal|pact|understanding)(?: \([a-z]+\))?,? (?:(?:which|that) was )?$/u.test(
      before,
    )
  )
    return { mood: 'earlier', moodCue: cue };
  const ground =
    /\b(?:in line with|in accordance with|pursuant to|in keeping with|as provided (?:for )?in) (?:an?|the|its|their) (?:[a-z-]+ ){0,5}(?:agreement|contract|memorandum|mou|deal|pact|partnership)(?: of [a-z]+)?(?: (?:that|which))? $/;
  const grounds =
    /\b(?:on the basis of|building on|grew out of|growing out of|stems from|stemming from|based on) (?:an?|the|its|their) (?:[a-z-]+ ){0,5}(?:agreement|contract|memorandum|mou|deal|pact|partnership)(?: of [a-z]+)? (?:[\p{L}'-]+ ){0,6}$/u;
  if (grounds.test(before)) return { mood: 'earlier', moodCue: cue };
  if (before.length > 30 && ground.test(before)) return { mood: 'earlier', moodCue: cue };
  // "the deal that they signed earlier".
  if (
    /^ (?:before|earlier|previously)\b(?! (?:the|today|this|on)\b)/.test(lower.slice(cue.end, cue.end + 16))
  )
    return { mood: 'earlier', moodCue: cue };
  // "When the state and the firm signed their agreement in 2022, the governor promised …".
  if (
    /^(?:[^.]{0,40} [-—]+ )?when [^,]*$/.test(before) &&
    !NEWS_DAY.test(/^[^,]*/.exec(lower.slice(cue.start, sentence.end))?.[0] ?? '')
  )
    return { mood: 'earlier', moodCue: cue };
  if (TO_IMPLEMENT.test(before)) return { mood: 'earlier', moodCue: cue };
  if (NEXT_AFTER.test(before)) return { mood: 'earlier', moodCue: cue };
  if (SPOKEN_OF.test(before)) return { mood: 'earlier', moodCue: cue };
  // "This follows from the agreement it has signed": what the news comes from is the news.
  if (/\bfollows from the (?:[a-z-]+ ){1,6}(?:it|they) (?:has|have) $/.test(before)) return null;
  // "The agreement it has signed with the region also foresees"; "will build its seat there, a result of the agreement
  // it recently signed": told in the tense of news, beside what is to come of it.
  if (isJustDone(before, lower.slice(cue.end, sentence.end))) return null;
  // "set up under the agreement the firm signed with the city in 2017": a document the reader is told of in passing.
  const certain =
    CERTAIN.test(before) ||
    PART_OF.test(before) ||
    (sentenceIndex > lead && TOLD_OF.test(before) && !AT_CEREMONY.test(lower.slice(cue.end, sentence.end)));
  return certain && !NEWS_DAY.test(/^[^,]*/.exec(lower.slice(cue.start, sentence.end))?.[0] ?? '')
    ? { mood: 'earlier', moodCue: cue }
    : null;
}

function isJustDone(before: string, after: string): boolean {
  // "So says the agreement which the operator has signed".
  if (
    /^(?:so|this|that) (?:is what |is |was |all )?(?:says?|said|provides?|follows)\b[^.;]{0,120} (?:has|have) $/.test(
      before,
    )
  )
    return true;
  return (
    /\b(?:it|they|he|she|company|firm|operator|group) (?:has (?:just |recently |now |newly )?|have (?:just |recently |now )?|recently |just |newly )$/.test(
      before,
    ) &&
    (/\b(?:will|would|is to|are to|plans? to|to)\b/.test(before) ||
      /^[^.;]{0,120} (?:also )?(?:foresees|provides|covers|includes|calls for|envisages|envisions|stipulates|means|allows|will|would)\b/.test(
        after,
      ))
  );
}

/** "under the strategic agreement (that) the company": a certain document, and who signed it, right before the cue. */
const CERTAIN =
  /\b(?:under|through|as part of|following|thanks to|because of|result of|part of|terms of) (?:the|its|their|that|this) (?:[a-z-]+ ){0,5}(?:agreement|contract|memorandum|mou|deal|pact|partnership|memorandum of understanding),? (?:that |which )?(?:the )?(?!of )(?:[\p{L}'&.-]+ ){1,4}(?:has |have )?(?<!\b(?:was|were|is|are|be|been) )$/u;

/** "To implement the framework agreement it signed with the province": what is carried out is there already. */
const TO_IMPLEMENT =
  /\b(?:to (?:further |fully |better |effectively )?(?:implement|carry out|execute|fulfil|fulfill|honou?r)|in implementation of|implementing|carrying out) (?:an?|the|its|their) (?:[a-z0-9-]+ ){0,6}(?:agreement|contract|memorandum|mou|deal|pact|memorandum of understanding)(?: \([a-z]+\))? (?:that |which )?(?:it|they|[\p{L}' -]{3,40}?) (?:has |have |had |previously |earlier ){0,2}$/u;

/** "the bargain in the MoU which the state entered into with the firm, at a ceremony": of a ceremony without a year, it is the news. */
const AT_CEREMONY =
  /^(?![^.;]*\b(?:(?:19|20)\d\d|last year|ago|earlier)\b)[^.;]{0,80}\bat (?:a|the) (?:[a-z-]+ ){0,2}ceremony\b/;

/** "the next activity after the signing of": what came before it. */
const NEXT_AFTER =
  /\b(?:next|follow-up|further|latest|another) (?:step|activity|phase|stage|meeting|session|move) (?:after|since|following|to) (?:the )?$/;

/** "must publish the MoU it signed with": a document that is asked for, hidden, blamed or looked into. */
const SPOKEN_OF =
  /\b(?:disclos|publish|releas|reveal|withh|criticis|criticiz|question|audit|prob|investigat|defend|oppos|challeng|condemn|make public|made public|making public|object to|copies of|copy of|contents of|details of)[a-z]* (?:public )?(?:the|its|their|that|any|all) (?:[a-z-]+ ){0,4}(?:agreement|contract|memorandum|memorandum of understanding|mou|deal|pact)s?(?: \([a-z]+\))? (?:that |which )?(?:it|they|he|she|the [\p{L}' -]{3,40}) (?:has |have |had )?$/u;

/** "as a part of the regional agreement concluded with". */
const PART_OF =
  /\bas (?:a )?part of (?:the|its|their) (?:[a-z-]+ ){0,5}(?:agreement|contract|memorandum|mou|deal|pact) $/;
/** "the piggyback contract the province signed with …": behind the lead, a document that is told of. */
const TOLD_OF =
  /\b(?:the|its|their|that) (?:["“']?[a-z-]+["”']? ){0,4}(?:agreement|contract|memorandum|mou|deal|pact)(?: of understanding)? (?:that |which )?(?:the )?(?!bears?\b|carries\b|of )(?:[\p{L}'&.-]+ ){1,3}(?:has |have |had )?(?<!\b(?:was|were|is|are|be|been) )$/u;

/** "the MoU signed in 2020 has expired". */
const OVER =
  /\b(?:has|have|had|was|were) (?:since |now |already )?(?:expired|lapsed|ended|(?:been )?(?:terminated|cancelled|canceled|scrapped|suspended|renegotiated|revoked))\b/;

/** What is news has its day: a weekday, today, a date with its day. */
const NEWS_DAY =
  /\b(?:today|yesterday|here|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b(?!\d)|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|this (?:week|month|morning|afternoon))/;

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
