/** TRS WCM: `t20240516_123.html`, paging by `createPageHTML` from `index_1.html`, body in `TRS_Editor`. */
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

const SITE = '安平县人民政府';
const FOLDER = '/zwgk/xwdt/apyw/';

export function trsWcm(): Replica {
  const all = write(
    { place: '安平县', government: SITE, company: '中国电信安平分公司', seed: 1 },
    '安平日报',
    (when) =>
      `${FOLDER}${when.year}${when.month}/t${when.year}${when.month}${when.day}_10${when.index}73.html`,
  );
  const [first, second] = twoPages(all);
  return {
    family: 'trs-wcm',
    listingPath: FOLDER,
    routes: new Map([
      [FOLDER, { contentType: HTML, body: list(first, 0) }],
      [`${FOLDER}index_1.html`, { contentType: HTML, body: list(second, 1) }],
      ...articleRoutes(all, page),
    ]),
    articles: all.map((written) => written.article),
  };
}

function list(rows: readonly Written[], current: number): string {
  const items = rows.map(({ article, when }) => {
    const shown = article.title.length > 14 ? `${article.title.slice(0, 14)}…` : article.title;
    return `<li><a href=".${article.path.slice(FOLDER.length - 1)}" title="${article.title}" target="_blank">${shown}</a><span>${when.date}</span></li>`;
  });
  return framed(
    SITE,
    govMeta(SITE, '安平要闻'),
    '安平要闻',
    `<div class="left"><ul><li><a href="../apyw/">安平要闻</a></li><li><a href="../bmdt/">部门动态</a></li><li><a href="../tzgg/">通知公告</a></li></ul></div>
<div class="right"><ul class="list">${items.join('\n')}</ul><div class="page"><script>createPageHTML(2, ${current}, "index", "html");</script></div></div>`,
  );
}

function page(written: Written): string {
  const { article } = written;
  return framed(
    SITE,
    govMeta(SITE, '安平要闻', written),
    article.title,
    `<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="../">安平要闻</a></div>
<div class="content"><h1>${article.title}</h1><div class="info">发布时间：${article.published}　来源：${article.publisher}　【字体：<a href="javascript:;">大</a> 中 小】</div>
<div class="TRS_Editor">${paragraphs(written)}</div></div>`,
  );
}
