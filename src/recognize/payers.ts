/** Who pays a sum, and in which country's money a text counts. */
import type { Money } from '../wording/money-sum.ts';
import type { Stretch } from '../wording/sentences.ts';
import type { Findings } from './findings.ts';
import type { CompanyMention } from './mentions.ts';
import { within } from './within.ts';

export interface Part {
  clause: Stretch;
  sentence: Stretch;
}

/** The company that stands last before the sum in its clause, else in its sentence. */
export function payerOf(
  { companies, governments, read }: Findings,
  money: Money,
  { clause, sentence }: Part,
): string | null {
  const before = (range: Stretch): CompanyMention | undefined =>
    within(companies, range.start, money.start)
      .filter(({ kind }) => kind !== 'other')
      .at(-1);
  const company = before(clause) ?? before(sentence);
  const government = within(governments, clause.start, money.start)
    .filter(({ kind }) => kind === 'organ' || kind === 'generic')
    .at(-1);
  if (government && (!company || company.start < clause.start))
    return read.text.slice(government.start, government.end);
  return company?.canonical ?? null;
}

/** The country most of the named places lie in. */
export function countryOf({ places, companies, sense }: Findings): string | null {
  const votes = new Map<string, number>();
  const vote = (country: string | null): void => {
    if (country) votes.set(country, (votes.get(country) ?? 0) + 1);
  };
  for (const { candidates } of places) {
    const { region, country } = sense.choose(candidates);
    // Taiwan has a currency of its own.
    vote(region === 'CN-TW' ? 'TW' : country);
  }
  for (const { country } of companies) vote(country);
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
