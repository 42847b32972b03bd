/** Boda VSB: `info/1012/123.htm`, older pages under the list's name, counted down. */
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

const SITE = '秀山县人民政府';

export function bodaVsb(): Replica {
  const all = write(
    { place: '秀山县', government: SITE, company: '中国移动秀山分公司', seed: 13 },
    '秀山县融媒体中心',
    (when) => `/info/1012/68${when.index}4.htm`,
  );
  const [first, second] = twoPages(all);
  return {
    family: 'boda-vsb',
    listingPath: '/xwzx/xsyw.htm',
    routes: new Map([
      [
        '/xwzx/xsyw.htm',
        {
          contentType: HTML,
          body: list(
            first,
            '../',
            '<span class="p_no_d">1</span><span class="p_no"><a href="xsyw/1.htm">2</a></span><span class="p_next p_fun"><a href="xsyw/1.htm">下页</a></span>',
          ),
        },
      ],
      [
        '/xwzx/xsyw/1.htm',
        {
          contentType: HTML,
          body: list(
            second,
            '../../',
            '<span class="p_prev p_fun"><a href="../xsyw.htm">上页</a></span><span class="p_no"><a href="../xsyw.htm">1</a></span><span class="p_no_d">2</span>',
          ),
        },
      ],
      ...articleRoutes(all, page),
    ]),
    articles: all.map((written) => written.article),
  };
}

function list(rows: readonly Written[], up: string, paging: string): string {
  const items = rows.map(
    ({ article, when }) =>
      `<li id="line_u8_${when.index}"><a href="${up}${article.path.slice(1)}" target="_blank" title="${article.title}">${article.title}<span>${when.date}</span></a></li>`,
  );
  return framed(
    SITE,
    '<META Name="keywords" Content="秀山县人民政府">',
    '秀山要闻',
    `<div class="list"><ul>${items.join('')}</ul><div class="pb_sys_common"><span class="p_pages">${paging}</span></div></div>`,
  );
}

function page(written: Written): string {
  const { article } = written;
  return framed(
    SITE,
    `<META Name="keywords" Content="${article.title}">`,
    article.title,
    `<form name="_newscontent_fromname"><div class="art"><h2>${article.title}</h2><div class="info">发布时间：${article.published} 来源：${article.publisher} 浏览次数：<script>_showDynClicks("wbnews", 1, 2)</script></div><div id="vsb_content"><div class="v_news_content">${paragraphs(written)}</div></div></div></form>`,
  );
}
