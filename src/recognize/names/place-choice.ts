/**
 * Which place a name means, and which place a text is about.
 *
 * A province counts for every time it or one of its places is named; a name shared by several places goes to the
 * province that counts most, then to the country that is spoken of, by its name or by a company at home there; among
 * equals to the larger place, then to the first in the tables.
 */
import type { PlaceIndex } from './place-index.ts';
import type { Place, PlaceMention } from './places.ts';

const RANK = { country: 0, province: 1, prefecture: 2, zone: 2, county: 3 } as const;

export interface PlaceSense {
  choose(candidates: readonly Place[]): Place;
  /** How often a region (code) is named, by itself or through its places. */
  weight(region: string): number;
}

/** `homes`: ISO 3166-1 codes of the companies named. */
export function placeSense(mentions: readonly PlaceMention[], homes: ReadonlySet<string>): PlaceSense {
  const weights = new Map<string, number>();
  for (const { candidates } of mentions) {
    const regions = new Set(candidates.map((place) => place.region));
    // A name that may be in three provinces says little about each.
    for (const region of regions) weights.set(region, (weights.get(region) ?? 0) + 1 / regions.size ** 2);
  }
  const weight = (region: string): number => weights.get(region) ?? 0;
  const spoken = ({ country }: Place): number => weight(country) + (homes.has(country) ? 1 : 0);
  return {
    weight,
    choose(candidates) {
      const [first, ...rest] = candidates;
      if (!first) throw new RangeError('a place name without places');
      let best = first;
      for (const place of rest) {
        const gain = weight(place.region) - weight(best.region) || spoken(place) - spoken(best);
        if (gain > 0 || (gain === 0 && RANK[place.level] < RANK[best.level])) best = place;
      }
      return best;
    },
  };
}

/** The province whose seat this city is, by code; null when it is none. */
export function capitalOf(index: PlaceIndex, city: Place): string | null {
  return index.capitals.get(city.region) === city.name ? city.region : null;
}
