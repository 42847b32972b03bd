/** The country a text speaks of, for what is written alike in several: the dollars and rupees it counts in. */
import type { Findings } from '../findings.ts';

/** Parts of China with a currency of their own. */
const OWN_MONEY: Readonly<Record<string, string>> = { 'CN-TW': 'TW', 'CN-HK': 'HK', 'CN-MO': 'MO' };

/** The country most of the named places and companies belong to. */
export function countryOf({ places, companies, governments, sense }: Findings): string | null {
  const votes = new Map<string, number>();
  const vote = (country: string | null, points = 1): void => {
    if (country) votes.set(country, (votes.get(country) ?? 0) + points);
  };
  for (const { candidates } of places) {
    const { region, country } = sense.choose(candidates);
    vote(OWN_MONEY[region] ?? country);
  }
  // Whose government it is says more than where a company is at home.
  for (const { place, kind } of governments) {
    if (place && kind !== 'national') vote(OWN_MONEY[place.region] ?? place.country);
  }
  for (const { country } of companies) vote(country, 0.4);
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
