/**
 * Documents that are spoken of and not signed now, in English: "in line with the agreement signed with", "the MoU it must
 * publish", "the contract the province signed with". What is told in the tense or with the day of news is none of these.
 */
import type { Findings } from '../findings.ts';
import type { MoodOf, Spot } from './spot.ts';

/** What stands around a word of signing, in lower case. */
interface Said {
  /** From the beginning of the sentence. */
  before: string;
  /** To its end. */
  after: string;
  /** The word of signing with what follows up to a comma. */
  upToComma: string;
  /** The sentence stands behind the lead. */
  behind: boolean;
}

const DOCUMENT = '(?:agreement|contract|memorandum|mou|deal|pact|partnership)';

/** "has doubled since the state signed", but not ", since the council signed" behind what can be done now. */
const SINCE = /\b(?:ever )?since (?:[\p{L}'&-]+ ){1,5}$/u;
const FOR_IT = /\b(?:can|will|may)\b.*, since (?:[\p{L}'&-]+ ){1,5}$|, since .*\b(?:can|will|may)\b/u;
/** "A decade has passed since the mayor stood in the hall and signed". */
const LONG_SINCE = /\b(?:passed|elapsed|gone by|years?|months?|decades?) since [^.;]{1,140}$/;
/** "the sites named in the memorandum which the mayor and the firm had concluded". */
const WHICH_HAD =
  /\b(?:agreement|contract|memorandum|mou|deal|pact|accord|understanding)(?: of [a-z]+)?(?: \([a-z]+\))?,? (?:which |that )[^.;,]{2,90} had $/;
/** "keeping the promise made when both parties signed"; with its day before it, it is news. */
const WHEN = /\b(?:when|ever since) (?:[\p{L}'-]+ ){1,8}$/u;
const ON_THE_DAY =
  /\b(?:today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b[^.;,]{0,20}, when (?:[\p{L}'-]+ ){1,10}$/u;
/** "the two have a memorandum, signed". */
const HAVE_ONE =
  /\b(?:have|has|had) (?:an?|its|their|an existing) (?:[\p{L}-]+ ){0,5}(?:agreement|contract|memorandum|mou|deal|pact|understanding)(?: \([a-z]+\))?,? (?:(?:which|that) was )?$/u;
/** "According to our report in March". */
const REPORTED_BEFORE =
  /^(?:according to|as per|as) (?:our|an? earlier|a previous|we) (?:report(?:s|ed)?|stor(?:y|ies)|article)(?: published)? (?:in|of|from|on|last|earlier)\b/;
/** "growing out of the agreement". */
const GROWN_FROM = new RegExp(
  `\\b(?:on the basis of|building on|builds on|grew out of|growing out of|stems from|stemming from|based on|rests on|resting on|is anchored on|anchored on|hinges on|derives from|flows from|dates back to|goes back to|traces back to) (?:an?|the|its|their) (?:[a-z-]+ ){0,5}${DOCUMENT}(?: of [a-z]+)? (?:[\\p{L}'-]+ ){0,6}$`,
  'u',
);
/** "work is done in line with the agreement". */
const IN_LINE_WITH = new RegExp(
  `\\b(?:in line with|in accordance with|pursuant to|in keeping with|as provided (?:for )?in) (?:an?|the|its|their) (?:[a-z-]+ ){0,5}${DOCUMENT}(?: of [a-z]+)?(?: (?:that|which))? $`,
);
/** "Agreements had been signed with 118 cities by August". */
const HAD_BEEN = /\bagreements had (?:already |earlier |previously )?been $/;
/** "Andhra Pradesh and Google had inked"; said or told, or with its day before it, it is news. */
const HAD_DONE =
  /^(?!.*\b(?:said|says|announced|disclosed|revealed|confirmed|reported|told|after|once|when)\b).*\bhad (?:also |already |then )?$/;
const HAD_BY_DAY = /^["“]?(?:on |last )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today)\b/;
/** "started in 2010 when the council and BT signed". */
const IN_A_YEAR_WHEN = /\bin (?:19|20)\d\d,? when [^.;]{3,70} $/;
/** "signed the memorandum that set off the works in 2018". */
const SET_OFF =
  /^ (?:the|an?|its|their) (?:[a-z-]+ ){0,4}(?:agreement|memorandum|mou|contract|deal|pact)(?: of [a-z]+)? (?:that|which) (?:set off|started|launched|began|led to|underlies|underpins|governs|brought about|made possible)\b/;
/** "the agreement with Y comes to an end". */
const RUNS_OUT =
  /^[^.;,]{0,60}\b(?:comes? to an end|runs? out|expires?|is about to (?:end|expire)|ends (?:in|on|next|this))\b/;
/** "demanded to see the contract the city signed with". */
const ASKED_ABOUT =
  /\b(?:to see|to read|to inspect|ask(?:s|ed)? (?:about|for)|a look at|questions? (?:about|on)) (?:the|its|their) [^.;,]{0,60}(?:agreement|contract|memorandum|mou|deal|pact) (?:that |which )?(?:the |it |they )?(?:[\p{L}'-]+ ){0,3}$/u;
/** "entered into unlawfully by the previous administration". */
const UNDER_THE_LAST =
  /^[^.;]{0,120}\bunder (?:the|a) (?:last|previous|former|past|outgoing|immediate past) (?:administration|government|council|governor|mayor|cabinet)\b/;
const UNLAWFULLY = /^,? (?:unlawfully|illegally|irregularly|improperly)\b/;
/** "the deal that they signed earlier". */
const EARLIER = /^ (?:before|earlier|previously)\b(?! (?:the|today|this|on|in [a-z]+)\b)/;
/** "When the state and the firm signed their agreement in 2022, the governor promised …". */
const OPENS_WITH_WHEN = /^(?:[^.]{0,40} [-—]+ )?when [^,]*$/;

/** "This follows the agreement which the committee and FPT signed". */
const FOLLOWS_IT =
  /^(?:(?:as a reminder|as is known|meanwhile), )?(?:this|it|that|which|all this|the (?:[a-z-]+ ){1,3}) ?follows (?:the|an?|its|their) [^.;]{3,90} (?:which|that) [^.;]{3,90} $/;
/** "Behind the project stands the memorandum which the state and Y signed". */
const STANDS_BEHIND =
  /^(?:in the background|behind|at the (?:root|basis|base|heart|origin))\b[^.;,]{0,60} (?:is|are|stands?|lies|was) (?:the|an?) (?:[a-z-]+ ){0,5}(?:agreement|contract|memorandum|mou|deal|pact)(?: of [a-z]+)? (?:which|that) [^.;]{3,90} $/;
/** "a year and a half after the council signed"; not "within three years after", nor what is news the day after. */
const LONG_AFTER =
  /(?<!\b(?:within|for) )(?<!\b(?:within|for) (?:the next )?(?:\w+ )?)\b(?:years?|months?|decades?|year and a half) after (?:the )?(?![^.;,]* (?:has|have) (?:finally |now |at last )?(?:been )?$)[^.;,]{3,60} $/;
/** "It is part of what the two agreed in the MoU". */
const PART_OF_WHAT = /\b(?:part of|in line with|a result of|following from) what [^.;]{3,90} $/;

/** Each alone makes the signing background. */
const BACKGROUND: readonly ((said: Said) => boolean)[] = [
  ({ before }) => SINCE.test(before) && !FOR_IT.test(before),
  ({ before }) => LONG_SINCE.test(before),
  ({ before }) => WHICH_HAD.test(before),
  ({ after, upToComma }) => OVER.test(after.slice(0, 60)) && !/^(?:renew|extend|replac)/.test(upToComma),
  ({ before, behind }) => behind && WHEN.test(before) && !ON_THE_DAY.test(before),
  ({ before }) => HAVE_ONE.test(before),
  ({ before }) => GROWN_FROM.test(before),
  ({ before }) => REPORTED_BEFORE.test(before),
  ({ before }) => before.length > 30 && IN_LINE_WITH.test(before),
  ({ before, behind }) => behind && HAD_BEEN.test(before),
  ({ before, behind }) => behind && HAD_DONE.test(before) && !HAD_BY_DAY.test(before),
  ({ before }) => PART_OF_WHAT.test(before) || FOLLOWS_IT.test(before) || STANDS_BEHIND.test(before),
  ({ before }) => before.length > 40 && LONG_AFTER.test(before),
  ({ after }) => UNLAWFULLY.test(after) || UNDER_THE_LAST.test(after),
  ({ before }) =>
    /\b(?:previous|former|last|past|outgoing) (?:administration|government|council|board) (?:had )?$/.test(
      before,
    ),
  ({ after }) => EARLIER.test(after),
  ({ before }) => IN_A_YEAR_WHEN.test(before) || ASKED_ABOUT.test(before),
  ({ after }) => SET_OFF.test(after),
  ({ after, upToComma }) => / with\b/.test(upToComma) && RUNS_OUT.test(after),
  ({ before, upToComma }) => OPENS_WITH_WHEN.test(before) && !NEWS_DAY.test(upToComma),
  ({ before }) => TO_IMPLEMENT.test(before),
  ({ before }) => NEXT_AFTER.test(before),
  ({ before }) => SPOKEN_OF.test(before),
];

/** A document that is only the ground of something else, or that the reader is told of in passing. */
export function inLineWith(
  { lower, lead }: Findings['read'],
  { cue, sentence, sentenceIndex, han }: Spot,
): MoodOf | null {
  if (han) return null;
  const said: Said = {
    before: lower.slice(sentence.start, cue.start),
    after: lower.slice(cue.end, sentence.end),
    upToComma: /^[^,]*/.exec(lower.slice(cue.start, sentence.end))?.[0] ?? '',
    behind: sentenceIndex > lead,
  };
  const background =
    BACKGROUND.some((holds) => holds(said)) ||
    (isTold(said) && !FOLLOWS_FROM.test(said.before) && !isJustDone(said.before, said.after));
  return background ? { mood: 'earlier', moodCue: cue } : null;
}

/** "set up under the agreement the firm signed with the city in 2017". */
function isTold({ before, after, upToComma, behind }: Said): boolean {
  // "He was speaking of the MoU his authority concluded": what is spoken of is the news.
  if (SPEAKS_OF.test(before) || /\bhad (?:only )?just $/.test(before)) return false;
  const certain =
    CERTAIN.test(before) ||
    PART_OF.test(before) ||
    (behind && TOLD_OF.test(before) && !AT_CEREMONY.test(after));
  return certain && !NEWS_DAY.test(upToComma);
}

const SPEAKS_OF = /\b(?:speaking|spoke|commenting|commented) (?:of|about|on) the [^.;]{3,60}$/;

/** "This follows from the agreement it has signed": what the news comes from is the news. */
const FOLLOWS_FROM = /\bfollows from the (?:[a-z-]+ ){1,6}(?:it|they) (?:has|have) $/;

/**
 * "The agreement it has signed with the region also foresees"; "will build its seat there, a result of the agreement it
 * recently signed": told in the tense of news, beside what is to come of it.
 */
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
  /\b(?:under|through|as part of|following|thanks to|because of|result of|part of|terms of|set in|set out in|laid down in|fixed in|foreseen in|promised in) (?:the|its|their|that|this) (?:[a-z\d-]+ ){0,5}(?:agreement|contract|memorandum|mou|deal|pact|partnership|memorandum of understanding),? (?:that |which )?(?:the )?(?!of )(?:[\p{L}'&.-]+ ){1,4}(?:has |have )?(?<!\b(?:was|were|is|are|be|been) )$/u;

/** "To implement the framework agreement it signed with the province": what is carried out is there already. */
const TO_IMPLEMENT =
  /\b(?:to (?:further |fully |better |effectively )?(?:implement|carry out|execute|fulfil|fulfill|honou?r)|in implementation of|implementing|carrying out) (?:an?|the|its|their) (?:[a-z0-9-]+ ){0,6}(?:agreement|contract|memorandum|mou|deal|pact|memorandum of understanding)(?: \([a-z]+\))? (?:that |which )?(?:it|they|[\p{L}' -]{3,40}?) (?:has |have |had |previously |earlier ){0,2}$/u;

/** "the bargain in the MoU which the state entered into with the firm, at a ceremony": of a ceremony without a year, it is the news. */
const AT_CEREMONY =
  /^(?![^.;]*\b(?:(?:19|20)\d\d|last year|ago|earlier)\b)[^.;]{0,80}\bat (?:a|the) (?:[a-z-]+ ){0,2}ceremony\b/;

/** "the next activity after the signing of": what came before it. */
const NEXT_AFTER =
  /\b(?:next|follow-up|further|latest|another) (?:step|activity|phase|stage|meeting|session|move) (?:after|since|following|to) (?:(?:the )?$|the [^.;]{3,80}? (?:which|that) [^.;]{3,90}$)/;

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
  /\b(?:has|have|had|was|were) (?:since |now |already )?(?:expired|lapsed|ended|(?:been )?(?:terminated|cancelled|canceled|scrapped|suspended|renegotiated|revoked))\b|\b(?:expired|lapsed|ran out|came to an end)\b/;

/** What is news has its day: a weekday, today, a date with its day. */
const NEWS_DAY =
  /\b(?:today|yesterday|here|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b(?!\d)|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|this (?:week|month|morning|afternoon))/;
