/** n-c ids: `/n2588025/n2588124/c123/content.html`, rows with the date in brackets, older rows on `index_2.html`. */
import {
  articleRoutes,
  framed,
  govMeta,
  HTML,
  paragraphs,
  type Replica,
  twoPages,
  type Written,
  write,
} from './replica.ts';

const SITE = '清溪国有资产监督管理委员会';
const FOLDER = '/n2588025/n2588124/';

export function assetCommission(): Replica {
  const all = write(
    { place: '清溪区', government: '清溪区人民政府', company: '中国电信清溪分公司', seed: 12 },
    '清溪区国资委',
    (when) => `${FOLDER}c2489${when.index}031/content.html`,
  );
  const [first, second] = twoPages(all);
  return {
    family: 'n-c-ids',
    listingPath: `${FOLDER}index.html`,
    routes: new Map([
      [`${FOLDER}index.html`, { contentType: HTML, body: list(first, '<a href="index_2.html">下一页</a>') }],
      [`${FOLDER}index_2.html`, { contentType: HTML, body: list(second, '<a href="index.html">上一页</a>') }],
      ...articleRoutes(all, page),
    ]),
    articles: all.map((written) => written.article),
  };
}

function list(rows: readonly Written[], paging: string): string {
  const items = rows.map(
    ({ article, when }) =>
      `<li><span>[${when.date}]</span><a href="${article.path.slice(FOLDER.length)}" title="${article.title}">${article.title}</a></li>`,
  );
  return framed(
    SITE,
    govMeta(SITE, '企业动态'),
    '企业动态',
    `<div class="zsy_conlist"><ul>${items.join('')}</ul><div class="page">${paging}</div></div>`,
  );
}

function page(written: Written): string {
  const { article, when } = written;
  return framed(
    SITE,
    govMeta(SITE, '企业动态', written),
    article.title,
    `<div class="zsy_content"><div class="zsy_cotitle">${article.title}<p>文章来源：${article.publisher}　　发布时间：${when.date}</p></div><div class="zsy_comain">${paragraphs(written)}<p>【责任编辑:\${content.getAttrByFlatName('zrbj').value}】</p><div id="qr_container">扫一扫在手机打开当前页</div></div></div>`,
  );
}
