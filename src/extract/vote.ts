/**
 * A field of an article is a vote among witnesses. Every witness keeps its value, so that the losing ones stay
 * visible in the article's provenance.
 */
import type { Provenance, Witness } from '../domain/article.ts';

export type FieldProvenance = Provenance[string];

export interface Verdict {
  value: string;
  provenance: FieldProvenance;
}

/**
 * The winner is given; this writes down who agreed with it and who did not.
 * `same` says when two values are one (a title with and without the site's name, two spellings of a day).
 */
export function provenanceOf(
  winner: Witness,
  witnesses: readonly Witness[],
  same: (a: string, b: string) => boolean,
): FieldProvenance {
  const agreed = new Set<string>();
  const disagreed: Witness[] = [];
  for (const witness of witnesses) {
    if (witness === winner || witness.from === winner.from) continue;
    if (same(witness.value, winner.value)) agreed.add(witness.from);
    else if (!disagreed.some(({ from, value }) => from === witness.from && value === witness.value)) {
      disagreed.push(witness);
    }
  }
  return { from: winner.from, agreed: [...agreed], disagreed: disagreed.slice(0, 12) };
}
