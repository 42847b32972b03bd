/**
 * Every place of the lexicon by the names it goes under, and the places a text names.
 *
 * Provinces and prefectures are found by full and short name, counties by full name (their short names are too often
 * ordinary words), cities of a county's rank by both. One written name may stand for several places (Suzhou, 朝阳区):
 * all are kept, and `best` of the mention is chosen by the provinces the text speaks of.
 */
import type { Lexicon } from '../../domain/lexicon.ts';
import { unaccented } from '../../wording/unaccented.ts';
import { withoutOverlaps } from '../overlap.ts';
import { PhraseTable } from '../phrase-table.ts';
import { isAfterName, isPerson, toldApart, withoutNameEnds } from './place-context.ts';
import type { Place, PlaceMention } from './places.ts';

interface Named {
  places: Place[];
  full: boolean;
}

export class PlaceIndex {
  readonly names = new PhraseTable<Named>();
  /** One-character abbreviations, read only where the context tells: 在沪, 冀时. */
  readonly abbreviations = new Map<string, Place>();
  /** Names that need a unit or an office beside them: China's counties in English, divisions of the ISO table. */
  readonly needUnit = new PhraseTable<Named>();
  /** Short forms of regions, read only behind a name and a comma: "Lincoln, Neb.", "Westminster, MD". */
  readonly #afterName = new PhraseTable<Named>();
  readonly capitals = new Map<string, string>();

  constructor(lexicon: Lexicon) {
    this.#china(lexicon);
    this.#table(lexicon);
    this.#abroad(lexicon);
    this.#abroadTable(lexicon);
  }

  #add(table: PhraseTable<Named>, name: string, place: Place, full: boolean): void {
    const spaced = /^[\p{Script=Latin}\p{Script=Ethiopic}]/u.test(name);
    for (const form of spaced ? spellings(unaccented(name)) : [name]) {
      table.add(form, { places: [place], full }, spaced, (old) =>
        old.places.includes(place) ? old : { places: [...old.places, place], full: old.full || full },
      );
    }
  }

  #china({ china }: Lexicon): void {
    for (const { code, name, full, english, abbreviations, capital } of china.provinces) {
      const place: Place = {
        name,
        english: english[0] ?? null,
        region: code,
        level: 'province',
        city: capital === name ? name : null,
        country: 'CN',
      };
      this.#add(this.names, name, place, false);
      this.#add(this.names, full, place, true);
      for (const foreign of english) this.#add(this.names, foreign, place, false);
      for (const short of abbreviations) {
        if (short.length > 1) this.#add(this.names, short, place, false);
        else this.abbreviations.set(short, place);
      }
      this.capitals.set(code, capital);
    }
    for (const { name, english, region, city } of china.zones) {
      const place: Place = {
        name,
        english: english[0] ?? null,
        region,
        level: 'zone',
        city: city ?? null,
        country: 'CN',
      };
      for (const form of [name, ...english]) this.#add(this.names, form, place, true);
    }
    this.#taiwan(china);
  }

  #taiwan({ taiwan, full_only }: Lexicon['china']): void {
    for (const { name, english, region } of taiwan) {
      const short = withoutUnit(name);
      const place: Place = {
        name: short,
        english: english[0] ?? null,
        region,
        level: 'prefecture',
        city: short,
        country: 'TW',
      };
      this.#add(this.names, name, place, true);
      if (!full_only.includes(name)) this.#add(this.names, short, place, false);
      for (const foreign of english) this.#add(this.names, foreign, place, false);
    }
  }

  #table({ table, china }: Lexicon): void {
    const bare = new Set(china.full_only);
    const former = new Map<string, string[]>();
    for (const [old, now] of Object.entries(china.former)) former.set(now, [...(former.get(now) ?? []), old]);
    const divide = (entry: string, region: string, level: 'prefecture' | 'county'): Place => {
      const place = this.#division(china, { entry, region, level }, bare);
      const [full = ''] = entry.split(/[/ ]/);
      for (const old of former.get(full) ?? [])
        this.#add(this.names, old, { ...place, name: withoutUnit(old), city: withoutUnit(old) }, true);
      return place;
    };
    for (const [region, prefectures] of Object.entries(table)) {
      for (const [entry, counties] of Object.entries(prefectures)) {
        const city = entry === '-' ? null : divide(entry, region, 'prefecture');
        for (const county of counties.split('; ').filter(Boolean)) {
          divide(county, region, 'county');
        }
        const short = Object.entries(china.abbreviated_cities).find(([, name]) => entry.startsWith(name));
        if (short && city) this.abbreviations.set(short[0], city);
      }
    }
  }

  #division(
    { english }: Lexicon['china'],
    { entry, region, level }: { entry: string; region: string; level: 'prefecture' | 'county' },
    bare: ReadonlySet<string>,
  ): Place {
    const [names = '', foreign = ''] = entry.split(' ');
    const [full = '', given] = names.split('/');
    const short = given ?? withoutUnit(full);
    const place: Place = {
      name: short,
      english: english[full]?.[0] ?? foreign,
      region,
      level,
      city: short,
      country: 'CN',
    };
    // 城区 and 西区 are words; there are such districts, read by their city alone.
    if (!/^[城郊矿东西南北中新]区$/u.test(full)) this.#add(this.names, full, place, true);
    // 肃北县 is what people write for 肃北蒙古族自治县.
    const unit = /自治([县旗州])$/u.exec(full)?.[1];
    if (unit && short.length > 1 && !short.endsWith(unit))
      this.#add(this.names, `${short}${unit}`, place, true);
    const city = level === 'prefecture' || (full.endsWith('市') && short.length > 1);
    if (city && !bare.has(full)) this.#add(this.names, short, place, false);
    for (const name of new Set([foreign, ...(english[full] ?? [])])) {
      this.#add(city ? this.names : this.needUnit, name, place, false);
    }
    return place;
  }

  #abroad({ abroad }: Lexicon): void {
    for (const { code, names, unit, regions, abbreviations, cities } of abroad.countries) {
      const country = {
        name: names[0] ?? code,
        english: names[0] ?? code,
        region: code,
        city: null,
        country: code,
      };
      for (const name of names) this.#add(this.names, name, { ...country, level: 'country' }, true);
      for (const [region, spelled] of Object.entries(regions)) {
        const name = spelled[0] ?? region;
        const place: Place = { name, english: name, region, level: 'province', city: null, country: code };
        for (const form of spelled) {
          this.#add(this.names, form, place, false);
          for (const word of unit) this.#add(this.names, `${form} ${word}`, place, true);
        }
      }
      for (const [region, forms] of Object.entries(abbreviations)) {
        const name = regions[region]?.[0] ?? region;
        const place: Place = { name, english: name, region, level: 'province', city: null, country: code };
        for (const form of forms) this.#add(this.#afterName, form, place, false);
      }
      for (const [name, region] of Object.entries(cities)) {
        this.#add(
          this.names,
          name,
          { name, english: name, region, level: 'prefecture', city: name, country: code },
          false,
        );
      }
    }
  }

  #abroadTable({ abroadTable }: Lexicon): void {
    for (const [country, divisions] of Object.entries(abroadTable)) {
      for (const entry of divisions.split('; ')) {
        const blank = entry.indexOf(' ');
        const name = entry.slice(blank + 1);
        const region = `${country}-${entry.slice(0, blank)}`;
        const place: Place = { name, english: name, region, level: 'province', city: null, country };
        this.#add(this.needUnit, name, place, false);
      }
    }
  }

  /** Places named in a text, in order. */
  find(text: string): PlaceMention[] {
    const named = this.names.scan(unaccented(text)).filter((match) => !isPerson(text, match));
    const short = this.#afterName.scan(text).filter((match) => isAfterName(text, match));
    const found = withoutNameEnds(text, withoutOverlaps([...short, ...named])).map(
      ({ start, end, value }) => ({
        start,
        end,
        candidates: value.places,
        full: value.full,
      }),
    );
    return toldApart(text, found);
  }
}

/** As written, and all in capitals (headlines, datelines). */
function spellings(name: string): string[] {
  return name.length > 3 ? [name, name.toUpperCase()] : [name];
}

/** 西宁市 → 西宁; a name that would shrink to one character stays whole. */
export function withoutUnit(name: string): string {
  const short = name.replace(/(?:地区|林区|新区|特区|[市区县盟旗])$/, '');
  return short.length > 1 ? short : name;
}
