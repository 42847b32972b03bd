/**
 * The rows in a JSON answer, whatever the service calls its fields: the array with the most objects that have a
 * title and an address.
 */
import type { Link } from '../domain/listing.ts';
import { parseMarkup } from '../markup/parse.ts';
import { oneLine, textOf } from '../markup/text.ts';
import { flat } from './list-page.ts';
import { type DateContext, isoDate } from './row-date.ts';

const TITLE_NAMES =
  'realtitle title articletitle newstitle infotitle doctitle docTitle headline name subject maintitle contenttitle bt topic caption'
    .toLowerCase()
    .split(' ');
const URL_NAMES =
  'url post_url linkurl link infourl articleurl newsurl docpuburl docurl puburl visiturl href permalink pageurl contenturl sourceurl staticurl htmlurl weburl shareurl uri path jumpurl'.split(
    ' ',
  );
const DATE_NAMES =
  'published publishtime publish_time pubtime pubdate pubdatetime publishdate publish_date publishedat published_at datepublished releasetime releasedate showtime display_time displaytime infodate docreltime docpubtime entrydate create_time createtime created_at createdate inputtime addtime posttime date_gmt date time datetime ctime'.split(
    ' ',
  );
/** Ids that stand for an address: the article is the page `article?id=` of the service's site. */
const ID_NAMES = ['idno'];
const TOTAL_NAMES =
  /^(?:total|totalnum|totalcount|total_count|totalrecord|totalrecords|totalelements|rowcount|count|totalsize)$/i;
const NODE_LIMIT = 50_000;

type JsonObject = Record<string, unknown>;

export interface JsonRows {
  links: Link[];
  total: number | null;
}

/** Links of the largest list of titled addresses in `value`; relative addresses count from `base`. */
export function rowsOfJson(value: unknown, base: string, context: DateContext): JsonRows {
  let best: Link[] = [];
  let total: number | null = null;
  const queue: unknown[] = [value];
  for (let place = 0; place < queue.length && place < NODE_LIMIT; place++) {
    const node = queue[place];
    if (Array.isArray(node)) {
      const links = node.slice(0, 2_000).flatMap((item) => linkOfItem(item, base, context) ?? []);
      if (links.length > best.length) best = links;
      queue.push(...node.slice(0, 2_000).filter(isObjectLike));
    } else if (isObject(node)) {
      total ??= totalOf(node);
      queue.push(...Object.values(node).filter(isObjectLike));
    }
  }
  const distinct = new Map(best.map((link) => [link.url, link]));
  return { links: [...distinct.values()], total };
}

function linkOfItem(item: unknown, base: string, context: DateContext): Link | null {
  if (!isObject(item)) return null;
  // Lists in JSON-LD wrap the article once more.
  const inner = isObject(item.item) ? item.item : item;
  const fields = lowerCaseFields(inner);
  const title = textField(fields, TITLE_NAMES);
  const address = addressOf(fields, base);
  if (title === null || address === null) return null;
  return { url: flat(address), title: flat(title), published: dateOf(fields, address, context) };
}

function addressOf(fields: ReadonlyMap<string, unknown>, base: string): string | null {
  for (const name of URL_NAMES) {
    const value = fields.get(name);
    if (typeof value !== 'string' || value.trim() === '' || value.length > 2_000) continue;
    const url = URL.parse(value.trim(), base);
    if (url !== null && /^https?:$/.test(url.protocol)) return url.href;
  }
  for (const name of ID_NAMES) {
    const value = fields.get(name);
    if (typeof value === 'string' || typeof value === 'number')
      return new URL(`/article?id=${value}`, base).href;
  }
  return null;
}

function dateOf(fields: ReadonlyMap<string, unknown>, url: string, context: DateContext): string | null {
  for (const name of DATE_NAMES) {
    const value = fields.get(name);
    if (typeof value === 'number' || (typeof value === 'string' && /^\d{10}(?:\d{3})?$/.test(value))) {
      const date = fromEpoch(Number(value), context.timezone);
      if (date !== null) return date;
    } else if (typeof value === 'string' && /\d/.test(value) && value.length < 60) {
      const date = isoDate(value.replace(/\.\d{1,6}(?=$|Z|[+-])/, ''), url, context);
      if (date !== null) return date;
    }
  }
  return null;
}

/** Seconds or milliseconds since 1970 as ISO 8601 with the offset of `timezone` (UTC when none is known). */
export function fromEpoch(value: number, timezone: string | null): string | null {
  const ms = value > 1e11 ? value : value * 1_000;
  // Before 1990 and after 2100 it is no date of news but an id.
  if (!(ms > 631_152_000_000 && ms < 4_102_444_800_000)) return null;
  const date = new Date(ms);
  const zone = timezone ?? 'UTC';
  try {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    const local = format.format(date).replace(' ', 'T');
    const minutes = Math.round((Date.parse(`${local}Z`) - ms) / 60_000);
    const sign = minutes < 0 ? '-' : '+';
    const pad = (part: number) => String(part).padStart(2, '0');
    return `${local}${sign}${pad(Math.floor(Math.abs(minutes) / 60))}:${pad(Math.abs(minutes) % 60)}`;
  } catch {
    return date.toISOString();
  }
}

function textField(fields: ReadonlyMap<string, unknown>, names: readonly string[]): string | null {
  for (const name of names) {
    let value = fields.get(name);
    if (isObject(value) && typeof value.rendered === 'string') value = value.rendered;
    if (typeof value !== 'string' || value.trim() === '') continue;
    const text = /[<&]/.test(value)
      ? textOf(parseMarkup(value.slice(0, 2_000)))
      : oneLine(value.slice(0, 600));
    if (text.length >= 2) return text;
  }
  return null;
}

function lowerCaseFields(item: JsonObject): Map<string, unknown> {
  return new Map(Object.entries(item).map(([name, value]) => [name.toLowerCase(), value]));
}

function totalOf(node: JsonObject): number | null {
  for (const [name, value] of Object.entries(node)) {
    const count = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
    if (TOTAL_NAMES.test(name) && typeof count === 'number' && count >= 0) return count;
  }
  return null;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isObjectLike(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
