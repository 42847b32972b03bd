/**
 * Feed conformance: facts about the number of entries and about links, titles and dates of entries and feeds.
 *
 * Base of relative links: the Content-Location that a test file names, else `http://127.0.0.1:8097/` and the
 * file's path under `tests/`, which is what feedparser's own test server gives. Titles are compared as plain
 * text, dates as moments. Facts about authors, summaries and the like are not counted: nothing here reads them.
 */
import { readFileSync } from 'node:fs';
import { decode } from '../../src/decode/decode.ts';
import { readFeedFacts } from '../../src/listing/feed.ts';
import type { FeedFacts } from '../../src/listing/feed-facts.ts';
import { plainText } from '../../src/listing/feed-xml.ts';
import { readSitemap } from '../../src/listing/sitemap.ts';
import { corpusPath } from '../../test/corpus.ts';
import { readRows, Tally } from './tally.ts';

interface Fact {
  path: (string | number)[];
  equals: unknown;
}

interface Row {
  id: string;
  file: string;
  path: string;
  http_content_type?: string | null;
  expect: Fact[];
}

/** Prints the share of right facts by kind. */
export async function main(args: string[]): Promise<void> {
  const rows = readRows<Row>('corpus/feeds.jsonl');
  if (!rows) return;
  const tally = new Tally('feeds');
  for (const row of rows) {
    const bytes = readFileSync(corpusPath(`corpus/${row.file}`) ?? '');
    const { text } = decode(bytes, row.http_content_type ?? null);
    const url = baseOf(row, text);
    const facts = readFeedFacts(text, url);
    const locs = readSitemap(text, url)?.links.map((link) => link.url) ?? [];
    for (const fact of row.expect) {
      const kind = kindOf(fact.path);
      if (!kind) continue;
      const read = kind === 'sitemap' ? sitemapFact(fact.path, locs) : feedFact(fact.path, facts);
      const ok = agrees(kind, fact.equals, read);
      const miss = `${row.file} ${fact.path.join('.')}: expected ${JSON.stringify(fact.equals)}, read ${JSON.stringify(read)}`;
      for (const name of [kind, 'all']) tally.add(name, { id: row.id, ok, miss });
    }
  }
  tally.print(args);
}

type Kind = 'entries' | 'links' | 'titles' | 'dates' | 'sitemap';

function kindOf(path: Fact['path']): Kind | null {
  const [first, second, third] = path;
  if (first === 'locs' || (first === 'len' && second === 'locs')) return 'sitemap';
  if (first === 'len') return second === 'entries' && path.length === 2 ? 'entries' : null;
  if (first === 'feed') return second === 'title' && path.length === 2 ? 'titles' : null;
  if (first !== 'entries' || path.length !== 3) return null;
  if (third === 'link') return 'links';
  if (third === 'title') return 'titles';
  return /^(published|updated|created)(_iso|_parsed)$/.test(String(third)) ? 'dates' : null;
}

function baseOf(row: Row, text: string): string {
  const location = /Content-Location:\s*(\S+)/i.exec(text.slice(0, 2_000))?.[1];
  return location ?? `http://127.0.0.1:8097/${row.path}`;
}

function feedFact(path: Fact['path'], facts: FeedFacts | null): unknown {
  if (path[0] === 'len') return facts?.entries.length ?? 0;
  if (path[0] === 'feed') return facts?.title ?? null;
  const entry = facts?.entries[Number(path[1])];
  const name = String(path[2]);
  if (name === 'link') return entry?.link ?? null;
  if (name === 'title') return entry?.title ?? null;
  return name.startsWith('updated')
    ? (entry?.updated ?? entry?.published ?? null)
    : (entry?.published ?? entry?.updated ?? null);
}

function sitemapFact(path: Fact['path'], locs: string[]): unknown {
  return path[0] === 'len' ? locs.length : locs[Number(path[1])];
}

function agrees(kind: Kind, expected: unknown, read: unknown): boolean {
  if (expected === null || expected === '' || read === null)
    return (expected === '' ? null : expected) === read;
  if (kind === 'titles') return [String(expected).trim(), plainText(String(expected))].includes(String(read));
  if (kind === 'links')
    return URL.canParse(String(expected)) ? new URL(String(expected)).href === read : false;
  if (kind !== 'dates') return expected === read;
  // Struct of feedparser: year, month, day, hour, minute, second in UTC.
  const moment = Array.isArray(expected)
    ? Date.UTC(expected[0], expected[1] - 1, expected[2], expected[3], expected[4], expected[5])
    : Date.parse(String(expected));
  return Date.parse(String(read)) === moment;
}
