/** Epoint: template placeholders in the page, the site's id in a script of its own, rows by POST of JSON. */
import {
  articleRoutes,
  framed,
  govMeta,
  HTML,
  JSON_TYPE,
  paragraphs,
  type Replica,
  type ReplicaRequest,
  type Route,
  type Written,
  write,
} from './replica.ts';

const SITE = '松原县发展和改革委员会';
const ROWS = 15;

export function epoint(): Replica {
  const all = write(
    { place: '松原县', government: '松原县人民政府', company: '中国铁塔松原分公司', seed: 14 },
    '松原县发展改革委',
    (when) =>
      `/EWB-FRONT/jdhy/005001/${when.year}${when.month}${when.day}/${when.index}7a6b5c4-1d2e-4f30-8a9b-0c1d2e3f4a5b.html`,
    17,
  );
  const listing = '/EWB-FRONT/list.html?categorynum=005001&deptcode=SY012';
  return {
    family: 'epoint',
    listingPath: listing,
    routes: new Map<string, Route>([
      [listing, { contentType: HTML, body: list() }],
      [
        '/EWB-FRONT/js/webBuilderCommon.js',
        {
          contentType: 'application/javascript',
          body: 'var siteInfo = { siteGuid: "7eb5f7f1-9041-43ad-8e13-8fcb82ea831a", projectName: "/EWB-FRONT" };\nfunction getSite() { return siteInfo; }',
        },
      ],
      ...articleRoutes(all, page),
    ]),
    service: (request) => infoList(request, all),
    articles: all.map((written) => written.article),
  };
}

/** Pages count from 0. */
function infoList(request: ReplicaRequest, all: readonly Written[]): Route | null {
  if (request.method !== 'POST' || request.path !== '/EWB-FRONT/rest/lightfrontaction/getgovinfolist')
    return null;
  const asked = JSON.parse(request.body) as Record<string, unknown>;
  const known = asked.siteGuid === '7eb5f7f1-9041-43ad-8e13-8fcb82ea831a' && asked.categorynum === '005001';
  const start = Number(asked.pageIndex) * ROWS;
  const data = (known ? all.slice(start, start + ROWS) : []).map(({ article, when }) => ({
    infoid: `i${when.index}`,
    title: `${article.title.slice(0, 12)}...`,
    realtitle: article.title,
    infourl: article.path,
    infodate: when.date,
  }));
  return {
    contentType: JSON_TYPE,
    body: JSON.stringify({ custom: { code: 1, total: all.length, data }, status: { code: 200 } }),
  };
}

function list(): string {
  return framed(
    SITE,
    `${govMeta(SITE, '工作动态')}<script src="/EWB-FRONT/js/webBuilderCommon.js"></script>`,
    '工作动态',
    `<ul class="ewb-list" id="list"></ul><script type="text/template" id="row"><? for (var el of list) { ?><li><a href="<?=el.link?>"><?=el.title?></a><span><?=el.date?></span></li><? } ?></script>`,
  );
}

function page(written: Written): string {
  const { article } = written;
  return framed(
    SITE,
    govMeta(SITE, '工作动态', written),
    article.title,
    `<h3 class="article-title">${article.title}</h3><p class="info-sources">发布日期：${article.published} 信息来源：${article.publisher} 阅读次数：<span id="infoViewCount"></span></p><div class="ewb-article-info" id="zoom">${paragraphs(written)}</div>`,
  );
}
