/** Places as the lexicon knows them, and where a text names one. */
import type { Stretch } from '../../wording/sentences.ts';

export type PlaceLevel = 'country' | 'province' | 'prefecture' | 'county' | 'zone';

export interface Place {
  /** Without 市; English where the lexicon has no Chinese name. */
  name: string;
  english: string | null;
  /** ISO 3166-2, or ISO 3166-1 for a country. */
  region: string;
  level: PlaceLevel;
  /** Name of the city or district, null for provinces and countries. */
  city: string | null;
  country: string;
}

export interface PlaceMention extends Stretch {
  candidates: Place[];
  /** The name was written with its unit: 金山区, not 金山. */
  full: boolean;
}
