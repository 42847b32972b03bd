/**
 * What an address alone says: does it look like one article, like a section, like a file that is neither?
 *
 * The forms are those of the publishing systems (dated folders, `t20160708_123.html`, `art_1_2.html`,
 * `content_123.htm`, 24- and 32-digit hex names) and of ordinary newsrooms (slugs, `?id=`).
 */

const DATED = /(?:^|\/)(?:19|20)\d{2}(?:[-_/]?(?:0?[1-9]|1[0-2]))(?:[-_/]?\d{1,2})?(?=[/_.a-z-]|$)/i;
const NAMED_ID =
  /(?:^|\/)(?:t\d{8}_\d+|t\d{4,}|art_\d+_\d+|art_[0-9a-f]{16,}|m?post_\d+|content_(?:ws)?[0-9a-f]{4,}|c_?\d{5,}|doc-?\w{8,}|a\d{5,}|ws[0-9a-f]{20,}|newsdetail\w*|(?:index_)?detail_?\d+)/i;
const HEX_ID = /(?:^|[/_-])[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}/i;
const LONG_NUMBER = /(?:^|[/_-])\d{5,}(?:_\d+)?(?:\.\w{2,5})?$/;
const NUMBERED_PAGE = /(?:^|[/_-])\d{1,4}\.(?:s?html?|jhtml|aspx?|php|jsp)$/i;
// `?id=12`, and `?article12` as a query that is nothing but a name and a number.
const QUERY_ID =
  /(?:^|&)(?:\w{0,12}id|p|no|key|code|tid|contid|artid|uuid)=[\w-]{1,64}(?:&|$)|^(?:article|news|story|item|post|breve)s?[-_]?\d{1,12}$/i;
const ARTICLE_FOLDER =
  /\/(?:articles?|detail|details|view|show|story|stories|info|press-releases?|news-releases?|blog|posts?|entry)\//i;
const SHORT_NUMBER = /^\d{1,4}(?:\.(?:s?html?|jhtml|aspx?|php|jsp))?$/i;
const LIST_FOLDER = /^(?:list|lists|page|class|col|column|channel|category|cat|node|type|tag|catid|index)$/i;
const SECTION_NAME =
  /^(?:index|default|list|lists|home|main|more|common_list\w*|list\w*|node|channel|column)?(?:[_-]?\d{1,4})?(?:\.(?:s?html?|jhtml|aspx?|php|jsp))?$/i;
const SECTION_FOLDER =
  /\/(?:category|categories|tags?|topics?|authors?|keywords?|col|columns?\/[0-9a-f-]+\/index|channels?|search|login|register|user|subject|archives?|page)(?:\/|$)/i;
const SERVICE =
  /\/(?:wp-login|wp-admin|login|register|logout|passport|sitemap|rss|feed|about(?:-us)?|contact(?:-us)?|privacy(?:-policy)?|terms|cookies?|help|faq|careers?|jobs|subscribe|newsletter|download|cart|advertis\w+)(?:[/.?]|$)/i;
const NOT_A_PAGE =
  /\.(?:jpe?g|png|gif|svg|webp|ico|css|js|mp[34]|avi|mov|zip|rar|7z|gz|exe|apk|dmg|ics|xml)$/i;

/** An address that can be no article: pictures, programs, feeds, share and print services, templates left in. */
export function isNoPage(url: URL): boolean {
  return NOT_A_PAGE.test(url.pathname) || /\{\{|\$\{|%7B%7B|<\?|%3C\?/i.test(url.href);
}

/**
 * How much an address looks like one article: from -1 (home page, section, service) over 0 (says nothing)
 * to 1 (an id, a date or a long slug).
 */
export function articleLikeness(url: URL): number {
  const path = url.pathname.replace(/(.)\/$/, '$1');
  const segments = path.split('/').filter((part) => part !== '');
  const last = segments.at(-1) ?? '';
  const idInQuery = QUERY_ID.test(url.search.slice(1));
  if (segments.length === 0) return idInQuery ? 0.6 : -1;
  if (NAMED_ID.test(path) || HEX_ID.test(path)) return 1;
  if (SERVICE.test(path) && !LONG_NUMBER.test(path)) return -0.8;
  if (SECTION_FOLDER.test(path) && !DATED.test(path)) return LONG_NUMBER.test(last) ? 0 : -0.7;
  if (SHORT_NUMBER.test(last)) {
    if (LIST_FOLDER.test(segments.at(-2) ?? '')) return -0.8;
    return ARTICLE_FOLDER.test(path) || DATED.test(path) ? 0.9 : 0.3;
  }
  if (SECTION_NAME.test(last)) return idInQuery ? 0.5 : DATED.test(path) && segments.length > 3 ? 0.3 : -0.8;
  const words = slugWords(last);
  if (words >= 4 || LONG_NUMBER.test(path)) return 1;
  if (DATED.test(path)) return words >= 2 || /\d/.test(last) ? 1 : 0.5;
  if (idInQuery || (ARTICLE_FOLDER.test(path) && (words >= 2 || /\d/.test(last)))) return 0.8;
  if (words === 3) return 0.5;
  if (NUMBERED_PAGE.test(path)) return 0.4;
  if (/\.pdf$/i.test(last)) return 0.2;
  return last.includes('.') ? -0.2 : -0.4;
}

function slugWords(segment: string): number {
  let name = segment.replace(/\.\w{2,5}$/, '');
  try {
    name = decodeURIComponent(name);
  } catch {
    // A broken escape: the slug is read as it stands.
  }
  if (/[\u3400-\u9fff]{4}/.test(name)) return 4;
  return name.split(/[-_]+/).filter((word) => /[a-z]{2}/i.test(word)).length;
}

/**
 * The form of an address with what varies taken out: `host/dir/dir/N_N.html`. Links of one list mostly share it,
 * or differ in one folder.
 */
export function urlShape(url: URL): string {
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const last = parts.pop() ?? '';
  const extension = /\.\w{2,5}$/.exec(last)?.[0].toLowerCase() ?? '';
  const query = [...url.searchParams.keys()]
    .map((key) => key.replace(/\d+/g, 'N'))
    .sort()
    .join('&');
  const kind = parts.map((part) => (/\d/.test(part) ? 'N' : 'w')).join('/');
  return `${url.hostname.replace(/^www\./, '')}/${kind}/${lastShape(last)}${extension}?${query}`;
}

function lastShape(segment: string): string {
  const name = segment.replace(/\.\w{2,5}$/, '');
  if (slugWords(segment) >= 2) return 'slug';
  return name
    .replace(/[0-9a-f]{16,}/gi, 'H')
    .replace(/\d+/g, 'N')
    .replace(/[a-z]{12,}/gi, 'w')
    .slice(0, 40);
}

/** Host and folders of an address up to the first that is dated or numbered: its column. */
export function columnOf(address: string): string {
  const url = URL.parse(address);
  if (url === null) return '';
  const fixed: string[] = [];
  for (const folder of url.pathname.split('/').slice(1, -1)) {
    if (/\d/.test(folder) || fixed.length === 3) break;
    fixed.push(folder);
  }
  return `${url.hostname}/${fixed.join('/')}`;
}
