/**
 * Scores of one report against its label, counted as the shared scorer counts them: facts over the union of the
 * report's agreements, only where the label has the fact (amounts always: none may be invented). One more than there:
 * a deadline and a span in months are compared by what they say ("by end of 2020" is 到2020年底), not by their words.
 */
import type { Agreement, Period } from '../../src/domain/agreement.ts';
import type { Report } from '../../src/domain/report.ts';
import { hanNumber, latinNumber } from '../../src/wording/numerals.ts';
import type { Case, GoldFacts } from './recognition-cases.ts';

export interface FactScore {
  fact: string;
  /** 0 to 1; all but topics are 0 or 1. */
  score: number;
  want: string;
  got: string;
}

export function factScores({ facts }: Case, { agreements }: Report): FactScore[] {
  const scores: FactScore[] = [];
  const add = (fact: string, score: boolean | number, want: unknown, got: unknown): void => {
    scores.push({ fact, score: Number(score), want: JSON.stringify(want), got: JSON.stringify(got) });
  };
  const regions = agreements.flatMap(({ governments }) => governments.map(({ region }) => region));
  if (facts.region)
    add(
      'region',
      regions.some((region) => sameRegion(facts.region ?? '', region)),
      facts.region,
      regions,
    );
  const companies = [
    ...new Set(agreements.flatMap((one) => one.companies.map(({ canonical }) => canonical))),
  ];
  if (facts.companies?.length)
    add('companies', sameCompanies(facts.companies, companies), facts.companies, companies);
  const dates = agreements.map(({ signedOn }) => signedOn?.date ?? '');
  if (facts.signedOn)
    add(
      'signing date',
      dates.some((date) => date.startsWith(facts.signedOn ?? '?')),
      facts.signedOn,
      dates,
    );
  const sums = [...new Set(agreements.flatMap((one) => one.amounts.map(sum)))].sort();
  const wanted = [...new Set((facts.amounts ?? []).map(sum))].sort();
  add('amounts', sums.join() === wanted.join(), wanted, sums);
  const periods = agreements.map(({ period }) => period).filter((period) => period !== null);
  if (facts.period)
    add(
      'period',
      periods.some((period) => samePeriod(facts.period ?? '', period)),
      facts.period,
      periods,
    );
  const places = agreements.map(({ place }) => place ?? '');
  if (facts.place)
    add(
      'place',
      places.some((place) => samePlace(facts.place ?? '', place)),
      facts.place,
      places,
    );
  if (facts.topics?.length) topics(facts, agreements, add);
  return scores;
}

function topics(
  facts: GoldFacts,
  agreements: readonly Agreement[],
  add: (fact: string, score: number, want: unknown, got: unknown) => void,
): void {
  const want = new Set(
    (facts.topics ?? []).flatMap((topic) => (topic === 'broadband/fibre' ? ['broadband', 'fibre'] : [topic])),
  );
  const got = new Set(agreements.flatMap((one) => one.topics));
  const both = [...want].filter((topic) => got.has(topic)).length;
  add('topics', (2 * both) / (want.size + got.size), [...want], [...got]);
}

const bare = (text: string | null): string =>
  (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
const sum = ({ value, currency }: { value: number; currency: string }): string =>
  `${Math.round(value * 100) / 100} ${currency}`;

function sameRegion(want: string, got: string | null): boolean {
  if (got === null) return false;
  return (
    got === want ||
    ((want.startsWith(`${got}-`) || got.startsWith(`${want}-`)) && Math.min(got.length, want.length) > 2)
  );
}

function alike(a: string, b: string): boolean {
  const [x, y] = [bare(a), bare(b)];
  return x === y || (Math.min(x.length, y.length) >= 4 && (x.includes(y) || y.includes(x)));
}

function sameCompanies(want: readonly string[], got: readonly string[]): boolean {
  return want.every((x) => got.some((y) => alike(x, y))) && got.every((y) => want.some((x) => alike(x, y)));
}

function samePlace(want: string, got: string): boolean {
  const [x, y] = [bare(want), bare(got)];
  return x === y || (y !== '' && x.includes(y)) || (x !== '' && y.includes(x));
}

const PLANS: Record<string, number> = {
  '2006-2010': 11,
  '2011-2015': 12,
  '2016-2020': 13,
  '2021-2025': 14,
  '2026-2030': 15,
};

/** A period in words as one comparable form: plan 13, years 3, range 2009-2011, until 2020, months 14, or the text itself. */
function form(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase();
  const plan = /(\d{1,2})(?:st|nd|rd|th)? five/.exec(plain)?.[1];
  if (plan) return `plan ${plan}`;
  const han = /十([二三四五])五/.exec(plain)?.[1];
  if (han) return `plan ${10 + (hanNumber(han) ?? 0)}`;
  const range = /(20\d\d)\D{1,6}(20\d\d)/.exec(plain);
  if (range) return `range ${range[1]}-${range[2]}`;
  const until = /^(?:by|until|to|到|至)\D{0,16}(20\d\d)/.exec(plain)?.[1];
  if (until) return `until ${until}`;
  const months = /(\d+)\s*(?:-| )?\s*(?:months?|个月)/.exec(plain)?.[1];
  if (months) return `months ${months}`;
  const digits = /(\d+)\s*(?:-| )?\s*(?:years?|年)/.exec(plain)?.[1];
  if (digits) return `years ${digits}`;
  const word = /(one|two|three|four|five|six|seven|eight|nine|ten)\s*(?:-| )?years?/.exec(plain)?.[1];
  if (word) return `years ${latinNumber(word)}`;
  const numeral = /([一二两兩三四五六七八九十])年/.exec(plain)?.[1];
  if (numeral) return `years ${hanNumber(numeral.replace('兩', '两'))}`;
  return `text ${bare(plain)}`;
}

export function samePeriod(want: string, got: Period): boolean {
  const forms = new Set([form(got.asWritten)]);
  if (got.from && got.to) {
    const [from, to] = [got.from.slice(0, 4), got.to.slice(0, 4)];
    const span = Number(to) - Number(from);
    for (const one of [`range ${from}-${to}`, `years ${span + 1}`, `years ${span}`]) forms.add(one);
    const plan = PLANS[`${from}-${to}`];
    if (plan) forms.add(`plan ${plan}`);
  }
  if (got.years) forms.add(`years ${got.years}`);
  return forms.has(form(want));
}

/** Evidence that is not where it says it is, or values without any. */
export function evidenceFaults(
  { article }: Case,
  { agreements }: Report,
): { spans: number; faults: string[] } {
  const points = Array.from(article.body);
  const faults: string[] = [];
  let spans = 0;
  for (const agreement of agreements) {
    for (const { field, index, start, end, quote, in: where } of agreement.evidence) {
      spans++;
      const found =
        start === null
          ? where === 'title' && (article.title ?? '').includes(quote)
          : points.slice(start, end ?? start).join('') === quote;
      if (!found || quote === '') faults.push(`${field}[${index}] is not at its offsets: ${quote}`);
    }
    faults.push(...unproven(agreement));
  }
  return { spans, faults };
}

function unproven(agreement: Agreement): string[] {
  const lists = ['governments', 'companies', 'amounts', 'topics'] as const;
  const singles = ['document', 'signedOn', 'place', 'period', 'status'] as const;
  const has = (field: string, index: number): boolean =>
    agreement.evidence.some((one) => one.field === field && one.index === index);
  return [
    ...lists.flatMap((field) =>
      [...agreement[field].keys()]
        .filter((index) => !has(field, index))
        .map((index) => `${field}[${index}] has no evidence`),
    ),
    ...singles
      .filter((field) => agreement[field] !== null && !has(field, 0))
      .map((field) => `${field} has no evidence`),
  ];
}
