/**
 * Signings that are still to come, by their construction and not by a single word: 就签署…进行磋商, "would soon enter into",
 * "cabinet approves signing of", "agrees to sign".
 */
import type { Stretch } from '../wording/sentences.ts';
import type { Cue } from './cues.ts';
import type { MoodOf, Spot } from './spot.ts';

/** "the first district to enter into an agreement": whoever is counted has done it. */
export function isFirstTo(lower: string, word: Cue): boolean {
  return (
    lower.startsWith('to ', word.start) &&
    /\b(?:first|second|third|latest|last|only|\d+(?:st|nd|rd|th))(?: [\w'-]+){0,6} $/.test(
      lower.slice(Math.max(0, word.start - 70), word.start),
    )
  );
}

/** "sat down to sign": who came together for it has done it. */
export function cameTo(lower: string, word: Stretch, { cue }: Spot): boolean {
  return (
    lower.slice(word.start, word.end) === 'to sign' &&
    word.end >= cue.start &&
    /\b(?:sat down|sat together|gathered|came together|joined hands|assembled|convened|met)(?: (?:in|at|on|here|there) [^.;,]{2,40}| (?:today|yesterday|here|there))? $/.test(
      lower.slice(Math.max(0, word.start - 70), word.start),
    )
  );
}

/** "After two years of planning and negotiation, the council has signed": what came before it is over. */
export function wentBefore(lower: string, word: Stretch, { cue }: Spot): boolean {
  return (
    /^(?:negotiat|in negotiations|in talks|talks)/.test(lower.slice(word.start, word.end)) &&
    /\b(?:after|following) (?:[\w'-]+,? ){0,8}$/.test(
      lower.slice(Math.max(0, word.start - 80), word.start),
    ) &&
    /\b(?:signed|inked|sealed|concluded|reached|entered|struck|agreed)$/.test(
      lower.slice(cue.start, cue.end).split(' ')[0] ?? '',
    )
  );
}

/** "held talks with the operator, and the two sides signed": what was talked about is done. */
export function areOver(lower: string, word: Stretch, { cue }: Spot): boolean {
  return (
    /^(?:in )?talks(?: with)?$/.test(lower.slice(word.start, word.end)) &&
    /\b(?:held|had|after|following) (?:[a-z-]+ )?$/.test(
      lower.slice(Math.max(0, word.start - 24), word.start),
    ) &&
    /(?:^|[,;] |\band )(?:then )?(?:the (?:two|three) |both )?(?:sides|parties|they)? ?(?:then |also |formally |jointly )?$/.test(
      lower.slice(word.end, cue.start),
    )
  );
}

const TALKS =
  /^[^,。;]{0,30}(?:磋商|商谈|洽谈|协商|探讨|沟通|商讨|对接|交换意见|初步|达成(?:初步)?(?:共识|一致|意向))/u;

/** 就签署战略合作协议进行磋商. */
export function underTalks(text: string, { cue, clause, han }: Spot): MoodOf | null {
  if (!han || !/就[^,。;]{0,24}$/u.test(text.slice(clause.start, cue.start))) return null;
  // 就签署新一轮协议达成共识: what was reached is the wish to sign.
  if (/就(?:签署|签订)[^,。;]{0,24}$/u.test(text.slice(clause.start, cue.start)))
    return { mood: 'future', moodCue: cue };
  return TALKS.test(text.slice(cue.end, cue.end + 45)) ? { mood: 'future', moodCue: cue } : null;
}

/** "will build a hub under a deal to be inked next month": a day to come right behind the cue. */
export function stillToCome(lower: string, { cue, sentence, han }: Spot): MoodOf | null {
  if (han) return null;
  const after = lower.slice(cue.end, Math.min(sentence.end, cue.end + 70));
  // "the agreement between A and B has yet to be signed".
  const unsigned =
    /^[^.;]{0,160}\b(?:(?:has|have|is|are|remains?) (?:yet|still) to be (?:formally )?(?:signed|concluded|finali[sz]ed)|(?:is|are|remains?) (?:still )?unsigned)\b/.exec(
      lower.slice(cue.end, sentence.end),
    );
  if (unsigned) return { mood: 'future', moodCue: { start: cue.end, end: cue.end + unsigned[0].length } };
  // "be drafted and signed at a suitable time": with nothing between that could be what comes later.
  if (
    /^ (?:(?:it|this|them) )?(?:at a (?:suitable|later|convenient) (?:time|date)|in the (?:coming|near) (?:time|future)|in the time to come|soon)\b/.test(
      after,
    )
  )
    return { mood: 'future', moodCue: cue };
  // "Signing of the agreement should take place during the trip".
  const yet =
    /^signing/.test(lower.slice(cue.start)) &&
    /^[^.;]{0,60}\b(?:should|will|would|may|shall|is to|is expected to|is due to) (?:also |soon )?(?:take place|be held|happen|follow)\b/.exec(
      after,
    );
  if (yet) return { mood: 'future', moodCue: { start: cue.end, end: cue.end + yet[0].length } };
  const match =
    /^[^.;]{0,60}\b(?:next (?:week|month|year)|tomorrow|later this (?:week|month|year)|in the coming (?:days|weeks|months))\b/.exec(
      after,
    );
  return match && !/\b(?:over|within|for|by) [^.;]{0,16}next/.test(match[0])
    ? { mood: 'future', moodCue: { start: cue.end, end: cue.end + match[0].length } }
    : null;
}

/** "agrees to sign strategic cooperation", "agreed that an agreement is to be signed". */
export function agreedToSign(lower: string, { cue, han }: Spot): MoodOf | null {
  if (han || !lower.startsWith('agree', cue.start)) return null;
  const match =
    /^ (?:to (?:soon )?(?:sign|ink|enter|conclude|seal|draft|finali[sz]e|explore|discuss|negotiate|work towards)|that (?:an?|the) [^.;]{0,60}(?:to be|will be|would be|should be|be (?:drafted|prepared|signed|concluded|drawn up)))(?!\p{L})/u.exec(
      lower.slice(cue.end, cue.end + 90),
    );
  return match ? { mood: 'future', moodCue: { start: cue.end, end: cue.end + match[0].length } } : null;
}

/** "would soon enter into an agreement": a base form behind a modal verb. */
export function wouldBe(lower: string, { cue, sentence, han }: Spot): MoodOf | null {
  if (han || /^(?:agreement|partnership|contract|pact|deal|memorandum)/.test(lower.slice(cue.start)))
    return null;
  // "will before the end of the quarter sign": a verb that cannot be past.
  const base =
    /^(?:sign|ink)$/.test(lower.slice(cue.start, cue.end)) &&
    /\b(?:will|would|shall|may|might|could|should) (?:before|by|within|in|on|at|after|during) [^.;,]{3,50} $/.exec(
      lower.slice(Math.max(sentence.start, cue.start - 70), cue.start),
    );
  if (base) return { mood: 'future', moodCue: cue };
  // "it was agreed that an agreement be signed".
  if (
    /\b(?:agree[ds]?|proposed|decided|wish|suggested|requested|recommended)\b[^.;]{0,20} that (?:an?|the) [^.;]{0,70} (?:should )?be (?:[a-z]+ (?:and|for) )?$/.test(
      lower.slice(sentence.start, cue.start),
    )
  )
    return { mood: 'future', moodCue: cue };
  const modal =
    /\b(?:will|would|shall|may|might|could|should|can|must)(?: (?:soon|also|then|now|jointly|formally|eventually|shortly|likely|probably|next|later|yet|still|only|finally|have to|be able to|be|on [a-z]+day|next [a-z]+|in [a-z]+)){0,3} $/.exec(
      lower.slice(Math.max(sentence.start, cue.start - 40), cue.start),
    );
  if (!modal) return null;
  const start = Math.max(sentence.start, cue.start - 40) + modal.index;
  return { mood: 'future', moodCue: { start, end: start + modal[0].length } };
}

/** A verb in its base form, or the document behind one. */
const MAY_BE_DONE =
  /^(?:(?:sign|ink|enter into|conclude|reach|seal|finali[sz]e|execute)$|(?:agreement|contract|mou|memorandum|deal|pact|accord)\b)/;

/** "the resolution authorized the mayor to negotiate and enter into an agreement": a base form, of what somebody may do. */
export function mayDo(lower: string, { cue, sentence, han }: Spot): MoodOf | null {
  if (han || !MAY_BE_DONE.test(lower.slice(cue.start, cue.end))) return null;
  const match =
    /\b(?:authori[sz](?:ed|es|ing)|empower(?:ed|s|ing)|allow(?:ed|s|ing)|direct(?:ed|s|ing)|permit(?:ted|s|ting)|mandat(?:ed|es|ing)|ask(?:ed|s|ing)|urg(?:ed|es|ing)|instruct(?:ed|s|ing)) (?:[\p{L}'.-]+ ){1,10}to (?:negotiate and |soon )?(?:(?:sign|enter into|ink|conclude|reach|seal) (?:an?|the) (?:[\w-]+ ){0,3})?$/u.exec(
      lower.slice(sentence.start, cue.start),
    );
  if (!match) return null;
  const start = sentence.start + match.index;
  return { mood: 'future', moodCue: { start, end: start + match[0].length } };
}

/** "reached a tentative agreement with": of a document that is not the last word. */
export function isTentative(lower: string, { cue, sentence, han }: Spot): MoodOf | null {
  if (han) return null;
  const from = Math.max(sentence.start, cue.start - 30);
  const match =
    /\b(?:tentative|draft|unsigned|non-final) (?:[a-z-]+ )?(?:agreement|contract|deal|mou|memorandum|pact|accord)\b/.exec(
      lower.slice(from, Math.min(sentence.end, cue.end + 50)),
    );
  if (!match) return null;
  const start = from + match.index;
  return { mood: 'future', moodCue: { start, end: start + match[0].length } };
}

/** "has been awarded no contract": nothing right behind the cue. */
export function ofNothing(lower: string, { cue, sentence, han }: Spot): MoodOf | null {
  if (han) return null;
  const match =
    /^ no (?:such |new |further |formal |binding )?(?:agreement|contract|deal|mou|memorandum|pact|accord)\b/.exec(
      lower.slice(cue.end, Math.min(sentence.end, cue.end + 40)),
    );
  return match && { mood: 'negated', moodCue: { start: cue.end, end: cue.end + match[0].length } };
}

/** "cabinet approves signing of MoU", "plans for an agreement with": leave or a wish, nothing is signed yet. */
export function onlyWished(lower: string, { cue, sentence, han }: Spot): MoodOf | null {
  // "spoke out in favour of concluding a contract".
  const inFavour = /\b(?:in favou?r of|with a view to|aimed at|aims? at|towards?) $/.exec(
    lower.slice(Math.max(sentence.start, cue.start - 24), cue.start),
  );
  if (
    !han &&
    inFavour &&
    /^(?:concluding|signing|entering|sealing|exchanging|contract|agreement)/.test(lower.slice(cue.start))
  )
    return { mood: 'future', moodCue: cue };
  if (han || !/^(?:sign(?!ed|s\b)|agreement|deal|contract|pact|mou|memorandum)/.test(lower.slice(cue.start)))
    return null;
  // "is seeking a non-exclusive franchise agreement with".
  if (
    /\b(?:seek(?:s|ing)?|request(?:s|ing)|appl(?:y|ies|ied|ying) for|propos(?:es|ing)) (?:an?|the) (?:[a-z-]+ ){0,4}$/.test(
      lower.slice(Math.max(sentence.start, cue.start - 90), cue.start),
    )
  )
    return { mood: 'future', moodCue: cue };
  const talks =
    /\b(?:negotiations|talks|discussions|consultations) (?:were |have been |are |was )?(?:held |under way |going on |ongoing )?(?:on|about|over|for) (?:the )?$/.exec(
      lower.slice(Math.max(sentence.start, cue.start - 60), cue.start),
    );
  if (talks) return { mood: 'future', moodCue: cue };
  const leave =
    /\b(?:approv(?:es|ed|al)|clear(?:s|ed)|okay(?:s|ed)|ok(?:s|ed)|nod|go-ahead|green light|consent|permission|mandate|authori[sz](?:es|ed|ation)|ratif(?:y|ies|ied)|holds? off|held off|delay(?:s|ed)?|postpone[sd]?|defer(?:s|red)?|oppose[sd]?|ahead|plans?|talks|proposals?|calls?|called|push(?:es)?|seeks?|seeking|eye(?:s|ing)|mull(?:s|ing)?|explor(?:es?|ing)|consider(?:s|ing)?|discuss(?:es|ed|ing)?|negotiat(?:es?|ed|ing|ions)|hopes?|urge[sd]?|(?:the|a) (?:time|date|day|schedule))(?: (?:for|to|of|on|about|over))?(?: the| an?| its)?(?: (?:possible|potential|proposed|new|draft|early))? $/.exec(
      lower.slice(sentence.start, cue.start),
    );
  if (!leave) return onTheAgenda(lower, { cue, sentence });
  const start = sentence.start + leave.index;
  return { mood: 'future', moodCue: { start, end: start + leave[0].length } };
}

/** "the council will discuss a franchise agreement with": what is on the agenda. */
function onTheAgenda(lower: string, { cue, sentence }: Pick<Spot, 'cue' | 'sentence'>): MoodOf | null {
  const match =
    /\b(?:will|to|may|is due to|are due to) (?:discuss|consider|debate|weigh|vote on|review|hear|take up) (?:an?|the|its|their) (?:[\w-]+ ){0,3}$/.exec(
      lower.slice(Math.max(sentence.start, cue.start - 90), cue.start),
    );
  if (!match) return null;
  const start = Math.max(sentence.start, cue.start - 90) + match.index;
  return { mood: 'future', moodCue: { start, end: start + match[0].length } };
}

/** "picked the bid … The approval is contingent upon the negotiation of a final agreement": the choice alone binds nobody. */
export function isContingent(lower: string, { cue, sentence, han }: Spot): MoodOf | null {
  if (han || !/^(?:pick|select|chose|choos|approv|award|endors|okay)/.test(lower.slice(cue.start)))
    return null;
  const match =
    /\b(?:contingent|conditional|dependent|subject|pending) ?(?:upon|on|to)? (?:the )?(?:[a-z]+ ){0,4}(?:agreement|contract|negotiations?|talks)\b/.exec(
      lower.slice(cue.end, sentence.end + 160),
    );
  if (!match) return null;
  const start = cue.end + match.index;
  return { mood: 'future', moodCue: { start, end: start + match[0].length } };
}

/** 待各方谈妥后再签订: what must come first. */
export function onCondition(text: string, { cue, clause, han }: Spot): MoodOf | null {
  if (!han) return null;
  const match = /待[^,。;]{2,20}[后时](?:再|才|即|方)?[^,。;]{0,16}$/u.exec(
    text.slice(clause.start, cue.start),
  );
  if (!match) return null;
  const start = clause.start + match.index;
  return { mood: 'future', moodCue: { start, end: start + 1 } };
}
