/**
 * The two sides that a stretch of text names for an act: its companies, and the governments that stand as parties.
 * Organs go before bare places, bare places before titles.
 */
import type { Stretch } from '../../wording/sentences.ts';
import type { Act } from '../acts.ts';
import type { Findings } from '../findings.ts';
import type { CompanyMention, GovernmentMention } from '../names/mentions.ts';
import { within } from '../within.ts';
import { announcer } from './announcer.ts';
import { isExample, isInRelative, isParent } from './companies-beside.ts';
import { governmentPointedAt, pointedAt } from './pointing.ts';
import { companyOfSigner, officeOfSigner } from './signers.ts';
import { attends, isAfterthought, isBesideHouse, isParty, signs } from './standing.ts';

export interface Sides {
  governments: GovernmentMention[];
  companies: CompanyMention[];
}

export interface Parties extends Sides {
  /** How near the act both sides were found. */
  circle: 'clause' | 'sentence' | 'neighbour';
}

export function isWhole({ governments, companies }: Sides): boolean {
  return governments.length > 0 && companies.length > 0;
}

/** 中国电信与国家电网签署: the clause has two companies, or two governments, joined: no third side is looked for. */
export function bothNamed({ read, companies, governments }: Findings, { start, end }: Stretch): boolean {
  const organs = within(governments, start, end).filter(
    ({ kind }) => kind === 'organ' || kind === 'national',
  );
  return areJoined(read.text, within(companies, start, end)) || areJoined(read.text, organs);
}

export function sidesIn(findings: Findings, act: Act, range: Stretch): Sides {
  const outright = within(findings.companies, range.start, range.end).filter(
    (company) =>
      company.kind !== 'other' &&
      !attends(findings, act, company) &&
      !isAfterthought(findings, act, company) &&
      !isBesideHouse(findings, act, company) &&
      !isInRelative(findings.read.text, act, company) &&
      !isExample(findings.read.text, company) &&
      !isParent(findings.read.text, company),
  );
  const groups = within(findings.groups, range.start, range.end).filter(
    (company) => !attends(findings, act, company) && !isAfterthought(findings, act, company),
  );
  const speaker = announcer(findings, act);
  if (speaker && !outright.some(({ canonical }) => canonical === speaker.canonical))
    outright.unshift(speaker);
  const companies =
    outright.length > 0
      ? [...outright, ...groups.filter((group) => joinsAny(findings.read.text, group, outright))]
      : (pointedAt(findings, range) ?? companyOfSigner(findings, act, range) ?? groups);
  const named = within(findings.governments, range.start, range.end).filter(
    (government) => government.kind !== 'national' && !attends(findings, act, government),
  );
  const governments = strongest(findings, act, named, companies);
  if (governments.length > 0 || companies.length === 0) return { companies, governments };
  const pointed = governmentPointedAt(findings, range);
  return { companies, governments: pointed.length > 0 ? pointed : officeOfSigner(findings, act, range) };
}

/** 三大运营商及铁塔公司: companies that are only counted, joined to one that is named. */
function joinsAny(text: string, group: Stretch, named: readonly CompanyMention[]): boolean {
  return named.some((one) => {
    const [first, second] = group.start < one.start ? [group, one] : [one, group];
    return /^(?:及|以及|和|与|、)$/u.test(text.slice(first.end, second.start));
  });
}

/** "signed by the federal government, the Province of Manitoba and Y": the last two of a row. */
function isRowed(text: string, { start, end }: Stretch, companies: readonly CompanyMention[]): boolean {
  return (
    /, (?:the )?$/.test(text.slice(Math.max(0, start - 6), start)) &&
    companies.some((company) => /^,? and (?:the )?$/.test(text.slice(end, Math.max(end, company.start))))
  );
}

/** "the tour called by the Mexican Chancellery": whose event it is. */
const HELD_BY = /\b(?:called|organi[sz]ed|convened|hosted|led|supported|sponsored|arranged) by (?:the )?$/;

const AWARDS = /^(?:awarded|awards|selected|picked|chosen|hired)$/i;

/** How far before the sentence of an act it is told that it is one of three, in characters. */
const TOLD_BEFORE = 300;
/** A ministry, a region and a company sign together. */
const TRIPARTITE =
  /\b(?:tripartite|trilateral|three-way|three-party|three-sided) (?:[\w-]+ ){0,3}(?:agreement|memorandum|mou|contract|accord|pact|deal|document)/;

/** Organs before bare places, bare places before titles. */
function strongest(
  findings: Findings,
  act: Act,
  named: readonly GovernmentMention[],
  companies: readonly CompanyMention[],
): GovernmentMention[] {
  const of = (kind: GovernmentMention['kind']): GovernmentMention[] =>
    named.filter((one) => one.kind === kind);
  // "Kech district is to have broadband, after the Universal Service Fund awarded": right before the word, the one who acts.
  const doer = within(findings.governments, act.sentence.start, act.cue.start).at(-1);
  if (
    doer?.kind === 'national' &&
    AWARDS.test(findings.read.text.slice(act.cue.start, act.cue.end)) &&
    act.cue.start - doer.end < 30
  )
    return [];
  const outright = [...of('organ'), ...of('generic')].filter((one) => isParty(findings, act, one, companies));
  if (outright.length > 0) return outright.sort((a, b) => a.start - b.start);
  // A ministry in the sentence is the party; a place beside it is where things happen.
  const { start, end } = act.sentence;
  const national = within(findings.governments, start, end).filter(
    (one) =>
      one.kind === 'national' &&
      !HELD_BY.test(findings.read.text.slice(Math.max(start, one.start - 30), one.start)),
  );
  // "the Lord Mayor, the Minister of Economics and Vodafone's head put their names to it": a Land has ministers of its own.
  const mayors = of('official').filter((one) => signs(findings, act, one));
  if (
    mayors.length > 0 &&
    national.every(({ start: at }) =>
      /^(?:state )?minister of/.test(findings.read.lower.slice(at, at + 20)),
    ) &&
    within(findings.everyPlace, 0, findings.read.text.length).some(({ candidates }) =>
      candidates.some(({ country }) => country === 'DE'),
    )
  )
    return mayors;
  if (
    national.some((one) => !attends(findings, act, one)) &&
    !TRIPARTITE.test(findings.read.lower.slice(Math.max(0, start - TOLD_BEFORE), end))
  )
    return of('place').filter((one) => one.full && isRowed(findings.read.text, one, companies));
  const places = of('place').filter((one) => isParty(findings, act, one, companies));
  return places.length > 0 ? places : of('official').filter((one) => signs(findings, act, one));
}

/** 中国电信与国家电网: two that a connective joins. */
export function areJoined(text: string, mentions: readonly Stretch[]): boolean {
  return mentions.some((one, i) => {
    const next = mentions[i + 1];
    return next !== undefined && /^[^,、。]{0,6}[与同跟][^,。]{0,6}$/u.test(text.slice(one.end, next.start));
  });
}
