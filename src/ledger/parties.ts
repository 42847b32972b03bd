/**
 * Whether two sets of parties can be the two sides of one signing: companies in common, and a government in common.
 *
 * A province and a city of it are two governments, and so are a city and its district. A city that one report leaves
 * out ("the city government") is unknown, not another.
 */
import type { Agreement, Company, Government } from '../domain/agreement.ts';
import { normalForm } from '../wording/normal-form.ts';
import { companyKey, placeKey, plainKey } from './name-keys.ts';

export interface GovernmentKey {
  /** ISO 3166 code, null when the report does not tell. */
  region: string | null;
  /** Key of the city; null: none, or not told. */
  city: string | null;
  /** The city as written. */
  written: string;
  level: 'region' | 'city' | 'district' | 'unknown';
  /** Plain name. */
  name: string;
  /** What the name has of its own, long enough to tell it without a region, else empty. */
  own: string;
}

export interface Parties {
  companies: string[];
  governments: GovernmentKey[];
  /** Opening of the report in normal form and lower case, where a city may be named that no fact names. */
  text: string;
}

/** Takes back most of what a shared day gives. */
const COARSE = -3;

/** Cities that are regions of their own: there, city and region are one government. */
const MUNICIPALITIES: Record<string, string> = {
  'CN-BJ': 'beijing',
  'CN-SH': 'shanghai',
  'CN-TJ': 'tianjin',
  'CN-CQ': 'chongqing',
  'CN-HK': 'xianggang',
  'CN-MO': 'aomen',
};
const DISTRICT =
  /(?:[^地治]区|县|旗|镇|乡)(?:政府|人民政府|管委会|委|$)|新区|高新|经开|开发区|园区|\b(?:district|county|zone|new area|township)\b/i;
const CITY = /市|\b(?:city|municipal|municipality|mayor)\b/i;
const REGION = /省|自治区|\b(?:province|provincial|state|autonomous region)\b/i;

export function partiesOf(agreement: Agreement, text = ''): Parties {
  return {
    text,
    companies: [
      ...new Set(agreement.companies.map(({ canonical }: Company) => companyKey(canonical))),
    ].sort(),
    governments: agreement.governments.map(governmentKey),
  };
}

function governmentKey({ name, region, city }: Government): GovernmentKey {
  const key = city ? placeKey(city) : '';
  const own = region !== null && MUNICIPALITIES[region] === key;
  const plain = normalForm(name).text;
  return {
    region,
    city: key === '' || own ? null : key,
    written: city ?? '',
    level: levelOf(plain, region),
    name: plainKey(plain),
    own: ownName(plain),
  };
}

const COMMON_WORDS =
  /\([^)]{0,20}\)|\b(?:the|of|and|government|municipal(?:ity)?|provincial|province|people'?s?|city|state|county|council|administration)\b|人民政府|政府|[省市县区]/gi;

/** `League of Vice-Governors of the Philippines (LVGP)` tells itself, "the municipal government" does not. */
function ownName(name: string): string {
  const own = plainKey(name.replace(COMMON_WORDS, ' '));
  return own.length >= (/\p{Script=Han}/u.test(own) ? 4 : 10) ? own : '';
}

function levelOf(name: string, region: string | null): GovernmentKey['level'] {
  const municipality = region !== null && region in MUNICIPALITIES;
  // Counties are the first level below the nation in some countries.
  if (DISTRICT.test(name) && (region === null || region.startsWith('CN'))) return 'district';
  if (REGION.test(name)) return 'region';
  if (CITY.test(name)) return municipality ? 'region' : 'city';
  return 'unknown';
}

/** null: cannot be one signing; else points: whole agreement counts for, doubt against. */
export function compareParties(a: Parties, b: Parties): number | null {
  const companies = a.companies.filter((x) => b.companies.some((y) => alike(x, y))).length;
  if (companies === 0) return null;
  let best: number | null = null;
  for (const one of a.governments) {
    for (const other of b.governments) {
      const points = compareGovernments(one, other) ?? cityInText(one, other, [a.text, b.text]);
      if (points !== null && (best === null || points > best)) best = points;
    }
  }
  if (best === null) return null;
  const all = Math.max(a.companies.length, b.companies.length);
  return best + (companies === all && all > 1 ? 1 : 0) - (companies * 2 < all ? 1 : 0);
}

function alike(x: string, y: string): boolean {
  return x === y || (Math.min(x.length, y.length) >= 4 && (x.includes(y) || y.includes(x)));
}

function compareGovernments(a: GovernmentKey, b: GovernmentKey): number | null {
  if (a.region === null || b.region === null) return a.own !== '' && a.own === b.own ? 0 : null;
  if (a.region !== b.region) return null;
  const districts = (a.level === 'district') !== (b.level === 'district');
  if (a.city !== null && b.city !== null) {
    if (a.city !== b.city && !alike(a.city, b.city)) return null;
    return districts ? -2 : 1;
  }
  if (a.city === null && b.city === null) {
    if (districts) return null;
    // Two districts or cities without a name in the report can be any two.
    if (a.level === 'district') return a.name === b.name ? 1 : null;
    return (a.level === 'city') !== (b.level === 'city') ? -2 : 1;
  }
  const blank = a.city === null ? a : b;
  return blank.level === 'city' || blank.level === 'district' ? -1 : null;
}

/**
 * "Zhejiang" over a text that tells of Hangzhou's signing: a government named after its region alone may be a city's
 * that was read too coarsely. Only a shared day carries such a pair.
 */
function cityInText(a: GovernmentKey, b: GovernmentKey, texts: [string, string]): number | null {
  if (a.region === null || a.region !== b.region || (a.city === null) === (b.city === null)) return null;
  const [coarse, fine, text] = a.city === null ? [a, b, texts[0]] : [b, a, texts[1]];
  if (coarse.level !== 'unknown' || fine.level === 'district' || fine.city === null) return null;
  const written = normalForm(fine.written).text.toLowerCase();
  return text.includes(written) || text.includes(fine.city) ? COARSE : null;
}

/** Pairs of company and region (or `-`), or a government's own name: reports that share none cannot be of one signing. */
export function blockKeysOf(parties: Parties): string[] {
  const places = parties.governments
    .flatMap(({ region, own }) => [region ?? '-', own && `=${own}`])
    .filter(Boolean);
  const keys = parties.companies.flatMap((company) => places.map((place) => `${company}|${place}`));
  return [...new Set(keys)].sort();
}
