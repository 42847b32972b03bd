/**
 * Governments and their organs in English and other languages of Latin script.
 *
 * Around a known place: "Hunan government", "Government of Guizhou", "Shanghai's municipal government", "Xiamen city".
 * Without a known place: "Ampang Jaya Municipal Council", "the provincial government". Titles: "Governor Fayemi".
 */
import type { Lexicon } from '../domain/lexicon.ts';
import { wordsOf } from './cues.ts';
import type { GovernmentKind, GovernmentMention } from './mentions.ts';
import { withoutOverlaps } from './overlap.ts';
import { PhraseTable } from './phrase-table.ts';
import type { PlaceSense } from './place-choice.ts';
import type { PlaceIndex, PlaceMention } from './place-index.ts';

const SPACED = /[\p{Script=Latin}\p{Script=Ethiopic}\p{Script=Cyrillic}]/u;
const ADJECTIVE =
  "(?:Uygur|Uyghur|Zhuang|Hui|Autonomous|Region|Provincial|Municipal|State|County|City|District|Prefecture|Town|Township|People'?s|Local|Special|Administrative|Metropolitan|Regional|Province|provincial|municipal|state|county|city|local|people's|regional|district|autonomous|region)";
const UNIT =
  /^\)?,? ?(?:Province|City|State|County|District|Prefecture|Municipality|province|city|state|county|district|municipality|Autonomous Region|autonomous region|Region|New Area|Special Administrative Region)\b/u;
/** A state's department that is named without its state; national ones stand in the lexicon and win by being longer. */
const DEPARTMENT =
  /(?<![\p{L}])(?:(?:Department|Bureau|Directorate|Secretariat|Agency) (?:of|for) (?:(?:\p{Lu}[\p{L}-]{1,20}|and|&) ?){1,5}|(?!The )(?:\p{Lu}[\p{L}-]{2,20} ){1,3}Department(?![\p{L}]))/gu;

/** A division that is in no list, by its unit: "Pirkanmaa Region". Parts of the world are none. */
const UNLISTED =
  /(?<![\p{L}])(?!(?:The|This|Asia|Pacific|Africa|Europe|Middle|Gulf|Southern|Northern|Western|Eastern|Central|Each|Every|Free|Special|Autonomous|Business|Administrative) )(?:\p{Lu}[\p{L}'-]{2,20} ){1,2}(?:County|Province|Prefecture|Region|Canton|Governorate|Voivodeship|Oblast|Emirate|Shire|Municipality|District)(?![\p{L}])(?! (?:Court|Attorney|Manager|Head|Director|Hospital|Chief))/gu;

export class LatinGovernments {
  readonly #index: PlaceIndex;
  readonly #organAfter: RegExp;
  readonly #governmentAfter: RegExp;
  readonly #zoneAfter: RegExp;
  readonly #unknown: RegExp;
  /** "the state's Office of Digital Affairs", "the county Department of Health". */
  readonly #officeOf: RegExp;
  /** Offices that end right where the place begins: "Pemerintah Kota ". */
  readonly #officeBefore: RegExp;
  readonly #words = new PhraseTable<GovernmentKind>();

  constructor(lexicon: Lexicon, index: PlaceIndex) {
    this.#index = index;
    const languages = lexicon.languages.filter(({ spaced }) => spaced);
    const words = (name: Parameters<typeof wordsOf>[1]): string =>
      wordsOf(languages, name)
        .sort((a, b) => b.length - a.length)
        .map((word) => word.replace(/[.]/g, '\\.'))
        .join('|');
    this.#governmentAfter = new RegExp(
      `\\)?(?:'s)?,? ?['“"]?(?:${ADJECTIVE}\\)?'? ?){0,5}['”"]? ?(?:government|Government|Govt\\.?|govt\\.?|Gov't|GOVERNMENT|GOVT|authorities|administration)(?![a-z])`,
      'uy',
    );
    this.#organAfter = new RegExp(
      `(?:'s)? (?:(?:\\p{Lu}[\\p{L}'-]{1,20}|of|and|the|for|&) ){0,9}(?:${words('organs')})(?![a-z])`,
      'uy',
    );
    this.#zoneAfter = new RegExp(
      `(?:'s)? (?:\\p{Lu}[\\p{L}-]{1,15} ){0,3}(?:${words('zones')})(?![a-z])`,
      'uy',
    );
    this.#officeBefore = new RegExp(
      `(?<![\\p{L}])(?:the )?(?:${words('organs_before')})(?: the)?(?: [a-z]+)? $`,
      'iu',
    );
    this.#officeOf = new RegExp(
      `(?<![\\p{L}])(?:[Tt]he |[Ii]ts )?(?:state|county|city|province|region|provincial|municipal|district|regional)(?:'s)? (?:(?:\\p{Lu}[\\p{L}'-]{1,20}|of|and|the|for|&) ){0,6}?(?:${words('organs')})(?: (?:of|for)(?: (?:\\p{Lu}[\\p{L}-]{1,20}|and|&)){1,6})?(?![a-z])`,
      'gu',
    );
    this.#unknown =
      /(?<![\p{L}])(?:\p{Lu}[\p{L}'-]{2,20} ){1,3}(?:Municipal|City|County|District|Town|Borough|Regional|State|Provincial|Local) (?:Council|Government|Administration|Assembly|Municipality)(?: \(\p{Lu}{2,8}\))?|League of [\p{L} -]{3,40} of the Philippines(?: \(\p{Lu}{2,8}\))?|Council of Governors|(?:Regional )?Council of (?:the )?(?:\p{Lu}[\p{L}'-]{2,20} ){0,2}\p{Lu}[\p{L}'-]{2,20}(?: \([^)]{3,30}\))?|(?<![\p{L}])(?:\p{Lu}[\p{L}'-]{2,20} ){1,3}(?:LGU|City Hall)(?![a-z])|(?:City|Town|City Government|Local Government|Municipal Government|Provincial Government|County Government|Municipality|Province|City Council|People's Committee) of (?:\p{Lu}[\p{L}'-]{2,20})(?: \p{Lu}[\p{L}'-]{2,20}){0,2}/gu;
    for (const kind of ['generic', 'national'] as const) {
      for (const word of wordsOf(languages, kind)) this.#words.add(word.toLowerCase(), kind, true);
    }
    for (const word of wordsOf(languages, 'officials')) this.#words.add(word.toLowerCase(), 'official', true);
  }

  find(
    read: { text: string; lower: string },
    places: readonly PlaceMention[],
    sense: PlaceSense,
  ): GovernmentMention[] {
    const { text, lower } = read;
    if (!SPACED.test(text)) return [];
    const found: GovernmentMention[] = [];
    for (const place of [...places, ...this.#countiesWithUnit(text)]) {
      if (!SPACED.test(text[place.start] ?? '')) continue;
      const mention = this.#atPlace(text, place, sense);
      // A country or its people beside a name ("German city Duisburg") is nobody's party.
      if (mention.kind !== 'place' || mention.place?.level !== 'country') found.push(mention);
    }
    for (const match of text.matchAll(this.#unknown)) {
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        kind: 'organ',
        place: null,
        level: null,
        full: true,
      });
    }
    for (const match of text.matchAll(UNLISTED)) {
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        kind: 'place',
        place: null,
        level: null,
        full: true,
      });
    }
    for (const match of text.matchAll(this.#officeOf)) {
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        kind: 'generic',
        place: null,
        level: levelOfWords(match[0].toLowerCase()),
        full: true,
      });
    }
    for (const { start, end, value } of this.#words.scan(lower)) {
      // "The City of Kigali": the place that follows is found by itself.
      if (value === 'generic' && lower.startsWith(' of ', end)) continue;
      found.push({
        start,
        end,
        kind: value,
        place: null,
        level: levelOfWords(lower.slice(start, end)),
        full: true,
      });
    }
    for (const match of text.matchAll(DEPARTMENT)) {
      const end = match.index + match[0].trimEnd().length;
      found.push({ start: match.index, end, kind: 'generic', place: null, level: 'province', full: true });
    }
    return withoutOverlaps(found);
  }

  /** Jinshan District: county names count only with their unit. */
  #countiesWithUnit(text: string): PlaceMention[] {
    return this.#index.counties
      .scan(text)
      .filter(({ end }) => UNIT.test(text.slice(end, end + 30)))
      .map(({ start, end, value }) => ({ start, end, candidates: value.places, full: false }));
  }

  #atPlace(
    text: string,
    { start, end, candidates, full }: PlaceMention,
    sense: PlaceSense,
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
    for (const pattern of [this.#governmentAfter, this.#organAfter, this.#zoneAfter]) {
      pattern.lastIndex = end;
      const match = pattern.exec(text);
      // "Hunan Telecom Corporation Office" is no organ: an organ's name does not pass through a company's.
      if (match && !/Corporation |Company |Limited |Telecom|Mobile|Unicom|Technopolis/.test(match[0])) {
        return make('organ', end + match[0].length, true);
      }
    }
    if (left !== '') return make('organ', end, true);
    const unit = UNIT.exec(text.slice(end, end + 40))?.[0] ?? '';
    return make('place', end + unit.length, unit !== '');
  }
}

function levelOfWords(words: string): GovernmentMention['level'] {
  if (/provinc|state|autonomous|governor|premier|minister|menteri/.test(words)) return 'province';
  if (/municipal|city|mayor|prefect/.test(words)) return 'prefecture';
  if (/county|district/.test(words)) return 'county';
  return null;
}
