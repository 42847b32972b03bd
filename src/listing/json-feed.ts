/** JSON Feed 1.0 and 1.1 (jsonfeed.org). */
import { readDate } from '../dates/read-date.ts';
import type { FeedEntry, FeedFacts } from './feed-facts.ts';

const MOST_ITEMS = 20_000;

/** The feed's facts; null when the text is no JSON Feed. Fields of the wrong type count as absent. */
export function readJsonFeed(text: string, url: string): FeedFacts | null {
  if (!/^\ufeff?\s{0,64}\{/.test(text) || !text.includes('"items"')) return null;
  const feed = parseObject(text);
  if (!feed || !Array.isArray(feed.items) || !/jsonfeed\.org/.test(asText(feed.version) ?? '')) return null;
  return {
    title: asText(feed.title),
    entries: feed.items
      .slice(0, MOST_ITEMS)
      .filter(isObject)
      .map((item) => readItem(item, url)),
    next: absolute(asText(feed.next_url), url),
  };
}

function readItem(item: Record<string, unknown>, url: string): FeedEntry {
  const id = asText(item.id);
  const identity = id && /^https?:\/\//i.test(id) ? id : null;
  return {
    link: absolute(asText(item.url) ?? asText(item.external_url) ?? identity, url),
    title: asText(item.title),
    published: isoDate(asText(item.date_published)),
    updated: isoDate(asText(item.date_modified)),
  };
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    return isObject(value) ? value : null;
  } catch {
    // Not JSON: some other reader's business.
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asText(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? Buffer.from(value.trim()).toString() : null;
}

function absolute(reference: string | null, url: string): string | null {
  const base = url === '' ? undefined : url;
  return reference && URL.canParse(reference, base) ? new URL(reference, base).href : null;
}

function isoDate(text: string | null): string | null {
  return text ? (readDate(text, { timezone: 'UTC', language: 'en' })?.date ?? null) : null;
}
