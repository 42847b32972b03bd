/**
 * The place a text is about, for a government that is named without one: places in the title and with a unit weigh more,
 * the place of an event, of a report or of a company's seat less.
 */
import type { Findings } from '../findings.ts';
import type { GovernmentMention } from '../names/mentions.ts';
import type { PlaceIndex } from '../names/place-index.ts';
import type { Place, PlaceMention } from '../names/places.ts';
import { inTitle } from '../reading.ts';

/** The city or county the text is about. */
export function likeliest(
  findings: Findings,
  government: GovernmentMention,
  level: 'prefecture' | 'county',
): Place | null {
  const scores = new Map<Place, number>();
  for (const mention of findings.places) {
    const place = findings.sense.choose(mention.candidates);
    if (!fits(place, level)) continue;
    scores.set(place, (scores.get(place) ?? 0) + weight(findings, mention, government));
  }
  // Counties that are read only with their unit stand among the governments alone.
  for (const { place, start, full } of findings.governments) {
    if (place && full && fits(place, level) && !scores.has(place) && start < government.start)
      scores.set(place, 1.5);
  }
  const [best] = [...scores].sort((a, b) => b[1] - a[1]);
  if (best && best[1] > 0) return best[0];
  return level === 'county' ? likeliest(findings, government, 'prefecture') : null;
}

/** A county-level city signs as 市政府 too; a municipality is a province and a city. */
function fits(place: Place, level: 'prefecture' | 'county'): boolean {
  if (level === 'county') return place.level === 'county' || place.level === 'zone';
  return (
    place.level === 'prefecture' ||
    (place.level === 'province' && (place.city !== null || / City$/.test(place.english ?? place.name))) ||
    place.level === 'county'
  );
}

function weight({ read }: Findings, mention: PlaceMention, government: GovernmentMention): number {
  const before = read.text.slice(Math.max(0, mention.start - 2), mention.start);
  const after = read.text.slice(mention.end, mention.end + 2);
  let points = mention.full ? 1.5 : 1;
  if (NATIONAL_SEATS.has(read.text.slice(mention.start, mention.end))) points -= 0.9;
  if (inTitle(read, mention.start)) points += 1;
  if (/数字|智慧|我市/u.test(before)) points += 1;
  if (/^(?:日报|新闻|发布|晚报)/u.test(after)) points += 0.5;
  if (
    /[在于赴]$/u.test(before) ||
    /\bin $/.test(read.text.slice(Math.max(0, mention.start - 3), mention.start))
  )
    points -= 0.7;
  // "the Quezon City-based firm", "Conexon LLC of Kansas City": where somebody sits.
  if (
    /\b(?:Inc|LLC|Ltd|Corp|Co|GmbH)\.? of $/.test(
      read.text.slice(Math.max(0, mention.start - 10), mention.start),
    )
  )
    points -= 2;
  if (/^-(?:based|headquartered)\b/.test(read.text.slice(mention.end, mention.end + 16))) points -= 2;
  // "MANILA, Philippines – …": where it was written.
  if (
    /^(?:, \p{Lu}\p{L}+)?(?: ?\([^)]{1,30}\))?(?::| ?[-—–]{1,2} )/u.test(
      read.text.slice(mention.end, mention.end + 40),
    )
  )
    points -= 0.9;
  if (Math.abs(mention.start - government.start) < 60) points += 0.25;
  // "Beijing only 300 kilometers off".
  if (
    /^ (?:only |just |about |some |is )?[\d,.]+ (?:kilomet|km|miles)/.test(
      read.text.slice(mention.end, mention.end + 30),
    )
  )
    points -= 1;
  // What "the municipality" points back to.
  if (mention.start < government.start) points += 1;
  return points;
}

/** Capitals that stand for the government of their country. */
const NATIONAL_SEATS: ReadonlySet<string> = new Set([
  'Canberra',
  'New Delhi',
  'Washington',
  'Ottawa',
  'Abuja',
  'Pretoria',
  'Islamabad',
  'Putrajaya',
  'Brasília',
  'Moscow',
]);

/** The province that weighs most, abbreviations (在闽, 冀时) and places in company names included. */
export function likeliestRegion({ read, everyPlace, sense }: Findings, index: PlaceIndex): string | null {
  const regions = new Map<string, number>();
  for (const { candidates } of everyPlace) {
    const place = sense.choose(candidates);
    // "The councils, the State and Canberra all have money in it".
    const points = NATIONAL_SEATS.has(place.english ?? place.name) ? 0.5 : 1;
    if (place.level !== 'country') regions.set(place.region, (regions.get(place.region) ?? 0) + points);
  }
  for (const match of read.text.matchAll(
    /[在入赴来驻](\p{Script=Han})(?=投|签|举|会|考|调|落|工|设|建|,)/gu,
  )) {
    const place = index.abbreviations.get(match[1] ?? '');
    if (place) regions.set(place.region, (regions.get(place.region) ?? 0) + 1);
  }
  return [...regions].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
