/**
 * What the names that authors give to parts of a page (`class`, `id`, tag names) say about them.
 *
 * Names are split into words (`relatedNews`, `related-news` and `related_news` are the same two words), so
 * that `ad` is found in `top-ad` and not in `header` or `download`.
 */

export type PartKind =
  /** Nothing inside belongs to the article's text. */
  | 'aside'
  /** The name is one that bodies of articles have. */
  | 'body'
  /** The name says nothing. */
  | 'plain';

const ASIDE_WORDS = new Set(
  (
    'comment comments commentlist respond disqus livefyre reply replies discuss discussion ' +
    'related relation relevant relate recommend recommended recommendation recommendations recirc outbrain taboola ' +
    'sidebar side rail aside complementary widget widgets ' +
    'footer foot bottom copyright copyrights copy disclaimer colophon legal ' +
    'nav navi navigation navbar menu submenu menus breadcrumb breadcrumbs crumb crumbs crumbtrail position location ' +
    'share sharing shares sharebar sharebox shareline sharedaddy social socials bshare bdsharebuttonbox jiathis addthis sns sharethis follow ' +
    'ad ads adv advert advertisement advertising adbox adsense gg guanggao banner promo promotion promos sponsor sponsored dfp ' +
    'pager pagination paging pagenav pagebar pages prevnext nextpage ' +
    'tag tags taglist keywords toolbar tools tool toolbox fontsize print ' +
    'login signin signup register subscribe subscription newsletter paywall popup modal overlay cookie consent gdpr ' +
    'hot rank ranking ranklist top10 popular trending mostread mostpopular latest headlines teaser teasers ' +
    'search qrcode qr ewm erweima editor bianji zrbj hidden skip screenreader noprint player playlist ' +
    'rating ratings vote poll survey mood xinqing digg feedback ' +
    'bio authorbio byline caption captions credit figcaption photocredit imagecaption'
  ).split(' '),
);

const BODY_WORDS = new Set(
  'content article body text entry post zoom story main detail zw zhengwen'.split(' '),
);

/** Words of a name, lower case. */
export function nameWords(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}

export function partKind(name: string): PartKind {
  let kind: PartKind = 'plain';
  for (const word of nameWords(name)) {
    if (ASIDE_WORDS.has(word)) return 'aside';
    if (BODY_WORDS.has(word)) kind = 'body';
  }
  return kind;
}
