/**
 * Offices and titles that are named without their place: "the provincial government", "the county's Department of
 * Health", ministries, national bodies, "Governor". Which region they are of, the rest of the text says.
 */
import type { Lexicon } from '../../domain/lexicon.ts';
import { wordsOf } from '../cues.ts';
import { PhraseTable } from '../phrase-table.ts';
import { within } from '../within.ts';
import { DEPARTMENT, isNameOnward, levelOfWords, NATIONAL, THE_CITY } from './governments-words.ts';
import type { GovernmentKind, GovernmentMention } from './mentions.ts';
import type { PlaceSense } from './place-choice.ts';
import type { PlaceMention } from './places.ts';

const ONWARD =
  /^(?:'s)?(?: people's)? (?:government|govt|authorities|administration|council|(?:administrative|administration|management|people's) committee)(?![a-z])/;

export class OfficesWithoutPlace {
  /** "the state's Office of Digital Affairs", "the county Department of Health". */
  readonly #officeOf: RegExp;
  readonly #words = new PhraseTable<GovernmentKind>();

  /** `organs`: the lexicon's words for organs, longest first, as alternatives of a pattern. */
  constructor(languages: Lexicon['languages'], organs: string) {
    this.#officeOf = new RegExp(
      `(?<![\\p{L}])(?:[Tt]he |[Ii]ts )?(?:[Ss]tate|[Cc]ounty|[Cc]ity|[Pp]rovince|[Rr]egion|[Pp]rovincial|[Mm]unicipal|[Dd]istrict|[Rr]egional|[Ee]mirate)(?:'s)? (?!and |of )(?:(?:(?:\\p{Lu}[\\p{L}'-]{1,20}|of|and|the|for|&) ){0,6}?(?:${organs})|(?:(?:[a-zI(][\\p{L}&()-]+|&) ){0,5}?(?:department|bureau|commission|directorate|agency|cabinet|secretariat))(?: (?:of|for)(?: (?:\\p{Lu}[\\p{L}-]{1,20}|and|&)){1,6})?(?![a-z])`,
      'gu',
    );
    for (const kind of ['generic', 'national'] as const) {
      for (const word of wordsOf(languages, kind)) this.#words.add(word.toLowerCase(), kind, true);
    }
    for (const word of wordsOf(languages, 'officials')) this.#words.add(word.toLowerCase(), 'official', true);
  }

  find(
    { text, lower }: { text: string; lower: string },
    {
      places,
      sense,
      placed,
    }: { places: readonly PlaceMention[]; sense: PlaceSense; placed: readonly GovernmentMention[] },
  ): GovernmentMention[] {
    const found: GovernmentMention[] = [];
    const nation = [...text.matchAll(NATIONAL)];
    // "The State Administration of …" is no office of a state.
    const offices = [...text.matchAll(this.#officeOf)].filter(
      ({ index }) => !nation.some((one) => one.index === index),
    );
    found.push(...[...offices, ...text.matchAll(THE_CITY)].map(generic));
    found.push(...this.#byWords({ text, lower }, places, sense));
    const national = [...placed, ...found]
      .filter(({ kind }) => kind === 'national')
      .map(({ start }) => start);
    found.push(...departments(text, { places, national: new Set(national) }));
    for (const match of nation) {
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        kind: 'national',
        place: null,
        level: null,
        full: true,
      });
    }
    return found;
  }

  #byWords(
    { text, lower }: { text: string; lower: string },
    places: readonly PlaceMention[],
    sense: PlaceSense,
  ): GovernmentMention[] {
    const found: GovernmentMention[] = [];
    for (const { start, end, value } of this.#words.scan(lower)) {
      // "the Centre Territory" is no national government.
      if (
        value === 'national' &&
        lower.slice(start, end) === 'the centre' &&
        /^ \p{Lu}/u.test(text.slice(end, end + 2))
      )
        continue;
      // "the German-speaking Community's Minister of Culture": a part of a country has ministers of its own.
      const owner =
        value === 'national' && /^minist(?:er|ry) of/.test(lower.slice(start, end))
          ? ownerBefore(text, places, start)
          : null;
      if (owner) {
        found.push({
          start,
          end,
          kind: 'official',
          place: sense.choose(owner.candidates),
          level: 'province',
          full: true,
        });
        continue;
      }
      // "Federal IT minister": the nation's.
      if (
        value === 'official' &&
        /\b(?:[Ff]ederal|[Uu]nion|[Nn]ational) $/.test(text.slice(Math.max(0, start - 10), start))
      ) {
        found.push({ start, end, kind: 'national', place: null, level: null, full: true });
        continue;
      }
      // "the cantonal parliament".
      if (
        value === 'national' &&
        /\b(?:cantonal|regional|state|provincial|county) $/.test(
          lower.slice(Math.max(0, start - 12), start),
        ) &&
        lower.slice(start, end) === 'parliament'
      )
        continue;
      // "Saudi gov't".
      if (value === 'official' && lower.startsWith("'t", end)) continue;
      // "The City of Kigali": the place that follows is found by itself.
      if (value === 'generic' && /^ of (?!\d)/.test(lower.slice(end, end + 5))) continue;
      // "the State Bank": the word only begins the name of a house.
      if (value === 'generic' && isNameOnward(text, start, end)) continue;
      // "the state" of "the state government", of "the province's government".
      const onward = value === 'generic' ? (ONWARD.exec(lower.slice(end, end + 24))?.[0].length ?? 0) : 0;
      found.push({
        start,
        end: end + onward,
        kind: value,
        place: null,
        level: levelOfWords(lower.slice(start, end)),
        full: true,
      });
    }
    return found;
  }
}

const DOES =
  /^ (?:have|has|had|signed|inked|executed|sealed|concluded|entered|agreed|today|yesterday|will|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/;

function departments(
  text: string,
  { places, national }: { places: readonly PlaceMention[]; national: ReadonlySet<number> },
): GovernmentMention[] {
  const found: GovernmentMention[] = [];
  const countries = new Set(places.flatMap(({ candidates }) => candidates.map(({ country }) => country)));
  for (const match of text.matchAll(DEPARTMENT)) {
    if (national.has(match.index)) continue;
    const words = match[0].trimEnd().replace(/(?: and| &)+$/, '');
    // "Bureau of Information Technology and Velmora executed": who is joined does it with the office.
    const joined = DOES.test(text.slice(match.index + words.length))
      ? (/(?:,? and| &) \p{Lu}[^ ]*$/u.exec(words)?.[0].length ?? 0)
      : 0;
    const end = match.index + words.length - joined;
    // "Department for International Trade (DIT) of the UK".
    const kind =
      // "the Central Agency for Information Technology".
      /\b(?:Central|National|Federal|State) $/.test(text.slice(Math.max(0, match.index - 10), match.index)) ||
      // Where no part of the country has departments of its own.
      (countries.size === 1 && countries.has('PH')) ||
      /^(?: \([A-Z]{2,8}\))? of the (?:UK|United Kingdom|US|United States|Philippines|Netherlands|Republic|Union)\b/.test(
        text.slice(end, end + 40),
      )
        ? 'national'
        : 'generic';
    found.push({ start: match.index, end, kind, place: null, level: 'province', full: true });
  }
  return found;
}

/** The part of a country whose name ends in "'s " right here. */
function ownerBefore(text: string, places: readonly PlaceMention[], start: number): PlaceMention | null {
  if (text.slice(start - 3, start) !== "'s ") return null;
  const owner = within(places, Math.max(0, start - 60), start).at(-1);
  return owner?.end === start - 3 && owner.candidates.every(({ level }) => level !== 'country')
    ? owner
    : null;
}

/** An office or a government that is named without its place. */
function generic(match: RegExpExecArray): GovernmentMention {
  const [words] = match;
  const level = levelOfWords(words.toLowerCase());
  return {
    start: match.index,
    end: match.index + words.length,
    kind: 'generic',
    place: null,
    level,
    full: true,
  };
}
