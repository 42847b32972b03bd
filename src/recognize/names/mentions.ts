/** What the finders hand to the grammar: governments and companies where the text names them. */
import type { Stretch } from '../../wording/sentences.ts';
import type { Place } from './places.ts';

/**
 * How a government is named.
 * organ: with its place and an organ (青海省人民政府, Hunan government); generic: an organ without a place (省政府);
 * place: a bare place that may act for its government (重庆, 金山区); official: a title that stands for it (副省长);
 * national: ministries, regulators, countries, which are no regional governments.
 */
export type GovernmentKind = 'organ' | 'generic' | 'place' | 'official' | 'national';

export interface GovernmentMention extends Stretch {
  kind: GovernmentKind;
  place: Place | null;
  /** For generic and official: the level the word tells (省 province, 市 prefecture, 区县 county), if any. */
  level: 'province' | 'prefecture' | 'county' | null;
  /** For a bare place: it was written with its unit (江夏区, Xiamen city). */
  full: boolean;
}

/**
 * ict: in the lexicon or with an ICT word in its name; unknown: a company of an unknown trade; other: another trade,
 * or a look-alike of an operator.
 */
export type CompanyKind = 'ict' | 'unknown' | 'other';

export interface CompanyMention extends Stretch {
  kind: CompanyKind;
  canonical: string;
  /** From the lexicon, not only from the form of the name. */
  listed: boolean;
  country: string | null;
}

/** A company of the text alone, in no list. */
export function unlistedCompany(
  start: number,
  name: string,
  kind: CompanyKind,
  canonical = name,
): CompanyMention {
  return { start, end: start + name.length, kind, canonical, listed: false, country: null };
}

/** Named outright: an office, or a place written with its unit. */
export function isOutright({ kind, full }: GovernmentMention): boolean {
  return kind === 'organ' || kind === 'generic' || (kind === 'place' && full);
}
