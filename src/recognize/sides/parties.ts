/**
 * Parties: which governments and which companies stand at the two ends of an act.
 *
 * Looked for in widening circles: the clause of the act, its sentence, then the title and the neighbouring sentences
 * (only for the side that is missing, and only for parties that are named outright). Who attends or witnesses is no
 * party. A bare place is a party only beside a connective with a company on its other side.
 */

import type { Act } from '../acts.ts';
import type { Findings } from '../findings.ts';
import { withoutOverlaps } from '../overlap.ts';
import { within } from '../within.ts';
import { fromAttending } from './parties-attending.ts';
import { fromBefore } from './parties-before.ts';
import { fromNeighbours } from './parties-nearby.ts';
import { bothNamed, isWhole, type Parties, sidesIn } from './sides.ts';

/** "the memorandums A signed with B will take effect, … A had also signed an agreement with C": what is told beside it is another's. */
function upToAlso(findings: Findings, act: Act): Act {
  const { read, cues } = findings;
  const also = within(cues.mood, act.cue.end, act.clause.end).find(({ classes }) =>
    classes.includes('also_signed'),
  );
  if (!also || within(findings.companies, act.cue.end, also.start).length === 0) return act;
  const end = act.cue.end + read.text.slice(act.cue.end, also.start).lastIndexOf(',');
  return end > act.cue.end
    ? { ...act, clause: { ...act.clause, end }, sentence: { ...act.sentence, end } }
    : act;
}

/** With whom a government signed, when that is nobody we know: the last to be asked. */
function fromUnheard(findings: Findings, act: Act, acts: readonly Act[]): Parties | null {
  const { unheard, companies } = findings;
  const { start, end } = act.sentence;
  if (unheard.length === 0 || within(companies, start, end).length > 0) return null;
  // Read as if they were known, and told apart again by where they stand.
  const asKnown = unheard.map((one) => ({ ...one, kind: 'ict' as const, listed: true }));
  const all = withoutOverlaps([...asKnown, ...companies]);
  const parties = fromNamed({ ...findings, companies: all, unheard: [] }, act, acts);
  if (!parties || (parties.circle === 'neighbour' && areTwoGovernments(findings, act))) return null;
  const own = new Map(unheard.map((one) => [one.start, one]));
  return { ...parties, companies: parties.companies.map((one) => own.get(one.start) ?? one) };
}

/** "The Kerala and Karnataka governments signed": whoever is named later did not. */
function areTwoGovernments({ read, governments }: Findings, { sentence, cue }: Act): boolean {
  const before = within(governments, sentence.start, cue.start);
  return before.some((one, i) => {
    if (/ and .*s$/.test(read.lower.slice(one.start, one.end))) return true;
    const next = before[i + 1];
    return (
      next?.place != null &&
      one.place !== null &&
      next.place.region !== one.place.region &&
      /^,? and (?:the )?$/.test(read.text.slice(one.end, Math.max(one.end, next.start)))
    );
  });
}

function fromNamed(findings: Findings, act: Act, acts: readonly Act[]): Parties | null {
  const clause = sidesIn(findings, act, act.clause);
  if (isWhole(clause)) return { ...clause, circle: 'clause' };
  if (act.clause !== act.sentence && bothNamed(findings, act.clause)) return null;
  const sentence = sidesIn(findings, act, act.sentence);
  if (isWhole(sentence)) return { ...sentence, circle: 'sentence' };
  return (
    fromNeighbours(findings, act, { have: sentence, acts }) ??
    fromBefore(findings, act, { have: sentence, acts }) ??
    fromAttending(findings, act)
  );
}

export function partiesOf(findings: Findings, whole: Act, acts: readonly Act[]): Parties | null {
  const act = upToAlso(findings, whole);
  return fromNamed(findings, act, acts) ?? fromUnheard(findings, act, acts);
}
