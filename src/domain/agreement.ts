/** An agreement as one report tells it (design 5.3): facts, contradictions and the words that prove each. */

export interface Government {
  name: string;
  /** ISO 3166-2. */
  region: string | null;
  /** In the text's language, without 市. */
  city: string | null;
}

export interface Company {
  name: string;
  canonical: string;
}

export interface SignedOn {
  /** EDTF (ISO 8601-2): `2016-07-08`, `2016-07`, `2016`, `XXXX-07-08`, `XXXX-XX-26`. */
  date: string;
  precision: 'day' | 'month' | 'year';
}

export interface Amount {
  /** In the main unit of the currency. */
  value: number;
  /** ISO 4217. */
  currency: string;
  asWritten: string;
  /** A canonical company, a government as named, or null when the text does not say. */
  payer: string | null;
  /** Only for a range, which is two entries. */
  bound?: 'min' | 'max';
}

export interface Period {
  asWritten: string;
  from: string | null;
  to: string | null;
  years: number | null;
}

export interface Conflict {
  field: EvidenceField;
  /** As written. */
  values: string[];
}

export const EVIDENCE_FIELDS = [
  'governments',
  'companies',
  'document',
  'status',
  'signedOn',
  'place',
  'amounts',
  'period',
  'topics',
] as const;
export type EvidenceField = (typeof EVIDENCE_FIELDS)[number];

export interface Evidence {
  field: EvidenceField;
  /** Place in the field's array, 0 for single values. */
  index: number;
  /** Unicode code points in the body exactly as given, `end` exclusive; null when the words stand in the title only. */
  start: number | null;
  end: number | null;
  quote: string;
  in?: 'title';
  /** Only in the ledger: id of the report whose body is quoted. */
  report?: string;
}

export interface Agreement {
  governments: Government[];
  companies: Company[];
  document: string | null;
  status: 'signed' | 'renewed' | 'concluded';
  signedOn: SignedOn | null;
  place: string | null;
  amounts: Amount[];
  period: Period | null;
  topics: string[];
  conflicts: Conflict[];
  evidence: Evidence[];
}
