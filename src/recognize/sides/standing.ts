/**
 * Where somebody named in the sentence of an act stands: as a party, as one who attends, or only as a place.
 */
import type { Stretch } from '../../wording/sentences.ts';
import { type Act, clauseAt } from '../acts.ts';
import type { Findings } from '../findings.ts';
import type { CompanyMention, GovernmentMention } from '../names/mentions.ts';
import { within } from '../within.ts';
import { isWithHouse } from './houses.ts';
import { isHanParty } from './standing-han.ts';
import { isLatinParty } from './standing-latin.ts';

const HAN = /\p{Script=Han}/u;

/** Those who attend, witness or receive: before such a word that comes before the act, or after one behind it. */
export function attends({ read, cues }: Findings, act: Act, who: Stretch): boolean {
  const clause = HAN.test(read.text[who.start] ?? '')
    ? clauseAt(read.text, act.sentence, who.start)
    : act.sentence;
  const cue = act.cue;
  // "With the Party secretary as witness".
  if (
    /^[^,;.]{0,40} as (?:a |the |its )?(?:witness|guest)|^(?: [^,;.]{0,40})? (?:looking on|watching|in attendance|in the front row)\b|^ sent (?:an? |its )?(?:observers?|representatives?|delegates?|greetings|congratulations)\b/.test(
      read.text.slice(who.end, who.end + 60),
    )
  )
    return true;
  const holdsCue = cue.start >= clause.start && cue.end <= clause.end;
  // 市长、董事长,副市长参加签约仪式: who attends is named in a clause before the one of the ceremony.
  if (!holdsCue && clause !== act.sentence && who.end <= cue.start) {
    const watching = within(cues.mood, who.end, cue.start).find(({ classes }) => classes.includes('attend'));
    if (watching && !/与|和|同|[。;]/u.test(read.text.slice(watching.end, cue.start))) return true;
  }
  for (const word of within(cues.mood, clause.start, clause.end)) {
    if (!word.classes.includes('attend') || isOnlyTime(read.text, word)) continue;
    // 在出席世界互联网大会期间,参加了与省政府的签约仪式: what was attended is another thing.
    if (!holdsCue && !/^[^,。]{0,24}(?:期间|之际|间隙)/u.test(read.text.slice(word.end, word.end + 28)))
      return true;
    if (!holdsCue) continue;
    // "The mayor witnessed how A and B signed".
    if (
      who.end <= word.start &&
      word.end <= cue.start &&
      /\b(?:how|as|while|when)\b/.test(read.lower.slice(word.end, cue.start))
    )
      return true;
    if (who.end <= word.start && word.end <= cue.start)
      return !/与|和|\bwith\b|\band\b/.test(read.lower.slice(word.end, cue.start).replace(AND_SAW, ' '));
    if (who.start >= word.end && word.start >= cue.end) return true;
    // "in a ceremony the vice-governor attended".
    if (
      who.end <= word.start &&
      /^ (?:also |personally |himself |herself )?$/.test(read.text.slice(who.end, word.start)) &&
      /^(?:attended|witnessed|watched|oversaw|presided)/.test(read.lower.slice(word.start, word.end))
    )
      return true;
    // "signed by A and B Ltd. Li, secretary of the Municipal Committee, attended".
    if (
      who.start >= cue.end &&
      who.end <= word.start &&
      /^(?: of [^,.;]{2,70})?(?: and (?:\p{Lu}[\p{L}]+ ?){1,3})?, (?:also )?$/u.test(
        read.text.slice(who.end, word.start),
      ) &&
      // "witnessed by", "in the presence of": what follows attended.
      !/^ by\b/.test(read.text.slice(word.end, word.end + 4)) &&
      !/^(?:in|under|before) ?/.test(read.lower.slice(word.start, word.end))
    )
      return true;
    // "signed an agreement; a delegation of the firm looked on".
    if (who.start >= cue.end && who.end <= word.start && /;/.test(read.text.slice(cue.end, who.start)))
      return true;
  }
  return false;
}

/** "attended and witnessed the signing". */
const AND_SAW = /^ and (?:witness(?:ed|es)?|saw|oversaw|addressed|congratulated|spoke at|presided over)\b/;

/** "exchanged documents before Minister Rao", but not "for a year before the contract was signed". */
function isOnlyTime(text: string, { start, end }: Stretch): boolean {
  return /^before$/i.test(text.slice(start, end)) && !/^ (?:the )?\p{Lu}/u.test(text.slice(end, end + 6));
}
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
    !/(?:与|和|同|跟|代表|由|、|[甲乙丙]方|方[是为]\p{Script=Han}{0,4})$/u.test(
      text.slice(act.clause.end, company.start),
    )
  );
}

/** Named before the act beside something else ("next to the stands of Etisalat"), while the act is with a school or a bank. */
export function isBesideHouse(
  { read: { text } }: Findings,
  { cue, sentence }: Act,
  company: Stretch,
): boolean {
  if (company.end > cue.start || !isWithHouse(text.slice(cue.end, sentence.end))) return false;
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

/** "The Party secretary inspects …, urges speeding up of agreements signed": what the title does is another thing. */
const DOES_ELSE =
  /\b(?:said|says|told|urge[sd]?|urging|inspect(?:s|ed)|visit(?:s|ed)|tour(?:s|ed)|stress(?:es|ed)|noted|notes|hope[sd]?|praise[sd]?|hosted|hosts|received|receives|called on|calls on)\b/;

const SPEAKING = /\b(?:said|told reporters|declared|noted) (?:as|while|when|after|before) (?:he|she|they)\b/;

/** A title counts when its bearer is the one who signs, in the clause of the act. */
export function signs({ read }: Findings, act: Act, who: GovernmentMention): boolean {
  // 县长率队北上,在林口与某公司签下: the subject of the clause before.
  const goesOn =
    who.start >= act.sentence.start &&
    who.end < act.clause.start &&
    /^(?:在|于|赴)?[^,]{0,14}(?:与|和|同)[^,]{2,30}签/u.test(
      read.text.slice(act.clause.start, act.clause.end),
    ) &&
    /^[^,与和同]{0,20}(?:率队|率团|参访|访问|走访|拜访|赴|前往|专程|北上|南下)[^,]{0,10},$/u.test(
      read.text.slice(who.end, act.clause.start),
    );
  if (goesOn) return true;
  if (who.start < act.clause.start || who.end > act.clause.end) return false;
  // "the mayor said as he and the firm's chief signed": told while signing.
  const until = read.lower.slice(who.end, Math.max(who.end, act.cue.start)).replace(SPEAKING, ' ');
  if (DOES_ELSE.test(until)) return false;
  return (
    who.start < act.cue.start ||
    /^ (?:were|are|included?|include|of) /.test(read.lower.slice(act.cue.end, who.start)) ||
    /^[^,.。]{0,40}(?:与|和|with|and|by)|^ (?:(?:here|there|in \p{Lu}[\p{L} ]{2,20}?) )?(?:today|yesterday|(?:late )?on [^.;]{3,40}),? by /u.test(
      read.text.slice(act.cue.end, who.start),
    )
  );
}
