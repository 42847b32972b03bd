/** Chinanews bureaus: rows with a column link beside the title and dates without a year. */
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

const SITE = '中新在线白水';

export function chinanews(): Replica {
  const all = write(
    { place: '白水县', government: '白水县人民政府', company: '中国联通白水分公司', seed: 11 },
    '中新在线白水',
    (when) => `/news/${when.year}/${when.month}-${when.day}/3120${when.index}8.shtml`,
  );
  const [first, second] = twoPages(all);
  return {
    family: 'chinanews',
    listingPath: '/channel/bsyw.shtml',
    routes: new Map([
      [
        '/channel/bsyw.shtml',
        {
          contentType: HTML,
          body: list(
            first,
            '<span>1</span> <a href="/channel/bsyw_2.shtml">2</a> <a href="/channel/bsyw_2.shtml">下一页</a>',
          ),
        },
      ],
      [
        '/channel/bsyw_2.shtml',
        { contentType: HTML, body: list(second, '<a href="/channel/bsyw.shtml">1</a> <span>2</span>') },
      ],
      ...articleRoutes(all, page),
    ]),
    articles: all.map((written) => written.article),
  };
}

function list(rows: readonly Written[], paging: string): string {
  const items = rows.map(
    ({ article, when }) =>
      `<li><div class="dd_lm">[<a href="/channel/sz.shtml">时政</a>]</div><div class="dd_bt"><a href="${article.path}">${article.title}</a></div><div class="dd_time">${Number(when.month)}-${Number(when.day)} ${when.time}</div></li>`,
  );
  return framed(
    SITE,
    '',
    '白水要闻',
    `<div class="content_list"><ul>${items.join('<li class="nocontent"></li>')}</ul></div><div class="pagebox">${paging}</div>`,
  );
}

function page(written: Written): string {
  const { article, when } = written;
  return framed(
    SITE,
    '',
    `${article.title}-中新在线`,
    `<div class="content"><h1>${article.title}</h1><div class="left-t">${when.year}年${when.month}月${when.day}日 ${when.time}　来源：${article.publisher}</div><div class="left_zw">${paragraphs(written)}<div class="editor">【编辑:方舟】</div></div></div>`,
  );
}
