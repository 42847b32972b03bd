/**
 * Companies in a text: the lexicon's by their names and local short names, others by the form of their name.
 *
 * A listed name is read to its end (中国电信 + 股份有限公司福建分公司, Huawei + Technologies Company Nigeria).
 * Local names need a place or a row of operators before them (江苏电信; 中国电信、移动、联通). Look-alikes are found
 * first and hide what they contain.
 */
import type { Lexicon } from '../domain/lexicon.ts';
import { normalForm } from '../wording/normal-form.ts';
import type { CompanyMention } from './mentions.ts';
import { OtherCompanies } from './other-companies.ts';
import { withoutOverlaps } from './overlap.ts';
import { PhraseTable } from './phrase-table.ts';
import type { PlaceMention } from './place-index.ts';
import { indexAt } from './within.ts';

interface Listed {
  canonical: string | null;
  country: string | null;
}

const HAN_TAIL =
  /(?:(?:(?!公司|[与和同在及由向对将签、])\p{Script=Han}){0,14}?有限(?:责任)?公司(?:(?:(?!公司|[与和同在])\p{Script=Han}){2,6}?(?:分公司|省公司|市公司|区公司|公司))?|\p{Script=Han}{0,8}?\(\p{Script=Han}{2,6}\)\p{Script=Han}{0,12}?公司|(?!公司)(?:通信|网络|技术|科技|软件)?(?:集团)?(?:控股|股份|财产)?(?:有限)?(?:责任)?(?:公司)?(?:\(集团\))?(?:有限公司|公司)?(?:(?:(?!公司|与|和|同|在)\p{Script=Han}){2,6}?(?:分公司|省公司|市公司|区公司|公司))?)/uy;
const LATIN_TAIL =
  /(?:'s (?=\p{Lu}[\p{L}]+ (?:branch|Branch)))?(?: \(\p{Lu}{2,8}\))?(?:,? (?:\([A-Z][a-z]+\)|Sdn|Pvt|Pte|Pty|Private|Tbk|Group|Group Company|Corporation|Corp\.?|Company|Co\.?|Ltd\.?|Limited|Inc\.?|Bhd|Berhad|Plc|PLC|Technologies|Technology|Holdings?|Resources|Industry|Software|Cloud|Telecom|Communications|Enterprise|&|Nigeria|Kenya|Uganda|Rwanda|Ghana|Malaysia|Indonesia|Africa|India|Philippines|branch|Branch|Group's)(?![a-z])){0,5}/uy;

export class Companies {
  readonly #names = new PhraseTable<Listed>();
  readonly #local = new PhraseTable<Listed>();
  readonly #others: OtherCompanies;

  constructor(lexicon: Lexicon) {
    const { companies, look_alikes, forms } = lexicon.companies;
    for (const { canonical, names, local, country = null } of companies) {
      for (const name of names) this.#add(name, { canonical, country });
      for (const word of local) this.#local.add(word, { canonical, country }, false);
    }
    for (const name of look_alikes) this.#add(name, { canonical: null, country: null });
    this.#others = new OtherCompanies(forms);
  }

  #add(name: string, listed: Listed): void {
    const form = normalForm(name).text;
    const spaced = /^[\p{Script=Latin}\p{N}\p{Script=Ethiopic}]/u.test(form) && !/\p{Script=Han}/u.test(form);
    this.#names.add(form, listed, spaced);
    if (spaced && form.length > 3) this.#names.add(form.toUpperCase(), listed, spaced);
  }

  find(text: string, places: readonly PlaceMention[]): CompanyMention[] {
    const found: CompanyMention[] = [];
    for (const { start, end, value } of this.#names.scan(text)) {
      const tail = value.canonical === null ? end : this.#tail(text, end);
      found.push({
        start,
        end: tail,
        kind: value.canonical === null ? 'other' : 'ict',
        canonical: value.canonical ?? text.slice(start, end),
        listed: true,
        country: value.country,
      });
    }
    this.#localNames(text, places, found);
    const listed = withoutOverlaps(found);
    return withoutOverlaps([...listed, ...this.#others.find(text, listed)]);
  }

  #tail(text: string, end: number): number {
    const pattern = /\p{Script=Han}/u.test(text[end - 1] ?? '') ? HAN_TAIL : LATIN_TAIL;
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
      const unit = /[省市区县州]/.test(before) && !/[\p{Script=Han}]/u.test(text[start - 2] ?? '');
      const row = before === '、' && ends.has(start - 1);
      const bare = !/\p{Script=Han}/u.test(before) || /[与和同跟及,。“年月日内期间]/.test(before);
      const leans = afterPlace || unit || row || (bare && this.#actsAlone(text, end));
      if (!leans || value.canonical === null) continue;
      const tail = this.#tail(text, end);
      const from = afterPlace && place.end === start ? place.start : unit ? start - 1 : start;
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
    return /^(?:公司|集团|、(?:移动|电信|联通|铁塔|广电)|与|和|同|将|在|董事长|总经理|今|签|分公司)/u.test(
      text.slice(end, end + 3),
    );
  }
}
