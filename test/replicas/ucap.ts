/** Ucap: `common_list.shtml` and `common_list_2.shtml`, month folders with 32-digit names, own tags in the page. */
import {
  articleRoutes,
  framed,
  govMeta,
  HTML,
  paragraphs,
  type Replica,
  twoPages,
  type Written,
  write,
} from './replica.ts';

const SITE = '东岭自治州人民政府';
const FOLDER = '/dlszf/c100221/';

export function ucap(): Replica {
  const all = write(
    { place: '东岭州', government: SITE, company: '中国移动东岭分公司', seed: 6 },
    '东岭新闻网',
    (when) => `${FOLDER}${when.year}${when.month}/${when.index}f0e1d2c3b4a5968778695a4b3c2d1e0.shtml`,
  );
  const [first, second] = twoPages(all);
  return {
    family: 'ucap',
    listingPath: `${FOLDER}common_list.shtml`,
    routes: new Map([
      [`${FOLDER}common_list.shtml`, { contentType: HTML, body: list(first, 1) }],
      [`${FOLDER}common_list_2.shtml`, { contentType: HTML, body: list(second, 2) }],
      ...articleRoutes(all, page),
    ]),
    articles: all.map((written) => written.article),
  };
}

function list(rows: readonly Written[], number: number): string {
  const items = rows.map(
    ({ article, when }) =>
      `<li class="clearfix"><a target="_blank" href="${article.path}">${article.title}</a><font>${when.date}</font></li>`,
  );
  return framed(
    SITE,
    govMeta(SITE, '自治州要闻'),
    '自治州要闻',
    `<div class="list-left"><a href="/dlszf/c100220/common_list.shtml">州政府要闻</a><a href="/dlszf/c100222/common_list.shtml">县市动态</a></div>
<div class="list-right"><ul>${items.join('')}</ul><div id="page_div"></div><script>createPageHTML('page_div',2, ${number},'common_list','shtml',7);</script></div>`,
  );
}

function page(written: Written): string {
  const { article } = written;
  return framed(
    SITE,
    govMeta(SITE, '自治州要闻', written),
    article.title,
    `<h1><ucaptitle>${article.title}</ucaptitle></h1><ul id="articleattribute"><li>发布时间：${article.published}</li><li>来源：<span id="ly">${article.publisher}</span></li></ul><div id="cmsArticleContent"><ucapcontent>${paragraphs(written)}</ucapcontent></div>`,
  );
}
