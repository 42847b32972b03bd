/**
 * What the names that authors give to parts of a page (`class`, `id`, tag names) say about them.
 *
 * Names are split into words (`relatedNews`, `related-news` and `related_news` are the same two words), so
 * that `ad` is found in `top-ad` and not in `header` or `download`.
 */

export type PartKind =
  /** The words of others: comments, other articles, the site's own. Never the article's text, however long. */
  | 'foreign'
  /** What usually holds no text of the article. */
  | 'aside'
  /** The name says nothing. */
  | 'plain';

const FOREIGN_WORDS = new Set(
  (
    'comment comments commentlist respond disqus livefyre reply replies pinglun ' +
    'related relatedposts relatedpost relatednews relatedarticles relatedlinks relatedstories recommend recommended recommendation recommendations recirc outbrain taboola ' +
    'gallery carousel sidebar footer copyright nav navbar navigation cookie consent gdpr'
  ).split(' '),
);

const ASIDE_WORDS = new Set(
  (
    'discuss discussion relation relevant relate ' +
    'side rail aside complementary widget widgets ' +
    'foot bottom copyrights disclaimer colophon legal ' +
    'navi menu submenu menus breadcrumb breadcrumbs crumb crumbs crumbtrail position location ' +
    'share sharing shares sharebar sharebox shareline sharedaddy social socials bshare bdsharebuttonbox jiathis addthis sns sharethis follow ' +
    'ad ads adv advert advertisement advertising adbox adsense gg guanggao banner promo promotion promos sponsor sponsored dfp ' +
    'pager pagination paging pagenav pagebar prevnext nextpage ' +
    'tag tags taglist keywords toolbar tools tool toolbox fontsize ' +
    'login signin signup register subscribe subscription newsletter paywall popup modal overlay ' +
    'hot rank ranking ranklist top10 popular trending mostread mostpopular latest headlines teaser teasers ' +
    'search qrcode qr ewm erweima editor bianji zrbj hidden skip screenreader noprint player playlist ' +
    'rating ratings vote poll survey mood xinqing digg feedback ' +
    'bio authorbio byline caption captions credit figcaption photocredit imagecaption'
  ).split(' '),
);

/** Words of a name, lower case. */
export function nameWords(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}

/** `editor` names the person, and in these forms the tool whose output the body is. */
const EDITING_TOOL =
  /(?:trs|ue|u|k|ck|rich|text|web)[-_]?u?editor|editor[-_]?(?:content|view|body|wrap|main)/i;

/** Classes that say body of the article outright, whatever the others beside them are for (`-bottom-space`). */
const BODY_CLASS = /^(?:article|entry|post|story|news)[-_]{0,2}(?:body|content|text)$/i;

/** WordPress names a post by all that it is filed under (`post-12 hentry tag-polls`), which says nothing of the part. */
const FILED_POST = /(?:^|\s)(?:hentry|type-post|post-\d{1,9})(?=\s|$)/;
const FILED_UNDER = /(?:^|\s)(?:tag|category|author)-\S{1,200}/g;

export function partKind(name: string): PartKind {
  let kind: PartKind = 'plain';
  const isBody = name.split(/\s+/).some((word) => BODY_CLASS.test(word));
  const own = FILED_POST.test(name) ? name.replace(FILED_UNDER, ' ') : name;
  for (const word of nameWords(own)) {
    if (FOREIGN_WORDS.has(word)) return 'foreign';
    if (!isBody && ASIDE_WORDS.has(word) && !(word === 'editor' && EDITING_TOOL.test(name))) kind = 'aside';
  }
  return kind;
}
