/**
 * Parties that the sentence of an act does not name itself: those of its neighbours, of "the two sides" before it, of who
 * met or who watched. Only parties named outright are taken, and none when the sentence names another counterpart.
 */

import type { Stretch } from '../../wording/sentences.ts';
import type { Act } from '../acts.ts';
import type { Findings } from '../findings.ts';
import { type GovernmentMention, isOutright } from '../names/mentions.ts';
import { inTitle } from '../reading.ts';
import { within } from '../within.ts';
import { counterpart, isWithTrader } from './counterpart.ts';
import { areJoined, bothNamed, isWhole, type Parties, type Sides, sidesIn } from './sides.ts';
import { attends } from './standing.ts';

export function fromNeighbours(
  findings: Findings,
  act: Act,
  { have, acts }: { have: Sides; acts: readonly Act[] },
): Parties | null {
  const { read } = findings;
  if (have.governments.length === 0 && have.companies.length === 0) {
    if (act.inTitle || isWithTrader(findings, act) || acts.some((one) => isBetweenCompanies(findings, one)))
      return null;
  }
  if (have.companies.length + have.governments.length > 0 && counterpart(findings, act, have)) return null;
  for (const sentence of neighbours(findings, act, { have, acts })) {
    const other = sidesIn(findings, { ...act, sentence, clause: sentence }, sentence);
    // "Governor Ostrovsky signs one more agreement": a headline whose own signing names who signs by the title.
    const signer = acts.some((one) => one.inTitle && one.mood === 'done' && one.sentence === sentence);
    const governments =
      have.governments.length > 0
        ? have.governments
        : other.governments.filter((one) => isOutright(one) || (signer && one.kind === 'official'));
    const companies =
      have.companies.length > 0
        ? have.companies
        : other.companies.filter(
            ({ listed, kind, canonical }) =>
              listed ||
              // "entered into two agreements. X Broadband, LLC gets …": told right behind it.
              (kind === 'ict' &&
                (isWhole(other) ||
                  sentence === read.sentences[act.sentenceIndex + 1] ||
                  isOnly(findings, canonical))),
          );
    const joined =
      have.governments.length + have.companies.length > 0 || inTitle(read, sentence.start) || isWhole(other);
    if (joined && governments.length > 0 && companies.length > 0)
      return { governments, companies, circle: 'neighbour' };
  }
  return null;
}

/** The only company of the whole text. */
function isOnly({ companies }: Findings, canonical: string): boolean {
  const bare = (name: string): string => name.toLowerCase().replace(/[^\p{L}\d]/gu, '');
  const mine = bare(canonical);
  return companies.every((one) => {
    const other = bare(one.canonical);
    return one.kind !== 'ict' || other.startsWith(mine) || mine.startsWith(other);
  });
}

/** The sentences that may name a missing side, the nearest first: before the act any, behind it those that go on with it. */
function neighbours(
  findings: Findings,
  act: Act,
  { have, acts }: { have: Sides; acts: readonly Act[] },
): Stretch[] {
  const { read } = findings;
  return (
    [act.sentenceIndex - 1, act.sentenceIndex + 1, 0, act.sentenceIndex - 2, act.sentenceIndex + 2]
      .filter((index, at, all) => index >= 0 && index !== act.sentenceIndex && all.indexOf(index) === at)
      .map((index) => read.sentences[index])
      .filter((sentence) => sentence !== undefined)
      .filter(
        (sentence) =>
          !isUndone(acts, sentence) && !HAS_NONE.test(read.lower.slice(sentence.start, sentence.end)),
      )
      // Two sentences on only what speaks of this very document.
      .filter(
        (sentence) =>
          sentence !== read.sentences[act.sentenceIndex + 2] ||
          (have.governments.length > 0 &&
            (BY_IT.test(read.lower.slice(sentence.start, sentence.end)) ||
              SECOND.test(read.lower.slice(sentence.start, sentence.end)))),
      )
      .filter(
        (sentence) =>
          sentence.start < act.sentence.start ||
          GOES_ON.test(read.lower.slice(sentence.start, sentence.end)) ||
          isHelper(findings, sentence) ||
          isSupplier(findings, sentence),
      )
  );
}

/** 招商局集团与中国移动签署, in title or lead: what names nobody further down is about these two. */
function isBetweenCompanies(
  { read, companies }: Findings,
  { inTitle: title, sentenceIndex, clause }: Act,
): boolean {
  return (
    (title || sentenceIndex <= read.lead) && areJoined(read.text, within(companies, clause.start, clause.end))
  );
}

const BOTH =
  /双方|[两三]方|各方|\bthe (?:two|three) (?:sides|parties)\b|\bboth (?:sides|parties)\b|\bthe parties\b|\b(?:city|county|state|province|council|town|region) and (?:company|operator|firm|provider)\b|\bthe (?:two|pair|duo)(?:,| (?:will|have|has|had|also|then|jointly|signed|inked|concluded|agreed|entered|sealed)\b)/;

/** How far back "the two sides" may point, in sentences. */
const BACK = 12;

/**
 * 会上,双方签署…: both sides were named before. The nearest sentence that names them as parties, else the nearest
 * company and the nearest government; none when two companies were the last that stood together.
 */
export function fromBefore(
  findings: Findings,
  act: Act,
  { have, acts }: { have: Sides; acts: readonly Act[] },
): Parties | null {
  const { read } = findings;
  if (act.inTitle || !BOTH.test(read.lower.slice(act.sentence.start, act.sentence.end))) return null;
  if (have.companies.length > 0 && have.governments.length > 0) return null;
  if (have.governments.length === 0 && acts.some((one) => isBetweenCompanies(findings, one))) return null;
  const met = fromMeeting(findings, act);
  if (met) return met;
  let { governments, companies } = have;
  const own = spokenOfBefore(findings, act, have);
  if (own) return own;
  for (let index = act.sentenceIndex - 1; index >= Math.max(0, act.sentenceIndex - BACK); index--) {
    const sentence = read.sentences[index];
    if (!sentence || isUndone(acts, sentence)) continue;
    const sides = sidesIn(findings, { ...act, sentence, clause: sentence }, sentence);
    if (isWhole(sides)) return { ...sides, circle: 'neighbour' };
    if (companies.length === 0 && bothNamed(findings, sentence)) return null;
    if (companies.length === 0)
      companies = nearestOf(
        within(findings.companies, sentence.start, sentence.end).filter(({ listed }) => listed),
      );
    if (governments.length === 0)
      governments = nearestOf(
        within(findings.governments, sentence.start, sentence.end).filter(
          (one) =>
            isOutright(one) &&
            !isBearer(findings, one) &&
            !attends(findings, { ...act, sentence, clause: sentence }, one),
        ),
      );
  }
  if (governments.length === 0) governments = nearestOf(inDocument(findings, act));
  return isWhole({ governments, companies }) ? { governments, companies, circle: 'neighbour' } : null;
}

/** 省委书记会见中国联通董事长,会见后双方签署…: those who met in the same sentence, each for their own. */
function fromMeeting({ read, companies, governments }: Findings, { cue, sentence }: Act): Parties | null {
  const meeting = /会见|会谈|座谈|拜会/u.exec(read.text.slice(sentence.start, cue.start));
  if (!meeting) return null;
  const named = within(companies, sentence.start, cue.start).filter(({ kind }) => kind === 'ict');
  const [company] = named;
  const all = within(governments, sentence.start, cue.start);
  const [first] = all.filter(
    ({ kind, place }) => kind !== 'national' && (place !== null || kind !== 'official'),
  );
  if (!company || !first || named.some(({ canonical }) => canonical !== company.canonical)) return null;
  return { governments: [first], companies: [company], circle: 'neighbour' };
}

/** "China Mobile will come to Qinghai, by the document the two sides signed": one of each before the act in its sentence. */
function spokenOfBefore(
  { read, companies, governments }: Findings,
  { cue, sentence }: Act,
  have: Sides,
): Parties | null {
  if (!/^\p{Script=Latin}/u.test(read.text.slice(cue.start))) return null;
  const named = within(companies, sentence.start, cue.start).filter(({ kind }) => kind !== 'other');
  const places = within(governments, sentence.start, cue.start);
  if (
    places.some(({ kind }) => kind === 'national') ||
    new Set(named.map(({ canonical }) => canonical)).size > 1
  )
    return null;
  const regions = new Set(places.map(({ place }) => place?.region ?? ''));
  const [company] = have.companies.length > 0 ? have.companies : named;
  const [first] =
    have.governments.length > 0 ? have.governments : places.filter(({ kind }) => kind !== 'official');
  if (company?.kind !== 'ict' || !first || regions.size > 1) return null;
  return { governments: [first], companies: [company], circle: 'neighbour' };
}

/** 湖北省 in 湖北省副省长: a part of somebody's title. */
function isBearer({ governments }: Findings, { end }: Stretch): boolean {
  return within(governments, end, end + 2).some(({ kind }) => kind === 'official');
}

function nearestOf<T>(mentions: readonly T[]): T[] {
  return mentions.slice(-1);
}

/** 《莲都区数字乡村合作协议》: the place that the document is about. */
function inDocument({ read, governments }: Findings, { sentence }: Act): GovernmentMention[] {
  return within(governments, sentence.start, sentence.end).filter(
    (one) =>
      one.kind === 'place' &&
      one.full &&
      /[《“][^》”]{0,4}$/u.test(read.text.slice(one.start - 6, one.start)),
  );
}

/** "The county has no contract of its own with a provider". */
const HAS_NONE = /\b(?:has|have|had|is|was) no (?:contract|agreement|deal|memorandum|pact)\b/;

/** "The second MoU is with NTT". */
const SECOND =
  /^the (?:second|other|first) (?:[a-z]+ )?(?:mou|agreement|deal|contract|memorandum|one|pact)\b/;

const BY_IT = /\b(?:according to|under) (?:the|this) (?:agreement|memorandum|contract|deal|pact|accord)\b/;

/** What the next sentence must speak of to name a party: an example of local firms there is none. */
const GOES_ON =
  /协议|协定|备忘录|合同|双方|各方|代表|签|合作|出席|agreement|contract|memorandum|\bmou\b|\bunder (?:one|both|either)\b|\bthe (?:first|second|other|third),? (?:of them|is|was|one|with|goes)\b|\bmoa\b|deal|pact|sign|parties|both sides|\bbetween\b|\bthe (?:two|three|four|five)\b|partner|under it|ceremony|project|ስምምነት|memorandum|perjanjian/;

/** "The council has signed. BT, winner of all others, will build fibre": who opens the next sentence with its part of it. */
function isSupplier({ read, companies }: Findings, { start, end }: Stretch): boolean {
  const [first] = within(companies, start, end);
  return (
    first?.kind === 'ict' &&
    first.listed &&
    first.start === start &&
    /^(?:, [^,]{2,50},)? (?:will|is to) (?:now |then )?(?:build|set up|establish|open|invest|deliver|provide|lay|install|supply|roll out|extend|design|connect|bring|operate|run)\b/.test(
      read.lower.slice(first.end, end),
    )
  );
}

/** "signed with Y. The state's Development Board (APEDB) will help": the office that opens the next sentence with its part. */
function isHelper({ read, governments }: Findings, { start, end }: Stretch): boolean {
  const first = within(governments, start, Math.min(end, start + 5))[0];
  return (
    first?.kind === 'organ' &&
    /^(?: \(\p{L}{2,8}\))?(?:, [^,]{2,50},)? (?:will|is to) (?:help|give|provide|support|facilitate|grant|assist|ensure|offer|allot)\b/u.test(
      read.text.slice(first.end, end),
    )
  );
}

/** A sentence whose own signings have not happened lends its parties to none. */
function isUndone(acts: readonly Act[], sentence: Stretch): boolean {
  const own = acts.filter((act) => act.sentence === sentence);
  return (
    own.length > 0 && own.every(({ mood }) => mood === 'future' || mood === 'negated' || mood === 'denied')
  );
}
