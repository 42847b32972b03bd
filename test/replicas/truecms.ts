/** truecms: JSONP whose `result` is XML; 404 without a Referer and for windows over 50. */
import {
  articleRoutes,
  framed,
  govMeta,
  HTML,
  paragraphs,
  type Replica,
  type ReplicaRequest,
  type Route,
  type Written,
  write,
} from './replica.ts';

const SITE = '金沙区人民政府';
const SERVICE = '/messageController/getMessage.do';

export function truecms(): Replica {
  const all = write(
    { place: '金沙区', government: SITE, company: '中国电信金沙分公司', seed: 15 },
    '金沙区融媒体中心',
    (when) =>
      `/jsq/gzdt/content/c5e2-${when.index}3b1f-4a7d-9c80-${when.year}${when.month}${when.day}0a0b.html`,
    23,
  );
  return {
    family: 'truecms',
    listingPath: '/jsq/gzdt/gzdt.html',
    routes: new Map([
      ['/jsq/gzdt/gzdt.html', { contentType: HTML, body: list() }],
      ...articleRoutes(all, page),
    ]),
    service: (request) => messages(request, all),
    articles: all.map((written) => written.article),
  };
}

function messages(request: ReplicaRequest, all: readonly Written[]): Route | null {
  const url = new URL(request.path, 'http://replica.invalid');
  const asked = url.searchParams;
  const window = Number(asked.get('endrecord')) - Number(asked.get('startrecord')) + 1;
  if (url.pathname !== SERVICE || request.headers.referer === undefined || !(window <= 50)) return null;
  const known = asked.get('columnId') === '8f2a6b1c-0d3e-4f5a-9b8c-7d6e5f4a3b2c';
  const rows = known ? all.slice(Number(asked.get('startrecord')) - 1, Number(asked.get('endrecord'))) : [];
  const records = rows.map(
    ({ article, when }) =>
      `<record><![CDATA[<li><a href='${article.path}' title='${article.title}'>${article.title}</a><span>${when.date}</span></li>]]></record>`,
  );
  const result = `<datastore><totalrecord>${all.length}</totalrecord><recordset>${records.join('')}</recordset></datastore>`;
  return {
    contentType: 'application/javascript; charset=utf-8',
    body: `${asked.get('callback') ?? 'cb'}(${JSON.stringify({ success: true, result })});`,
  };
}

function list(): string {
  return framed(
    SITE,
    govMeta(SITE, '工作动态'),
    '工作动态',
    `<div id="pageList"></div><script>$('#pageList').truepage({ perPage: 20, columnId: '8f2a6b1c-0d3e-4f5a-9b8c-7d6e5f4a3b2c', proxyUrl: '${SERVICE}' });</script>`,
  );
}

function page(written: Written): string {
  const { article } = written;
  return framed(
    SITE,
    govMeta(SITE, '工作动态', written),
    article.title,
    `<div class="content"><h1 class="title">${article.title}</h1><p class="laiyuan">来源：${article.publisher} 发布时间：${article.published} 字体：[ 大 中 小 ]</p><div id="zoom" class="main-txt">${paragraphs(written)}</div></div>`,
  );
}
