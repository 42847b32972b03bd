/** What was published: the fields of an article and which witness each came from. */

export type Precision = 'minute' | 'day' | 'month';

export interface Witness {
  from: string;
  value: string;
}

/** Per field: the witness that won, those that agreed, those that did not. */
export type Provenance = Record<string, { from: string; agreed: string[]; disagreed: Witness[] }>;

export interface Article {
  title: string | null;
  /** ISO 8601: with offset when a time is known, else `YYYY-MM-DD` or `YYYY-MM`. */
  published: string | null;
  publishedPrecision: Precision | null;
  publisher: string | null;
  author: string | null;
  /** BCP 47: `zh-Hans`, `zh-Hant`, `en` … */
  language: string | null;
  /** Plain text, one paragraph a line. */
  body: string | null;
  provenance: Provenance;
}

/** Both hashes of an article. `exact` is hex SHA-256 of the normal form, `near` an opaque similarity key. */
export interface Fingerprint {
  exact: string;
  near: string;
}
