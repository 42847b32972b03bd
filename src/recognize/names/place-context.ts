/** What stands around a name of a place: a state told behind a city, a short form behind a comma, a person's name. */
import type { Stretch } from '../../wording/sentences.ts';
import type { Place, PlaceMention } from './places.ts';

/** "Kansas City, Kansas": a city whose state is told once is that state's in the whole text. */
export function toldApart(text: string, found: PlaceMention[]): PlaceMention[] {
  const told = new Map<string, Place[]>();
  for (const [i, { start, end, candidates }] of found.entries()) {
    const [region, ...others] = found[i + 1]?.candidates ?? [];
    if (others.length > 0 || region?.level !== 'province' || region.country === 'CN') continue;
    if (text.slice(end, found[i + 1]?.start) !== ', ') continue;
    const cities = candidates.filter(
      ({ level, country }) => level === 'prefecture' && country === region.country,
    );
    // "Dublin, Ohio": a town of that name in a country where the tables have none.
    const [first = candidates.find(({ level }) => level === 'prefecture' || level === 'province')] = cities;
    if (!first || first.country === 'CN') continue;
    const right = cities.filter((city) => city.region === region.region);
    const there = { ...first, region: region.region, country: region.country, level: 'prefecture' as const };
    told.set(text.slice(start, end), right.length > 0 ? right : [there]);
  }
  if (told.size === 0) return found;
  return found.map((one) => ({
    ...one,
    candidates: told.get(text.slice(one.start, one.end)) ?? one.candidates,
  }));
}

/**
 * "Lincoln, Neb.", "WESTMINSTER, MD -": a name and a comma before it, and behind two capitals the end of what is said;
 * "Province of B.C.", "the AP government": a government's own word beside it.
 */
export function isAfterName(
  text: string,
  { start, end, value }: Stretch & { value: { places: readonly Place[] } },
): boolean {
  // "invest IN Government": American postal codes are words.
  const isWord = value.places.every(({ country }) => country === 'US') && end - start < 3;
  if (
    !isWord &&
    (/\b(?:[Pp]rovince|[Ss]tate|[Gg]overnment|[Gg]ovt\.?) of $/.test(
      text.slice(Math.max(0, start - 16), start),
    ) ||
      /^(?:'s)? (?:[Ss]tate |[Pp]rovincial )?(?:[Gg]overnment|[Gg]ovt|[Gg]ov't|GOVT|GOVERNMENT|[Cc]abinet|[Cc]hief [Mm]inister|CM)(?![\p{L}])/u.test(
        text.slice(end, end + 30),
      ))
  )
    return true;
  if (!/\p{Lu}[\p{L}.'-]+, $/u.test(text.slice(Math.max(0, start - 30), start))) return false;
  const short = /^[A-Z]{2,3}$/.test(text.slice(start, end));
  return !short || /^(?:[,.;:)\n]|$| [-—–(]|[—–(]| \d{5})/.test(text.slice(end, end + 7));
}

const TOWN_OF = /(?:City|Town|Village|Borough|Municipality|Township) of (?<lead>\p{Lu}[\p{L}'-]+ )$/u;

/** Rivera in "the City of Alta Rivera", and in "Alta Rivera" wherever the text says it: the end of another name. */
export function withoutNameEnds<T extends Stretch>(text: string, found: readonly T[]): T[] {
  const ends = new Set<string>();
  for (const { start, end } of found) {
    const lead = TOWN_OF.exec(text.slice(Math.max(0, start - 50), start))?.groups?.lead;
    if (lead !== undefined) ends.add(lead + text.slice(start, end));
  }
  if (ends.size === 0) return [...found];
  return found.filter(({ start, end }) => {
    const lead = /\p{Lu}[\p{L}'-]+ $/u.exec(text.slice(Math.max(0, start - 30), start))?.[0];
    return lead === undefined || !ends.has(lead + text.slice(start, end));
  });
}

/** Mayor Dallas Tout: a name behind a title, before another name. */
export function isPerson(text: string, { start, end }: Stretch): boolean {
  return (
    /\b(?:Mayor|Governor|Gov|Premier|Minister|Commissioner|Chairman|Chair|Director|Secretary|President|Senator|Councillor|Cr|Mr|Mrs|Ms|Dr|Prof|Hon|Engr|Datuk|Dato|Sir)\.? $/.test(
      text.slice(Math.max(0, start - 14), start),
    ) &&
    /^ (?!State|County|City|Province|District|Government|Region)\p{Lu}\p{L}+/u.test(text.slice(end, end + 16))
  );
}
