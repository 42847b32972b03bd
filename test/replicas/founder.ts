/** Founder: `node_3310.htm` and `node_3310_2.htm`, `2024-05/16/content_123.htm`. */
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

const SITE = '太和日报网';

export function founder(): Replica {
  const all = write(
    { place: '太和市', government: '太和市人民政府', company: '中国铁塔太和分公司', seed: 8 },
    '太和日报',
    (when) => `/${when.year}-${when.month}/${when.day}/content_76${when.index}1020.htm`,
  );
  const [first, second] = twoPages(all);
  return {
    family: 'founder',
    listingPath: '/node_3310.htm',
    routes: new Map([
      [
        '/node_3310.htm',
        {
          contentType: HTML,
          body: list(first, '<a href="node_3310.htm" class="cur">1</a><a href="node_3310_2.htm">2</a>'),
        },
      ],
      [
        '/node_3310_2.htm',
        {
          contentType: HTML,
          body: list(second, '<a href="node_3310.htm">1</a><a href="node_3310_2.htm" class="cur">2</a>'),
        },
      ],
      ...articleRoutes(all, page),
    ]),
    articles: all.map((written) => written.article),
  };
}

function list(rows: readonly Written[], paging: string): string {
  const items = rows.map(
    ({ article }) =>
      `<div class="newslist"><h2><a href="${article.path.slice(1)}" target="_blank">${article.title}</a></h2><p>${article.published}</p></div>`,
  );
  return framed(
    SITE,
    '',
    '太和新闻',
    `<div class="main">${items.join('')}<div class="page_b">${paging}</div></div>`,
  );
}

function page(written: Written): string {
  const { article } = written;
  const meta = `<meta name="publishdate" content="${written.when.date}"><meta name="source" content="${article.publisher}"><meta name="contentid" content="76${written.when.index}1020"><meta name="filetype" content="0">`;
  return framed(
    SITE,
    meta,
    article.title,
    `<div class="bigtitle">${article.title}</div><div class="post_source">${article.published}　来源：${article.publisher}</div><div class="text" id="Zoom"><!--enpcontent-->${paragraphs(written)}<!--/enpcontent--></div>`,
  );
}
