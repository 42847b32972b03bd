/** What a list is asked for, read from and written to the query of a URL. Nothing in it is trusted or required. */
import type { Verdict } from '../domain/report.ts';

export const PAGE_SIZE = 25;
const MOST_PAGES = 10_000;
const LONGEST_WORD = 200;

export interface AgreementQuery {
  q: string;
  region: string;
  company: string;
  topic: string;
  page: number;
}

export interface ArticleQuery {
  q: string;
  verdict: Verdict | '';
  source: string;
  page: number;
}

export interface SourceQuery {
  q: string;
  state: string;
  page: number;
}

type Read = (name: string) => string | undefined;

const word = (value: string | undefined) => (value ?? '').trim().slice(0, LONGEST_WORD);

function pageOf(value: string | undefined): number {
  const page = Number(value);
  return Number.isInteger(page) && page >= 1 && page <= MOST_PAGES ? page : 1;
}

export function agreementQuery(read: Read): AgreementQuery {
  return {
    q: word(read('q')),
    region: word(read('region')),
    company: word(read('company')),
    topic: word(read('topic')),
    page: pageOf(read('page')),
  };
}

export function articleQuery(read: Read): ArticleQuery {
  const verdict = word(read('verdict'));
  const known = verdict === 'agreement' || verdict === 'progress' || verdict === 'none';
  return {
    q: word(read('q')),
    verdict: known ? verdict : '',
    source: word(read('source')),
    page: pageOf(read('page')),
  };
}

export function sourceQuery(read: Read): SourceQuery {
  return { q: word(read('q')), state: word(read('state')), page: pageOf(read('page')) };
}

/** One row more than a page holds: it tells whether there is another page. */
export const window = (page: number) => ({ limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE });

/** `path?q=…&page=2`, without what is empty. */
export function linkTo(path: string, query: object): string {
  const pairs = Object.entries(query)
    .filter(([name, value]) => value !== '' && value !== undefined && !(name === 'page' && value === 1))
    .map(([name, value]) => [name, String(value)]);
  const text = new URLSearchParams(pairs).toString();
  return text ? `${path}?${text}` : path;
}
