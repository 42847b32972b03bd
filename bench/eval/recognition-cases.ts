/**
 * The labelled articles of the evaluation: the project's own (test/fixtures/recognize) and the shared set when it is
 * laid beside the checkout. A third of each, by the hash of the id, is told apart: rules are not made from it first.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ArticleText, Verdict } from '../../src/domain/report.ts';

export interface GoldFacts {
  region?: string | null;
  companies?: string[];
  /** EDTF, compared as far as it goes. */
  signedOn?: string | null;
  amounts?: { value: number; currency: string }[];
  period?: string | null;
  place?: string | null;
  topics?: string[];
}

export interface Case {
  id: string;
  set: 'own' | 'shared';
  keptAside: boolean;
  language: string;
  article: ArticleText;
  verdict: Verdict;
  /** Kind of negative, as the set names it. */
  kind: string | null;
  facts: GoldFacts;
}

/** Every third id, by its hash. */
export function isKeptAside(id: string): boolean {
  return Number.parseInt(createHash('sha256').update(id).digest('hex').slice(0, 8), 16) % 3 === 0;
}

const OWN = fileURLToPath(new URL('../../test/fixtures/recognize/', import.meta.url));

interface OwnRow {
  id: string;
  url?: string;
  title?: string;
  body: string;
  published?: string;
  language: string;
  verdict: Verdict;
  kind?: string;
  facts?: GoldFacts;
}

export function ownCases(): Case[] {
  if (!existsSync(OWN)) return [];
  const files = readdirSync(OWN).filter((name) => name.endsWith('.jsonl'));
  return files.sort().flatMap((name) => rows<OwnRow>(join(OWN, name)).map(ownCase));
}

function ownCase({ id, url, title, body, published, language, verdict, kind, facts }: OwnRow): Case {
  return {
    id,
    set: 'own',
    keptAside: isKeptAside(id),
    language,
    article: { url: url ?? null, title: title ?? null, body, published: published ?? null, language },
    verdict,
    kind: kind ?? null,
    facts: facts ?? {},
  };
}

interface SharedRow {
  id: string;
  url: string | null;
  lang: string;
  title: string | null;
  text: string;
  label: Verdict;
  negative_kind: string | null;
  facts: {
    government_region: string | null;
    companies_canonical: string[];
    signed_on: string | null;
    place: string | null;
    amounts: { value: number | null; currency: string; who_pays: string | null }[];
    period: string | null;
    topics: string[];
  };
}

/** The shared set at `path` (agreements-dev.jsonl). Sums that are only induced or planned are no amounts. */
export function sharedCases(path: string): Case[] {
  return rows<SharedRow>(path).map((row) => ({
    id: row.id,
    set: 'shared',
    keptAside: isKeptAside(row.id),
    language: row.lang,
    article: { url: row.url, title: row.title, body: row.text, published: null, language: row.lang },
    verdict: row.label,
    kind: row.negative_kind,
    facts: {
      region: row.facts.government_region,
      companies: row.facts.companies_canonical,
      signedOn: row.facts.signed_on,
      amounts: row.facts.amounts
        .filter(({ value, who_pays }) => value !== null && !/induced|plan/.test(who_pays ?? ''))
        .map(({ value, currency }) => ({ value: value ?? 0, currency })),
      period: row.facts.period,
      place: row.facts.place,
      topics: row.facts.topics,
    },
  }));
}

function rows<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}
