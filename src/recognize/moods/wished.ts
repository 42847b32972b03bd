/**
 * Signings that somebody only may, wants or is asked to make: leave given, a wish, an agenda, a draft, a condition that is
 * not met. "cabinet approves signing of", "authorized the mayor to enter into", "in favour of concluding", 待…后再签订.
 */
import type { Stretch } from '../../wording/sentences.ts';
import type { MoodOf, Spot } from './spot.ts';

/** A verb in its base form, or the document behind one. */
const MAY_BE_DONE =
  /^(?:(?:sign|ink|enter into|conclude|reach|seal|finali[sz]e|execute)$|(?:agreement|contract|mou|memorandum|deal|pact|accord)\b)/;

/** "the resolution authorized the mayor to negotiate and enter into an agreement": a base form, of what somebody may do. */
export function mayDo(lower: string, { cue, sentence, han }: Spot): MoodOf | null {
  if (han || !MAY_BE_DONE.test(lower.slice(cue.start, cue.end))) return null;
  // "voted to let the city manager enter into a lease".
  if (/\blet(?:s|ting)? (?:[\p{L}'.-]+ ){1,6}$/u.test(lower.slice(sentence.start, cue.start)))
    return { mood: 'future', moodCue: cue };
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
  // 建议,由市政府出面与运营商签订.
  if (
    han &&
    /(?:建议|呼吁|提议)[,:]由[^。;]{0,30}$|(?:建议|呼吁|提议|要求|促请|敦促)(?:由)?[^,。;]{0,12}(?:政府|市府|县府|管委会|部门)[^。;]{0,30}$/u.test(
      lower.slice(sentence.start, cue.start),
    )
  )
    return { mood: 'future', moodCue: cue };
  // 原则通过《…战略合作协议(送审稿)》,再按程序签订.
  if (han && /送审稿|征求意见稿|草案|原则通过|原则同意/u.test(lower.slice(sentence.start, sentence.end)))
    return { mood: 'future', moodCue: cue };
  // What is signed is a document all the same.
  if (han || /^(?:signed|signs|inked|inks)\b/.test(lower.slice(cue.start, cue.end))) return null;
  // "agreed in principle to the text of the agreement with".
  if (
    /\b(?:agreed|approved|accepted|endorsed) in principle\b/.test(lower.slice(sentence.start, sentence.end))
  )
    return { mood: 'future', moodCue: cue };
  const from = Math.max(sentence.start, cue.start - 30);
  const match =
    /\b(?:tentative|draft|unsigned|non-final) (?:[a-z-]+ ){0,3}(?:agreement|contract|deal|mou|memorandum|pact|accord)\b/.exec(
      lower.slice(from, Math.min(sentence.end, cue.end + 50)),
    );
  if (!match) return null;
  const start = from + match.index;
  return { mood: 'future', moodCue: { start, end: start + match[0].length } };
}

/** "Has the city signed with a provider? No." */
function isAsked(lower: string, { start, end }: Stretch): boolean {
  return (
    /^["“]?(?:has|have|did|is|are|was|were|does|do|will|when|why|should|could|would) [^.;]*\?["”]?$/.test(
      lower.slice(start, end).trimEnd(),
    ) && !/^["“ ]*yes\b/.test(lower.slice(end, end + 8))
  );
}

const NOT_DONE =
  /\b(?:will|would|did|does|do|could|can|has|have|had|shall|should|was|were|is|are) not (?:yet )?(?:been |be )?$|\b(?:won't|didn't|hasn't|haven't|wouldn't|cannot|can't) (?:yet )?(?:been |be )?$|\b(?:refus(?:ed|es)|declin(?:ed|es)) to $/;

/** "told them to stop signing new contracts". */
const NO_MORE =
  /\b(?:stop(?:s|ped|ping)?|ceas(?:e|es|ed|ing)|avoid(?:s|ed|ing)?|refrain(?:s|ed|ing)? from|(?:barred|banned|prohibited|prevented|kept|discouraged|excluded) (?:[a-z]+ ){0,4}from|against) $/;

/** "no memorandum on the plant was ever signed". */
const NONE_WAS =
  /\bno (?:such |new |further |formal |binding )?(?:agreement|contract|deal|mou|memorandum|pact|accord|document|paper)s?(?: of [a-z]+)?(?: \([a-z]+\))?(?: [^.;,]{2,80})? (?:is|are|was|were|(?:has|have|had) been) (?:ever |yet |actually |formally )?$/;

/** "has been awarded no contract": nothing right behind the cue, or before it. */
export function ofNothing(lower: string, { cue, sentence, han }: Spot): MoodOf | null {
  if (han) return null;
  if (isAsked(lower, sentence)) return { mood: 'negated', moodCue: cue };
  const stopped = NO_MORE.exec(lower.slice(Math.max(sentence.start, cue.start - 60), cue.start));
  if (stopped) return { mood: 'negated', moodCue: cue };
  // "will not renew it", "refused to sign".
  if (NOT_DONE.test(lower.slice(Math.max(sentence.start, cue.start - 30), cue.start)))
    return { mood: 'negated', moodCue: cue };
  const none = NONE_WAS.exec(lower.slice(sentence.start, cue.start));
  if (none) {
    const start = sentence.start + none.index;
    return { mood: 'negated', moodCue: { start, end: start + none[0].length } };
  }
  const match =
    /^ no (?:such |new |further |formal |binding )?(?:agreement|contract|deal|mou|memorandum|pact|accord)\b/.exec(
      lower.slice(cue.end, Math.min(sentence.end, cue.end + 40)),
    );
  return match && { mood: 'negated', moodCue: { start: cue.end, end: cue.end + match[0].length } };
}

/** "Officers want an access agreement signed before anything is bolted on". */
export function wantsSigned(lower: string, { cue, sentence, han }: Spot): MoodOf | null {
  if (han || !/^(?:signed|sealed|inked|concluded)/.test(lower.slice(cue.start, cue.end))) return null;
  const match =
    /\b(?:want|wants|wanted|need|needs|expect|expects|demand|demands|would like|insist on|insists on|await|awaits|push for) (?:an?|the|its|any|their) (?:[\w-]+ ){0,4}(?:agreement|contract|deal|lease|mou|memorandum|pact)s? (?:to be )?$/.exec(
      lower.slice(sentence.start, cue.start),
    );
  if (!match) return null;
  const start = sentence.start + match.index;
  return { mood: 'future', moodCue: { start, end: start + match[0].length } };
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
    /\b(?:(?:is|are|was|were) (?:still |now |currently )?(?:finali[sz]ing|negotiating|drafting|preparing|working on|discussing|considering)|seek(?:s|ing)?|pursu(?:es|ed|ing)|request(?:s|ing)|appl(?:y|ies|ied|ying) for|propos(?:es|ing)) (?:an?|the) (?:[a-z-]+ ){0,4}$/.test(
      lower.slice(Math.max(sentence.start, cue.start - 90), cue.start),
    )
  )
    return { mood: 'future', moodCue: cue };
  // "He hopes both sides sign the agreement at an early date".
  if (
    /^sign$/.test(lower.slice(cue.start, cue.end)) &&
    /\b(?:hop(?:es?|ed|ing)|wish(?:es|ed)?|suggest(?:s|ed)?|propos(?:es|ed)) (?:that )?(?:[^.;,]{2,50}|both sides [^.;]{2,80}) $/.test(
      lower.slice(Math.max(sentence.start, cue.start - 120), cue.start),
    )
  )
    return { mood: 'future', moodCue: cue };
  const talks =
    /\b(?:negotiations|talks|discussions|consultations) (?:were |have been |are |was )?(?:held |under way |going on |ongoing )?(?:on|about|over|for) (?:the )?$/.exec(
      lower.slice(Math.max(sentence.start, cue.start - 60), cue.start),
    );
  if (talks) return { mood: 'future', moodCue: cue };
  const leave =
    /\b(?:approv(?:es|ed|al)|clear(?:s|ed)|okay(?:s|ed)|ok(?:s|ed)|nod|go-ahead|green light|consent|permission|mandate|authori[sz](?:es|ed|ation)|ratif(?:y|ies|ied)|holds? off|held off|delay(?:s|ed)?|postpone[sd]?|defer(?:s|red)?|oppose[sd]?|ahead|plans?|talks|proposals?|calls?|called|push(?:es)?|seeks?|seeking|eye(?:s|ing)|mull(?:s|ing)?|explor(?:es?|ing)|consider(?:s|ing)?|discuss(?:es|ed|ing)?|negotiat(?:es?|ed|ing|ions)|hopes?|urge[sd]?|(?:the|a) (?:time|date|day|schedule)|clear(?:s|ed) the way(?: on [a-z]+(?: [a-z]+)?)?|pav(?:es|ed) the way|without|no|ends|ended|ending|terminat(?:es?|ed|ing)|scraps|scrapped|cancels|cancelled|canceled|axes|axed|quits|exits|(?:pulls|pulled) out of|(?:walks|walked) away from|close to|near|nears|nearing|on the verge of|put off|puts off|pushe[sd] back)(?: (?:for|to|of|on|about|over))?(?: the| an?| its)?(?: (?:possible|potential|proposed|new|draft|early))? $/.exec(
      lower.slice(sentence.start, cue.start),
    );
  if (!leave) return onTheAgenda(lower, { cue, sentence });
  const start = sentence.start + leave.index;
  return { mood: 'future', moodCue: { start, end: start + leave[0].length } };
}

/** "the council will discuss a franchise agreement with": what is on the agenda. */
function onTheAgenda(lower: string, { cue, sentence }: Pick<Spot, 'cue' | 'sentence'>): MoodOf | null {
  const match =
    /\b(?:will|to|may|is due to|are due to) (?:discuss|consider|debate|weigh|vote on|review|hear|take up)(?: [a-z]+ing)? (?:an?|the|its|their) (?:[\w-]+ ){0,3}$/.exec(
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
