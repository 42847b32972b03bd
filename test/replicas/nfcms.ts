/** Guangdong portals: `content/post_123.html`, `index_2.html` is page 2, absolute links, mobile twins. */
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

const SITE = '南屏区人民政府';
const FOLDER = '/xw/npyw/';

export function nfcms(): Replica {
  const all = write(
    { place: '南屏区', government: SITE, company: '中国电信南屏分公司', seed: 5 },
    '南屏发布',
    (when) => `${FOLDER}content/post_41${when.index}20.html`,
  );
  const [first, second] = twoPages(all);
  return {
    family: 'nfcms',
    listingPath: `${FOLDER}index.html`,
    routes: new Map([
      [`${FOLDER}index.html`, { contentType: HTML, body: list(first, 1) }],
      [`${FOLDER}index_2.html`, { contentType: HTML, body: list(second, 2) }],
      ...articleRoutes(all, page),
    ]),
    articles: all.map((written) => written.article),
  };
}

function list(rows: readonly Written[], number: number): string {
  const items = rows.map(
    ({ article, when }) =>
      `<li><a href="${article.path}" target="_blank" title="${article.title}">${article.title}</a><span class="time">${when.date}</span></li>`,
  );
  const paging =
    number === 1
      ? '<span class="current">1</span><a href="index_2.html">2</a><a class="next" href="index_2.html">下一页</a><a class="last" href="index_2.html">尾页</a>'
      : '<a class="first" href="index.html">首页</a><a href="index.html">上一页</a><a href="index.html">1</a><span class="current">2</span>';
  return framed(
    SITE,
    govMeta(SITE, '南屏要闻'),
    '南屏要闻',
    `<div class="list_box"><ul class="news_list">${items.join('')}</ul><div class="page">${paging}</div></div>`,
  );
}

function page(written: Written): string {
  const { article } = written;
  return framed(
    SITE,
    `${govMeta(SITE, '南屏要闻', written)}<meta name="ArticleId" content="41">`,
    article.title,
    `<div class="news_cont"><h3 class="news_cont_d_title">${article.title}</h3><div class="news_cont_d_info"><span>${article.published}</span><span class="ly">来源 : ${article.publisher}</span></div><div class="news_cont_d_wrap">${paragraphs(written)}</div></div>`,
  );
}
