/**
 * When the article was published: a vote between the date line, the meta tags, the URL and the list row.
 *
 * Order of trust: a labelled date near the title, the tags that only ever mean publication, the date line
 * without a label, the URL, the list row. Times of building or updating a page are kept as evidence and
 * never win.
 */
import type { Precision, Witness } from '../domain/article.ts';
import { type Claim, type PublishedSources, readStamp, sameDay } from './published-claim.ts';
import { addressClaims, markupClaims, metaClaims, scriptClaims } from './published-declared.ts';
import { visibleClaims } from './published-lines.ts';
import { type FieldProvenance, provenanceOf } from './vote.ts';

export interface Published {
  date: string;
  precision: Precision;
  provenance: FieldProvenance;
}

export function readPublished(sources: PublishedSources): Published | null {
  const first = collectClaims(sources);
  const winner = winnerOf(first);
  if (winner !== null) return published(winner, first);
  const base = first.find(({ trust }) => trust === 0)?.date ?? null;
  // A day without a year (`10-08 12:00`) was not after the page's last change: that gives the year.
  const context = { ...sources.context, base: sources.context.base ?? base };
  const second = [
    ...(base === null ? first : collectClaims({ ...sources, context })),
    ...scriptClaims(sources),
  ];
  const found = winnerOf(second);
  return found === null ? null : published(found, second);
}

function collectClaims(sources: PublishedSources): Claim[] {
  const claims = [
    ...selectedClaims(sources),
    ...visibleClaims(sources),
    ...metaClaims(sources),
    ...markupClaims(sources),
    ...addressClaims(sources),
  ].filter(({ date }) => date >= EARLIEST);
  demoteRebuilt(claims);
  if (!/^zh/.test(sources.context.language ?? '')) trustDeclared(claims);
  return claims;
}

function winnerOf(claims: readonly Claim[]): Claim | null {
  let winner: Claim | null = null;
  for (const claim of claims) {
    if (claim.trust > 0 && (winner === null || claim.trust > winner.trust)) winner = claim;
  }
  return winner;
}

function published(winner: Claim, claims: readonly Claim[]): Published {
  const best = withoutMidnight(mostPrecise(winner, claims));
  const witnesses: Witness[] = claims.map(({ from, date }) => ({ from, value: date }));
  const provenance = provenanceOf({ from: best.from, value: best.date }, witnesses, sameDay);
  return { date: best.date, precision: best.precision, provenance };
}

/** Midnight to the second is how systems write that they know the day only. */
function withoutMidnight(claim: Claim): Claim {
  if (!/T00:00:00/.test(claim.date)) return claim;
  return { ...claim, date: claim.date.slice(0, 10), precision: 'day' };
}

/** The winner's day, with the time of a trusted witness of the same day when the winner has none. */
function mostPrecise(winner: Claim, claims: readonly Claim[]): Claim {
  if (winner.precision === 'minute') return shownDay(winner, claims);
  const agreeing = claims.filter(({ trust, date }) => trust > 0 && sameDay(date, winner.date));
  // A month (of an address, say) is told more closely by whoever names a day of it.
  const least = winner.precision === 'month' ? 0 : 4;
  const finer =
    agreeing.find(({ precision, trust }) => precision === 'minute' && trust >= least) ??
    (winner.precision === 'month' ? agreeing.find(({ precision }) => precision === 'day') : undefined);
  return finer === undefined ? winner : { ...winner, date: finer.date, precision: finer.precision };
}

/**
 * A moment declared in UTC falls on another day where the article was published, for some hours; the page shows the
 * day that people there saw.
 */
function shownDay(winner: Claim, claims: readonly Claim[]): Claim {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d).*\+00:00$/.exec(winner.date);
  if (match === null || /T00:00:00/.test(winner.date)) return winner;
  const hour = Number(match[2]);
  const day = (shift: number) =>
    new Date(Date.parse(`${match[1]}T00:00:00Z`) + shift * 86_400_000).toISOString().slice(0, 10);
  // Zones lie between 14 hours ahead of UTC and 12 behind.
  const possible = [...(hour >= 10 ? [day(1)] : []), ...(hour < 12 ? [day(-1)] : [])];
  const shown = claims.find(isShown);
  if (shown === undefined || !possible.includes(shown.date.slice(0, 10))) return winner;
  return { ...winner, date: shown.date, precision: shown.precision };
}

/** Trust of a date on a line by the title, rather than in the text or far away. */
const LEAST_SHOWN = 4.5;

/** Before the web nothing was published on it. */
const EARLIEST = '1990';

function selectedClaims({ selected, context }: PublishedSources): Claim[] {
  const mark = selected === null ? null : readStamp(selected, context);
  return mark === null ? [] : [{ from: 'selector', ...mark, trust: 100 }];
}

/**
 * Outside China the open vocabularies are kept with care, while the visible line mixes publication and update
 * and is often relative: there they win over it. A tag that knows no more than a day does not: where the line by the
 * title has a time, a day or two off, the tag is that of the issue or the draft.
 */
function trustDeclared(claims: Claim[]): void {
  const shown = claims.find((claim) => isShown(claim) && claim.precision === 'minute');
  for (const claim of claims) {
    if (/^(?:JSON-LD datePublished|article:published_time|microdata)$/.test(claim.from) && claim.trust > 0)
      claim.trust += 4;
    else if (shown && !isShown(claim) && claim.precision === 'day' && isNextDay(claim.date, shown.date))
      claim.trust = Math.min(claim.trust, shown.trust - 0.1);
  }
}

const isShown = ({ from, trust }: Claim) => /^date (?:line|label)$/.test(from) && trust >= LEAST_SHOWN;

function isNextDay(a: string, b: string): boolean {
  const days = Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) / 86_400_000;
  return days > 0 && days <= 2;
}

/**
 * `PubDate` is rewritten by some systems each time a page is built. When it is the build time, and URL or list row
 * tell another day, it loses.
 */
function demoteRebuilt(claims: Claim[]): void {
  const built = claims.filter(({ from }) => from === 'maketime' || from === 'others');
  for (const claim of claims) {
    if (claim.from !== 'pubdate') continue;
    const isBuild = built.some(({ date }) => date.slice(0, 16) === claim.date.slice(0, 16));
    const denied = claims.some(({ from, date, precision }) => {
      return (from === 'URL' || from === 'list row') && precision !== 'month' && !sameDay(date, claim.date);
    });
    if (isBuild && denied) claim.trust = 0.5;
  }
}
