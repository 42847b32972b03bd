/** An operator's newsroom whose rows come by month: `/news/list202405.html`, `/api/article/NewsByIndex/2/2024/05/news`. */
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

const SITE = '联通青岗分公司';

export function months(): Replica {
  const all = write(
    { place: '青岗县', government: '青岗县人民政府', company: '中国联通青岗分公司', seed: 16 },
    '青岗联通',
    (when) => `/news/${when.year}${when.month}/17${when.index}2250${when.index}9.html`,
    14,
  );
  return {
    family: 'months',
    listingPath: '/news/list202405.html',
    routes: new Map([
      ['/news/list202405.html', { contentType: HTML, body: list() }],
      ...articleRoutes(all, page),
    ]),
    service: (request) => byMonth(request.path, all),
    articles: all.map((written) => written.article),
  };
}

function byMonth(path: string, all: readonly Written[]): Route | null {
  const month = /^\/api\/article\/NewsByIndex\/2\/(\d{4})\/(\d{2})\/news$/.exec(path);
  if (month === null) return null;
  const rows = all.filter(({ when }) => when.year === month[1] && when.month === month[2]);
  const items = rows.map(({ article }) => ({
    newsTitle: article.title,
    newsUrl: article.path,
    publishTime: `${article.published}:00`,
  }));
  return { contentType: JSON_TYPE, body: JSON.stringify({ code: 0, news: items }) };
}

function list(): string {
  return framed(
    SITE,
    '',
    '新闻动态',
    `<ul class="news-ul"></ul><script>$.ajax({ url: '/api/article/NewsByIndex/2/2024/05/news', headers: { 'X-Requested-With': 'XMLHttpRequest' }, success: render });</script>`,
  );
}

function page(written: Written): string {
  const { article } = written;
  return framed(
    SITE,
    '',
    article.title,
    `<div class="detail"><h2>${article.title}</h2><div class="time">发布时间：${article.published}</div><div class="from">来源：${article.publisher}</div><div class="article-content">${paragraphs(written)}</div></div>`,
  );
}
