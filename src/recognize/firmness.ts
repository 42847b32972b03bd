/**
 * How firmly an act and its parties are told: 0 to 1. Organs weigh more than places and titles, the clause more than its
 * neighbours; references, side remarks and signings beside other news weigh little.
 */
import type { Act } from './acts.ts';
import type { Findings } from './findings.ts';
import { isOfTheTrade, spokenOf } from './of-the-trade.ts';
import { isBesideOthers, isSideRemark } from './side-remarks.ts';
import type { Parties } from './sides/sides.ts';
import { within } from './within.ts';

const BASE = { organ: 0.92, generic: 0.86, place: 0.8, official: 0.7, national: 0 } as const;

export function firmness(findings: Findings, act: Act, parties: Parties, lead: boolean): number {
  const best = Math.max(...parties.governments.map(({ kind }) => BASE[kind]));
  let score = best;
  if (parties.circle === 'sentence') score -= 0.05;
  if (parties.circle === 'neighbour') score -= 0.15;
  if (act.kind === 'ceremony' && !act.document) score -= 0.05;
  // In the lead a document named with both parties is the news; further down it is a reference.
  if (isReference(findings, act)) score -= isLead(findings, act) && !isUnder(findings, act) ? 0.35 : 0.45;
  if (isNounModifier(findings, act)) score -= 0.45;
  if (!parties.companies.some(({ kind }) => kind === 'ict'))
    score -= isOfTheTrade(findings, act, parties) ? 0.2 : 0.5;
  if (isSponsoring(findings, act) || isUniversalService(findings, act)) score -= 0.5;
  if ((!lead && isSideRemark(findings, act)) || isBesideOthers(findings, act)) score -= 0.5;
  return Math.max(0, Math.min(1, Math.round(score * 100) / 100));
}

function isLead({ read }: Findings, act: Act): boolean {
  const first = read.lead;
  return act.sentenceIndex <= first;
}

/** "under its agreement with": a document named in passing, outside the headline. */
function isReference(findings: Findings, act: Act): boolean {
  const { read } = findings;
  return (
    !act.inTitle &&
    act.kind === 'ceremony' &&
    / (?:with|between)$/.test(read.lower.slice(act.cue.start, act.cue.end)) &&
    !isFreshNews(read.lower, act) &&
    !isAtCeremony(findings, act)
  );
}

/** "… said at the signing ceremony. Under the agreement with the province": the one that the ceremony is for. */
function isAtCeremony({ cues, read }: Findings, { cue }: Act): boolean {
  return within(cues.act, Math.max(0, cue.start - 400), cue.start).some(({ start, end }) =>
    /^(?:signing ceremony|contract signing|mou signing|agreement signing|signing event)$/.test(
      read.lower.slice(start, end),
    ),
  );
}

/** "With a new 10-year agreement between A and B, announced on Tuesday, …". */
function isFreshNews(lower: string, { cue, sentence }: Act): boolean {
  return (
    /\b(?:a|the|its|their) new (?:[\w-]+ ){0,2}$/.test(lower.slice(sentence.start, cue.start)) &&
    /, (?:which was )?(?:announced|unveiled|signed|finali[sz]ed|disclosed|reached|concluded|made public) (?:on |late |earlier )?(?:today|yesterday|here|this|(?:mon|tues|wednes|thurs|fri|satur|sun)day)/.test(
      lower.slice(cue.end, sentence.end),
    )
  );
}

/** "pilots trained under an agreement between": behind the beginning of its sentence, only the ground of other news. */
function isUnder({ read }: Findings, { cue, sentence }: Act): boolean {
  const before = read.lower.slice(sentence.start, cue.start);
  return (
    before.length > 20 &&
    /\b(?:under|following|in line with|part of|thanks to|based on|result of|outcome of|fruit of|product of|because of) (?:an?|the|its|their) (?:[\w-]+ ){0,3}$/.test(
      before,
    )
  );
}

/** 龙岗区与中国电信签约的运维项目: behind the lead, a signing that only says which project is meant. */
function isNounModifier(findings: Findings, act: Act): boolean {
  const { text } = findings.read;
  return (
    !act.inTitle &&
    text[act.cue.end] === '的' &&
    !isLead(findings, act) &&
    !/现场|此次|这次|本次|今[天日]|[昨当]日|\d日/u.test(text.slice(act.clause.start, act.cue.start))
  );
}

/** "Tenders of the universal telecom service pilot were won by …, and contracts signed with them": a nation's scheme. */
function isUniversalService({ read }: Findings, { sentenceIndex, sentence }: Act): boolean {
  const from = read.sentences[sentenceIndex - 1]?.start ?? sentence.start;
  return /\buniversal (?:telecom(?:munications?)? )?services?\b(?! fund)/.test(
    read.lower.slice(from, sentence.end),
  );
}

/** "signed an agreement to be one of the sponsors of the festival": whoever signs, it is about the festival. */
function isSponsoring(findings: Findings, act: Act): boolean {
  const { cue, clause } = act;
  if (spokenOf(findings, act)) return false;
  return /\b(?:to be|as|to become) (?:(?:an?|the|one of the) )?(?:[a-z-]+ ){0,2}sponsors?\b|\bsponsorship (?:agreement|deal|contract|memorandum)\b|\bto sponsor\b/.test(
    findings.read.lower.slice(Math.max(clause.start, cue.start - 30), clause.end),
  );
}
