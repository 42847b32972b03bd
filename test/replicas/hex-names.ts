/** 32-digit names by day, the number of pages only in a script (`totalPage: 2`), body in `#ivs_content`. */
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

const SITE = '龙泉市人民政府';
const FOLDER = '/nw4411/';

export function hexNames(): Replica {
  const all = write(
    { place: '龙泉市', government: SITE, company: '中国铁塔龙泉分公司', seed: 18 },
    '龙泉发布',
    (when) =>
      `${FOLDER}${when.year}${when.month}${when.day}/${when.index}b1c2d3e4f5a6978890a1b2c3d4e5f60.html`,
  );
  const [first, second] = twoPages(all);
  return {
    family: 'hex-names',
    listingPath: `${FOLDER}index.html`,
    routes: new Map([
      [`${FOLDER}index.html`, { contentType: HTML, body: list(first) }],
      [`${FOLDER}index_2.html`, { contentType: HTML, body: list(second) }],
      ...articleRoutes(all, page),
    ]),
    articles: all.map((written) => written.article),
  };
}

function list(rows: readonly Written[]): string {
  const items = rows.map(
    ({ article, when }) =>
      `<li><span class="time">${when.date}</span><a href="${article.path}" title="${article.title}">${article.title}</a></li>`,
  );
  return framed(
    SITE,
    govMeta(SITE, '要闻'),
    '要闻',
    `<ul class="tadaty-list list-date">${items.join('')}</ul><div id="page"></div><script>$("#page").pager({ totalPage: 2 });</script>`,
  );
}

function page(written: Written): string {
  const { article, when } = written;
  return framed(
    SITE,
    govMeta(SITE, '要闻', written),
    article.title,
    `<div class="Article"><h2 id="ivs_title">${article.title}<small class="PBtime">${when.year}年${when.month}月${when.day}日   ${when.time.replace(':', ' : ')}</small></h2><div id="ivs_content" class="Article_content">${paragraphs(written)}</div><p>来源：${article.publisher}</p></div>`,
  );
}
