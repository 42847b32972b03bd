/**
 * Companies that are in no list, by the form of their names: 深圳盘古天地集团, Kems Infrastructure Solution Limited.
 * Words in the name tell the trade; the ledger's name is the English form, for Chinese names by pinyin.
 */
import type { CompaniesFile } from '../../domain/lexicon.ts';
import type { Stretch } from '../../wording/sentences.ts';
import { indexAt } from '../within.ts';
import { isField, isProduct, seat } from './company-words.ts';
import { type CompanyKind, type CompanyMention, unlistedCompany } from './mentions.ts';
import { ledgerName } from './short-companies.ts';

/** Forms that are of law, not of trade: the ledger's name goes without them. */
const LEGAL =
  /^(?:OJSC|PJSC|JSC|OAO|PAO|OOO|Ltd|Limited|Inc|Incorporated|Corp|Corporation|Bhd|Berhad|Plc|PLC|LLC|Group|Company|Co|GmbH|AG|Sdn Bhd|Tbk|Pvt Ltd|Holdings)$/;
/** Characters that no Chinese company name goes over. */
const STOP = /[^\p{Script=Han}\p{Script=Latin}\p{N}()·]|[与和同跟及由向在了着该其将对把被让使为是即称指给]/u;
/** "sign Mackenzie Valley Fibre Line Agreement": the name of a work goes on. */
const WORK =
  /^ (?:Line|Link|Loop|Ring|Route|Backbone|Cable|Corridor|Project|Agreement|Contract|Programme|Program|Initiative|Scheme)(?![\p{L}])/u;
/** Offices and schools whose names end like a company's: Department of Digital Technologies. */
const OFFICE =
  /\b(?:Department|Ministry|Government|University|Council|Authority|Bureau|Office|Municipal|City Corporation|Committee|Commission|Union|Association|Institute|Academy|College|School|Director|Head|Manager|Officer|Chief|Secretary|Minister|Vice President|Commissioner|State Corporation)\b/;
/** "Science and Technology University": a school that has a trade in its name. */
const SCHOOL =
  /^ (?:University|Institute|College|School|Hospital|Museum|Polytechnic|Academy|Foundation|Park)\b/;
const PLACE_HEAD =
  /^(?:\p{Script=Han}{2,3}[省市]|北京|上海|天津|重庆|深圳|广州|杭州|南京|武汉|成都|苏州|西安|青岛|厦门|福建|浙江|江苏|广东|山东|湖南|湖北|四川|河南|河北|贵州|云南|中国)(?=\p{Script=Han}{2})/u;

/** 云南公司, 上海分公司: a branch of whoever was named before; 正式签订成立合资公司, 总经理张三代表公司: what is done with one. */
const NO_NAME =
  /^(?:\p{Script=Han}{2,3}省|\p{Script=Han}{2,3}市|北京|上海|天津|重庆|福建|浙江|江苏|广东|山东|湖南|湖北|四川|河南|河北|贵州|云南|陕西|山西|甘肃|青海|宁夏|新疆|西藏|内蒙古|广西|海南|江西|安徽|吉林|辽宁|黑龙江)(?:分)?公司$|^(?:[\d年月日]+|[本我该贵])公司$|代表(?:公司|集团|企业)$|^(?:正式|共同|联合|拟)?(?:签订|签署|签约|成立|设立|组建)/u;

/** "PT Sampoerna Telekomunikasi", "PJSC Uralsvyaz": the form stands before the name. */
const LED =
  /(?<![\p{L}\d.-])[a-z][a-z-]{2,20} (?:GmbH|AG|SE)(?![\p{L}])|(?<![\p{L}])(?:PT|CV|PJSC|OJSC|JSC|PAO|OOO|OAO) (?:\p{Lu}[\p{L}\d-]+)(?: (?!And |With |Signs?|Inks?)\p{Lu}[\p{L}\d-]+){0,4}/gu;

export class OtherCompanies {
  readonly #han: RegExp;
  readonly #hanTail: RegExp;
  readonly #latin: RegExp;
  readonly #latinTail: RegExp;
  /** Words that are only the form of a name. */
  readonly #forms: RegExp;
  readonly #ict: RegExp;
  readonly #other: RegExp;

  constructor(forms: CompaniesFile['forms']) {
    const han = [...forms.han].sort((a, b) => b.length - a.length).join('|');
    const latin = [...forms.latin].sort((a, b) => b.length - a.length).join('|');
    this.#han = new RegExp(`(?:${han})`, 'gu');
    this.#hanTail = new RegExp(`(?:\\([^()]{1,8}\\))?(?:${han})+$`, 'u');
    this.#latin = new RegExp(
      `(?<![\\p{L}\\d]-?)(?:(?!(?:With|For|Of|In|On|To|And|At|By|From|Under|Over|Signs?|Signed|Inks?|Inked|Its|Their|As|Improves?|Expands?|Boosts?|Provides?|Brings?|Builds?|Deploys?|Launches|Launch|Upgrades?|Delivers?|Enhances?|Offers?|Gets?|Uses?|Runs?|Manages?|Creates?|Develops?|Supports?|Moderni[sz]es?|Strengthens?|Receives?|Awards?|Wins?|Picks?|Taps?|Chooses|Selects?|Hires?|City-?[Ww]ide|County-?[Ww]ide|State-?[Ww]ide|Town-?[Ww]ide|Region-?[Ww]ide|Province-?[Ww]ide|Nation-?[Ww]ide|High-[Ss]peed|Free|Public|Rural|Faster|Better|New|Dark|Affordable|Reliable|Universal|Last-[Mm]ile|Community|Provision|Supply|Development|Implementation|Establishment|Deployment|Construction|Installation|Expansion|Superfast|Ultrafast|Full-[Ff]ibre|Gigabit|Next-[Gg]eneration|Leading|Major|Top|Giant|Private|Local|Foreign|Another|Several) )\\p{Lu}[\\p{L}\\d'&-]{0,24} (?:(?:&|of|and(?= (?:Telecommunications?|Technolog(?:y|ies)|Communications?|Networks|Systems|Software)(?![a-z]))) )?){1,5}(?:(?:${latin})(?![\\p{L}]),? ?){1,3}`,
      'gu',
    );
    const legal = forms.latin.filter((form) => LEGAL.test(form)).sort((a, b) => b.length - a.length);
    this.#latinTail = new RegExp(`(?:[ ,]+(?:${legal.join('|')}|Sdn|Pvt|Pte|Pty|Private|Public)\\.?)+$`, 'u');
    this.#forms = new RegExp(`(?:${latin}|Sdn|Pvt|Pte|Pty|[.,&])(?![\\p{L}])`, 'gu');
    const words = (list: readonly string[]): RegExp =>
      new RegExp(
        list.map((word) => (/^[A-Z]/.test(word) ? `(?:\\b|(?<=[a-z]))${word}\\b` : word)).join('|'),
        'u',
      );
    this.#ict = words(forms.ict);
    this.#other = words(forms.other);
  }

  /** Unlisted companies that do not overlap the listed ones (ordered by start). */
  find(text: string, listed: readonly CompanyMention[]): CompanyMention[] {
    const found: CompanyMention[] = [];
    let from = 0;
    for (const match of text.matchAll(this.#han)) {
      const end = match.index + match[0].length;
      const start = this.#nameStart(text, match.index, Math.max(from, listedEnd(listed, match.index)));
      if (
        match.index - start < 2 ||
        /[\d一二三四五六七八九十多几两]家(?:公司|集团)?$/u.test(text.slice(start, end))
      )
        continue;
      if (NO_NAME.test(text.slice(start, end)) || abbreviated(text, end, listed)) continue;
      found.push(this.#mention(text, { start, end }));
      from = end;
    }
    for (const match of blanked(text, inOrder([...listed, ...found])).matchAll(LED)) {
      found.push(this.#mention(text, { start: match.index, end: match.index + match[0].length }));
    }
    for (const match of blanked(text, inOrder([...listed, ...found])).matchAll(this.#latin)) {
      const end = match.index + match[0].trimEnd().replace(/,$/, '').length;
      const bare = match[0].replace(this.#forms, '').trim() === '';
      if (
        !bare &&
        !isField(match[0]) &&
        !isProduct(match[0], text.slice(end, end + 60)) &&
        !OFFICE.test(match[0]) &&
        !SCHOOL.test(text.slice(end, end + 16)) &&
        !WORK.test(text.slice(end, end + 16)) &&
        !abbreviated(text, end, listed)
      )
        found.push(spelledOut(text, this.#mention(text, { start: match.index + seat(match[0]), end })));
    }
    return found.sort((a, b) => a.start - b.start);
  }

  /** Back from the form to the nearest stop, at most 16 characters. */
  #nameStart(text: string, form: number, floor: number): number {
    let start = form;
    while (start > floor && form - start < 16 && !STOP.test(text[start - 1] ?? '')) start--;
    return start;
  }

  #mention(text: string, { start, end }: Stretch): CompanyMention {
    const name = text.slice(start, end);
    return unlistedCompany(start, name, this.#kind(name), initials(text, end) ?? this.#canonical(name));
  }

  #kind(name: string): CompanyKind {
    if (this.#other.test(name)) return 'other';
    return this.#ict.test(name) ? 'ict' : 'unknown';
  }

  #canonical(name: string): string {
    if (!/\p{Script=Han}/u.test(name))
      return name.replace(this.#latinTail, '').replace(/^The /, '').trim() || name;
    const core = name.replace(this.#hanTail, '').replace(PLACE_HEAD, '') || name;
    return ledgerName(core);
  }
}

/** "National Radio Corporation (NRC)": the short name the text gives is the ledger's. */
function initials(text: string, end: number): string | null {
  return /^ \((\p{Lu}[\p{Lu}&]{2,7})\)/u.exec(text.slice(end, end + 12))?.[1] ?? null;
}

/** How far back the words of an acronym may begin. */
const REACH = 90;

/** "National Radio and Telecommunication Corporation (NRTC)": the name begins where the letters of the initials do. */
function spelledOut(text: string, company: CompanyMention): CompanyMention {
  const acronym = /^ \((\p{Lu}{3,8})\)/u.exec(text.slice(company.end, company.end + 12))?.[1];
  if (acronym === undefined) return company;
  const floor = Math.max(0, company.end - REACH);
  const words = [...text.slice(floor, company.end).matchAll(/\p{Lu}[\p{L}'-]*|[\p{Ll}\d&'-]+|[.,;:\n]/gu)];
  let letter = acronym.length;
  for (let i = words.length - 1; i >= 0; i--) {
    const [word = '', at] = [words[i]?.[0], words[i]?.index ?? 0];
    if (word.charAt(0) === acronym[letter - 1]) letter--;
    else if (!/^(?:and|of|for|the|&)$/.test(word)) return company;
    if (letter === 0) return { ...company, start: floor + at };
  }
  return company;
}

function listedEnd(listed: readonly CompanyMention[], at: number): number {
  return listed[indexAt(listed, at)]?.end ?? 0;
}

/** "Philippine Long Distance Telephone Company (PLDT)": the bracket names a listed company, and that is who it is. */
function abbreviated(text: string, end: number, listed: readonly CompanyMention[]): boolean {
  const open = /^ ?\((?:[以下简称又名“"]{0,5})|^,? [“"]/u.exec(text.slice(end, end + 8));
  if (!open) return false;
  const at = end + open[0].length;
  return listed[indexAt(listed, at)]?.start === at;
}

function inOrder(found: CompanyMention[]): CompanyMention[] {
  return found.sort((a, b) => a.start - b.start);
}

/** The text with the companies that are known already blanked out, so that no other name begins inside one. */
export function blanked(text: string, listed: readonly CompanyMention[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of listed) {
    out += text.slice(at, start) + '\n'.repeat(end - start);
    at = end;
  }
  return out + text.slice(at);
}
