/**
 * Companies in a text: the lexicon's by their names and local short names, others by the form of their name.
 *
 * A listed name is read to its end (中国电信 + 股份有限公司福建分公司, Huawei + Technologies Company Nigeria).
 * Local names need a place or a row of operators before them (江苏电信; 中国电信、移动、联通). Look-alikes are found
 * first and hide what they contain.
 */
import type { Lexicon } from '../../domain/lexicon.ts';
import { normalForm } from '../../wording/normal-form.ts';
import { apartFrom, withoutOverlaps } from '../overlap.ts';
import { PhraseTable } from '../phrase-table.ts';
import { hasSpacedWords } from '../reading.ts';
import { indexAt } from '../within.ts';
import { isBiotech, isOfAnOffice, isSurname, ofTheNameBefore, shortNames } from './company-names.ts';
import { companiesInRow, describedCompanies, otherTrades } from './described-companies.ts';
import { describedHan } from './described-han.ts';
import type { CompanyMention } from './mentions.ts';
import { blanked, OtherCompanies } from './other-companies.ts';
import type { PlaceMention } from './places.ts';
import { ShortCompanies } from './short-companies.ts';

interface Listed {
  canonical: string | null;
  country: string | null;
}

const HAN = /\p{Script=Han}/u;
const HAN_TAIL =
  /(?:公司(?:(?!公司|[与和同在])\p{Script=Han}){2,6}?(?:分公司|省公司|市公司)|(?:(?!公司|[与和同在及由向对将签、])\p{Script=Han}){0,14}?有限(?:责任)?公司(?:(?:(?!公司|[与和同在])\p{Script=Han}){2,6}?(?:分公司|省公司|市公司|区公司|公司))?|\p{Script=Han}{0,8}?\(\p{Script=Han}{2,6}\)\p{Script=Han}{0,12}?公司|(?!公司)(?:通信|网络|技术|科技|软件)?(?:集团)?(?:控股|股份|财产)?(?:有限)?(?:责任)?(?:公司)?(?:\(集团\))?(?:有限公司|公司)?(?:(?:(?!公司|与|和|同|在)\p{Script=Han}){2,6}?(?:分公司|省公司|市公司|区公司|公司))?)/uy;
const LATIN_TAIL =
  /(?: (?:\p{Lu}\p{L}+ ){1,3}(?:Co\.?,? Ltd\.?|Company|Branch|branch|Subsidiary|subsidiary|(?:Business )?Group|Private Limited|Pvt\.? Ltd|Limited|Sdn\.? Bhd)(?![a-z])|(?:'s (?=\p{Lu}[\p{L}]+ (?:branch|Branch)))?(?: \(\p{Lu}{2,8}\))?(?:,? (?:\([A-Z][a-z]+\)|Sdn|Pvt|Pte|Pty|Private|Tbk|Group|Group Company|Corporation|Corp\.?|Company|Co\.?|Ltd\.?|Limited|Inc\.?|Bhd|Berhad|Plc|PLC|Technologies|Technology|Holdings?|Resources|Industry|Software|Cloud|Telecom|Communications|Enterprise|Services|Solutions|Networks|Systems|International|&|Nigeria|Kenya|Uganda|Rwanda|Ghana|Malaysia|Indonesia|Africa|India|Philippines|Lanka|Sri Lanka|Bangladesh|Pakistan|Nepal|Cambodia|Myanmar|Thailand|Vietnam|Singapore|Australia|New Zealand|Ireland|UK|Zambia|Tanzania|Malawi|South Africa|Zimbabwe|Ethiopia|Egypt|Morocco|Senegal|Cameroon|Namibia|Botswana|Mozambique|Oman|Qatar|Germany|Deutschland|France|Italia|Italy|Spain|España|Poland|Polska|Canada|Brazil|Brasil|Mexico|México|Chile|Colombia|Peru|branch|Branch|Group's)(?![a-z])){0,5})/uy;

/** Behind an ordinary word that is a name here: the end of its phrase, or what a company does. */
const ACTS_AS_NAME =
  /^[\u4e00-\u9fff]|^'s [a-z]|^(?:'s)?(?:[,.;:)\n]|$| [-–—] | (?:and|or|to|which|that|who|will|would|has|have|had|is|are|was|on|for|in|over|under|at|by|with|signs?|signed|inks?|inked|says?|said|wins?|won|plans?|reach(?:es|ed)?|embark(?:s|ed)?|partner(?:s|ed)?|launch(?:es|ed)?|join(?:s|ed)?|team(?:s|ed)?|agree(?:s|d)?|announce(?:s|d)?|conclude(?:s|d)?|enter(?:s|ed)?|seal(?:s|ed)?|worth|after|about|last|this)\b)/;
/** "operator NOS": called what it is, wherever the text is from. */
const CALLED =
  /\b(?:operator|telco|carrier|telecoms?(?: company| firm| giant)?|(?:internet|mobile) provider|(?:giant|tech(?:nology)?|internet|mobile|social media|software) (?:company|firm|giant)) $/;
/** "Infosys Foundation", "Safaricom Stadium": a house that has the name of the company, and is not the company. */
const NAMESAKE =
  /^(?:学会|协会|联合会|商会|研究会|基金会|工会|杂志|博物馆|职业学院|大学)|^ (?:Energy|Gamesa|Healthineers|Capital|Bank|Pictures|Motors|Foundation|Stadium|Arena|University|Trophy|Cup|League|Open|Theatre|Marathon|post|page|account|live|broadcast|channel|feed)(?![a-z])/;

export class Companies {
  readonly #names = new PhraseTable<Listed>();
  readonly #local = new PhraseTable<Listed>();
  readonly #atHome = new PhraseTable<Listed>();
  readonly #others: OtherCompanies;
  readonly #short: ShortCompanies;

  constructor(lexicon: Lexicon) {
    const { companies, look_alikes, forms } = lexicon.companies;
    for (const { canonical, names, local, at_home, country = null } of companies) {
      for (const name of names) this.#add(name, { canonical, country });
      for (const word of at_home) this.#atHome.add(word, { canonical, country }, true);
      for (const word of local) this.#local.add(word, { canonical, country }, !HAN.test(word));
    }
    for (const name of look_alikes) this.#add(name, { canonical: null, country: null });
    this.#others = new OtherCompanies(forms);
    this.#short = new ShortCompanies(forms);
  }

  #add(name: string, listed: Listed): void {
    const form = normalForm(name).text;
    const spaced = /^[\p{Script=Latin}\p{N}\p{Script=Ethiopic}]/u.test(form) && !/\p{Script=Han}/u.test(form);
    this.#names.add(form, listed, spaced);
    if (!spaced || form.length < 4) return;
    this.#names.add(form.toUpperCase(), listed, spaced);
    // Fibreone for FibreOne.
    if (/^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+$/u.test(form))
      this.#names.add(form.charAt(0) + form.slice(1).toLowerCase(), listed, spaced);
  }

  find(text: string, places: readonly PlaceMention[]): CompanyMention[] {
    const found: CompanyMention[] = [];
    for (const { start, end, value } of this.#names.scan(text)) {
      if (isOfAnOffice(text, start) || isBiotech(text, { start, end })) continue;
      const tail = value.canonical === null ? end : this.#tail(text, end);
      found.push({
        start,
        end: tail,
        kind: value.canonical === null || NAMESAKE.test(text.slice(tail, tail + 16)) ? 'other' : 'ict',
        canonical: value.canonical ?? text.slice(start, end),
        listed: true,
        country: value.country,
      });
    }
    this.#localNames(text, places, found);
    found.push(...this.#namesAtHome(text, places));
    const listed = withoutOverlaps(found).filter(({ start }) => !isSurname(text, start));
    const formed = withoutOverlaps([...listed, ...this.#others.find(text, listed)]);
    const told = [
      ...describedHan(text),
      ...(hasSpacedWords(text) ? this.#told(text, formed, places) : []),
    ].sort((a, b) => a.start - b.start);
    // "the messaging app operator Line Corp.": a company by its form, of the trade by what it is called.
    const called = new Set(told.filter(({ kind }) => kind === 'ict').map(({ start }) => start));
    const elsewhere = new Set(hasSpacedWords(text) ? otherTrades(text) : []);
    const trade = new Set(formed.filter(({ start }) => called.has(start)).map(({ canonical }) => canonical));
    const known = formed.map((one) =>
      one.kind === 'unknown' && trade.has(one.canonical)
        ? { ...one, kind: 'ict' as const }
        : one.kind === 'unknown' && elsewhere.has(one.start)
          ? { ...one, kind: 'other' as const }
          : one,
    );
    const legal = known.map((one, i) => ofTheNameBefore(text, one, known[i - 1]));
    const short = apartFrom(this.#short.find(text), legal);
    const described = apartFrom(told, legal);
    const named = withoutOverlaps([...legal, ...described, ...short, ...companiesInRow(text, legal)]);
    return withoutOverlaps([...named, ...shortNames(text, named)]);
  }

  /** Whether a name is an ordinary word that is a company's in its own country only. */
  isAtHome(name: string): boolean {
    return this.#atHome.at(name, 0)?.end === name.length;
  }

  /** What is told of as a company; "the general manager of Kaduna" heads none. */
  #told(text: string, formed: readonly CompanyMention[], places: readonly PlaceMention[]): CompanyMention[] {
    const blank = blanked(
      text,
      formed.filter(({ kind }) => kind !== 'unknown'),
    );
    const ends = new Map(places.map(({ start, end }) => [start, end]));
    return describedCompanies(blank).filter(({ start, end }) => (ends.get(start) ?? 0) < end);
  }

  /** "deal with Bell" in a text about Toronto. */
  #namesAtHome(text: string, places: readonly PlaceMention[]): CompanyMention[] {
    const spoken = new Set(places.flatMap(({ candidates }) => candidates.map(({ country }) => country)));
    return this.#atHome
      .scan(text)
      .filter(
        ({ start, end, value }) =>
          ACTS_AS_NAME.test(text.slice(end, end + 12)) &&
          (spoken.has(value.country ?? '') || CALLED.test(text.slice(Math.max(0, start - 24), start))),
      )
      .flatMap(({ start, end, value }) =>
        value.canonical === null
          ? []
          : [{ start, end, kind: 'ict', canonical: value.canonical, listed: true, country: value.country }],
      );
  }

  #tail(text: string, end: number): number {
    const pattern = HAN.test(text.slice(end - 2, end)) ? HAN_TAIL : LATIN_TAIL;
    pattern.lastIndex = end;
    return end + (pattern.exec(text)?.[0].trimEnd().length ?? 0);
  }

  /** 江苏电信, 省移动, 中国电信、移动、联通: a short name leaning on what stands before it. */
  #localNames(text: string, places: readonly PlaceMention[], found: CompanyMention[]): void {
    const ends = new Set(found.map(({ end }) => end));
    for (const { start, end, value } of this.#local.scan(text)) {
      const place = places[indexAt(places, start - 1)];
      const before = text[start - 1] ?? '';
      const afterPlace =
        place !== undefined && place.end <= start && start - place.end <= 1 && place.end > start - 2;
      const unit =
        /[省市区县州]/.test(before) &&
        (!HAN.test(text[start - 2] ?? '') || /[与和同跟及、由]/u.test(text[start - 2] ?? ''));
      const row = before === '、' && ends.has(start - 1);
      const bare = !/\p{Script=Han}/u.test(before) || /[与和同跟及,。“年月日内期间]/.test(before);
      // Hunan Mobile, but not Lagos Mobile.
      const latin = !HAN.test(text[start] ?? '');
      if (
        latin &&
        !(afterPlace && place.end < start && place.candidates.some(({ country }) => country === 'CN'))
      )
        continue;
      // 普陀电信分公司, 移动镇巴分公司: a branch, of whatever place.
      const branch =
        HAN.test(text[start] ?? '') && /^\p{Script=Han}{0,4}分公司/u.test(text.slice(end, end + 8));
      const leans = afterPlace || unit || row || branch || (bare && this.#actsAlone(text, end));
      if (!leans || value.canonical === null) continue;
      const tail = this.#tail(text, end);
      const from = afterPlace && (latin || place.end === start) ? place.start : unit ? start - 1 : start;
      found.push({
        start: from,
        end: tail,
        kind: 'ict',
        canonical: value.canonical,
        listed: true,
        country: 'CN',
      });
      ends.add(tail);
      ends.add(end);
    }
  }

  /** A bare 联通 or 铁塔 counts when it is followed by what a party is followed by. */
  #actsAlone(text: string, end: number): boolean {
    return /^(?:约?\d{1,4}(?:\.\d+)?[万亿]|公司|集团|、(?:移动|电信|联通|铁塔|广电)|与|和|同|将|在|董事长|总经理|今|签|分公司|\p{Script=Han}{2,6}?(?:省|市|自治区)?分公司)/u.test(
      text.slice(end, end + 14),
    );
  }
}
