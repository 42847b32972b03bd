/**
 * Which part of the page a block stands in, as its authors named it: navigation and footers are never a list of
 * articles, sidebars and rankings rarely the list of this page.
 */
import { isTag } from 'domhandler';
import { textOf } from '../markup/text.ts';
import { type AnyNode, type Element, type ParentNode, partName } from '../markup/walk.ts';
import { ancestors, type Candidate } from './candidates.ts';

/** `beside` by its place (a sidebar), `ranked` by what it holds (rankings, related, advertisements). */
export type Region = 'main' | 'beside' | 'ranked' | 'outside';

/** How many links, and links worth reading, stand inside each part of the page. */
export interface LinkCounts {
  inside: ReadonlyMap<AnyNode, { good: number; all: number }>;
  good: number;
  all: number;
}

const OUTSIDE_TAGS = new Set(['nav', 'footer', 'header']);
const ROW_TAGS = new Set(['article', 'li', 'tr', 'main', 'dd']);
const OUTSIDE_NAME =
  /(?:^|[^a-z])(?:(?:main|top|sub|side|left|site|quick|foot|bottom|mobile|global|primary|secondary)?[-_]?(?:nav|navbar|navs|navi|navigation|menu|menus)|bread-?crumbs?|crumbs?|weizhi|dqwz|foot|footer\w*|copyright|friend-?links?|yqlj|sitemap|share|sharing|social|login|toolbar|topbar|pagination|pager|paging|page-?(?:nav|num|bar|list)\w*|fenye|tag-?cloud|lang|language|cookies?|modal|popup)(?:$|[^a-z])|(?:^|\s)(?:position|location)(?:$|\s)/;
const BESIDE_NAME =
  /(?:^|[^a-z])(?:side|side-?bar|aside|side-?menu|widget-?area|banner|slider|slides?|slick|carousel|swiper)(?:$|[^a-z])/;
const RANKED_NAME =
  /(?:^|[^a-z])(?:related|relate|recommend\w*|hot|hots|hotnews|rank|ranking|ranks|paihang|phb|tuijian|xiangguan|popular|trending|most-?(?:read|viewed)|promo\w*|ads?|advert\w*|you-?may|also)(?:$|[^a-z])/;
const RANKED_HEADING =
  /^(?:[\s【[]{0,2})(?:热门|热点|最热|点击排行|点击榜|排行|阅读排行|浏览排行|推荐|精彩推荐|相关|友情链接|快速链接|快捷|专题专栏|专题|猜你|延伸阅读|热文|most (?:read|popular|viewed)|popular|trending|related|recommended|you (?:may|might)|also read|editor'?s picks?|top stories|top \d+|quick links|useful links|latest tweets|follow us|recent (?:posts|comments))/i;
/** Above these shares of the page's article links and of all its links a part is the page, whatever its name. */
const WHOLE_PAGE = 0.6;
const MUCH_OF_ALL = 0.3;
const MANY = 15;

export function linkCounts(candidates: readonly Candidate[]): LinkCounts {
  const inside = new Map<AnyNode, { good: number; all: number }>();
  let good = 0;
  for (const candidate of candidates) {
    const worth = candidate.width >= 14 && candidate.likeness >= 0 ? 1 : 0;
    good += worth;
    for (const node of ancestors(candidate.element)) {
      const known = inside.get(node);
      if (known === undefined) inside.set(node, { good: worth, all: 1 });
      else {
        known.good += worth;
        known.all++;
      }
    }
  }
  return { inside, good, all: candidates.length };
}

/** The region of a block whose rows have this parent. */
export function regionOf(container: ParentNode, counts: LinkCounts): Region {
  let region: Region = 'main';
  let node: ParentNode | null = container;
  for (let depth = 0; node !== null && depth < 60; depth++) {
    if (isTag(node) && node.name !== 'body' && node.name !== 'html') {
      if (!isWholePage(node, counts)) {
        if (isOutside(node)) return 'outside';
        if (RANKED_NAME.test(wordsOf(node))) region = 'ranked';
        else if (region === 'main' && isBeside(node)) region = 'beside';
      }
    }
    node = node.parent;
  }
  return RANKED_HEADING.test(headingBefore(container)) ? 'ranked' : region;
}

function isWholePage(node: AnyNode, counts: LinkCounts): boolean {
  const inside = counts.inside.get(node);
  if (inside === undefined) return false;
  if (inside.good <= WHOLE_PAGE * counts.good) return false;
  return inside.all > MUCH_OF_ALL * counts.all || inside.good >= MANY;
}

function isOutside(element: Element): boolean {
  const role = element.attribs.role ?? '';
  if (/^(?:navigation|contentinfo|banner|menu|menubar|search|tablist)$/.test(role)) return true;
  if (OUTSIDE_TAGS.has(element.name)) return element.name === 'nav' || !insideRow(element);
  return OUTSIDE_NAME.test(wordsOf(element));
}

function isBeside(element: Element): boolean {
  if (element.name === 'aside' || element.attribs.role === 'complementary') return true;
  return BESIDE_NAME.test(wordsOf(element));
}

/** `subNav` and `sub-nav` alike. */
function wordsOf(element: Element): string {
  const { class: classes, id } = element.attribs;
  if (classes === undefined && id === undefined) return partName(element);
  return `${classes ?? ''} ${id ?? ''}`.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
}

/** `<header>` and `<footer>` of one row are no page header. */
function insideRow(element: Element): boolean {
  let node: ParentNode | null = element.parent;
  for (let depth = 0; node !== null && depth < 12; depth++) {
    if (isTag(node) && ROW_TAGS.has(node.name)) return true;
    node = node.parent;
  }
  return false;
}

/** The short text printed right before a block: its heading, if it has one. */
export function headingBefore(container: ParentNode): string {
  let node: ParentNode | null = container;
  for (let level = 0; node !== null && level < 3; level++) {
    let before: AnyNode | null = node.prev;
    for (let step = 0; before !== null && step < 6; step++) {
      const text = textOf(before, 80);
      if (text !== '') return text.length <= 40 ? text : '';
      before = before.prev;
    }
    node = node.parent;
  }
  return '';
}
