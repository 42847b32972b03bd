/**
 * Governments and their organs in English and other languages of Latin script.
 *
 * Around a known place: "Hunan government", "Government of Guizhou", "Shanghai's municipal government", "Xiamen city".
 * Without a known place: "Ampang Jaya Municipal Council", "the provincial government". Titles: "Governor Fayemi".
 */
import type { Lexicon } from '../../domain/lexicon.ts';
import { unaccented } from '../../wording/unaccented.ts';
import { wordsOf } from '../cues.ts';
import { apartFrom, withoutOverlaps } from '../overlap.ts';
import { unlistedGovernments } from './governments-unlisted.ts';
import { byHead, byInitials } from './governments-words.ts';
import type { GovernmentKind, GovernmentMention } from './mentions.ts';
import { OfficesWithoutPlace } from './offices-without-place.ts';
import type { PlaceSense } from './place-choice.ts';
import type { PlaceIndex } from './place-index.ts';
import type { PlaceMention } from './places.ts';

const SPACED = /[\p{Script=Latin}\p{Script=Ethiopic}\p{Script=Cyrillic}]/u;
const ADJECTIVE =
  "(?:Uygur|Uyghur|Zhuang|Hui|Autonomous|Region|Provincial|Municipal|State|County|City|District|Prefecture|Town|Township|People'?s|Local|Special|Administrative|Metropolitan|Regional|Province|provincial|municipal|state|county|city|local|people's|regional|district|autonomous|region)";
const UNIT =
  /^\)?,? ?(?:Province|City|State|County|District|Prefecture|Municipality|province|city|state|county|district|municipality|Autonomous Region|autonomous region|Regional State|regional state|Region|region|Districts|Governorate|governorate|Oblast|oblast|Autonomous Okrug|Okrug|Voivodeship|voivodeship|Canton|canton|Emirate|emirate|Prefecture|prefecture|New Area|Special Administrative Region)\b/u;
const BASED = /^-(?:based|headquartered|born|listed|made|area|wide|owned)\b/;
/** Behind a country, an office of a part of it: "Oman's Dhofar Municipality"; a part that is known has a place of its own. */
const OF_A_PART =
  /^'s (?:\p{Lu}[\p{L}'-]+ ){1,4}(?:Municipality|Municipal|County|City|Province|Provincial|State|Regional|District|Governorate|Prefecture|Council)\b/u;

export class LatinGovernments {
  readonly #index: PlaceIndex;
  readonly #organAfter: RegExp;
  readonly #governmentAfter: RegExp;
  readonly #officeAfter: RegExp;
  readonly #zoneAfter: RegExp;
  /** Offices that end right where the place begins: "Pemerintah Kota ". */
  readonly #officeBefore: RegExp;
  readonly #withoutPlace: OfficesWithoutPlace;

  constructor(lexicon: Lexicon, index: PlaceIndex) {
    this.#index = index;
    const languages = lexicon.languages.filter(({ spaced }) => spaced);
    const words = (name: Parameters<typeof wordsOf>[1]): string =>
      wordsOf(languages, name)
        .sort((a, b) => b.length - a.length)
        .map((word) => word.replace(/[.]/g, '\\.'))
        .join('|');
    this.#governmentAfter = new RegExp(
      `\\)?(?:'s)?,? ?['“"]?(?:${ADJECTIVE}(?:'s)?\\)?'? ?){0,5}['”"]? ?(?:government|Government|Govt\\.?|govt\\.?|Gov't|GOVERNMENT|GOVT|authorities|administration)(?![a-z])`,
      'uy',
    );
    // "In Fuzhou the Provincial Government": behind an article another name begins.
    this.#organAfter = new RegExp(
      `(?:'s)? (?!and |the )(?:(?:\\p{Lu}[\\p{L}'-]{1,20},?|of|and|the|for|&) ){0,9}(?:${words('organs')}|department|directorate|secretariat)(?![a-z])`,
      'uy',
    );
    // "Karnataka's home department": an office without its capitals.
    this.#officeAfter =
      /(?: \p{Lu}\p{Ll}+){1,3} ministry(?![a-z])| (?:IT|ICT|[a-z]+) (?:department|bureau|directorate|secretariat)(?![a-z])|(?:'s)? (?:traffic |city |state |cyber )?police(?![a-z])|'s (?:[a-z-]+ ){0,4}(?:ministry|department|bureau|directorate|agency|commission|secretariat|authority|municipality|council|office|civic body|civic agency)(?![a-z])/uy;
    this.#zoneAfter = new RegExp(
      `(?:'s)? (?:(?:\\p{Lu}[\\p{L}-]{1,15}|&|and) ){0,6}(?:${words('zones')})(?![a-z])`,
      'uy',
    );
    this.#officeBefore = new RegExp(
      `(?<![\\p{L}])(?:[Tt]he )?(?:${anyCase(words('organs_before'))})(?: the)?(?: (?!in |at |on |for |from |and )[a-z]+){0,2}(?: \\p{Lu}[\\p{L}]+'s(?: [a-z]+){1,3})? $`,
      'u',
    );
    this.#withoutPlace = new OfficesWithoutPlace(languages, words('organs'));
  }

  find(
    read: { text: string; lower: string },
    places: readonly PlaceMention[],
    sense: PlaceSense,
  ): GovernmentMention[] {
    const { text } = read;
    if (!SPACED.test(text)) return [];
    const found: GovernmentMention[] = [];
    const starts = new Set(places.map(({ start }) => start));
    for (const place of [...places, ...this.#placesWithUnit(text, places)]) {
      if (!SPACED.test(text[place.start] ?? '')) continue;
      // "New York-based Verizon": where somebody sits.
      if (BASED.test(text.slice(place.end, place.end + 16))) continue;
      // "the government of the Indian state of Maharashtra": a nation's word for one of its parts.
      if (isOfItsPart(text, place)) continue;
      const mention = this.#atPlace(text, place, { sense, starts });
      // A country or its people beside a name ("German city Duisburg") is nobody's party.
      if (mention.kind !== 'place' || mention.place?.level !== 'country') found.push(mention);
    }
    found.push(...unlistedGovernments(text));
    found.push(...this.#withoutPlace.find(read, { places, sense, placed: found }));
    const named = withoutOverlaps(found);
    return withoutOverlaps([...named, ...byInitials(text, named), ...byHead(text, named)]);
  }

  /** Jinshan District, the government of Umbria: names that count only beside a unit or an office. */
  #placesWithUnit(text: string, known: readonly PlaceMention[]): PlaceMention[] {
    const found = this.#index.needUnit
      .scan(unaccented(text))
      .map(({ start, end, value }) => ({ start, end, candidates: value.places, full: false }));
    const apart = apartFrom(found, known);
    const withUnit = apart.filter(({ start, end }) => {
      if (UNIT.test(text.slice(end, end + 30))) return true;
      this.#governmentAfter.lastIndex = end;
      return (
        this.#governmentAfter.test(text) ||
        this.#officeBefore.test(text.slice(Math.max(0, start - 90), start))
      );
    });
    // "Qinhuai is the first …" in a text that says Qinhuai District elsewhere.
    const names = new Set(withUnit.map(({ start, end }) => text.slice(start, end)));
    return names.size === 0 ? [] : apart.filter(({ start, end }) => names.has(text.slice(start, end)));
  }

  #atPlace(
    text: string,
    { start, end, candidates, full }: PlaceMention,
    { sense, starts }: { sense: PlaceSense; starts: ReadonlySet<number> },
  ): GovernmentMention {
    const place = sense.choose(candidates);
    const left = this.#officeBefore.exec(text.slice(Math.max(0, start - 90), start))?.[0] ?? '';
    const make = (kind: GovernmentKind, to: number, unit: boolean): GovernmentMention => ({
      start: start - left.length,
      end: to,
      kind: place.level === 'country' && kind !== 'place' ? 'national' : kind,
      place,
      level: null,
      full: unit || full,
    });
    for (const pattern of [this.#governmentAfter, this.#organAfter, this.#officeAfter, this.#zoneAfter]) {
      pattern.lastIndex = end;
      const match = pattern.exec(text);
      // "Hunan Telecom Corporation Office" is no organ: an organ's name does not pass through a company's.
      const ofPart =
        place.level === 'country' && match !== null && (OF_A_PART.test(match[0]) || starts.has(end + 3));
      // "in the Wuzhou Guest House, Shenzhen Municipal People's Government": behind a comma another place begins.
      const comma = match?.[0].indexOf(', ') ?? -1;
      if (
        match &&
        !ofPart &&
        !(comma >= 0 && starts.has(end + comma + 2)) &&
        !/Corporation |Company |Limited |University|College|Hospital|Institute|, \p{Lu}[\p{L}]+,|Telecom|Mobile|Unicom|Technopolis/u.test(
          match[0],
        )
      ) {
        return make('organ', end + match[0].length, true);
      }
    }
    // "Kochi Corporation": what India calls its cities' councils.
    if (/^(?:IN|BD|LK|NP)$/.test(place.country) && /^ Corporation(?!\p{L})/u.test(text.slice(end, end + 14)))
      return make('organ', end + ' Corporation'.length, true);
    if (left !== '') return make('organ', end, true);
    // A place by the name of its council.
    if (/ (?:Council|Government|Municipality)$/.test(text.slice(start, end))) return make('organ', end, true);
    const unit = UNIT.exec(text.slice(end, end + 40))?.[0] ?? '';
    return make('place', end + unit.length, unit !== '');
  }
}

function isOfItsPart(text: string, { end, candidates }: PlaceMention): boolean {
  return (
    candidates.every(({ level }) => level === 'country') &&
    /^ (?:federal )?(?:state|province|region|city|district|county|prefecture|territory)(?: of)?,? \p{Lu}/u.test(
      text.slice(end, end + 24),
    )
  );
}

/** "City of" and "CITY OF" for "city of", while the words behind it keep their case. */
function anyCase(words: string): string {
  return words.replace(/\p{L}/gu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
}
