/**
 * How right a reading is, by the rules of the shared scorer.
 *
 * Body: 4-gram shingles as the article extraction benchmark of Zyte defines them (per page the counts are
 * normalised to sum 1, precision and recall are means over pages, F1 comes from those two means). Title:
 * equal as letters and digits. Date: the same day as written. Publisher: one name contains the other.
 */

export interface Gold {
  title: string | null;
  published: string | null;
  author: string | string[] | null;
  source: string | null;
  body: string | null;
}

export interface Answer {
  title: string | null;
  published: string | null;
  publisher: string | null;
  author: string | null;
  body: string | null;
}

/** A row of `corpus/pages.jsonl`. */
export interface PageRow {
  id: string;
  url: string | null;
  lang: string | null;
  site: string | null;
  gold: Gold;
}

/** Of one page; null for what its row has no truth for. */
export interface Score {
  body: { precision: number | null; recall: number } | null;
  title: boolean | null;
  day: boolean | null;
  publisher: boolean | null;
}

export function scoreOf(gold: Gold, answer: Answer, lang: string): Score {
  return {
    body: gold.body ? bodyScore(gold.body, answer.body ?? '', lang) : null,
    title: gold.title ? normal(gold.title) === normal(answer.title) : null,
    day: gold.published ? gold.published.slice(0, 10) === (answer.published ?? '').slice(0, 10) : null,
    publisher: publisherScore(gold, answer),
  };
}

const EAST = '\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u3040-\\u30ff\\u{20000}-\\u{2ffff}';
const WORDS = /[\p{L}\p{N}_]+/gu;
const CHARACTERS = new RegExp(`[${EAST}]|(?:(?![${EAST}])[\\p{L}\\p{N}_])+`, 'gu');

function shingles(text: string, lang: string): Map<string, number> {
  const tokens = text.match(lang === 'zh' || lang === 'ja' ? CHARACTERS : WORDS) ?? [];
  const counts = new Map<string, number>();
  for (let index = 0; index < Math.max(1, tokens.length - 3); index++) {
    const gram = tokens.slice(index, index + 4).join('\n');
    if (gram !== '') counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

function bodyScore(gold: string, body: string, lang: string): Score['body'] {
  const [wanted, given] = [shingles(gold, lang), shingles(body, lang)];
  const total = (counts: Map<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  let common = 0;
  for (const [gram, count] of wanted) common += Math.min(count, given.get(gram) ?? 0);
  const [wantedTotal, givenTotal] = [total(wanted), total(given)];
  return {
    precision: givenTotal === 0 ? null : common / givenTotal,
    recall: common / Math.max(1, wantedTotal),
  };
}

function publisherScore(gold: Gold, answer: Answer): boolean | null {
  const wanted = [gold.source, flat(gold.author)].map(normal).filter((name) => name !== '');
  if (wanted.length === 0) return null;
  const given = [answer.publisher, answer.author].map(normal).filter((name) => name !== '');
  return wanted.some((a) => given.some((b) => a.includes(b) || b.includes(a)));
}

function flat(value: string | string[] | null): string | null {
  return Array.isArray(value) ? value.join(', ') : value;
}

function normal(text: string | null): string {
  return (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

export const METRICS = ['body F1', 'body F1 per page', 'title', 'date', 'publisher'] as const;
export type Metric = (typeof METRICS)[number];

/** The means over pages; null where no page has a truth. */
export function summarize(scores: readonly Score[]): Record<Metric, number | null> {
  const bodies = scores.map(({ body }) => body).filter((body) => body !== null);
  const precision = mean(bodies.map(({ precision }) => precision).filter((value) => value !== null));
  const recall = mean(bodies.map(({ recall }) => recall));
  return {
    'body F1': precision === null || recall === null ? null : harmonic(precision, recall),
    'body F1 per page': mean(bodies.map(({ precision, recall }) => harmonic(precision ?? 0, recall))),
    title: share(scores.map(({ title }) => title)),
    date: share(scores.map(({ day }) => day)),
    publisher: share(scores.map(({ publisher }) => publisher)),
  };
}

function harmonic(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function share(values: readonly (boolean | null)[]): number | null {
  return mean(values.filter((value) => value !== null).map(Number));
}
