/** Whether a government stands as a party in a sentence of Latin or other spaced script. */
import type { Stretch } from '../../wording/sentences.ts';
import type { Act } from '../acts.ts';
import { TIES } from '../deal-words.ts';
import type { Findings } from '../findings.ts';
import type { CompanyMention, GovernmentMention } from '../names/mentions.ts';
import { isHouse, isNamesake } from './namesakes.ts';
import { isBesidePointer } from './pointing.ts';

/** A lower-case word right behind a place that is neither a verb nor a preposition of the deal. */
const MODIFIES =
  /^ (?!(?:sign|ink|enter|reach|seal|str|forg|okays|conclud|agree|join|team|renew)|(?:and|with|has|have|had|on|to|in|at|for|today|yesterday|this|last|will|government|ties|approves|clears|renews|teams|picks|taps|selects|awards|hires|partners|launches|gets|says|said|wants|chooses|engages|appoints|commits|pledges|announces|unveils|plans|moves|secures|wins|lands|brings|gave|gives|over|through|under|during|by|from|is|are|also|formally|recently|dan|dengan|at|sa|city|state|county|province|officials|authorities)(?![a-z]))[a-z]/;
/** "the state development fund", "the city bus company": a house of the place that signs for itself. */
const ITS_HOUSE =
  /^(?:-(?:owned|run|backed|funded|controlled)\b| (?:development|investment|pension|wealth) (?:fund|bank|company|corporation)\b| (?:bank|railway|railways|bus company|utility|broadcaster|lottery|university|oil company|power company|energy company|water company|airline|museum|fair)\b)/;
/** "the city council", unlike "the city", can only be a government. */
const NAMES_OFFICE =
  /government|govt|council|committee|department|bureau|agency|commission|cabinet|secretariat|board/i;
/** A contract is won from a government. */
const WON = /^(?:w[io]ns?|secured?|lands?|landed|bags?|bagged|awarded)$/i;
/** "signing of", "signing ceremony of". */
const SIGNING_OF = / of(?: |$|\b)/i;
/** KUCHING (Feb 28): the place the report comes from. */
const DATELINE = /^(?: ?\([^)]{1,16}\)|\/\p{Lu}[\p{L} ]{2,20}?)?(?: ?:| ?--| ?—| - )/u;
const APPOSITION = /^, [^,]{3,50},(?: has| have| on \p{Lu}\p{L}+)? $/u;
const LATIN_HEADLINE = /^, $/;
const UNIT_OF =
  /^(?:The )?(?:Region|Province|State|City|County|Municipality|Canton|Department|District) of $/;
const IN_A_ROW = /^, (?:[^,]{2,40}, ){0,3}[^,]{2,40},? and [^,]{2,60} $/;
/** What puts a place or an office beside the deal, not into it: "in Lagos State", "to help the county government". */
const LATIN_ASIDE =
  /\b(?:in|at|to|from|across|near|into|within|throughout|around|against|helps?|helping|supports?|supporting|assists?|enables?|allows?|benefits?|serves?|serving|lets|let|letting|enabling|allowing)(?! (?:which|whom|whose|view|turn|fact|addition|short|particular|response|return|all|last|first|least|present|date|brief) )(?: the)?(?: (?:dozens|hundreds|thousands|scores|several|many|some|all|most|a number) of(?: the)?| [a-z]+(?: and)?)? $/i;

/** "At the forum in Fuzhou the provincial government signed": the preposition belongs to the name before the article. */
const BEHIND_NAME = / \p{Lu}\p{L}+ $/u;

/** "representatives from the Nantong government" sign for it. */
const SPEAKS_FOR =
  /\b(?:representatives?|officials?|delegates?|leaders?|executives?|delegations?) from(?: the)?(?: [a-z]+)? $/i;

export function isLatinParty(
  findings: Findings,
  act: Act,
  who: GovernmentMention,
  companies: readonly CompanyMention[],
): boolean {
  const { text } = findings.read;
  const before = text.slice(Math.max(act.sentence.start, who.start - 30), who.start);
  if (/\bfrom(?: the)? $/.test(before) && WON.test(text.slice(act.cue.start, act.cue.end))) return true;
  // "wholly owned by the city": whose the company is.
  if (
    /\b(?:owned|run|backed|controlled|held|funded|operated|founded|led|headed|supported|sponsored|hosted|organi[sz]ed|established|set up|created) by(?: the| its)? $/.test(
      before,
    )
  )
    return false;
  if (
    LATIN_ASIDE.test(before) &&
    !(/^the /i.test(text.slice(who.start, who.end)) && BEHIND_NAME.test(before)) &&
    !SPEAKS_FOR.test(before) &&
    !/\bwith (?:the |an? )?(?:(?!in |at |from |to |near )[a-z-]+ ){0,4}$/.test(before)
  )
    return false;
  // "A new pact links the state government with Y": the parties are its objects.
  if (who.kind !== 'place' && who.start > act.cue.end && TIES.test(text.slice(act.cue.start, act.cue.end)))
    return true;
  // "Three parties put their signatures to it: the city's government, A and B".
  if (
    who.start > act.cue.end &&
    who.kind !== 'official' &&
    /^[^.;:]{0,120}: (?:[^.;]{0,120}(?:,| and) )?(?:the )?$/.test(text.slice(act.cue.end, who.start))
  )
    return true;
  // "Four signatures stand under it: those of the state government, …".
  if (/^signatures$/i.test(text.slice(act.cue.start, act.cue.end)) && /\bof(?: the)? $/.test(before))
    return true;
  const after = text.slice(who.end, who.end + 24);
  if (who.kind === 'place' && isHouse(before, after)) return false;
  if (who.kind === 'place' && !who.full && isNamesake(text, act, who)) return false;
  if (who.kind === 'place' && who.start > act.cue.end && text.slice(act.cue.end, who.start).includes(';'))
    return false;
  // "Tasmania's TasNetworks": the place only says whose company it is.
  if (who.kind === 'place' && (DATELINE.test(after) || /^'s? /.test(after))) return false;
  // "for north Wales": a part of the place; "eastern Zhejiang province" is all of it.
  if (
    who.kind === 'place' &&
    !who.full &&
    /\b(?:north|south|east|west|(?:north|south)-?(?:east|west)|northern|southern|eastern|western|central|rural|upper|lower|mid) $/.test(
      before,
    )
  )
    return false;
  const words = text.slice(who.start, who.end);
  const weak =
    who.kind === 'place' ||
    (who.kind === 'generic' &&
      /^(?:the|local|our) |^autonomous region$|authorities/i.test(words) &&
      !NAMES_OFFICE.test(words));
  // "Yayun Network Technology Co., Ltd., Guangxi Free Trade Zone": an address.
  if (/\b(?:Ltd|Inc|Corp|Company|Limited|LLC)\.?, $/.test(before)) return false;
  // "the state development fund": the word only says whose.
  if (who.kind === 'generic' && weak && ITS_HOUSE.test(after)) return false;
  if (weak) return standsBeside(findings, act, who, companies);
  // "Signing of the MoU of the regency government with …".
  if (
    SIGNING_OF.test(text.slice(act.cue.start, act.cue.end + 4)) &&
    /^ (?:of )?(?:(?:(?:the|an?) )?(?:[\p{L}-]+ ){1,5}(?:of|by) )?(?:the )?$/u.test(
      text.slice(act.cue.end, Math.max(act.cue.end, who.start)),
    )
  )
    return true;
  // "Under a memorandum signed on Monday, Safaricom will give Kisumu County a network": whom its duties serve.
  if (who.start > act.cue.end && isServed(text, act, who, companies)) return true;
  // "the committee on one side and the group on the other".
  if (/^ on (?:the )?one (?:side|hand)\b/.test(after)) return true;
  // "at an agreement signing ceremony of the Shanxi Provincial Government and Y".
  if (
    act.kind === 'ceremony' &&
    /^(?: (?:ceremony|event))? of (?:the )?$/.test(text.slice(act.cue.end, Math.max(act.cue.end, who.start)))
  )
    return true;
  return who.start < act.cue.end || findings.links.leads.test(text.slice(act.cue.start, who.start));
}

/** Joined to a company by "and" or "with", led in by "with", or right before the signing word. */
function standsBeside(
  { read: { text, lower }, links }: Findings,
  act: Act,
  who: GovernmentMention,
  companies: readonly CompanyMention[],
): boolean {
  const toAct = text.slice(who.end, Math.max(who.end, act.cue.start));
  // "Jiangsu province signed an agreement": with whom the next sentences tell.
  if (companies.length === 0) return who.kind === 'place' && /^(?: has| have)? $/.test(toAct);
  // "Qingdao held a video signing ceremony with DHC".
  if (
    act.kind === 'ceremony' &&
    who.end <= act.cue.start &&
    /^ (?:held|hosted|holds|had) (?:an?|the|its) (?:[a-z-]+ ){0,3}$/.test(toAct) &&
    /^(?: (?:ceremony|event))? with /.test(text.slice(act.cue.end, act.cue.end + 20))
  )
    return true;
  // "the Bengaluru airport operator", "Kerala startup signs": the place only says which.
  if (!who.full && MODIFIES.test(text.slice(who.end, who.end + 16))) return false;
  // Ekiti State, through its governor, signed: a place written with its unit, before the act and led in by nothing.
  if (who.full && who.kind === 'place' && who.end <= act.cue.start && toAct.length < 120) return true;
  // Guangzhou, Guangdong's capital, has …: first in its sentence, behind nothing but a stamp.
  const opens = /^(?:date |What |After |That )?[^a-z]{0,40}$/.test(
    text.slice(act.sentence.start, who.start).slice(0, 60),
  );
  // "Maharashtra became the first, as a letter of intent with Y was signed": the subject, and who the document is with.
  if (opens && WITH_WAS.test(toAct) && companies.some(({ end }) => end <= act.cue.start)) return true;
  if (opens && ((toAct.length < 40 && !/,.*,/.test(toAct)) || APPOSITION.test(toAct))) return true;
  // "The Region of Sardinia, Huawei and the research centre sealed".
  const heads = opens || UNIT_OF.test(text.slice(act.sentence.start, who.start).slice(0, 60));
  if (heads && companies.some(({ start }) => start === who.end + 2) && IN_A_ROW.test(toAct)) return true;
  if (
    /^(?:, (?:which|who))?(?: has| have| on \p{L}+| today| yesterday| also| formally| jointly){0,3} $/u.test(
      toAct,
    )
  )
    return true;
  const before = text.slice(Math.max(0, who.start - 60), who.start);
  // "sign a contract, with Mumbai and Delhi first": a remark behind the act.
  if (who.start > act.cue.end && /, with (?:the )?(?:\p{Lu}[\p{L}-]+(?:,| and|, and) ){0,3}$/u.test(before))
    return false;
  // "cable between Pretoria, Polokwane and Durban": a line on the map, with no company at its other end.
  if (
    /\bbetween (?:the )?$/.test(before) &&
    !companies.some(({ start }) => start > who.end && start - who.end < 120)
  )
    return false;
  // "bags a free Wi-Fi deal for Ilocos": whom it is good for.
  if (
    /\b(?:deal|contract|project|services?|internet|wi-fi|broadband|network|connectivity) for (?:the )?$/i.test(
      before,
    )
  )
    return false;
  if (links.led.test(before)) return true;
  if (isSubject(text, act, who) || isBesidePointer(lower, who)) return true;
  return companies.some((company) => {
    const [first, second] = who.start < company.start ? [who, company] : [company, who];
    const between = text.slice(first.end, Math.max(first.end, second.start));
    return (
      between.length <= 80 &&
      (links.joins.test(between) || TEAMS.test(between) || (act.inTitle && LATIN_HEADLINE.test(between)))
    );
  });
}

const WITH_WAS =
  /\b(?:agreement|memorandum|understanding|mou|loi|intent|contract|pact|deal|accord)(?: \([\p{L}]+\))? with [^,;.]{3,80} (?:was|were|has been|have been) $/iu;

/** "Anhui partners China Unicom", "Meghalaya has tied the knot with Airtel". */
const TEAMS =
  /^ (?:(?:has|have|had) (?:an?|its) (?:[a-z-]+ ){0,2}(?:deal|agreement|contract|pact|memorandum|mou|accord) with|(?:(?:has|have|is|are) )?(?:(?:tied|ties|tie|tying) (?:up|the knot) with|(?:partners?|partnered|partnering)(?: up)?(?: with)?|(?:teams?|teamed|teaming)(?: up)? with|(?:joins?|joined|joining) (?:hands|forces) with|(?:links?|linked) up with|(?:collaborates?|collaborated) with)) $/;

function isServed(
  text: string,
  { cue, sentence }: Act,
  { start }: Stretch,
  companies: readonly CompanyMention[],
): boolean {
  if (
    !/^["“]?(?:[Uu]nder|[Aa]s per|[Bb]y|[Aa]ccording to|[Ii]n terms of) /.test(
      text.slice(sentence.start, cue.start),
    )
  )
    return false;
  const giver = companies.find((one) => one.start > cue.end && one.end < start);
  return (
    giver !== undefined &&
    /, (?:the )?$/.test(text.slice(cue.end, giver.start)) &&
    /^ (?:will|would|shall|is to) [a-z]+ (?:the )?$/.test(text.slice(giver.end, start))
  );
}

/** "Under a memorandum signed on Monday, Akwa Ibom will grant": who takes on the duties of the document. */
function isSubject(text: string, { cue, sentence }: Act, { start, end }: Stretch): boolean {
  return (
    start > cue.end &&
    /^["“]?(?:[Uu]nder|[Aa]s per|[Pp]er|[Bb]y|[Aa]ccording to|[Ii]n terms of|[Aa]s part of|[Tt]hrough|[Ww]ith) /.test(
      text.slice(sentence.start, cue.start),
    ) &&
    /,(?: the)?(?: [\p{L}-]+){0,2} $/u.test(text.slice(cue.end, start)) &&
    /^ (?:will|would|shall|is to|are to|has agreed|agreed|agrees|undertakes|undertook|commits|committed|pledged|pledges|gets|gives|grants)\b/.test(
      text.slice(end, end + 14),
    )
  );
}
