/**
 * The mood of an act: done, future, negated, denied, or earlier (told as background).
 *
 * Read from the words around the cue: those of the lexicon's mood classes, a few fixed constructions of Chinese (就签署
 * … 进行磋商; 落实与市政府签订的协议), and a date beside the act that lies long before the dateline.
 */
import type { WordClass } from '../domain/lexicon.ts';
import type { Stretch } from '../wording/sentences.ts';
import type { Cue } from './cues.ts';
import { type Dateline, daysBefore } from './dateline.ts';
import type { Findings } from './findings.ts';
import { within } from './within.ts';

export type Mood = 'done' | 'future' | 'negated' | 'denied' | 'earlier';

export interface MoodOf {
  mood: Mood;
  /** The words that set the mood. */
  moodCue: Stretch | null;
}

interface Spot {
  cue: Cue;
  sentence: Stretch;
  sentenceIndex: number;
  clause: Stretch;
  inTitle: boolean;
  han: boolean;
}

/** Words that tie a signing to the day of the report, whatever else the clause says. */
const ESCAPES =
  /此次|这次|本次|今日|今天|再次|又签|日前|近日|昨日|昨天|\b(?:today|this time|again|yesterday)\b/;

export function moodOf(findings: Findings, line: Dateline, spot: Spot): MoodOf {
  const { read, cues } = findings;
  const words = within(cues.mood, spot.sentence.start, spot.sentence.end);
  const escaped = ESCAPES.test(read.lower.slice(spot.clause.start, spot.clause.end));
  const found =
    first('denied', words) ??
    rumoured(findings, spot) ??
    first('negated', words, (word) => stands(word, spot) || hanAfter(word, spot)) ??
    first('future', words, (word) => stands(word, spot) && !isFirstTo(read.lower, word)) ??
    underTalks(read.text, spot) ??
    stillToCome(read.lower, spot) ??
    onlyWished(read.lower, spot) ??
    wouldBe(read.lower, spot) ??
    agreedToSign(read.lower, spot) ??
    (escaped
      ? null
      : (first(
          'earlier',
          words,
          (word) => isBackground(read.lower, word, spot) && !isDated(findings, line, spot, word),
        ) ??
        overYears(read.text, spot) ??
        existing(read.text, spot))) ??
    inLineWith(read, spot) ??
    longAgo(findings, line, spot);
  return found ?? { mood: 'done', moodCue: null };
}

function first(
  name: WordClass & Mood,
  words: readonly Cue[],
  holds: (word: Cue) => boolean = () => true,
): MoodOf | null {
  const word = words.find((one) => one.classes.includes(name) && holds(one));
  return word ? { mood: name, moodCue: word } : null;
}

/** 发布“某市与某公司签下大单”的视频…内容不实: a claim that is quoted, and denied right after it. */
function rumoured({ read, cues }: Findings, { cue, sentence, sentenceIndex, han }: Spot): MoodOf | null {
  if (!han || !/“[^”]*$/u.test(read.text.slice(sentence.start, cue.start))) return null;
  const end = (read.sentences[sentenceIndex + 2] ?? read.sentences.at(-1))?.end ?? sentence.end;
  return first('denied', within(cues.mood, sentence.end, end));
}

/** Before the cue, in its clause, near it. */
function stands(word: Stretch, { cue, clause, han }: Spot): boolean {
  return word.start <= cue.start && word.start >= clause.start && cue.start - word.end <= (han ? 24 : 45);
}

/** 签署未果: right behind the cue. */
function hanAfter(word: Stretch, { cue, clause, han }: Spot): boolean {
  return han && word.start >= cue.start && word.end <= clause.end && word.start - cue.end < 4;
}

const SAID = /\b(?:said|says|announced|disclosed|revealed|confirmed|reported|told)\b[^.;]{0,40}$/;

function isBackground(lower: string, word: Stretch, { cue, clause, sentence, han }: Spot): boolean {
  // "said on Monday it had signed": the news, in the tense of what was said.
  if (
    /^(?:had|already) /.test(lower.slice(word.start, word.end)) &&
    SAID.test(lower.slice(Math.max(sentence.start, word.start - 60), word.start))
  )
    return false;
  if (han) {
    if (word.start >= clause.start && word.end <= clause.end) return true;
    return word.start < cue.start && cue.start - word.end <= 40;
  }
  // "Earlier, A signed …, and B signed …": at the head of a sentence it governs all of it.
  if (word.start < cue.start) return cue.start - word.end <= 90 || word.start - sentence.start < 3;
  return word.start - cue.end <= 70;
}

/** 上月26日,…签署, 去年12月28日, "two days ago": in the lead a day that is not long ago is news, whatever year or month it is called by. */
function isDated(
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
  return age !== null && age <= NEWS;
}

/** "the first district to enter into an agreement": whoever is counted has done it. */
function isFirstTo(lower: string, word: Cue): boolean {
  return (
    lower.startsWith('to ', word.start) &&
    /\b(?:first|second|third|latest|last|only|\d+(?:st|nd|rd|th))(?: [\w'-]+){0,6} $/.test(
      lower.slice(Math.max(0, word.start - 70), word.start),
    )
  );
}

const TALKS =
  /^[^,。;]{0,30}(?:磋商|商谈|洽谈|协商|探讨|沟通|商讨|对接|交换意见|初步|达成(?:初步)?(?:共识|一致|意向))/u;

/** 就签署战略合作协议进行磋商. */
function underTalks(text: string, { cue, clause, han }: Spot): MoodOf | null {
  if (!han || !/就[^,。;]{0,24}$/u.test(text.slice(clause.start, cue.start))) return null;
  // 就签署新一轮协议达成共识: what was reached is the wish to sign.
  if (/就(?:签署|签订)[^,。;]{0,24}$/u.test(text.slice(clause.start, cue.start)))
    return { mood: 'future', moodCue: cue };
  return TALKS.test(text.slice(cue.end, cue.end + 45)) ? { mood: 'future', moodCue: cue } : null;
}

/** 三年来…先后与…签订: what was done over years. */
function overYears(text: string, { cue, sentence, han }: Spot): MoodOf | null {
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

/** "will build a hub under a deal to be inked next month": a day to come right behind the cue. */
function stillToCome(lower: string, { cue, sentence, han }: Spot): MoodOf | null {
  if (han) return null;
  const after = lower.slice(cue.end, Math.min(sentence.end, cue.end + 70));
  const match =
    /^[^.;]{0,60}\b(?:next (?:week|month|year)|tomorrow|later this (?:week|month|year)|in the coming (?:days|weeks|months))\b/.exec(
      after,
    );
  return match && !/\b(?:over|within|for|by) [^.;]{0,16}next/.test(match[0])
    ? { mood: 'future', moodCue: { start: cue.end, end: cue.end + match[0].length } }
    : null;
}

/** "agrees to sign strategic cooperation", "agreed that an agreement is to be signed". */
function agreedToSign(lower: string, { cue, han }: Spot): MoodOf | null {
  if (han || !lower.startsWith('agree', cue.start)) return null;
  const match =
    /^ (?:to (?:soon )?(?:sign|ink|enter|conclude|seal|draft|finali[sz]e|explore|discuss|negotiate|work towards)|that (?:an?|the) [^.;]{0,50}(?:to be|will be|would be|should be))(?!\p{L})/u.exec(
      lower.slice(cue.end, cue.end + 90),
    );
  return match ? { mood: 'future', moodCue: { start: cue.end, end: cue.end + match[0].length } } : null;
}

/** "would soon enter into an agreement": a base form behind a modal verb. */
function wouldBe(lower: string, { cue, sentence, han }: Spot): MoodOf | null {
  if (han || /^(?:agreement|partnership|contract|pact|deal|memorandum)/.test(lower.slice(cue.start)))
    return null;
  const modal =
    /\b(?:will|would|shall|may|might|could|should|can|must)(?: (?:soon|also|then|now|jointly|formally|eventually|shortly|likely|probably|next|later|have to|be able to)){0,2} $/.exec(
      lower.slice(Math.max(sentence.start, cue.start - 40), cue.start),
    );
  if (!modal) return null;
  const start = Math.max(sentence.start, cue.start - 40) + modal.index;
  return { mood: 'future', moodCue: { start, end: start + modal[0].length } };
}

/** "cabinet approves signing of MoU", "plans for an agreement with": leave or a wish, nothing is signed yet. */
function onlyWished(lower: string, { cue, sentence, han }: Spot): MoodOf | null {
  if (han || !/^(?:sign(?!ed|s\b)|agreement|deal|contract|pact|mou|memorandum)/.test(lower.slice(cue.start)))
    return null;
  const leave =
    /\b(?:approv(?:es|ed|al)|clear(?:s|ed)|okay(?:s|ed)|ok(?:s|ed)|nod|go-ahead|green light|consent|permission|mandate|authori[sz](?:es|ed|ation)|ratif(?:y|ies|ied)|holds? off|held off|delay(?:s|ed)?|postpone[sd]?|defer(?:s|red)?|oppose[sd]?|ahead|plans?|talks|proposals?|calls?|called|push(?:es)?|seeks?|seeking|eye(?:s|ing)|mull(?:s|ing)?|explor(?:es?|ing)|consider(?:s|ing)?|discuss(?:es|ed|ing)?|negotiat(?:es?|ed|ing|ions)|hopes?|urge[sd]?|(?:the|a) (?:time|date|day|schedule))(?: (?:for|to|of|on|about|over))?(?: the| an?| its)?(?: (?:possible|potential|proposed|new|draft|early))? $/.exec(
      lower.slice(sentence.start, cue.start),
    );
  if (!leave) return null;
  const start = sentence.start + leave.index;
  return { mood: 'future', moodCue: { start, end: start + leave[0].length } };
}

/** "work is done in line with the agreement signed with the state in May": only the ground of something else. */
function inLineWith(
  { lower, lead }: Findings['read'],
  { cue, sentence, sentenceIndex, han }: Spot,
): MoodOf | null {
  if (han) return null;
  const before = lower.slice(sentence.start, cue.start);
  // "has doubled since the state signed": how far something came since then.
  if (/\b(?:ever )?since (?:[\p{L}'&-]+ ){1,5}$/u.test(before)) return { mood: 'earlier', moodCue: cue };
  if (OVER.test(lower.slice(cue.end, Math.min(sentence.end, cue.end + 60))))
    return { mood: 'earlier', moodCue: cue };
  // "keeping the promise made when both parties signed"; "the two have a memorandum, signed when he visited".
  if (sentenceIndex > lead && /\b(?:when|ever since) (?:[\p{L}'-]+ ){1,8}$/u.test(before))
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
  // "set up under the agreement the firm signed with the city in 2017": a document the reader is told of in passing.
  const certain = CERTAIN.test(before) || (sentenceIndex > lead && TOLD_OF.test(before));
  return certain && !NEWS_DAY.test(/^[^,]*/.exec(lower.slice(cue.start, sentence.end))?.[0] ?? '')
    ? { mood: 'earlier', moodCue: cue }
    : null;
}

/** "under the strategic agreement (that) the company": a certain document, and who signed it, right before the cue. */
const CERTAIN =
  /\b(?:under|through|as part of|following|thanks to|because of|result of|part of|terms of) (?:the|its|their|that|this) (?:[a-z-]+ ){0,5}(?:agreement|contract|memorandum|mou|deal|pact|partnership|memorandum of understanding),? (?:that |which )?(?:the )?(?:[\p{L}'&.-]+ ){1,4}(?:has |have )?(?<!\b(?:was|were|is|are|be|been) )$/u;
/** "the piggyback contract the province signed with …": behind the lead, a document that is told of. */
const TOLD_OF =
  /\b(?:the|its|their|that) (?:["“']?[a-z-]+["”']? ){0,4}(?:agreement|contract|memorandum|mou|deal|pact) (?:that |which )?(?:the )?(?:[\p{L}'&.-]+ ){1,3}(?:has |have |had )?(?<!\b(?:was|were|is|are|be|been) )$/u;
/** "the MoU signed in 2020 has expired". */
const OVER =
  /\b(?:has|have|had|was|were) (?:since |now |already )?(?:expired|lapsed|ended|(?:been )?(?:terminated|cancelled|canceled|scrapped|suspended|renegotiated|revoked))\b/;
/** What is news has its day: a weekday, today, a date with its day. */
const NEWS_DAY =
  /\b(?:today|yesterday|here|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b(?!\d)|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|this (?:week|month|morning|afternoon))/;

const EXISTING =
  /(?:落实|根据|按照|依据|执行|履行|对照|围绕|依托|推进|推动|贯彻|深化|遵照|自|基于)[^,。;]{0,40}$/u;
/** 协议签署三年来, "signed two years ago": right behind the cue. */
const YEARS_SINCE =
  /^(?:协议|合同)?(?:以来|[\d一二三四五六七八九十两几多]+(?:多|余)?(?:年|个月|周年)(?:来|多来|以来|后))/u;
/** 协议签订后各项目进展顺利: what came of it. */
const GOES_WELL = /^(?:协议|合同)?(?:之|以)?[后来][^,。;]{0,14}(?:进展|推进|成效|成果|顺利)/u;
const AFTERWARDS = /^[^,。;]{0,24}(?:协议|合同|备忘录)》?(?:以来|之后|以后|后)/u;

/** 落实与市政府签订的战略合作协议: an agreement that is there already. */
function existing(text: string, { cue, clause, inTitle, han }: Spot): MoodOf | null {
  if (!han || inTitle) return null;
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

/** Days for which a signing that is told with its day, as of last year, is still news. */
const NEWS = 75;
/** Days after which a signing told behind the lead is an old one. */
const OLD = 45;

/** A date beside the act that lies long before the dateline; the lead and the title are never taken for background. */
function longAgo(
  { read }: Findings,
  line: Dateline,
  { cue, sentence, sentenceIndex, inTitle }: Spot,
): MoodOf | null {
  const lead = read.lead;
  const told = inTitle ? null : yearBefore(read.lower, sentence, cue);
  // 2019年…签署…,如今成果丰硕: the lead looks back itself.
  if (told && /如今|至今|现已|目前已|时至今日|\bsince then\b/.test(read.lower.slice(cue.end, sentence.end)))
    return { mood: 'earlier', moodCue: told };
  if (told && isLongSince(read, line, told)) return { mood: 'earlier', moodCue: told };
  // "X and Y, which inked a pact in 2016, have launched": the sentence is about something else.
  if (told && isAside(read.lower, sentence, cue)) return { mood: 'earlier', moodCue: told };
  if (inTitle || sentenceIndex <= lead) return null;
  // News tells the day: a bare year, or a month and its year, is how one looks back.
  if (told && (!line.base || told.year < line.base.year)) return { mood: 'earlier', moodCue: told };
  let year: number | null = null;
  for (const date of within(line.dates, sentence.start, sentence.end)) {
    if (line.stamps.has(date)) continue;
    if (date.end > cue.start && date.start - cue.end >= 80) continue;
    if (!line.base) {
      // "signed in January of this year", "in May 2019": news tells the day.
      if (date.day === null && (date.year !== null || date.month !== null))
        return { mood: 'earlier', moodCue: date };
      continue;
    }
    year = date.year ?? year;
    const age = daysBefore(line.base, { ...date, year });
    if (age !== null && age > OLD) return { mood: 'earlier', moodCue: date };
  }
  return null;
}

/** "In 2016 Hainan signed … Two years on": the lead begins with a bare year, and the news comes after it. */
function isLongSince(
  { lower }: Findings['read'],
  { base }: Dateline,
  told: Stretch & { year: number },
): boolean {
  if (base && base.year > told.year) return true;
  return /\byears? (?:on|later)\b|\bsince then\b|[一二两三四五六七八九十]年(?:后|过去)/u.test(
    lower.slice(told.end, told.end + 400),
  );
}

function isAside(lower: string, sentence: Stretch, cue: Stretch): boolean {
  const before = lower.slice(sentence.start, cue.start);
  // "born from the pact between the city and the firm in 2016".
  if (/ (?:with|between)$/.test(lower.slice(cue.start, cue.end)) && /\bthe (?:[a-z-]+ ){0,3}$/.test(before))
    return true;
  return (
    /, (?:which|who|whose|where|with whom)(?: [a-z']+){0,3} $/.test(before) ||
    /\b(?:under|through|as part of|following|following up on|building on|thanks to) (?:an?|the|its|their) (?:[a-z-]+ ){0,5}(?:agreement|contract|memorandum|mou|deal|pact|partnership|memorandum of understanding)(?: of [a-z]+)?,? (?:(?:which|that) (?:was |were )?)?(?:[\p{L}'-]+ ){0,4}$/u.test(
      before,
    )
  );
}

/** "In 2013 the Council signed", 2013年双方签署, "signed in 2013": a year without a month beside the act. */
function yearBefore(text: string, sentence: Stretch, cue: Stretch): (Stretch & { year: number }) | null {
  const from = Math.max(sentence.start, cue.start - 60);
  const match = /(?<!\d)(?:in (20[0-3]\d)(?!\d)(?! to| and|-)|(20[0-3]\d)年(?! ?\d{1,2}月))/.exec(
    text.slice(from, cue.start),
  );
  const after = match
    ? null
    : /^(?: \w+){0,4} in (20[0-3]\d)(?!\d)(?! to| and|-)/.exec(text.slice(cue.end, cue.end + 50));
  if (after) return { start: cue.end, end: cue.end + after[0].length, year: Number(after[1]) };
  if (!match) return null;
  const start = from + match.index;
  return { start, end: start + match[0].length, year: Number(match[1] ?? match[2]) };
}
