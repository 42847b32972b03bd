/** The title by its text, for pages that neither mark it as a heading nor name it. */
import type { Witness } from '../domain/article.ts';
import { type Line, sizeOf } from './page-lines.ts';
import { pairsOf, withoutSuffix } from './title-likeness.ts';
import { BY_DATE_LINE, type ShownSources, type VisibleTitle } from './title-visible.ts';
import { isProse } from './trim-body.ts';

/** Lines of the text that a title is compared with. */
const OPENING = 8;
const openingOf = ({ survey, bodyStart }: ShownSources): Line[] =>
  survey.lines.slice(bodyStart, bodyStart + OPENING).filter(isProse);

/** A heading without a tag is no longer than this, in reading units. */
const LONGEST_HEADING = 60;

/**
 * A title tag may hold the site's name alone, or "Details", and is shown nowhere as a heading then. A line above the
 * text that shares its words is the title: one that stands where titles stand, or any where the tag shares none.
 */
export function toldByText(
  sources: ShownSources,
  visible: readonly VisibleTitle[],
  tag: Witness | undefined,
): Witness | null {
  const words = wordsOf(
    openingOf(sources)
      .map(({ text }) => text)
      .join(' '),
  );
  const share = (text: string) => {
    const own = [...wordsOf(text)];
    return own.filter((word) => words.has(word)).length / (own.length || 1);
  };
  const strange = tag === undefined || share(withoutSuffix(tag.value)) < STRANGE;
  const told = visible.find(({ witness: { value }, score }) => {
    return (
      score >= (strange ? 0.5 : BY_DATE_LINE) && sizeOf(value) <= LONGEST_HEADING && share(value) >= TELLING
    );
  });
  return told?.witness ?? null;
}

/** Share of a title's words that its text repeats: less than the one is no title of it, the other speaks for one. */
const STRANGE = 0.2;
const TELLING = 0.4;

/** Pairs of Han characters, and words of four letters or more. */
function wordsOf(text: string): Set<string> {
  const words = new Set<string>(text.toLowerCase().match(/(?:(?!\p{Script=Han})[\p{L}\p{M}\d]){4,40}/gu));
  for (const run of text.match(/\p{Script=Han}{2,200}/gu) ?? [])
    for (const pair of pairsOf(run)) words.add(pair);
  return words;
}
