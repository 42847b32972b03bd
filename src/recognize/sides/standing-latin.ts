/** Whether a government stands as a party in a sentence of Latin or other spaced script. */
import type { Stretch } from '../../wording/sentences.ts';
import type { Act } from '../acts.ts';
import { TIES } from '../deal-words.ts';
import type { Findings } from '../findings.ts';
import type { CompanyMention, GovernmentMention } from '../names/mentions.ts';
import { isHouse, isNamesake, isNation } from './namesakes.ts';
import { firmsSign, isAside, type Named } from './standing-aside.ts';
import { standsBeside } from './standing-beside.ts';

/** "the state development fund", "the city bus company": a house of the place that signs for itself. */
const ITS_HOUSE =
  /^(?:-(?:owned|run|backed|funded|controlled)\b|(?:'s)? (?:development|investment|pension|wealth) (?:fund|bank|company|corporation)\b|(?:'s)? (?:fund|bank|railway|railways|bus company|utility|broadcaster|lottery|university|oil company|power company|energy company|water company|airline|museum|fair)\b)/;
/** "for the city's smart projects". */
const WHOSE_PROJECT =
  /^'s? (?:[a-z-]+ ){0,3}(?:projects?|programmes?|programs?|missions?|plans?|initiatives?)\b/;
/** "the city council", unlike "the city", can only be a government. */
const NAMES_OFFICE =
  /government|govt|council|committee|department|bureau|agency|commission|cabinet|secretariat|board/i;
/** A contract is won from a government. */
const WON = /^(?:w[io]ns?|secured?|lands?|landed|bags?|bagged|awarded)$/i;
/** "signing of", "signing ceremony of". */
const SIGNING_OF = / of(?: |$|\b)/i;
/** KUCHING (Feb 28): the place the report comes from. */
const DATELINE =
  /^(?: ?\([^)]{1,16}\)|, \p{Lu}[\p{L}.]{1,14}(?: \p{Lu}[\p{L}.]{1,14})?(?= ?(?:--|—| - |:))|\/\p{Lu}[\p{L} ]{2,20}?|, \p{Lu}\p{Ll}{2,8}\.? \d{1,2}(?:, (?:19|20)\d\d)?)?(?: ?:| ?--| ?—| - )/u;

export function isLatinParty(
  findings: Findings,
  act: Act,
  who: GovernmentMention,
  companies: readonly CompanyMention[],
): boolean {
  const { text } = findings.read;
  const words = text.slice(who.start, who.end);
  const named: Named = {
    text,
    act,
    who,
    before: text.slice(Math.max(act.sentence.start, who.start - 30), who.start),
    after: text.slice(who.end, who.end + 30),
    weak:
      who.kind === 'place' ||
      (who.kind === 'generic' &&
        /^(?:the|local|our) |^autonomous region$|authorities|officials/i.test(words) &&
        !NAMES_OFFICE.test(words)),
  };
  if (/\bfrom(?: the)? $/.test(named.before) && WON.test(text.slice(act.cue.start, act.cue.end))) return true;
  // "has received from the municipality the signed contract".
  if (/\b(?:received|contract|order|mandate) from(?: the)? $/.test(named.before) && who.kind !== 'place')
    return true;
  if (isAside(named) || firmsSign(named)) return false;
  if (isObject(named)) return true;
  if (isOfAnotherName(named, companies)) return false;
  if (named.weak) return standsBeside(findings, act, who, companies);
  return (
    isLedIn(named, companies) ||
    who.start < act.cue.end ||
    findings.links.leads.test(text.slice(act.cue.start, who.start))
  );
}

/** What a colon introduces as those who sign. */
const PARTIES_ARE =
  /^["“]?signed:|(?:part(?:y|ies)|sides?|signature|signator|partners?|signed by|names? to|pens?|hands?)[^:]*:/i;

/** Behind the signing, as what it ties or as whose signatures stand under it. */
function isObject({ text, act, who, before }: Named): boolean {
  // "A new pact links the state government with Y": the parties are its objects.
  if (who.kind !== 'place' && who.start > act.cue.end && TIES.test(text.slice(act.cue.start, act.cue.end)))
    return true;
  // "Three parties put their signatures to it: the city's government, A and B".
  if (
    who.start > act.cue.end &&
    who.kind !== 'official' &&
    /^[^.;:]{0,120}: (?:[^.;]{0,120}(?:,| and) )?(?:the )?$/.test(text.slice(act.cue.end, who.start)) &&
    PARTIES_ARE.test(text.slice(act.sentence.start, who.start))
  )
    return true;
  // "Four signatures stand under it: those of the state government, …".
  if (/^signatures$/i.test(text.slice(act.cue.start, act.cue.end)) && /\bof(?: the)? $/.test(before))
    return true;
  return false;
}

/** The words are part of another name, a dateline, an address. */
function isOfAnotherName(
  { text, act, who, before, after, weak }: Named,
  companies: readonly CompanyMention[],
): boolean {
  if (who.kind === 'place' && isHouse(before, after)) return true;
  if (who.kind === 'place' && !who.full && (isNamesake(text, act, who) || isNation(text, who))) return true;
  if (who.kind === 'place' && who.start > act.cue.end && text.slice(act.cue.end, who.start).includes(';'))
    return true;
  // "Tasmania's TasNetworks": the place only says whose company it is.
  if (who.kind === 'place' && (DATELINE.test(after) || /^'s? /.test(after))) return true;
  // "Guangdong Unicom and Tencent Cloud": the place begins the company's name.
  if (
    who.kind === 'place' &&
    !who.full &&
    companies.some(({ start }) => start === who.end + 1) &&
    text[who.end] === ' '
  )
    return true;
  // "for north Wales": a part of the place; "eastern Zhejiang province" is all of it.
  if (
    who.kind === 'place' &&
    !who.full &&
    /\b(?:north|south|east|west|(?:north|south)-?(?:east|west)|northern|southern|eastern|western|central|rural|upper|lower|mid) $/.test(
      before,
    )
  )
    return true;
  // "Yayun Network Technology Co., Ltd., Guangxi Free Trade Zone": an address.
  if (/\b(?:Ltd|Inc|Corp|Company|Limited|LLC)\.?, $/.test(before)) return true;
  // "the state development fund": the word only says whose.
  if (who.kind === 'generic' && weak && (ITS_HOUSE.test(after) || WHOSE_PROJECT.test(after))) return true;
  return false;
}

/** An office that the document's own words lead in. */
function isLedIn({ text, act, who, after }: Named, companies: readonly CompanyMention[]): boolean {
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
  // "Under a deal signed last week, Lit Fibre will get access, the county council said": who tells of its own.
  if (
    companies.length === 1 &&
    /^ (?:has )?(?:said|says|announced|confirmed)(?: (?:on [A-Z][a-z]+|today|yesterday|in a statement))?\.?$/.test(
      text.slice(who.end, act.sentence.end).trimEnd(),
    ) &&
    /, (?:the )?$/.test(text.slice(act.cue.end, Math.max(act.cue.end, who.start))) &&
    /^["“]?(?:Under|As part of|Thanks to) /.test(text.slice(act.sentence.start, act.cue.start))
  )
    return true;
  // "By it the Diputación authorises the operators": who opens the sentence with what the document gives.
  if (/^(?:By|Under|With|Through) (?:it|this),? (?:the )?$/.test(text.slice(act.sentence.start, who.start)))
    return true;
  // "With the signing of an agreement on Wednesday, the corporation allowed Y to use": who acts on it.
  if (
    who.start > act.cue.end &&
    /^["“]?(?:Under|By|With|As part of|Through) /.test(text.slice(act.sentence.start, act.cue.start)) &&
    /, (?:the )?$/.test(text.slice(act.cue.end, who.start)) &&
    /^(?: \([^)]{2,12}\))? (?:allowed|allows|granted|grants|gave|gives|awarded|appointed|will|would|is to)\b/.test(
      text.slice(who.end, who.end + 34),
    )
  )
    return true;
  // "the committee on one side and the group on the other".
  if (/^ on (?:the )?one (?:side|hand)\b/.test(after)) return true;
  // "at an agreement signing ceremony of the Shanxi Provincial Government and Y".
  if (
    act.kind === 'ceremony' &&
    /^(?: (?:ceremony|event))? of (?:the )?$/.test(text.slice(act.cue.end, Math.max(act.cue.end, who.start)))
  )
    return true;
  return false;
}

/** "Under a memorandum signed on Monday, Safaricom will give Kisumu County a network": whom the duties of the document serve. */
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
