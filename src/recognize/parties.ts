/**
 * Parties: which governments and which companies stand at the two ends of an act.
 *
 * Looked for in widening circles: the clause of the act, its sentence, then the title and the neighbouring sentences
 * (only for the side that is missing, and only for parties that are named outright). Who attends or witnesses is no
 * party. A bare place is a party only beside a connective with a company on its other side.
 */

import type { Stretch } from '../wording/sentences.ts';
import type { Act } from './acts.ts';
import { clauseAt } from './acts.ts';
import type { Findings } from './findings.ts';
import type { CompanyMention, GovernmentMention } from './mentions.ts';
import { inTitle } from './reading.ts';
import { within } from './within.ts';

export interface Parties {
  governments: GovernmentMention[];
  companies: CompanyMention[];
  /** How near the act both sides were found. */
  circle: 'clause' | 'sentence' | 'neighbour';
}

const HAN = /\p{Script=Han}/u;

export function partiesOf(findings: Findings, act: Act): Parties | null {
  const clause = sidesIn(findings, act, act.clause);
  if (isWhole(clause)) return { ...clause, circle: 'clause' };
  const sentence = sidesIn(findings, act, act.sentence);
  if (isWhole(sentence)) return { ...sentence, circle: 'sentence' };
  return fromNeighbours(findings, act, sentence);
}

interface Sides {
  governments: GovernmentMention[];
  companies: CompanyMention[];
}

function isWhole({ governments, companies }: Sides): boolean {
  return governments.length > 0 && companies.length > 0;
}

function sidesIn(findings: Findings, act: Act, range: Stretch): Sides {
  const companies = within(findings.companies, range.start, range.end).filter(
    (company) => company.kind !== 'other' && !attends(findings, act, company),
  );
  const named = within(findings.governments, range.start, range.end).filter(
    (government) => government.kind !== 'national' && !attends(findings, act, government),
  );
  return { companies, governments: strongest(findings, act, named, companies) };
}

/** Organs before bare places, bare places before titles. */
function strongest(
  findings: Findings,
  act: Act,
  named: readonly GovernmentMention[],
  companies: readonly CompanyMention[],
): GovernmentMention[] {
  const of = (kind: GovernmentMention['kind']): GovernmentMention[] =>
    named.filter((one) => one.kind === kind);
  const outright = [...of('organ'), ...of('generic').filter((one) => isParty(findings, act, one, companies))];
  if (outright.length > 0) return outright.sort((a, b) => a.start - b.start);
  // A ministry in the sentence is the party; a place beside it is where things happen.
  if (
    within(findings.governments, act.sentence.start, act.sentence.end).some(({ kind }) => kind === 'national')
  )
    return [];
  const places = of('place').filter((one) => isParty(findings, act, one, companies));
  return places.length > 0 ? places : of('official').filter((one) => signs(findings, act, one));
}

/** Those who attend, witness or receive: before such a word that comes before the act, or after one behind it. */
function attends({ read, cues }: Findings, act: Act, who: Stretch): boolean {
  const clause = HAN.test(read.text[who.start] ?? '')
    ? clauseAt(read.text, act.sentence, who.start)
    : act.sentence;
  const cue = act.cue;
  const holdsCue = cue.start >= clause.start && cue.end <= clause.end;
  for (const word of within(cues.mood, clause.start, clause.end)) {
    if (!word.classes.includes('attend')) continue;
    if (!holdsCue) return true;
    if (who.end <= word.start && word.end <= cue.start)
      return !/与|和|\bwith\b|\band\b/.test(read.lower.slice(word.end, cue.start));
    if (who.start >= word.end && word.start >= cue.end) return true;
  }
  return false;
}

const HAN_AFTER = /^(?:方面)?(?:和|与|同|跟|及|分别|正式|、|签|携手|达成|牵手|联手|再|将|今)/u;
const HAN_BEFORE = /(?:与|和|同|跟|及|、|携手|牵手|联手)$/u;
/** "Xiamen and", "with the coastal city of": what joins a bare place to the other side. */
const LATIN_JOIN = /^(?:'s)?(?: \([^)]{1,12}\))?,? (?:and|with)(?: the)?(?: [\p{L}'-]+){0,5} $/u;
const LATIN_LED = /\b(?:with|between|by)(?: the)?(?: [\p{L}'-]+){0,4} $/u;
const LATIN_HEADLINE = /^, $/;

/** Whether a bare place or a weak word (the city) stands where a party stands. */
function isParty(
  { read }: Findings,
  act: Act,
  who: GovernmentMention,
  companies: readonly CompanyMention[],
): boolean {
  const before = read.text.slice(Math.max(0, who.start - 30), who.start);
  const after = read.text.slice(who.end, who.end + 24);
  if (HAN.test(read.text[who.start] ?? '')) {
    if (who.kind === 'generic' && !/^[我全地当自]/u.test(read.text.slice(who.start, who.end))) return true;
    if (/[在于赴来到驻]$/u.test(before)) return false;
    return (
      (HAN_AFTER.test(after) || HAN_BEFORE.test(before)) &&
      companies.some((one) => linked(read.text, who, one))
    );
  }
  const weak = who.kind === 'place' || /^(?:the|local) /i.test(read.text.slice(who.start, who.end));
  if (!weak && !/^autonomous region$|authorities/i.test(read.text.slice(who.start, who.end))) return true;
  return standsBeside(read.text, act, who, companies);
}

/** Joined to a company by "and" or "with", led in by "with", or right before the signing word. */
function standsBeside(
  text: string,
  act: Act,
  who: GovernmentMention,
  companies: readonly CompanyMention[],
): boolean {
  if (companies.length === 0) return false;
  const toAct = text.slice(who.end, Math.max(who.end, act.cue.start));
  // Ekiti State, through its governor, signed: a place written with its unit, before the act and led in by nothing.
  if (who.full && who.kind === 'place' && who.end <= act.cue.start && toAct.length < 120) return true;
  if (who.start === act.sentence.start && toAct.length < 40 && !/,.*,/.test(toAct)) return true;
  if (/^(?: has| have| on \p{L}+| today| yesterday| also| formally| jointly){0,3} $/u.test(toAct))
    return true;
  if (LATIN_LED.test(text.slice(Math.max(0, who.start - 60), who.start))) return true;
  return companies.some((company) => {
    const [first, second] = who.start < company.start ? [who, company] : [company, who];
    const between = text.slice(first.end, Math.max(first.end, second.start));
    return (
      between.length <= 80 && (LATIN_JOIN.test(between) || (act.inTitle && LATIN_HEADLINE.test(between)))
    );
  });
}

/** A connective and little else between the two. */
function linked(text: string, a: Stretch, b: Stretch): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  const between = text.slice(first.end, Math.max(first.end, second.start));
  return between.length <= 24 && /与|和|同|跟|及|、|携手|牵手|联手/u.test(between) && !/[。;]/u.test(between);
}

/** A title counts when its bearer is the one who signs, in the clause of the act. */
function signs({ read }: Findings, act: Act, who: GovernmentMention): boolean {
  if (who.start < act.clause.start || who.end > act.clause.end) return false;
  return (
    who.start < act.cue.start ||
    /^[^,.。]{0,40}(?:与|和|with|and|by)/u.test(read.text.slice(act.cue.end, who.start))
  );
}

function fromNeighbours(findings: Findings, act: Act, have: Sides): Parties | null {
  const { read } = findings;
  if (have.governments.length === 0 && have.companies.length === 0 && act.inTitle) return null;
  const around = [act.sentenceIndex - 1, act.sentenceIndex + 1, 0, act.sentenceIndex - 2]
    .filter((index, at, all) => index >= 0 && index !== act.sentenceIndex && all.indexOf(index) === at)
    .map((index) => read.sentences[index])
    .filter((sentence) => sentence !== undefined);
  if (have.companies.length + have.governments.length > 0 && counterpart(findings, act, have)) return null;
  for (const sentence of around) {
    const other = sidesIn(findings, { ...act, sentence, clause: sentence }, sentence);
    const governments = have.governments.length > 0 ? have.governments : other.governments.filter(isOutright);
    const companies =
      have.companies.length > 0 ? have.companies : other.companies.filter(({ listed }) => listed);
    const joined =
      have.governments.length + have.companies.length > 0 || inTitle(read, sentence.start) || isWhole(other);
    if (joined && governments.length > 0 && companies.length > 0)
      return { governments, companies, circle: 'neighbour' };
  }
  return null;
}

function isOutright({ kind }: GovernmentMention): boolean {
  return kind === 'organ' || kind === 'generic' || kind === 'place';
}

/** The sentence of the act names the other side already: a ministry, a regulator, a bank, a second government. */
function counterpart({ governments, companies }: Findings, act: Act, have: Sides): boolean {
  const { start, end } = act.sentence;
  if (within(governments, start, end).some(({ kind }) => kind === 'national')) return true;
  const others = within(companies, start, end);
  if (have.companies.length > 0) return others.length > 1;
  const places = new Set(
    have.governments.filter(({ kind }) => kind === 'organ').map(({ place }) => place?.name ?? ''),
  );
  return others.length > 0 || places.size > 1;
}
