/** Who pays a sum. */
import type { Money } from '../wording/money-sum.ts';
import type { Stretch } from '../wording/sentences.ts';
import type { Findings } from './findings.ts';
import type { CompanyMention } from './mentions.ts';
import { asWritten } from './reading.ts';
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
  if (government && (!company || company.start < clause.start)) return asWritten(read, government);
  return company?.canonical ?? null;
}
