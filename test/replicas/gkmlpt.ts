/** gkmlpt: a page that is all script; JSON of the catalogue by page, `create_time` in epoch seconds. */
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

const SITE = '海棠区人民政府';
const PAGE_ROWS = 5;

export function gkmlpt(): Replica {
  const all = write(
    { place: '海棠区', government: SITE, company: '中国铁塔海棠分公司', seed: 4 },
    '海棠区政务服务中心',
    (when) => `/gkmlpt/content/5/55${when.index}/post_55${when.index}01.html`,
  );
  return {
    family: 'gkmlpt',
    listingPath: '/gkmlpt/index#218',
    routes: new Map([['/gkmlpt/index', { contentType: HTML, body: list() }], ...articleRoutes(all, page)]),
    service: (request) => catalogue(request.path, all),
    articles: all.map((written) => written.article),
  };
}

function catalogue(path: string, all: readonly Written[]): Route | null {
  const url = new URL(path, 'http://replica.invalid');
  if (url.pathname !== '/gkmlpt/api/all/218' || url.searchParams.get('sid') !== '752001') return null;
  const number = Number(url.searchParams.get('page'));
  const articles = all.slice((number - 1) * PAGE_ROWS, number * PAGE_ROWS).map(({ article, when }) => ({
    id: 5_500 + when.index,
    title: article.title,
    url: article.path,
    create_time: Date.parse(`${when.date}T${when.time}:00+08:00`) / 1_000,
    publisher: article.publisher,
  }));
  return { contentType: JSON_TYPE, body: JSON.stringify({ articles, total: all.length }) };
}

function list(): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>政府信息公开目录</title>${govMeta(SITE, '政府信息公开')}
<script>window._CONFIG = { DOMAIN: 'site.test', SID: '752001', NAME: '${SITE}', TREE: [{"id":218,"name":"工作动态"},{"id":219,"name":"部门文件"}] };</script>
</head><body><div id="app"></div><script src="/gkmlpt/static/app.js"></script></body></html>`;
}

function page(written: Written): string {
  const { article } = written;
  return framed(
    SITE,
    govMeta(SITE, '工作动态', written),
    article.title,
    `<h1 class="content-title">${article.title}</h1><div class="date"><span>发布日期：${article.published}</span> <span class="ly">来源 :${article.publisher}</span></div><div class="article-content">${paragraphs(written)}</div>`,
  );
}
