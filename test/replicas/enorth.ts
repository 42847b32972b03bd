/** Enorth WebPublisher: pages counted up from the oldest, so that the highest number follows the front page. */
import {
  articleRoutes,
  framed,
  HTML,
  paragraphs,
  type Replica,
  twoPages,
  type Written,
  write,
} from './replica.ts';

const SITE = '江源新闻网';

export function enorth(): Replica {
  const all = write(
    { place: '江源市', government: '江源市人民政府', company: '中国联通江源分公司', seed: 7 },
    '江源日报',
    (when) => `/jyyw/system/${when.year}/${when.month}/${when.day}/0300${when.index}4217.shtml`,
  );
  const [first, second] = twoPages(all);
  const older = '/jyyw/system/count//0012001/000000000000/000/000/c0012001000000000000_000000001.shtml';
  return {
    family: 'enorth',
    listingPath: '/jyyw/index.shtml',
    routes: new Map([
      [
        '/jyyw/index.shtml',
        { contentType: HTML, body: list(first, `<span>1</span> <a href="${older}">2</a>`) },
      ],
      [older, { contentType: HTML, body: list(second, '<a href="/jyyw/index.shtml">1</a> <span>2</span>') }],
      ...articleRoutes(all, page),
    ]),
    articles: all.map((written) => written.article),
  };
}

function list(rows: readonly Written[], paging: string): string {
  const items = rows.map(
    ({ article, when }) =>
      `<li><a href="${article.path}" target="_blank">${article.title}</a> <span>${when.month}-${when.day}</span></li>`,
  );
  return framed(
    SITE,
    '',
    '江源要闻',
    `<div class="w1000"><div class="l"><ul class="list14">${items.join('')}</ul><div class="page">${paging}</div></div></div>`,
  );
}

function page(written: Written): string {
  const { article } = written;
  return framed(
    SITE,
    '',
    article.title,
    `<h1>${article.title}</h1><div class="info"><span id="pubtime_baidu">${article.published}:00</span> <span id="source_baidu">来源：${article.publisher}</span> <span id="author_baidu">作者：</span><span id="editor_baidu">编辑：石岩</span></div><div id="zoom">${paragraphs(written)}</div>`,
  );
}
