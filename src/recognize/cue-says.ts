/**
 * Whether a cue says that something was signed at all, whatever its mood: a verb of reaching does beside its document, a
 * verb of signing beside a document, an other side, or where the sentence can do without. Rule by rule, each with its example.
 */
import type { Stretch } from '../wording/sentences.ts';
import type { Cue } from './cues.ts';
import { TIES } from './deal-words.ts';
import { isLeave, isVoted } from './votes.ts';

export interface CueInPlace {
  cue: Cue;
  kind: 'sign' | 'reach' | 'ceremony';
  /** The word for the document nearest to the cue. */
  document: Cue | null;
  sentence: Stretch;
  /** Written in Chinese characters. */
  han: boolean;
}

/** The cue with what stands around it in its sentence, in lower case. */
interface Words {
  word: string;
  /** 160 characters at most. */
  before: string;
  /** 80 characters at most. */
  after: string;
}

export function saysSigned(lower: string, place: CueInPlace): boolean {
  if (place.kind === 'ceremony') return true;
  const { cue } = place;
  const words = {
    word: lower.slice(cue.start, cue.end),
    before: lower.slice(Math.max(0, cue.start - 160), cue.start),
    after: lower.slice(cue.end, cue.end + 80),
  };
  return place.kind === 'reach' ? saysReached(lower, place, words) : saysSign(lower, place, words);
}

/** What makes a verb of reaching one of something else. */
const NOT_REACHED: readonly ((words: Words) => boolean)[] = [
  // A project being executed is work, not a signing.
  ({ before }) => /\b(?:being|be|project) $/.test(before),
  // "came to the view that an agreement should be signed".
  ({ word, after }) =>
    /^c[ao]me to$/.test(word) && /^ the (?:view|conclusion|opinion|idea|reali[sz]ation)\b/.test(after),
  // "the Rural Reach Agreement": a part of a name.
  ({ word, after }) => word === 'reach' && /^ (?:agreement|contract|programme|program|project)/.test(after),
  // "a permanent and extended contract".
  ({ word, before }) => word === 'extended' && /\b(?:an?|and|its|the|this) $/.test(before),
  // "has concluded plans to enter into", "concluded talks on".
  ({ word, after }) =>
    /^(?:conclud|finali[sz])/.test(word) &&
    /^ (?:its |the |their |all )?(?:plans|arrangements|talks|preparations|discussions|negotiations|consultations|(?:an?|the) (?:visit|tour|study))\b/.test(
      after,
    ),
  // "came to the city after a cooperation agreement", "won back pay".
  ({ word, after }) =>
    (/^c[ao]mes? to$/.test(word) &&
      /^ (?:the |this |our )?(?:city|town|province|region|country|state|county|area|market)\b/.test(after)) ||
    (/^w[io]ns?$/.test(word) &&
      /^ (?:back |pay\b|compensation|damages|an? (?:case|lawsuit|prize|award|medal))/.test(after)),
  // "to reach 5,351 homes".
  ({ word, after }) =>
    /^reach(?:ed|es)?$/.test(word) && /^ (?:(?:more than|over|about|some|all|up to|nearly) )?\d/.test(after),
];

/** "the friendly city agreement", "a sister-state pact": between two towns. */
const OF_TOWNS = /\b(?:friendly|sister|twin|friendship)[ -](?:city|state|province|town|county|cities)? ?$/;

/** "forged a strategic partnership with": nothing that could be signed. */
const NO_DOCUMENT = /^strategic partnership(?! (?:agreement|deal|pact|contract|mou|memorandum))/;

/** "signed up villagers for phone contracts". */
const CUSTOMERS =
  /^ (?:[\d,.]+ |(?:more than|over|some|about|many|new|first|thousands of|hundreds of) ){0,3}(?:[a-z]+ )?(?:villagers|customers|subscribers|users|residents|people|households|members|students|farmers|merchants|drivers|patients|citizens|families)\b/;
/** Between a firm and its staff. */
const OF_LABOUR =
  /^ (?:an? |the |its |their |new )*(?:collective|labou?r|wage|pay|union|employment) (?:bargaining )?(?:agreement|deal|pact|contract)/;

const TIED_BY = /^ (?:now |today |henceforth |also )?$/;
/** "the agreement which the city and the provider announced today". */
const WHICH_THEY = /^ (?:which|that) [^.;]{3,90} (?:announced|reached|struck|concluded|sealed)?$/;
/** "has agreed with the state government on a contract". */
const WITH_THEM = /^ with [^.;]{3,80} (?:on|to|for) (?:an?|the|its) (?:[\w-]+ ){0,4}$/;
const TOLD = /^(?:announce|won|wins|secure|land|bag|came|close|agree|extend|tap|team|partner)/;

function saysReached(lower: string, { cue, document, sentence, han }: CueInPlace, words: Words): boolean {
  if (!document || NOT_REACHED.some((holds) => holds(words))) return false;
  const { word, before } = words;
  if (
    /\b(?:collective|labou?r|wage|union) (?:bargaining )?$/.test(
      lower.slice(Math.max(0, document.start - 24), document.start),
    )
  )
    return false;
  if (NO_DOCUMENT.test(lower.slice(document.start, document.start + 40))) return false;
  if (isLeave(word)) return isVoted(lower, { cue, sentence, document });
  const behind = document.end <= cue.start;
  // "A new pact links the state with Y": what ties them is the subject.
  if (TIES.test(word)) return TIED_BY.test(lower.slice(document.end, cue.start));
  if (behind && WHICH_THEY.test(lower.slice(document.end, cue.start))) return true;
  if (/^agree[ds]?$/.test(word) && !behind && WITH_THEM.test(lower.slice(cue.end, document.start)))
    return true;
  // "The pact between A and B, the first of its kind, was reached at the weekend".
  const passive = behind && /\b(?:was|were|has been|have been) $/.test(before);
  const gap = document.start >= cue.end ? document.start - cue.end : cue.start - document.end;
  return gap <= (han ? 40 : TOLD.test(word) ? 35 : passive ? 140 : 60);
}

/** "their representatives signed in Port Harcourt yesterday", "the mayor and the firm's chief signed.": without an object. */
const DONE_WITH_IT = /^(?:[.;,]| (?:here|there|today|yesterday|on|in|at) (?!for\b|to\b|as\b|with\b))/;
const THEY =
  /\b(?:representatives|officials|leaders|parties|sides|both|two|pair|duo|they|chiefs|heads|delegates)(?: of [^.;]{3,120}| (?:have|had|today|yesterday|formally|then|duly))*,? $|\band (?:the )?[^.;]{3,90}(?:, | )$|\band [^.;,]{3,50} (?:have|has) (?:finally|now|at last|formally|duly)? ?$/;
const IT_WAS =
  /^(?:it|this|both|they|these|the (?:paper|text|document)s?) (?:was|were|has been|have been|is|are) (?:[a-z]+ly |finally |now )?$/;

/** Each alone lets a verb of signing do without a word for its document. */
const SIGNS_ALONE: readonly ((words: Words) => boolean)[] = [
  ({ word }) => /^(?:put|affixed) /.test(word),
  // "ink 5G partnership", "seals tie-up".
  ({ after }) => /^ (?:[\w-]+ ){0,3}(?:partnership|tie-up|collaboration|cooperation|alliance)\b/.test(after),
  // "The latest collaboration, signed on Wednesday".
  ({ word, before }) =>
    /^(?:signed|inked|sealed)/.test(word) &&
    /\b(?:partnership|collaboration|cooperation|tie-up|alliance|project)(?: ['"“‘][^'"”’]{3,80}['"”’])?,? (?:(?:was|is|has been) )?$/.test(
      before,
    ),
  // "Two agreements passed, and the county judge signed both".
  ({ after }) => /^ (?:both|it|them|all (?:of them|two|three|four|five)|each)\b/.test(after),
  // "after Tuesday's signing".
  ({ word, before }) =>
    word === 'signing' && /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday)'s $/.test(before),
  // "The signatories were …": of what the sentence before has told.
  ({ word }) => word === 'signatories',
  ({ before, after }) => DONE_WITH_IT.test(after) && THEY.test(before),
];

/** "signed with Y", "signed by", "signed an investment plan with"; but not "signs of growth" or "sign language". */
const WITH_WHOM =
  /^ (?:(?:an?|the|its|their) (?:[\w-]+ ){1,5}|(?:on|in|at|here|today|yesterday|this|last) (?:[\w'-]+,? ){0,7})?(?:with|by|between|on behalf|for the)\b/;

function saysSign(lower: string, { cue, document, sentence, han }: CueInPlace, words: Words): boolean {
  // 自签署之日起五年: a day that is counted from, not a signing.
  if (han) return !/^之[日时]/u.test(words.after);
  if (OF_LABOUR.test(words.after) || (words.word === 'signed up' && CUSTOMERS.test(words.after)))
    return false;
  // "If the council signs off": leave, and not a signature.
  if (/^(?:sign|signs|signing)$/.test(words.word) && words.after.startsWith(' off')) return false;
  if (document && OF_TOWNS.test(lower.slice(Math.max(0, document.start - 24), document.start))) return false;
  // "Signed: Lane County and Ziply Fiber", "Signed on Monday in Jiaxing".
  const heads = cue.start === sentence.start;
  if (heads && /^(?::| (?:on|in|at|today|yesterday|by|last|this)\b)/.test(words.after)) return true;
  // "It was inked in Bhopal on Monday": what the sentence before has named.
  if (IT_WAS.test(lower.slice(sentence.start, cue.start))) return true;
  return document !== null || SIGNS_ALONE.some((holds) => holds(words)) || WITH_WHOM.test(words.after);
}
