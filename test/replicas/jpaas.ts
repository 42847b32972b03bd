/** Hanweb JPaaS: no rows in the HTML; a unit service that reads the page number only inside `paramJson`. */
import {
  articleRoutes,
  framed,
  govMeta,
  HTML,
  JSON_TYPE,
  paragraphs,
  type Replica,
  type Route,
  type Written,
  write,
} from './replica.ts';

const SITE = '望江县人民政府';
const UNIT = '/api-gateway/jpaas-publish-server/front/page/build/unit';
const PAGE_ROWS = 15;

export function jpaas(): Replica {
  const all = write(
    { place: '望江县', government: SITE, company: '中国联通望江分公司', seed: 3 },
    '望江县融媒体中心',
    (when) => `/art/${when.year}/art_${when.index}a1b2c3d4e5f60718293a4b5c6d7e8f9.html`,
    18,
  );
  return {
    family: 'jpaas',
    listingPath: '/xwzx/wjyw/index.html',
    routes: new Map([
      ['/xwzx/wjyw/index.html', { contentType: HTML, body: list() }],
      ...articleRoutes(all, page),
    ]),
    service: (request) => unit(request.path, all),
    articles: all.map((written) => written.article),
  };
}

function unit(path: string, all: readonly Written[]): Route | null {
  const url = new URL(path, 'http://replica.invalid');
  if (url.pathname !== UNIT) return null;
  const asked = url.searchParams;
  if (
    asked.get('webId') !== 'w7' ||
    asked.get('tplSetId') !== 't9' ||
    asked.get('parseType') !== 'bulidstatic'
  ) {
    return { contentType: JSON_TYPE, body: '{"success":false,"data":null}' };
  }
  const number = Number((JSON.parse(asked.get('paramJson') ?? '{}') as { pageNo?: number }).pageNo ?? 1);
  const rows = all.slice((number - 1) * PAGE_ROWS, number * PAGE_ROWS);
  const html = rows
    .map(
      ({ article, when }) =>
        `<li class="cf"><a href="${article.path}" title="${article.title}">${article.title}</a><span>${when.date}</span></li>`,
    )
    .join('');
  return {
    contentType: JSON_TYPE,
    body: JSON.stringify({ success: true, data: { html: `<ul class="list">${html}</ul>` } }),
  };
}

function list(): string {
  const query = (tag: string) =>
    `{'parseType':'bulidstatic','webId':'w7','tplSetId':'t9','pageType':'column','tagId':'${tag}','editType':'null','pageId':'p5'}`;
  return framed(
    SITE,
    govMeta(SITE, '望江要闻'),
    '望江要闻',
    `<div class="wz"><script src="/js/AuthorizedRead/unitbuild.js" url="${UNIT}" queryData="${query('当前位置')}"></script></div>
<div class="lb"><script src="/js/AuthorizedRead/unitbuild.js" url="${UNIT}" queryData="${query('信息列表')}"></script></div>`,
  );
}

function page(written: Written): string {
  const { article } = written;
  return framed(
    SITE,
    govMeta(SITE, '望江要闻', written),
    `望江县人民政府 望江要闻 ${article.title}`,
    `<div class="ctitle">${article.title}</div><div class="cinfo"><span>发布时间：${article.published}</span><span>来源：${article.publisher}</span></div><div class="ccontent" id="con_con">${paragraphs(written)}</div>`,
  );
}
