/** UUID columns: rows of page 2 and on come as an HTML fragment from `/columns/<uuid>/templates/…/blocks/…?page=2`. */
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

const SITE = '北湖市人民政府';
const COLUMN = '/columns/5d5d6ab2-8e13-4be2-b08a-5e3d4f2b3c11/';
const BLOCK = `${COLUMN}templates/0a1b2c3d-1111-4000-8000-00000000aaaa/blocks/0a1b2c3d-2222-4000-8000-00000000bbbb`;

export function uuidColumns(): Replica {
  const all = write(
    { place: '北湖市', government: SITE, company: '中国移动北湖分公司', seed: 17 },
    '北湖日报',
    (when) =>
      `${COLUMN}${when.year}${when.month}/${when.day}/${when.index}c0ffee0-5e3d-4be2-b08a-1234567890ab.html`,
  );
  const [first, second] = twoPages(all);
  const next = `${BLOCK}?page=2&fix=0`;
  return {
    family: 'uuid-columns',
    listingPath: `${COLUMN}index.html`,
    routes: new Map<string, Route>([
      [
        `${COLUMN}index.html`,
        {
          contentType: HTML,
          body: framed(
            SITE,
            govMeta(SITE, '北湖要闻'),
            '北湖要闻',
            `<div class="xxgk"><ul>${rows(first)}</ul><div class="pages"><a href="javascript:;" class="on">1</a><a href="javascript:;" data-href="${next}">下一页</a></div></div>`,
          ),
        },
      ],
      [next, { contentType: HTML, body: `<ul>${rows(second)}</ul>` }],
      [`${BLOCK}?page=3&fix=0`, { contentType: HTML, body: '<ul></ul>' }],
      ...articleRoutes(all, page),
    ]),
    articles: all.map((written) => written.article),
  };
}

function rows(all: readonly Written[]): string {
  return all
    .map(
      ({ article, when }) =>
        `<li><a href="${article.path}" title="${article.title}">${article.title}</a><span class="date">${when.date}</span></li>`,
    )
    .join('');
}

function page(written: Written): string {
  const { article } = written;
  return framed(
    SITE,
    govMeta(SITE, '北湖要闻', written),
    article.title,
    `<div class="content_wrap"><h1>${article.title}</h1><p class="sx">${article.published} 来源：${article.publisher}</p><div class="content">${paragraphs(written)}</div></div>`,
  );
}
