/**
 * The title: a vote between what the page shows as its heading and what it says about itself.
 *
 * A visible heading that the meta data confirm is best: it is whole, and free of the site's name. Meta data
 * without a visible twin come second, the title tag without its suffixes last.
 *
 *   title-claims     what the page says about itself
 *   title-visible    what it shows
 *   title-likeness   how far the one confirms the other
 *   title-told       the line whose words the text repeats, where nothing else tells
 */
import type { Witness } from '../domain/article.ts';
import { type ClaimSources, claimsOf } from './title-claims.ts';
import { sameTitle, withoutSuffix } from './title-likeness.ts';
import { toldByText } from './title-told.ts';
import { type ShownSources, type VisibleTitle, visibleTitles } from './title-visible.ts';
import { normalOf } from './trim-body.ts';
import { provenanceOf, type Verdict } from './vote.ts';

export interface TitleSources extends ShownSources, ClaimSources {
  /** What the operator's selector found. */
  selected: string | null;
}

export function readTitle(sources: TitleSources): Verdict | null {
  const witnesses = claimsOf(sources);
  const visible = visibleTitles(sources, witnesses);
  const all = [...visible.map(({ witness }) => witness), ...witnesses];
  const winner = choose(sources, visible, witnesses);
  if (winner === null) return null;
  return { value: winner.value, provenance: provenanceOf(winner, all, sameTitle) };
}

/** Is this score more than a bare h1 gets? Then the meta data confirm the visible title. */
const CONFIRMED = 2.2;

function choose(
  sources: TitleSources,
  visible: readonly VisibleTitle[],
  claims: readonly Witness[],
): Witness | null {
  if (sources.selected !== null) return { from: 'selector', value: sources.selected };
  const best = visible[0];
  if (best !== undefined && best.score >= CONFIRMED)
    return agreedShorter(best.witness, claims) ?? best.witness;
  const named = claims.find(({ from }) => from !== 'title tag' && from !== 'list row');
  if (named !== undefined) return { from: named.from, value: withoutSuffix(named.value) };
  if (best !== undefined && best.score >= 1.9) return best.witness; // a lone h1
  const tag = claims.find(({ from }) => from === 'title tag') ?? claims[0];
  const told = toldByText(sources, visible, tag);
  if (told !== null) return told;
  return tag === undefined ? (best?.witness ?? null) : { from: tag.from, value: withoutSuffix(tag.value) };
}

/** A heading that carries a kicker or a subtitle is cut to what two of the page's own claims say is the title. */
function agreedShorter(shown: Witness, claims: readonly Witness[]): Witness | null {
  const normal = normalOf(shown.value);
  const shorter = claims.filter(({ from, value }) => {
    const claim = normalOf(value);
    return (
      from !== 'title tag' && claim.length >= 8 && claim.length < normal.length && normal.includes(claim)
    );
  });
  const [first, second] = shorter;
  return first !== undefined && second !== undefined && normalOf(first.value) === normalOf(second.value)
    ? first
    : null;
}
