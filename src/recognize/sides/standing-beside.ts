/**
 * Whether a bare place, or a loose word for a government, stands beside a company as its other side: joined to it by a
 * connective, led in by "with", or right before the signing word.
 */
import type { Stretch } from '../../wording/sentences.ts';
import type { Act } from '../acts.ts';
import type { Findings } from '../findings.ts';
import type { CompanyMention, GovernmentMention } from '../names/mentions.ts';
import { isBesidePointer } from './pointing.ts';

/** A lower-case word right behind a place that is neither a verb nor a preposition of the deal. */
const MODIFIES =
  /^ (?!(?:sign|ink|enter|reach|seal|str|forg|okays|conclud|agree|join|team|renew)|(?:and|with|has|have|had|on|to|in|at|for|today|yesterday|this|last|will|government|ties|approves|clears|renews|teams|picks|taps|selects|awards|hires|partners|launches|gets|says|said|wants|chooses|engages|appoints|commits|pledges|announces|unveils|plans|moves|secures|wins|lands|brings|gave|gives|over|through|under|during|by|from|is|are|also|formally|recently|dan|dengan|at|sa|city|state|county|province|officials|authorities)(?![a-z]))[a-z]/;
const APPOSITION = /^, [^,]{3,50},(?: has| have| on \p{Lu}\p{L}+)? $/u;
const LATIN_HEADLINE = /^, $/;
const UNIT_OF =
  /^(?:The )?(?:Region|Province|State|City|County|Municipality|Canton|Department|District) of $/;
const IN_A_ROW =
  /^, (?:[^,]{2,40}, ){0,3}[^,]{2,40},? and [^,]{2,60}(?:, (?:its|the|an?|both|all) [^,]{3,60},)? $/;
/** "said as the city, the charity and EarthLink put their names to": where a row of parties may begin. */
const ROW_BEGINS = /\b(?:as|when|after|while|that|where|before) (?:the )?$/;

/** A government with what stands around it in the sentence of an act. */
interface Beside {
  text: string;
  act: Act;
  who: GovernmentMention;
  companies: readonly CompanyMention[];
  /** 60 characters before the government. */
  before: string;
  /** From the government to the signing, empty when it stands behind. */
  toAct: string;
  /** Guangzhou, Guangdong's capital, has …: first in its sentence, behind nothing but a stamp. */
  opens: boolean;
}

/** The subject of the signing, each by another construction. */
const IS_SUBJECT: readonly ((one: Beside) => boolean)[] = [
  // Ekiti State, through its governor, signed: a place written with its unit, before the act and led in by nothing.
  ({ who, act, toAct }) => who.full && who.kind === 'place' && who.end <= act.cue.start && toAct.length < 120,
  // "Maharashtra became the first, as a letter of intent with Y was signed": the subject, and who the document is with.
  ({ opens, toAct, act, companies }) =>
    opens && WITH_WAS.test(toAct) && companies.some(({ end }) => end <= act.cue.start),
  // "Maharashtra became the first state to work with Starlink, signing a letter of intent with it".
  ({ opens, toAct }) => opens && FIRST_TO.test(toAct),
  ({ opens, toAct }) => opens && (ANNOUNCED_IT.test(toAct) || AFTER_IT.test(toAct)),
  ({ opens, toAct }) => opens && ((toAct.length < 40 && !/,.*,/.test(toAct)) || APPOSITION.test(toAct)),
  beginsARow,
  ({ toAct }) => RIGHT_BEFORE.test(toAct),
];

/** "Lakewood, Colo., announced Thursday it has entered into". */
const ANNOUNCED_IT =
  /^(?:, [^,]{2,50},)? (?:announced|said|says|confirmed|reported)(?: (?:on )?\p{L}+day| today| yesterday)?(?: that)? it (?:has |had )?(?:just |recently )?$/u;
/** "Zhangjiakou is to grow after it recently signed": pointed back at. */
const AFTER_IT =
  /\b(?:after|as|when|since|because|now that) it (?:has |had )?(?:recently |just |formally |also )?$/;
const RIGHT_BEFORE =
  /^(?:, (?:which|who))?(?: has| have| on \p{L}+| today| yesterday| also| formally| jointly| recently| just| now| finally){0,3} $/u;

/** "The Region of Sardinia, Huawei and the research centre sealed". */
function beginsARow({ text, act, who, companies, toAct, opens }: Beside): boolean {
  const from = act.sentence.start;
  return (
    (opens ||
      UNIT_OF.test(text.slice(from, who.start).slice(0, 60)) ||
      ROW_BEGINS.test(text.slice(Math.max(from, who.start - 12), who.start))) &&
    IN_A_ROW.test(toAct) &&
    companies.some(({ start, end }) => start >= who.end && end < act.cue.start)
  );
}

/** Where nobody stands as a party. */
const IS_NONE: readonly ((one: Beside) => boolean)[] = [
  // "sign a contract, with Mumbai and Delhi first": a remark behind the act.
  ({ who, act, before }) =>
    who.start > act.cue.end && /, with (?:the )?(?:\p{Lu}[\p{L}-]+(?:,| and|, and) ){0,3}$/u.test(before),
  // "cable between Pretoria, Polokwane and Durban": a line on the map, with no company at its other end.
  ({ who, before, companies }) =>
    /\bbetween (?:the )?$/.test(before) &&
    !companies.some(({ start }) => start > who.end && start - who.end < 120),
  // "bags a free Wi-Fi deal for Ilocos": whom it is good for.
  ({ before }) =>
    /\b(?:deal|contract|project|services?|internet|wi-fi|broadband|network|connectivity) for (?:the )?(?:[\p{L}-]+ )?$/iu.test(
      before,
    ),
];

/** Joined to a company by "and" or "with", led in by "with", or right before the signing word. */
export function standsBeside(
  { read: { text, lower }, links }: Findings,
  act: Act,
  who: GovernmentMention,
  companies: readonly CompanyMention[],
): boolean {
  const toAct = text.slice(who.end, Math.max(who.end, act.cue.start));
  // "Jiangsu province signed an agreement": with whom the next sentences tell.
  if (companies.length === 0) return who.kind === 'place' && /^(?: has| have)? $/.test(toAct);
  if (holdsCeremony(text, act, toAct, who)) return true;
  // "the Bengaluru airport operator", "Kerala startup signs": the place only says which.
  if (!who.full && MODIFIES.test(text.slice(who.end, who.end + 16))) return false;
  const one: Beside = {
    text,
    act,
    who,
    companies,
    before: text.slice(Math.max(0, who.start - 60), who.start),
    toAct,
    opens: OPENS.test(text.slice(act.sentence.start, who.start).slice(0, 60)),
  };
  if (IS_SUBJECT.some((holds) => holds(one))) return true;
  if (IS_NONE.some((holds) => holds(one))) return false;
  if (links.led.test(one.before) || isSubject(text, act, who) || isBesidePointer(lower, who)) return true;
  return companies.some((company) => isJoined(links, one, company));
}

const OPENS =
  /^(?:date |What |After |That |Coastal |Central |Northern |Southern |Eastern |Western )?[^a-z]{0,40}$/;

/** "Qingdao held a video signing ceremony with DHC". */
function holdsCeremony(text: string, act: Act, toAct: string, { end }: Stretch): boolean {
  return (
    act.kind === 'ceremony' &&
    end <= act.cue.start &&
    /^ (?:held|hosted|holds|had) (?:an?|the|its) (?:[a-z-]+ ){0,3}$/.test(toAct) &&
    /^(?: (?:ceremony|event))? with /.test(text.slice(act.cue.end, act.cue.end + 20))
  );
}

function isJoined(
  { joins }: Findings['links'],
  { text, act, who, opens }: Beside,
  company: Stretch,
): boolean {
  const [first, second] = who.start < company.start ? [who, company] : [company, who];
  const between = text.slice(first.end, Math.max(first.end, second.start));
  return (
    between.length <= 80 &&
    (joins.test(between) ||
      (opens && LIES_IN.test(between)) ||
      TEAMS.test(between) ||
      (act.inTitle && LATIN_HEADLINE.test(between)))
  );
}

/** "Weihai in East China's Shandong province and the IT heavyweight ": where it lies, before who is joined to it. */
const LIES_IN = /^(?:,| in) [^.;,]{3,50},? and (?:the )?(?:[\p{L}-]+ ){0,4}$/u;

const FIRST_TO =
  /^ (?:on \p{Lu}\p{L}+day |today |yesterday )?(?:has |have )?bec(?:ame|ome|omes) the (?:first|second|latest)\b[^.;]{3,140}, (?:by |after |when it )?$/u;

const WITH_WAS =
  /\b(?:agreement|memorandum|understanding|mou|loi|intent|contract|pact|deal|accord)(?: \([\p{L}]+\))? with [^,;.]{3,80} (?:was|were|has been|have been) $/iu;

/** "Anhui partners China Unicom", "Meghalaya has tied the knot with Airtel". */
const TEAMS =
  /^ (?:(?:has|have|had) (?:an?|its) (?:[a-z-]+ ){0,2}(?:deal|agreement|contract|pact|memorandum|mou|accord) with|(?:(?:has|have|is|are) )?(?:(?:tied|ties|tie|tying) (?:up|the knot) with|(?:partners?|partnered|partnering)(?: up)?(?: with)?|(?:teams?|teamed|teaming)(?: up)? with|(?:joins?|joined|joining)(?: (?:hands|forces) with)?|(?:links?|linked) up with|(?:collaborates?|collaborated) with)|(?:(?:has|have) )?(?:retained|hired|picked|chosen|selected|appointed|engaged|contracted|tapped)(?: [\p{L}-]+){0,3}) $/u;

/** "Under a memorandum signed on Monday, Akwa Ibom will grant": who takes on the duties of the document. */
function isSubject(text: string, { cue, sentence }: Act, { start, end }: Stretch): boolean {
  return (
    start > cue.end &&
    /^["“]?(?:[Uu]nder|[Aa]s per|[Pp]er|[Bb]y|[Aa]ccording to|[Ii]n terms of|[Aa]s part of|[Tt]hrough|[Ww]ith) /.test(
      text.slice(sentence.start, cue.start),
    ) &&
    /,(?: the)?(?: [\p{L}-]+){0,2} $/u.test(text.slice(cue.end, start)) &&
    /^ (?:will|would|shall|is to|are to|has agreed|agreed|agrees|undertakes|undertook|commits|committed|pledged|pledges|gets|gives|grants|granted|gave|allowed|allows|awarded)\b/.test(
      text.slice(end, end + 14),
    )
  );
}
