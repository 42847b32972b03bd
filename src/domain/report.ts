/** One article's account: verdict, score, reasons and the agreements it reports. */
import type { Agreement } from './agreement.ts';

export type Verdict = 'agreement' | 'progress' | 'none';

export interface Report {
  verdict: Verdict;
  /** 0 to 1; from 0.5 on it is an agreement. */
  score: number;
  /** Plain sentences, shown by `explain`. */
  reasons: string[];
  /** Empty unless the verdict is agreement. */
  agreements: Agreement[];
}

/** What `recognize` and `ledger` read of an article. */
export interface ArticleText {
  url: string | null;
  title: string | null;
  body: string;
  published: string | null;
  language: string | null;
}

/** A report as the ledger sees it. `id` is the article's identity: its canonical URL or `urn:sha256:…`. */
export interface FiledReport {
  id: string;
  url: string | null;
  title: string | null;
  body: string;
  published: string | null;
  publisher: string | null;
  language: string | null;
  /** Source id, null for imports. */
  source: string | null;
  exact: string;
  near: string;
  verdict: Verdict;
  agreements: Agreement[];
}
