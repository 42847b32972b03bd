/**
 * Parties: which governments and which companies stand at the two ends of an act.
 *
 * Looked for in widening circles: the clause of the act, its sentence, then the title and the neighbouring sentences
 * (only for the side that is missing, and only for parties that are named outright). Who attends or witnesses is no
 * party. A bare place is a party only beside a connective with a company on its other side.
 */

import type { Act } from './acts.ts';
import type { Findings } from './findings.ts';
import { fromAttending } from './parties-attending.ts';
import { fromBefore, fromNeighbours } from './parties-nearby.ts';
import { bothNamed, isWhole, type Parties, sidesIn } from './sides.ts';

export function partiesOf(findings: Findings, act: Act, acts: readonly Act[]): Parties | null {
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
