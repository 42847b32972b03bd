/** What a name of a company is by its neighbours: the short name of another, its name in law, a part of it, an office, a person. */
import type { Stretch } from '../../wording/sentences.ts';
import type { CompanyMention } from './mentions.ts';

const HAN = /\p{Script=Han}/u;

/**
 * "Brightspeed (Connect Holding II LLC)": the bracket gives the listed company its name in law; "Huawei's Enterprise
 * Business Group" is a part of it.
 */
export function ofTheNameBefore(
  text: string,
  one: CompanyMention,
  before: CompanyMention | undefined,
): CompanyMention {
  if (one.listed || !before?.listed) return one;
  const between = text.slice(before.end, one.start);
  const part = between === "'s " && / (?:Group|Division|Unit|Business)$/.test(text.slice(one.start, one.end));
  return part || between === ' (' ? { ...one, canonical: before.canonical, kind: before.kind } : one;
}

/** County Broadband in "the Harris County Broadband Office". */
export function isOfAnOffice(text: string, start: number): boolean {
  // "the towns of Nokia and Ylöjärvi".
  if (
    /\b(?:towns?|cit(?:y|ies)|villages?|municipalit(?:y|ies)|boroughs?) of $/i.test(
      text.slice(Math.max(0, start - 20), start),
    )
  )
    return true;
  return (
    /^(?:County|City|State|Town|District|Province) /.test(text.slice(start, start + 10)) &&
    /\p{Lu}\p{Ll}+ $/u.test(text.slice(Math.max(0, start - 24), start))
  );
}

/** "Minister for IT, BT and Tourism": biotechnology. */
export function isBiotech(text: string, { start, end }: Stretch): boolean {
  return (
    text.slice(start, end) === 'BT' &&
    /\bIT(?:,|\/| &| and|-) ?$/.test(text.slice(Math.max(0, start - 6), start))
  );
}

/** "Utah Governor Spencer Cox": a person's last name. */
export function isSurname(text: string, start: number): boolean {
  return /\b(?:Governor|Gov\.|Mayor|President|Minister|Senator|Premier|Commissioner|Secretary|Councillor|Mr|Mrs|Ms|Dr)\.? \p{Lu}\p{L}+(?: \p{Lu}\.)? $/u.test(
    text.slice(Math.max(0, start - 40), start),
  );
}

/** Ordinary words that some companies go by; they are read only with the rest of the name. */
const WORDS =
  /^(?:Smart|True|Spark|Meta|Apple|Open|Orange|Dialog|Frontier|Charter|Rogers|Liquid|Grab|Chorus)$/;
const LETTER = /[\p{L}\d&]/u;
/** More companies than this in one text are a list. */
const MOST_SHORT = 40;

/**
 * The short name a text gives a company it has named in full: "Advanced Info Service (AIS)", 浙江公司(以下简称“浙江移动”),
 * and the ledger's own name for it: Converge for Converge ICT Solutions.
 */
export function shortNames(text: string, named: readonly CompanyMention[]): CompanyMention[] {
  const shorts = new Map<string, CompanyMention>();
  for (const company of named) {
    if (company.kind === 'other' || shorts.size >= MOST_SHORT) continue;
    const written = text.slice(company.start, company.end);
    const after = text.slice(company.end, company.end + 24);
    const given =
      /\((\p{Lu}[\p{Lu}&]{1,7})\)$/u.exec(written)?.[1] ??
      /^ ?\((?:以下)?(?:简称|下称|称)?[:为]?[“"](\p{Script=Han}{2,8}|[\p{L}&]{2,12})[”"]\)/u.exec(
        after,
      )?.[1] ??
      /^ ?\((\p{Lu}[\p{Lu}&]{1,7})\)/u.exec(after)?.[1];
    const canonical = /^\p{Lu}[\p{L}&]{2,}$/u.test(company.canonical) ? company.canonical : undefined;
    for (const short of [given, canonical]) {
      if (short !== undefined && short !== written && !WORDS.test(short)) shorts.set(short, company);
    }
  }
  const found: CompanyMention[] = [];
  for (const [short, company] of shorts) {
    const han = HAN.test(short);
    for (let at = text.indexOf(short); at >= 0; at = text.indexOf(short, at + short.length)) {
      const end = at + short.length;
      if (han || !(LETTER.test(text[at - 1] ?? ' ') || LETTER.test(text[end] ?? ' ')))
        found.push({ ...company, start: at, end });
    }
  }
  return found;
}
