/**
 * The request for the next window of a list service, from the request that brought this one. What moves on is
 * whatever the request counts by: records, a page number (also inside `paramJson` or a JSON body), or a month.
 */
import type { ListRequest } from '../domain/listing.ts';
import { nextByQuery } from './page-number.ts';

export interface Window {
  rows: number;
  /** Rows there are in all, when told. */
  total: number | null;
}

/** The next request, or null when this window was the last (or nothing in the request counts). */
export function followingRequest(request: ListRequest, window: Window): ListRequest | null {
  if (window.rows === 0) return null;
  const inUrl = followingUrl(request.url, window);
  if (request.method === 'GET' || !request.body) return inUrl === null ? null : { ...request, url: inUrl };
  const body = followingBody(request.body, window);
  return body === null ? null : { ...request, body };
}

function followingUrl(address: string, window: Window): string | null {
  return (
    byMonth(address) ?? byRecords(address, window) ?? byParamJson(address, window) ?? byPage(address, window)
  );
}

function followingBody(body: string, window: Window): string | null {
  if (body.trimStart().startsWith('{')) return byJsonPage(body, window);
  // A form body counts as a query does.
  const url = followingUrl(`http://form.invalid/?${body}`, window);
  return url === null ? null : url.slice(url.indexOf('?') + 1);
}

/** `startrecord=1&endrecord=54&perpage=18`. */
function byRecords(address: string, window: Window): string | null {
  const url = new URL(address);
  const start = Number(url.searchParams.get('startrecord'));
  const end = Number(url.searchParams.get('endrecord'));
  if (!(start >= 1 && end >= start)) return null;
  if (window.total !== null && end >= window.total) return null;
  url.searchParams.set('startrecord', String(end + 1));
  url.searchParams.set('endrecord', String(end + (end - start + 1)));
  return url.href;
}

/** `paramJson={"pageNo":1,"pageSize":15}`. */
function byParamJson(address: string, window: Window): string | null {
  const url = new URL(address);
  const json = url.searchParams.get('paramJson');
  const next = json === null ? null : byJsonPage(json, window);
  if (next === null) return null;
  url.searchParams.set('paramJson', next);
  return url.href;
}

function byJsonPage(json: string, window: Window): string | null {
  const number = /(["']page(?:No|Index|Num|Number|)["']\s?:\s?["']?)(\d{1,6})/i.exec(json);
  if (number?.[1] === undefined || number[2] === undefined) return null;
  const size = /["']page_?size["']\s?:\s?["']?(\d{1,4})/i.exec(json)?.[1];
  if (isLast(Number(number[2]), size === undefined ? window.rows : Number(size), window.total)) return null;
  return json.replace(number[0], `${number[1]}${Number(number[2]) + 1}`);
}

function byPage(address: string, window: Window): string | null {
  const next = nextByQuery(address);
  if (next === null) return null;
  const page = [...new URL(address).searchParams].find(
    ([name, value]) => new URL(next).searchParams.get(name) !== value,
  );
  return isLast(Number(page?.[1] ?? 0), window.rows, window.total) ? null : next;
}

/** Pages may count from 0: one page too many is asked for rather than one too few. */
function isLast(page: number, size: number, total: number | null): boolean {
  return total !== null && Math.max(1, page) * size >= total;
}

/** `…/2019/07/…`: the month before, for services that answer by month. */
function byMonth(address: string): string | null {
  const url = new URL(address);
  const month = /\/((?:19|20)\d{2})\/(0?[1-9]|1[0-2])(?=\/[a-z]{2,20}$)/i.exec(url.pathname);
  if (month?.[1] === undefined || month[2] === undefined) return null;
  const before = new Date(Date.UTC(Number(month[1]), Number(month[2]) - 2, 1));
  const number = String(before.getUTCMonth() + 1).padStart(month[2].length, '0');
  url.pathname = url.pathname.replace(month[0], `/${before.getUTCFullYear()}/${number}`);
  return url.href;
}
