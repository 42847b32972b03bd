/**
 * Signings that are still to come, by their construction and not by a single word: 就签署…进行磋商, "would soon enter into",
 * "agrees to sign", "has yet to be signed"; and what sounds like it and is over: "after two years of negotiation".
 */
import type { Stretch } from '../../wording/sentences.ts';
import type { Cue } from '../cues.ts';
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
    /\b(?:sat down|sat together|gathered|came together|joined hands|assembled|convened|met|joined [^.;,]{2,50}?|(?:flew|travell?ed|drove|came|went|returned) (?:to|into) [^.;,]{2,40}? on [a-z]+day|(?:held|hosted|organi[sz]ed|attended) (?:an?|the|their) (?:[a-z-]+ ){0,3}(?:ceremony|event|meeting|session))(?: (?:in|at|on|here|there) [^.;,]{2,40}| (?:today|yesterday|here|there))? $/.test(
      lower.slice(Math.max(0, word.start - 120), word.start),
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

const NOT_YET =
  /^[^.;]{0,160}\b(?:(?:has|have|is|are|remains?) (?:yet|still) to be (?:formally )?(?:signed|concluded|finali[sz]ed)|(?:is|are|remains?) (?:still )?unsigned)\b/;
const WILL_BE =
  /^[^.;]{0,160}\b(?:will|would|shall|should|is to|are to|is expected to|is due to) (?:also |soon |then )?be (?:formally )?(?:signed|concluded|finali[sz]ed|inked)\b/;

/** "The contract with Y is on the agenda when the board meets", "is expected to be extended". */
const TO_BE_DECIDED =
  /^[^.;]{2,120}?\bbeing (?:negotiated|finali[sz]ed|drafted|drawn up|prepared)\b|^[^.;]{2,120}?\b(?:(?:is|are|was|were|goes|comes|stands) (?:up for|on the (?:[a-z'-]+ ){0,2}agenda|before the|ready for|awaiting|out to tender|under review|(?:still )?being discussed|in preparation|in draft)\b|(?:has|have|had|was|were) (?:again |now )?(?:been )?(?:put off|postponed|delayed|shelved|deferred|suspended|called off)\b|(?:expected|due|set|likely|about|ready|up) to be (?:extended|renewed|prolonged|approved|awarded|voted|discussed|considered|decided|finali[sz]ed|signed))/;

/** "will build a hub under a deal to be inked next month": a day to come right behind the cue. */
export function stillToCome(lower: string, { cue, sentence, han }: Spot): MoodOf | null {
  // 签约前还得送审.
  if (han)
    return /^(?:之)?前,?(?:还|须|仍|得|尚|需|要|先|应|请|务必)/u.test(lower.slice(cue.end, cue.end + 6))
      ? { mood: 'future', moodCue: cue }
      : null;
  const after = lower.slice(cue.end, Math.min(sentence.end, cue.end + 70));
  // "the agreement between A and B has yet to be signed", "will be signed on Friday".
  const rest = lower.slice(cue.end, sentence.end);
  const unsigned =
    NOT_YET.exec(rest) ??
    (/(?:between|with)$|^signing/.test(lower.slice(cue.start, cue.end))
      ? (WILL_BE.exec(rest) ?? TO_BE_DECIDED.exec(rest))
      : null);
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
    /^[^.;]{0,60}\b(?:should|will|would|may|shall|is to|is expected to|is due to) (?:also |soon )?(?:take place|be held|happen|follow|have to wait|wait)\b/.exec(
      after,
    );
  if (yet) return { mood: 'future', moodCue: { start: cue.end, end: cue.end + yet[0].length } };
  const match =
    /^(?![^.;]{0,60}, (?:and|but) )[^.;]{0,60}\b(?:next (?:week|month|year)|tomorrow|later this (?:week|month|year)|in the coming (?:days|weeks|months))\b/.exec(
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

/** "agree to extend", "first to sign": in a headline, what is done. */
const PURPOSE =
  /\b(?:agree[ds]?|first|second|third|latest|only|last|meet|met|gather(?:ed)?|together|team(?:s|ed)? up|join(?:s|ed)? (?:hands|forces)|decide[ds]?|vote[ds]?|come|came|return(?:s|ed)?|move[ds]?) to $/;
const BASE =
  /^(?:sign|ink|renew|extend|reach|enter|enter into|conclude|finali[sz]e|formali[sz]e|execute|clinch|seal|strike|exchange|award|approve|endorse|hire|appoint|put (?:their|its|his|her) (?:names?|signatures?)(?: to)?|put pen to paper)$/;
/** "is going to renew the contract". */
const GOING_TO =
  /\b(?:is|are|was|were|be) (?:now |still |also )?(?:going|set|due|about|likely|ready|poised|planning|preparing|hoping|looking|expected|scheduled) to (?:soon |also |automatically )?$|\b(?:hopes?|hoped|wants?|wanted|aims?|plans?|planned|intends?|expects?|seeks?|tries|tried|failed) to (?:soon |also )?$/;

/** "would soon enter into an agreement": a base form behind a modal verb. */
export function wouldBe(lower: string, { cue, sentence, han, inTitle }: Spot): MoodOf | null {
  if (han || /^(?:agreement|partnership|contract|pact|deal|memorandum)/.test(lower.slice(cue.start)))
    return null;
  // "is going to renew", and the headline "Gov't to renew contract with Y".
  if (BASE.test(lower.slice(cue.start, cue.end))) {
    const before = lower.slice(sentence.start, cue.start);
    if (GOING_TO.test(before) || (inTitle && !PURPOSE.test(before) && / to $/.test(before)))
      return { mood: 'future', moodCue: cue };
  }
  // "is slated to be inked on Friday".
  if (
    /\b(?:slated|due|set|expected|scheduled|likely|about|supposed|meant|ready|planned|yet|still) to be (?:formally |soon |jointly )?$/.test(
      lower.slice(Math.max(sentence.start, cue.start - 40), cue.start),
    )
  )
    return { mood: 'future', moodCue: cue };
  // "until the contract is signed, we have no deal".
  if (
    /\b(?:until|unless|once|as soon as) (?:the|an?|it|this|that|all)\b[^.;,]{0,40} (?:is|are|has been|have been|gets|get) (?:finally |formally )?$/.test(
      lower.slice(Math.max(sentence.start, cue.start - 80), cue.start),
    )
  )
    return { mood: 'future', moodCue: cue };
  // "will before the end of the quarter sign": a verb that cannot be past.
  const base =
    /^(?:sign|ink)$/.test(lower.slice(cue.start, cue.end)) &&
    /\b(?:will|would|shall|may|might|could|should) (?:(?:before|by|within|in|at|after|during) [^.;,]{3,50}|on [^.;]{3,50}) $/.exec(
      lower.slice(Math.max(sentence.start, cue.start - 70), cue.start),
    );
  if (base) return { mood: 'future', moodCue: cue };
  // "it was agreed that an agreement be signed".
  if (
    /\b(?:agree[ds]?|proposed|decided|wish|suggested|requested|recommended|approve[ds]?|voted|resolved|ordered|moved|asked|demanded|urged)\b[^.;]{0,40} that (?:an?|the) [^.;]{0,70} (?:should )?be (?:[a-z]+ (?:and|for) )?$/.test(
      lower.slice(sentence.start, cue.start),
    )
  )
    return { mood: 'future', moodCue: cue };
  const modal =
    /\b(?:will|would|shall|may|might|could|should|can|must)(?: (?:soon|tomorrow|tonight|also|then|now|jointly|formally|eventually|shortly|likely|probably|next|later|yet|still|only|finally|have to|be able to|be|on [a-z]+day|next [a-z]+|in [a-z]+)){0,3} ['"“‘]?$/.exec(
      lower.slice(Math.max(sentence.start, cue.start - 40), cue.start),
    );
  if (!modal) return null;
  const start = Math.max(sentence.start, cue.start - 40) + modal.index;
  // "had on 30 May entered into": a month.
  if (modal[0].startsWith('may') && /\d(?:st|nd|rd|th)? $/.test(lower.slice(Math.max(0, start - 5), start)))
    return null;
  return { mood: 'future', moodCue: { start, end: start + modal[0].length } };
}
