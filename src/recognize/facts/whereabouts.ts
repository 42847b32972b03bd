/**
 * Which region and city a government mention means.
 *
 * Named with its place it is that place. 省政府, 市政府 or "the provincial government" alone mean the province or city
 * the text speaks of most: places in the title and with a unit weigh more, the place of an event (在武汉) less.
 */
import type { Findings } from '../findings.ts';
import type { GovernmentMention } from '../names/mentions.ts';
import type { PlaceIndex } from '../names/place-index.ts';
import type { Place, PlaceMention } from '../names/places.ts';
import { inTitle } from '../reading.ts';
import { within } from '../within.ts';

export interface Whereabouts {
  region: string | null;
  place: Place | null;
}

export function whereabouts(
  findings: Findings,
  index: PlaceIndex,
  government: GovernmentMention,
): Whereabouts {
  const { place } = government;
  const bound = regionBehindName(findings, government);
  if (
    bound &&
    bound.region !== place?.region &&
    (place?.level !== 'province' || place.country !== bound.country)
  )
    return { region: bound.region, place: null };
  if (place)
    return place.level === 'country' ? { region: null, place: null } : { region: place.region, place };
  const behind = placeBehind(findings, government);
  if (behind) return { region: behind.region, place: null };
  const own = placeOfOfficial(findings, government);
  if (own) return { region: own.region, place: own };
  const level = government.level;
  if (level === 'prefecture' || level === 'county') {
    const city = likeliest(findings, government, level);
    const line = city && datelineRegion(findings, government, city);
    if (line) return { region: line, place: null };
    if (city) return { region: city.region, place: city };
  }
  const region = likeliestRegion(findings, index);
  return { region, place: null };
}

/** "Kansas City, Kansas", "WESTMINSTER, MD … the City of Westminster": what a name is followed by once, it is everywhere. */
function regionBehindName(
  { read, places, sense }: Findings,
  { kind, start, end, place }: GovernmentMention,
): Place | null {
  if ((kind !== 'organ' && kind !== 'place') || place?.country === 'CN') return null;
  const core = read.text.slice(start, end).replace(UNIT_WORDS, ' ').replace(/'s\b/g, '').trim().toLowerCase();
  if (core.length < 3 || !/^\p{L}[\p{L} .'-]+$/u.test(core)) return null;
  for (let at = read.lower.indexOf(core); at >= 0; at = read.lower.indexOf(core, at + core.length)) {
    const from = at + core.length;
    const gap = /^(?: (?:county|city|town|township|district|parish|borough))?, (?:in )?/.exec(
      read.lower.slice(from, from + 17),
    );
    if (!gap || /[\p{L}\d]/u.test(read.text[at - 1] ?? ' ')) continue;
    const [next] = within(places, from + gap[0].length, from + gap[0].length + 1);
    const region = next && sense.choose(next.candidates);
    if (region?.level === 'province') return region;
  }
  return null;
}

const UNIT_WORDS =
  /(?<!\p{L})(?:the|[Cc]ity|[Tt]own|[Tt]ownship|[Cc]ounty|[Vv]illage|[Bb]orough|[Dd]istrict|[Pp]arish|[Mm]unicipality|[Mm]unicipal|[Cc]ouncil|[Cc]ommissioners?|[Cc]ommission|[Bb]oard|[Gg]overnment|[Cc]ourt|[Ff]iscal|[Ss]upervisors|[Aa]dministration|of)(?!\p{L})/gu;

/** "Spokane County, Washington": of an office in no list, the region that follows its name. */
function placeBehind({ read, places, sense }: Findings, { kind, end }: GovernmentMention): Place | null {
  if ((kind !== 'organ' && kind !== 'place') || read.text.slice(end, end + 2) !== ', ') return null;
  const [next] = within(places, end + 2, end + 40);
  if (!next || next.start !== end + 2) return null;
  const place = sense.choose(next.candidates);
  return place.level === 'country' ? null : place;
}

/** "governor of the Yamalo-Nenets autonomous district", "Plateau Governor". */
function placeOfOfficial(
  { read, places, sense }: Findings,
  { kind, start, end }: GovernmentMention,
): Place | null {
  if (kind !== 'official') return null;
  const of = /^ of (?:the )?/.exec(read.text.slice(end, end + 8))?.[0].length ?? 0;
  const next = of > 0 ? within(places, end + of, end + of + 1)[0] : undefined;
  const before = within(places, Math.max(0, start - 40), start).at(-1);
  const near = next ?? (before && read.text.slice(before.end, start) === ' ' ? before : undefined);
  const place = near && sense.choose(near.candidates);
  return place && place.level !== 'country' ? place : null;
}

/** "LINCOLN, Neb. (Dec. 4) - The mayor …" whose text names another city only later: the state the report comes from. */
function datelineRegion(
  { read, places, sense }: Findings,
  government: GovernmentMention,
  city: Place,
): string | null {
  const line = within(places, read.bodyStart, read.bodyStart + 60).find(
    ({ start, candidates }) =>
      candidates[0]?.level === 'province' &&
      /^\p{Lu}[\p{Lu} .'-]+, $/u.test(read.text.slice(read.bodyStart, start)),
  );
  if (!line) return null;
  const { region, country } = sense.choose(line.candidates);
  const later = places.every(
    ({ start, candidates }) => start > government.start || !candidates.includes(city),
  );
  return later && region !== city.region && country === city.country ? region : null;
}

/** The city or county the text is about. */
function likeliest(
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
function likeliestRegion({ read, everyPlace, sense }: Findings, index: PlaceIndex): string | null {
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
