/**
 * Where somebody named in the sentence of an act stands: as a party, as one who attends, or only as a place.
 */
import type { Stretch } from '../wording/sentences.ts';
import { type Act, clauseAt } from './acts.ts';
import type { Findings } from './findings.ts';
import type { CompanyMention, GovernmentMention } from './mentions.ts';
import { isHouse, isNamesake } from './namesakes.ts';
import { isBesidePointer } from './pointing.ts';
import { within } from './within.ts';

const HAN = /\p{Script=Han}/u;

/** Those who attend, witness or receive: before such a word that comes before the act, or after one behind it. */
export function attends({ read, cues }: Findings, act: Act, who: Stretch): boolean {
  const clause = HAN.test(read.text[who.start] ?? '')
    ? clauseAt(read.text, act.sentence, who.start)
    : act.sentence;
  const cue = act.cue;
  const holdsCue = cue.start >= clause.start && cue.end <= clause.end;
  // 市长、董事长,副市长参加签约仪式: who attends is named in a clause before the one of the ceremony.
  if (!holdsCue && clause !== act.sentence && who.end <= cue.start) {
    const watching = within(cues.mood, who.end, cue.start).find(({ classes }) => classes.includes('attend'));
    if (watching && !/与|和|同|[。;]/u.test(read.text.slice(watching.end, cue.start))) return true;
  }
  for (const word of within(cues.mood, clause.start, clause.end)) {
    if (!word.classes.includes('attend') || isOnlyTime(read.text, word)) continue;
    if (!holdsCue) return true;
    if (who.end <= word.start && word.end <= cue.start)
      return !/与|和|\bwith\b|\band\b/.test(read.lower.slice(word.end, cue.start));
    if (who.start >= word.end && word.start >= cue.end) return true;
    // "signed an agreement; a delegation of the firm looked on".
    if (who.start >= cue.end && who.end <= word.start && /;/.test(read.text.slice(cue.end, who.start)))
      return true;
  }
  return false;
}

/** "exchanged documents before Minister Rao", but not "for a year before the contract was signed". */
function isOnlyTime(text: string, { start, end }: Stretch): boolean {
  return /^before$/i.test(text.slice(start, end)) && !/^ (?:the )?\p{Lu}/u.test(text.slice(end, end + 6));
}

const HAN_AFTER = /^(?:方面)?(?:和|与|同|跟|及|と|は|が|分别|正式|、|签|携手|达成|牵手|联手|再|将|今)/u;
const HAN_BEFORE = /(?:と|与|和|同|跟|及|、|携手|牵手|联手)$/u;
/** A lower-case word right behind a place that is neither a verb nor a preposition of the deal. */
const MODIFIES =
  /^ (?!(?:and|with|has|have|had|on|to|in|at|for|today|yesterday|this|last|will|government|sign|ink|enter|reach|seal|str|forg|ties|okays|approves|clears|renews|teams|picks|taps|selects|awards|hires|partners|launches|gets|says|said|wants|chooses|engages|appoints|commits|pledges|announces|unveils|plans|moves|secures|wins|lands|brings|gave|gives|conclud|agree|join|team|renew|over|through|under|during|by|from|is|are|also|formally|recently|dan|dengan|at|sa|city|state|county|province|officials|authorities))[a-z]/;
/** "the city council", unlike "the city", can only be a government. */
const NAMES_OFFICE =
  /government|govt|council|committee|department|bureau|agency|commission|cabinet|secretariat|board/i;
/** A contract is won from a government. */
const WON = /^(?:w[io]ns?|secured?|lands?|landed|bags?|bagged|awarded)$/i;
/** "signing of", "signing ceremony of". */
const SIGNING_OF = / of(?: |$|\b)/i;
const TIES = /^(?:binds|ties|links|unites)$/i;
/** KUCHING (Feb 28): the place the report comes from. */
const DATELINE = /^(?: ?\([^)]{1,16}\))?(?::| ?--| ?—| - )/;
const APPOSITION = /^, [^,]{3,50},(?: has| have| on \p{Lu}\p{L}+)? $/u;
const LATIN_HEADLINE = /^, $/;
/** What puts a place or an office beside the deal, not into it: "in Lagos State", "to help the county government". */
const LATIN_ASIDE =
  /\b(?:in|at|to|from|across|near|into|within|throughout|around|against|helps?|helping|supports?|supporting|assists?|enables?|allows?|benefits?|serves?|serving)(?! (?:view|turn|fact|addition|short|particular|response|return|all|last|first|least|present|date|brief) )(?: the)?(?: [a-z]+)? $/i;

/** "representatives from the Nantong government" sign for it. */
const SPEAKS_FOR =
  /\b(?:representatives?|officials?|delegates?|leaders?|executives?|delegations?) from(?: the)?(?: [a-z]+)? $/i;

/** 市政府与北京大学签署协议,腾讯捐资: a company behind the clause of the act, not brought in by a connective. */
export function isAfterthought({ read: { text } }: Findings, act: Act, company: Stretch): boolean {
  // "exchanged the documents at a summit, where executives of SAP took part".
  if (company.start > act.cue.end && /, where\b/.test(text.slice(act.cue.end, company.start))) return true;
  if (act.clause === act.sentence || company.start < act.clause.end || !HAN.test(text[act.cue.start] ?? ''))
    return false;
  // 教育云平台由中国电信承建: who builds it.
  if (/^(?:承建|建设|提供|运营|负责|实施|支持|支撑)/u.test(text.slice(company.end, company.end + 2)))
    return true;
  return (
    company.end <= act.sentence.end &&
    !/(?:与|和|同|跟|代表|由|、|方[是为]\p{Script=Han}{0,4})$/u.test(
      text.slice(act.clause.end, company.start),
    )
  );
}

/** "signed a memorandum with Khalifa University of Science": who signs on the other side is no company. */
const WITH_HOUSE =
  /^[^.;]{0,60} with (?:the )?(?:\p{Lu}[\p{L}'-]+ ){0,5}?(?:University|College|Institute|Bank|Foundation|Academy|Hospital|Polytechnic)\b(?! of \p{Lu}\p{L}+ and )/u;

/** Named before the act beside something else ("next to the stands of Etisalat"), while the act is with a school or a bank. */
export function isBesideHouse(
  { read: { text } }: Findings,
  { cue, sentence }: Act,
  company: Stretch,
): boolean {
  if (company.end > cue.start || !WITH_HOUSE.test(text.slice(cue.end, sentence.end))) return false;
  const between = text.slice(company.end, cue.start);
  return /, /.test(between) && !/^,? and /.test(between);
}

/** Whether a government named in the act's sentence stands where a party stands. */
export function isParty(
  findings: Findings,
  act: Act,
  who: GovernmentMention,
  companies: readonly CompanyMention[],
): boolean {
  const { text } = findings.read;
  return HAN.test(text[who.start] ?? '')
    ? isHanParty(text, act, who, companies)
    : isLatinParty(findings, act, who, companies);
}

/** 鞍山师范学院: a house that has the place in its name. */
const HAN_HOUSE =
  /^(?:(?![与和同跟及、])\p{Script=Han}){0,6}?(?:大学|学院|学校|中学|小学|医院|机场|电视台|日报|商会|协会|研究院|研究所)/u;

function isHanParty(
  text: string,
  act: Act,
  who: GovernmentMention,
  companies: readonly CompanyMention[],
): boolean {
  const before = text.slice(Math.max(act.sentence.start, who.start - 12), who.start);
  const after = text.slice(who.end, who.end + 8);
  if (/[在于赴来到驻往]$/u.test(before)) return false;
  if (who.kind === 'place' && HAN_HOUSE.test(text.slice(who.end, who.end + 10))) return false;
  const strong =
    who.kind === 'organ' ||
    (who.kind === 'generic' && !/^[我全地当自]/u.test(text.slice(who.start, who.end)));
  if (!strong)
    return (
      (HAN_AFTER.test(after) || HAN_BEFORE.test(before)) && companies.some((one) => linked(text, who, one))
    );
  // Behind the act only one who is brought in by a connective signs: …签约,副市长代表市政府与…; not …签署协议,将为省政府提供…
  if (who.start < act.clause.end) return true;
  return /(?:与|和|同|跟|代表|由|、|方[是为])$/u.test(before) || /^(?:与|和|同|跟|分别|代表)/u.test(after);
}

function isLatinParty(
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
    !SPEAKS_FOR.test(before) &&
    !/\bwith (?:the |an? )?(?:(?!in |at |from |to |near )[a-z-]+ ){0,4}$/.test(before)
  )
    return false;
  // "A new pact links the state government with Y": the parties are its objects.
  if (who.kind !== 'place' && who.start > act.cue.end && TIES.test(text.slice(act.cue.start, act.cue.end)))
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
  // "for north Wales": a part of the place.
  if (
    who.kind === 'place' &&
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
  if (weak) return standsBeside(findings, act, who, companies);
  // "Signing of the MoU of the regency government with …".
  if (
    SIGNING_OF.test(text.slice(act.cue.start, act.cue.end + 4)) &&
    /^ (?:of )?(?:(?:(?:the|an?) )?(?:[\p{L}-]+ ){1,5}(?:of|by) )?(?:the )?$/u.test(
      text.slice(act.cue.end, Math.max(act.cue.end, who.start)),
    )
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
  if (companies.length === 0) return false;
  const toAct = text.slice(who.end, Math.max(who.end, act.cue.start));
  // "the Bengaluru airport operator", "Kerala startup signs": the place only says which.
  if (!who.full && MODIFIES.test(text.slice(who.end, who.end + 16))) return false;
  // Ekiti State, through its governor, signed: a place written with its unit, before the act and led in by nothing.
  if (who.full && who.kind === 'place' && who.end <= act.cue.start && toAct.length < 120) return true;
  // Guangzhou, Guangdong's capital, has …: first in its sentence, behind nothing but a stamp.
  const opens = /^(?:date )?[^a-z]{0,40}$/.test(text.slice(act.sentence.start, who.start).slice(0, 60));
  if (opens && ((toAct.length < 40 && !/,.*,/.test(toAct)) || APPOSITION.test(toAct))) return true;
  if (/^(?: has| have| on \p{L}+| today| yesterday| also| formally| jointly){0,3} $/u.test(toAct))
    return true;
  const before = text.slice(Math.max(0, who.start - 60), who.start);
  // "sign a contract, with Mumbai and Delhi first": a remark behind the act.
  if (who.start > act.cue.end && /, with (?:the )?(?:\p{Lu}[\p{L}-]+(?:,| and|, and) ){0,3}$/u.test(before))
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

/** "Anhui partners China Unicom", "Meghalaya has tied the knot with Airtel". */
const TEAMS =
  /^ (?:(?:has|have|is|are) )?(?:(?:tied|ties|tie|tying) (?:up|the knot) with|(?:partners?|partnered|partnering)(?: up)?(?: with)?|(?:teams?|teamed|teaming)(?: up)? with|(?:joins?|joined|joining) (?:hands|forces) with|(?:links?|linked) up with|(?:collaborates?|collaborated) with) $/;

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

/** A connective and little else between the two. */
function linked(text: string, a: Stretch, b: Stretch): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  const between = text.slice(first.end, Math.max(first.end, second.start));
  return (
    between.length <= 24 && /と|与|和|同|跟|及|、|携手|牵手|联手/u.test(between) && !/[。;]/u.test(between)
  );
}

/** "The Party secretary inspects …, urges speeding up of agreements signed": what the title does is another thing. */
const DOES_ELSE =
  /\b(?:said|says|told|urge[sd]?|urging|inspect(?:s|ed)|visit(?:s|ed)|tour(?:s|ed)|stress(?:es|ed)|noted|notes|hope[sd]?|praise[sd]?|hosted|hosts|received|receives|called on|calls on)\b/;

/** A title counts when its bearer is the one who signs, in the clause of the act. */
export function signs({ read }: Findings, act: Act, who: GovernmentMention): boolean {
  if (who.start < act.clause.start || who.end > act.clause.end) return false;
  if (who.end < act.cue.start && DOES_ELSE.test(read.lower.slice(who.end, act.cue.start))) return false;
  return (
    who.start < act.cue.start ||
    /^ (?:were|are|included?|include) /.test(read.lower.slice(act.cue.end, who.start)) ||
    /^[^,.。]{0,40}(?:与|和|with|and|by)/u.test(read.text.slice(act.cue.end, who.start))
  );
}
