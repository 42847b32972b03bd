/** Hanweb JCMS: the first rows in a `<script type="text/xml">` store, the rest from `dataproxy.jsp`. */
import {
  articleRoutes,
  framed,
  govMeta,
  HTML,
  paragraphs,
  type Replica,
  type Route,
  twoPages,
  type Written,
  write,
} from './replica.ts';

const SITE = '云台市人民政府';
const PROXY = '/module/web/jpage/dataproxy.jsp';

export function hanwebJcms(): Replica {
  const all = write(
    { place: '云台市', government: SITE, company: '中国移动云台分公司', seed: 2 },
    '云台日报',
    (when) => `/art/${when.year}/${Number(when.month)}/${Number(when.day)}/art_5512_88${when.index}.html`,
    8,
  );
  const [first] = twoPages(all, GROUP);
  return {
    family: 'hanweb-jcms',
    listingPath: '/col/col5512/index.html',
    routes: new Map([
      ['/col/col5512/index.html', { contentType: HTML, body: list(first, all.length) }],
      ...articleRoutes(all, page),
    ]),
    service: (request) => proxy(request.path, request.body, all),
    articles: all.map((written) => written.article),
  };
}

const GROUP = 3;

/** Answers only what names the right unit and column: a group by `page`, or a window of records counted from 1. */
function proxy(path: string, body: string, all: readonly Written[]): Route | null {
  const url = new URL(path, 'http://replica.invalid');
  if (url.pathname !== PROXY) return null;
  const asked = body === '' ? url.searchParams : new URLSearchParams(body);
  const known =
    asked.get('columnid') === '5512' && asked.get('unitid') === '88123' && asked.get('webid') === '12';
  const group = Number(asked.get('page') ?? 0);
  const start = asked.has('startrecord') ? Number(asked.get('startrecord')) - 1 : group * GROUP;
  const rows = known ? all.slice(start, start + GROUP) : [];
  return {
    contentType: 'text/xml; charset=utf-8',
    body: `<?xml version="1.0" encoding="UTF-8"?><datastore>${nextGroup(group + 1)}<totalrecord>${all.length}</totalrecord><totalpage>3</totalpage><recordset>${records(rows)}</recordset></datastore>`,
  };
}

/** The service's own pointer to its next group, with a raw quote in a value as it stands on real sites. */
function nextGroup(page: number): string {
  return `<nextgroup><![CDATA[<a href="${PROXY}?page=${page}&appid=1&appid=1&webid=12&path='/'&columnid=5512&unitid=88123&webname=yuntai&permissiontype=0"></a>]]></nextgroup>`;
}

function records(rows: readonly Written[]): string {
  return rows
    .map(
      ({ article, when }) =>
        `<record><![CDATA[<li><a href="${article.path}" title="${article.title}" target="_blank">${article.title}</a><span>${when.date}</span></li>]]></record>`,
    )
    .join('\n');
}

function list(rows: readonly Written[], total: number): string {
  return framed(
    SITE,
    `${govMeta(SITE, '云台要闻')}<meta name="Maketime" content="2026-01-05 08:00:00">`,
    '云台要闻',
    `<div id="88123"><script type="text/xml"><datastore>
${nextGroup(1)}
<recordset>${records(rows)}</recordset></datastore></script></div>
<script>$(function(){ $('#88123').jpage({'currentPage':1,'perPage':2,'totalRecord':${total},'groupSize':3,'proxyUrl':'${PROXY}'}); });</script>`,
  );
}

function page(written: Written): string {
  const { article } = written;
  return framed(
    SITE,
    `${govMeta(SITE, '云台要闻', written)}<meta name="Maketime" content="2026-01-05 08:00:00">`,
    article.title,
    `<table class="main"><tr><td class="title">${article.title}</td></tr><tr><td class="sp_time"><font>发布日期：${article.published}</font> <font>信息来源：${article.publisher}</font></td></tr><tr><td><div id="zoom">${paragraphs(written)}</div></td></tr></table>`,
  );
}
