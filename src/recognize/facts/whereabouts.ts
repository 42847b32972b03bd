/**
 * Which region and city a government mention means.
 *
 * Named with its place it is that place. 省政府, 市政府 or "the provincial government" alone mean the province or city
 * the text speaks of most: places in the title and with a unit weigh more, the place of an event (在武汉) less.
 */
import type { Findings } from '../findings.ts';
import type { GovernmentMention } from '../names/mentions.ts';
import type { PlaceIndex } from '../names/place-index.ts';
import type { Place } from '../names/places.ts';
import { within } from '../within.ts';
import { likeliest, likeliestRegion } from './likeliest-place.ts';

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
