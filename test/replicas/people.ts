/** People.cn channels: GBK by meta only, `/GB/381223/index.html` then `index2.html`, `/n2/2024/0516/c381223-….html`. */
import {
  framed,
  gbk,
  paragraphs,
  type Replica,
  type Route,
  twoPages,
  type Written,
  write,
} from './replica.ts';

const SITE = '人民在线临川频道';
const FOLDER = '/GB/381223/';

export function people(): Replica {
  const all = write(
    { place: '临川市', government: '临川市人民政府', company: '中国电信临川分公司', seed: 9 },
    '临川日报',
    (when) => `/n2/${when.year}/${when.month}${when.day}/c381223-4087${when.index}310.html`,
  );
  const [first, second] = twoPages(all);
  return {
    family: 'people',
    listingPath: `${FOLDER}index.html`,
    routes: new Map<string, Route>([
      [
        `${FOLDER}index.html`,
        page(
          list(
            first,
            '<a class="common_current_page">1</a><a href="index2.html">2</a><a href="index2.html">下一页</a>',
          ),
        ),
      ],
      [
        `${FOLDER}index2.html`,
        page(
          list(
            second,
            '<a href="index.html">上一页</a><a href="index.html">1</a><a class="common_current_page">2</a>',
          ),
        ),
      ],
      ...all.map((written): [string, Route] => [written.article.path, page(story(written))]),
    ]),
    articles: all.map((written) => written.article),
  };
}

/** The header names no charset: only the page's meta does. */
function page(html: string): Route {
  return { contentType: 'text/html', body: gbk(html.replace('charset="utf-8"', 'charset="gb2312"')) };
}

function list(rows: readonly Written[], paging: string): string {
  const items = rows.map(
    ({ article, when }) =>
      `<li><a href='${article.path}' target=_blank>${article.title}</a>  <i class="gray">${when.year}年${when.month}月${when.day}日</i></li>`,
  );
  return framed(
    SITE,
    '',
    '临川要闻',
    `<div class="p2_content"><div class="fl"><ul class="list_16">${items.join('')}</ul><div class="page_n">${paging}</div></div></div>`,
  );
}

function story(written: Written): string {
  const { article, when } = written;
  return framed(
    SITE,
    `<meta name="publishdate" content="${when.date}"><meta name="source" content="来源：${article.publisher}">`,
    article.title,
    `<div class="text_title"><h1>${article.title}</h1><div class="box01"><div class="fl">${when.year}年${when.month}月${when.day}日${when.time}&nbsp;&nbsp;来源：<a href="http://paper.invalid/">${article.publisher}</a></div></div></div><div class="box_con" id="rwb_zw">${paragraphs(written)}<div class="edit">(责编：何川、李想)</div></div>`,
  );
}
