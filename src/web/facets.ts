/** What the lists can be narrowed to: regions, companies and topics of the agreements, with their counts. */
import type { AgreementRow } from '../domain/queries.ts';

export interface Choice {
  value: string;
  count: number;
}

export interface Facets {
  regions: Choice[];
  companies: Choice[];
  topics: Choice[];
}

export function facetsOf(agreements: AgreementRow[]): Facets {
  return {
    regions: counted(agreements, (row) => row.governments.flatMap(({ region }) => (region ? [region] : []))),
    companies: counted(agreements, (row) => row.companies.map(({ canonical }) => canonical)),
    topics: counted(agreements, (row) => row.topics),
  };
}

/** Each value with the number of agreements that have it, most first, then by name. */
function counted(agreements: AgreementRow[], valuesOf: (row: AgreementRow) => string[]): Choice[] {
  const counts = new Map<string, number>();
  for (const row of agreements) {
    for (const value of new Set(valuesOf(row))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
