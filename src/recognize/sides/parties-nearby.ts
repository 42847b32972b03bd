/**
 * Parties that the sentence of an act does not name itself: those of its neighbours. Only parties named outright are
 * taken, and none when the sentence names another counterpart.
 */

import type { Stretch } from '../../wording/sentences.ts';
import type { Act } from '../acts.ts';
import type { Findings } from '../findings.ts';
import { isOutright } from '../names/mentions.ts';
import { inTitle } from '../reading.ts';
import { within } from '../within.ts';
import { counterpart, isWithTrader } from './counterpart.ts';
import { isBetweenCompanies, isUndone } from './parties-before.ts';
import { isWhole, type Parties, type Sides, sidesIn } from './sides.ts';

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

/** "The county has no contract of its own with a provider". */
const HAS_NONE = /\b(?:has|have|had|is|was) no (?:contract|agreement|deal|memorandum|pact)\b/;

/** "The second MoU is with NTT". */
const SECOND =
  /^the (?:largest|biggest|main|latest|most important|most valuable)(?: one| of them| of these| deal| pact)? (?:is|was) with\b|^the (?:two|three|four|five|six|providers|companies|firms|operators|signatories)(?: [a-z]+)?(?: are| were)?:|^the (?:second|other|first) (?:[a-z]+ )?(?:mou|agreement|deal|contract|memorandum|one|pact)\b/;

const BY_IT = /\b(?:according to|under) (?:the|this) (?:agreement|memorandum|contract|deal|pact|accord)\b/;

/** What the next sentence must speak of to name a party: an example of local firms there is none. */
const GOES_ON =
  /协议|协定|备忘录|合同|双方|各方|代表|签|合作|出席|agreement|contract|memorandum|\bmou\b|\bunder (?:one|both|either)\b|\bthe (?:first|second|other|third),? (?:of them|is|was|one|with|goes)\b|\bmoa\b|deal|pact|sign|parties|both sides|\bbetween\b|\bthe (?:two|three|four|five)\b|partner|under it|^by it|^the (?:largest|biggest|main|latest|most)\b[^.;]{0,20} with\b|\btakes? part\b|ceremony|project|ስምምነት|memorandum|perjanjian/;

/** "The council has signed. BT, winner of all others, will build fibre": who opens the next sentence with its part of it. */
function isSupplier({ read, companies }: Findings, { start, end }: Stretch): boolean {
  const [first] = within(companies, start, end);
  return (
    first?.kind === 'ict' &&
    first.listed &&
    (first.start === start ||
      /^(?:The )?(?:[\w-]+ ){1,3}(?:company|firm|operator|provider|giant) $/.test(
        read.text.slice(start, first.start),
      )) &&
    /^(?:, [^,]{2,50},)? (?:will|is to) (?:now |then )?(?:build|implement|carry out|execute|set up|establish|open|invest|deliver|provide|lay|install|supply|roll out|extend|design|connect|bring|operate|run)\b/.test(
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
