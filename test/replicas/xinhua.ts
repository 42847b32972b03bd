/** Xinhua channels: rows from the `nodeart/list` service, `/20240516/<hex>/c.html`. */
import {
  articleRoutes,
  framed,
  HTML,
  JSON_TYPE,
  paragraphs,
  type Replica,
  type Route,
  type Written,
  write,
} from './replica.ts';

const SITE = '新华在线临川频道';
const ROWS = 20;

export function xinhua(): Replica {
  const all = write(
    { place: '石门市', government: '石门市人民政府', company: '中国移动石门分公司', seed: 10 },
    '石门日报',
    (when) => `/${when.year}${when.month}${when.day}/${when.index}9d8c7b6a5f4e3d2c1b0a9f8e7d6c5b4/c.html`,
    23,
  );
  return {
    family: 'xinhua',
    listingPath: '/yaowen/index.htm',
    routes: new Map([
      ['/yaowen/index.htm', { contentType: HTML, body: list() }],
      ...articleRoutes(all, page),
    ]),
    service: (request) => nodeart(request.path, all),
    articles: all.map((written) => written.article),
  };
}

function nodeart(path: string, all: readonly Written[]): Route | null {
  const url = new URL(path, 'http://replica.invalid');
  if (url.pathname !== '/nodeart/list' || url.searchParams.get('nid') !== '11147664') return null;
  const number = Number(url.searchParams.get('pgnum'));
  const rows = all.slice((number - 1) * ROWS, number * ROWS);
  const items = rows.map(({ article, when }) => ({
    DocID: 100 + when.index,
    Title: article.title,
    PubTime: `${article.published}:00`,
    LinkUrl: article.path,
    SourceName: article.publisher,
    Abstract: '',
  }));
  return {
    contentType: JSON_TYPE,
    body: JSON.stringify(
      rows.length === 0 ? { status: -1 } : { status: 0, data: { list: items }, totalnum: all.length },
    ),
  };
}

function list(): string {
  return framed(
    SITE,
    '',
    '要闻',
    `<div class="dataList"><ul id="showData0"></ul><a id="more" href="javascript:;">加载更多</a></div>
<script>var nid = 11147664; var api = "/nodeart/list?nid=" + nid; $.getJSON("/nodeart/list?nid=11147664&pgnum=1&cnt=20&tp=1&orderby=1", function (d) { show(d.data.list); });</script>`,
  );
}

function page(written: Written): string {
  const { article, when } = written;
  return framed(
    SITE,
    '',
    `${article.title}-新华在线`,
    `<div class="header"><div class="header-time"><span class="year"><em>${when.year}</em></span><span class="day"><em>${when.month}</em>/<em>${when.day}</em></span><span class="time">${when.time}:00</span></div><div class="source">来源：${article.publisher}</div><h1><span class="title">${article.title}</span></h1></div><div id="detail">${paragraphs(written)}</div><div class="editor">【责任编辑:高原】</div>`,
  );
}
