/** Everything the finders saw in one article: what the grammar works on. */
import type { Lexicon } from '../domain/lexicon.ts';
import type { ArticleText } from '../domain/report.ts';
import { findMoney } from '../wording/money.ts';
import type { Money } from '../wording/money-sum.ts';
import type { Stretch } from '../wording/sentences.ts';
import { type Cues, type CueTables, cueTables, findCues } from './cues.ts';
import { findPeriods } from './facts/period.ts';
import type { PeriodMention } from './facts/period-mention.ts';
import { type TopicMention, TopicWords } from './facts/topics.ts';
import { Companies } from './names/companies.ts';
import { companiesByDoings } from './names/company-doings.ts';
import { companyGroups } from './names/company-groups.ts';
import { HanGovernments } from './names/governments-han.ts';
import { LatinGovernments } from './names/governments-latin.ts';
import type { CompanyMention, GovernmentMention } from './names/mentions.ts';
import { type PlaceSense, placeSense } from './names/place-choice.ts';
import { PlaceIndex } from './names/place-index.ts';
import type { PlaceMention } from './names/places.ts';
import { signedWith } from './names/signed-with.ts';
import { peopleIn } from './names/titled-people.ts';
import { apartFrom, withoutOverlaps } from './overlap.ts';
import { hasSpacedWords, type Reading, reading } from './reading.ts';
import { type Links, linksOf } from './sides/links.ts';
import { type People, peopleOf } from './sides/people.ts';
import { indexAt, within } from './within.ts';

export interface Findings {
  links: Links;
  read: Reading;
  cues: Cues;
  /** Places outside the names of companies. */
  places: PlaceMention[];
  everyPlace: PlaceMention[];
  sense: PlaceSense;
  governments: GovernmentMention[];
  companies: CompanyMention[];
  /** Names that only the signing tells of; asked when it has no other company. */
  unheard: CompanyMention[];
  /** 三大运营商: companies by their number, for where none is named outright. */
  groups: CompanyMention[];
  people: People;
  money: Money[];
  topics: TopicMention[];
  /** Looked for when first asked: only agreements need them. */
  periods: () => PeriodMention[];
}

/** "China Mobile Guangxi": the place behind a company's name says which branch it is. */
function isBranch(
  text: string,
  { kind, full, start }: GovernmentMention,
  companies: readonly CompanyMention[],
): boolean {
  if (kind !== 'place' || full) return false;
  const before = companies[indexAt(companies, start - 1)]?.end;
  // 中国移动香港, "China Mobile Guangxi".
  return before === start || (text[start - 1] === ' ' && before === start - 1);
}

/** "Baidu Netcom Science and Technology Co": what goes on behind a known name is no company of its own. */
function goesOn(text: string, one: CompanyMention, before: CompanyMention | undefined): boolean {
  return !one.listed && before?.listed === true && before.end === one.start - 1 && text[before.end] === ' ';
}

/** "Bureau of Information Technology and MTN Nigeria": an office's name ends where a company's begins. */
function cutAt(
  text: string,
  governments: readonly GovernmentMention[],
  walls: readonly CompanyMention[],
): GovernmentMention[] {
  return governments.map((one) => {
    const wall = within(walls, one.start + 1, one.end)[0];
    if (!wall) return one;
    const name = text.slice(one.start, wall.start).replace(/(?:,? (?:and|&|with|of|for))? ?$/, '');
    return name.includes(' ') ? { ...one, end: one.start + name.length } : one;
  });
}

/** The finders, built once from a lexicon. */
export class Finders {
  readonly index: PlaceIndex;
  readonly topics: TopicWords;
  readonly #cues: CueTables;
  readonly #links: Links;
  readonly #companies: Companies;
  readonly #groups: Lexicon['companies']['groups'];
  readonly #han: HanGovernments;
  readonly #latin: LatinGovernments;

  constructor(lexicon: Lexicon) {
    this.index = new PlaceIndex(lexicon);
    this.topics = new TopicWords(lexicon.topics);
    this.#cues = cueTables(lexicon.languages);
    this.#links = linksOf(lexicon.languages);
    this.#companies = new Companies(lexicon);
    this.#groups = lexicon.companies.groups;
    this.#han = new HanGovernments(lexicon);
    this.#latin = new LatinGovernments(lexicon, this.index);
  }

  find(article: ArticleText): Findings {
    const read = reading(article);
    const all = this.index.find(read.text);
    const companies = this.#companies.find(read.text, all);
    // 上海联通 names a company: its place signs nothing, but tells what the text is about.
    const places = apartFrom(all, companies);
    const homes = new Set(companies.flatMap(({ country }) => country ?? []));
    const sense = placeSense(all, homes);
    const listed = companies.filter((company) => company.listed);
    const found = [
      ...this.#han.find(read.text, places, sense),
      ...(hasSpacedWords(read.text) ? this.#latin.find(read, places, sense) : []),
    ];
    // A look-alike (通信管理局) is no company, so it hides no government.
    const walls = listed.filter(({ kind }) => kind !== 'other');
    const governments = apartFrom(cutAt(read.text, withoutOverlaps(found), walls), walls).filter(
      (one) => !isBranch(read.text, one, listed),
    );
    const cues = findCues(this.#cues, read.lower);
    const named = withoutOverlaps([...walls, ...apartFrom(companies, governments)]).filter(
      (one, i, all) => !goesOn(read.text, one, all[i - 1]),
    );
    const unheard = hasSpacedWords(read.text)
      ? this.#unheard(read, { acts: cues.act, governments, companies: named, places: all })
      : [];
    let periods: PeriodMention[] | null = null;
    return {
      links: this.#links,
      read,
      cues,
      places,
      everyPlace: all,
      sense,
      governments,
      companies: named,
      unheard,
      groups: companyGroups(
        read.text,
        this.#groups,
        all.some(({ candidates }) => candidates.some(({ country }) => country === 'CN')),
      ),
      people: peopleOf(read.text, { governments, companies: named }),
      money: findMoney(read.text),
      topics: this.topics.find(read.lower),
      periods: () => {
        periods ??= findPeriods(read.text);
        return periods;
      },
    };
  }

  #unheard(
    read: Reading,
    named: {
      acts: readonly Stretch[];
      governments: readonly GovernmentMention[];
      companies: readonly CompanyMention[];
      places: readonly PlaceMention[];
    },
  ): CompanyMention[] {
    if (named.acts.length === 0 || named.governments.length === 0) return [];
    const people = peopleIn(read.text);
    // "Jammu" in a text about the Jammu and Kashmir administration.
    const ofOffices = new Set(
      named.governments.map(
        ({ start, end }) => read.text.slice(start, end).replace(/^The /, '').split(' ')[0],
      ),
    );
    const isOther = (name: string): boolean =>
      ofOffices.has(name) ||
      this.#companies.isAtHome(name) ||
      name.split(' ').some((word) => people.has(word));
    const known = [...named.governments, ...named.companies];
    return withoutOverlaps([
      ...signedWith(read.text, { ...named, sentences: read.sentences, isOther }),
      ...companiesByDoings(read.text, { known, places: named.places, isOther }),
    ]);
  }
}
