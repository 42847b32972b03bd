/**
 * The lexicon: what counts as a signing, a party, a topic, a place. The schemas are the contract of the files in
 * `config/lexicon/`; `settings` reads the files with them, `recognize` builds its tables from the result.
 */
import { z } from 'zod';

/** The word lists of a language file; what each means is explained in config/lexicon/README.md. */
export const WORD_CLASSES = [
  'sign',
  'reach',
  'ceremony',
  'document',
  'renewed',
  'future',
  'negated',
  'denied',
  'earlier',
  'attend',
  'also_signed',
  'other_news',
  'several',
  'invest',
  'induced',
  'spent',
  'unit_price',
  'national',
  'organs',
  'organs_before',
  'connectives',
  'leads',
  'generic',
  'zones',
  'officials',
  'recently',
  'today',
  'yesterday',
  'before_yesterday',
] as const;
export type WordClass = (typeof WORD_CLASSES)[number];

const Words = z.array(z.string().trim().min(1));
const CnCode = z.string().regex(/^CN-[A-Z]{2}$/, 'must be an ISO 3166-2 code of China like CN-QH');
const RegionCode = z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, 'must be an ISO 3166-2 code like KE-32');
const CountryCode = z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code like KE');

const lists = Object.fromEntries(WORD_CLASSES.map((name) => [name, Words.default([])])) as Record<
  WordClass,
  z.ZodDefault<typeof Words>
>;

export const LanguageFile = z.strictObject({
  language: z.string().min(2),
  /** Words are separated by blanks: matched whole. */
  spaced: z.boolean(),
  ...lists,
});
export type LanguageFile = z.infer<typeof LanguageFile>;

export const CompaniesFile = z.strictObject({
  /** 三大运营商: the ledger names of the companies that are meant when they are only counted, by their number. */
  groups: z.array(z.strictObject({ count: z.enum(['三', '四']), canonical: Words.min(2) })).default([]),
  companies: z.array(
    z.strictObject({
      canonical: z.string().min(1),
      names: Words.min(1),
      local: Words.default([]),
      /** Ordinary words elsewhere: names only where the text speaks of the company's country. */
      at_home: Words.default([]),
      country: CountryCode.optional(),
    }),
  ),
  look_alikes: Words,
  forms: z.strictObject({ han: Words, short: Words, latin: Words, ict: Words, other: Words }),
});
export type CompaniesFile = z.infer<typeof CompaniesFile>;

export const TOPICS = [
  'broadband',
  'fibre',
  '4G',
  '5G',
  'cloud',
  'big data',
  'IoT',
  'smart city',
  'e-government',
  'data centre',
  'AI',
  'industrial internet',
  'rural informatization',
  'e-commerce',
  'security',
] as const;
export type Topic = (typeof TOPICS)[number];

export const TopicsFile = z.strictObject({
  topics: z.partialRecord(z.enum(TOPICS), Words),
  /** Words for networks of any kind: broadband and fibre, where nothing more exact is said. */
  networks: Words.default([]),
  related: Words,
});
export type TopicsFile = z.infer<typeof TopicsFile>;

export const ChinaFile = z.strictObject({
  provinces: z.array(
    z.strictObject({
      code: CnCode,
      name: z.string(),
      full: z.string(),
      english: Words.min(1),
      abbreviations: Words,
      capital: z.string(),
    }),
  ),
  /** Divisions whose short name is an ordinary word: read only with their unit. */
  full_only: Words,
  abbreviated_cities: z.record(z.string().length(1), z.string()),
  english: z.record(z.string(), Words),
  /** Name of a division that is no more -> full name of the one that lies there now. */
  former: z.record(z.string(), z.string()).default({}),
  zones: z.array(
    z.strictObject({ name: z.string(), english: Words, region: CnCode, city: z.string().optional() }),
  ),
  /** Counties and cities that have codes of their own. */
  taiwan: z.array(
    z.strictObject({
      name: z.string(),
      english: Words.min(1),
      region: z.string().regex(/^TW-[A-Z]{3}$/, 'must be a code of ISO 3166-2:TW like TW-HUA'),
    }),
  ),
});
export type ChinaFile = z.infer<typeof ChinaFile>;

/** `CN-QH` -> `西宁市 Xining` -> `城东区 Chengdong; 大通回族土族自治县/大通 Datong; …`. */
export const ChinaTable = z.record(CnCode, z.record(z.string(), z.string()));
export type ChinaTable = z.infer<typeof ChinaTable>;

export const AbroadFile = z.strictObject({
  countries: z.array(
    z.strictObject({
      code: CountryCode,
      names: Words.min(1),
      /** What a first-level division is called: County, State; makes `Delta State` of `Delta`. */
      unit: Words.default([]),
      regions: z.record(RegionCode, Words.min(1)),
      /** Short forms, read only behind a name and a comma: Lincoln, Neb. */
      abbreviations: z.record(RegionCode, Words.min(1)).default({}),
      /** City or lower division -> code of its region. */
      cities: z.record(z.string(), RegionCode).default({}),
    }),
  ),
});
export type AbroadFile = z.infer<typeof AbroadFile>;

/** `AR` -> `A Salta; Y Jujuy; …`: the rest of a country's ISO 3166-2 code, a blank, the name. */
export const AbroadTable = z.record(CountryCode, z.string());
export type AbroadTable = z.infer<typeof AbroadTable>;

export interface Lexicon {
  china: ChinaFile;
  table: ChinaTable;
  abroad: AbroadFile;
  abroadTable: AbroadTable;
  companies: CompaniesFile;
  topics: TopicsFile;
  languages: LanguageFile[];
}
