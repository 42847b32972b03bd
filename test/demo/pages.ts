/** Markup of the six demo sites, each in the manner of a kind of site that Pactwire meets. */
import type { DemoArticle } from './texts.ts';

const paragraphs = (article: DemoArticle) =>
  article.paragraphs.map((text) => `<p>　　${text}</p>`).join('\n');
const day = (article: DemoArticle) => article.published.slice(0, 10);

const governmentFrame = (title: string, inner: string, meta = '') => `<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>${title}_高原省政府门户</title><meta name="SiteName" content="高原省人民政府">${meta}</head>
<body><div class="top"><a href="/">首页</a> <a href="/zwgk/">政务公开</a> <a href="/bsfw/">办事服务</a> <a href="/hdjl/">互动交流</a></div>
${inner}
<div class="footer"><a href="/about/">网站声明</a> <a href="/map/">网站地图</a> 主办：高原省人民政府办公厅 网站标识码6300000000 青ICP备00000000号</div></body></html>`;

/** A static CMS in GBK; `page` counts from 0 as its file names do. */
export function governmentList(articles: DemoArticle[], page: number, pages: number): string {
  const rows = articles
    .map(
      (article) =>
        `<li><a href=".${article.path.replace('/zwyw', '')}" title="${article.title}">${article.title.slice(0, 18)}…</a><span>${day(article)}</span></li>`,
    )
    .join('\n');
  const inner = `<div class="position">当前位置：<a href="/">首页</a> &gt; 政务要闻</div>
<ul class="list">${rows}</ul><div class="page"><script>createPageHTML(${pages}, ${page}, "index", "html");</script></div>`;
  return governmentFrame('政务要闻', inner, '<meta name="ColumnName" content="政务要闻">');
}

export function governmentArticle(article: DemoArticle): string {
  const meta = `<meta name="ArticleTitle" content="${article.title}"><meta name="PubDate" content="${article.published}"><meta name="ContentSource" content="${article.publisher}">`;
  const inner = `<div class="article"><h1>${article.title}</h1>
<div class="info">发布时间：${article.published}　来源：${article.publisher}　字体：[大 中 小]　<a href="javascript:window.print()">打印</a></div>
<div class="TRS_Editor">${paragraphs(article)}</div><div class="editor">责任编辑：王小青</div>
<div class="related"><h3>相关新闻</h3><ul><li><a href="/zwyw/202601/t20260102_9001.html">去年回顾</a></li></ul></div></div>`;
  return governmentFrame(article.title, inner, meta);
}

/** Rows that exist only after a script has run. */
export function cityList(articles: DemoArticle[]): string {
  const rows = articles.map(({ path, title, published }) => ({ p: path, t: title, d: published }));
  const packed = Buffer.from(encodeURIComponent(JSON.stringify(rows))).toString('base64');
  return `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>资讯中心 - 格尔木</title></head><body>
<nav><a href="/">首页</a><a href="/lvyou/">旅游</a></nav><main><h1>资讯中心</h1><ul id="list"></ul></main>
<script>
var rows = JSON.parse(decodeURIComponent(atob('${packed}')));
var list = document.getElementById('list');
rows.forEach(function (row) {
  var item = document.createElement('li');
  var link = document.createElement('a');
  link.setAttribute('hr' + 'ef', row.p); link.textContent = row.t;
  var date = document.createElement('span'); date.textContent = row.d.slice(0, 10);
  item.append(link, date); list.append(item);
});
</script></body></html>`;
}

export const cityArticle = (
  article: DemoArticle,
) => `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>${article.title} - 格尔木</title>
<meta property="og:title" content="${article.title}"></head><body><nav><a href="/">首页</a><a href="/lvyou/">旅游</a></nav>
<main><h1>${article.title}</h1><p class="meta">来源：${article.publisher} 时间：${article.published}</p>
<div class="content">${paragraphs(article)}</div></main><footer>版权所有 格尔木</footer></body></html>`;

export function blogFeed(articles: DemoArticle[], origin: string): string {
  const items = articles
    .map(({ path, title, published, paragraphs: [first] }) => {
      const date = new Date(`${published.replace(' ', 'T')}:00+08:00`).toUTCString();
      return `<item><title>${escaped(title)}</title><link>${origin}${path}</link><guid>${origin}${path}</guid><pubDate>${date}</pubDate><description>${escaped(first ?? '')}</description></item>`;
    })
    .join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Plateau Notes</title><link>${origin}/</link><description>News of the plateau</description>${items}</channel></rss>`;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export const blogArticle = (
  article: DemoArticle,
) => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${escaped(article.title)} | Plateau Notes</title>
<meta property="article:published_time" content="${article.published.replace(' ', 'T')}:00+08:00"></head><body><header><a href="/">Plateau Notes</a> <a href="/about/">About</a></header>
<article><h1>${escaped(article.title)}</h1><time datetime="${article.published.replace(' ', 'T')}:00+08:00">${day(article)}</time>
<div class="entry">${article.paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('\n')}</div></article>
<section id="respond"><h3>Leave a Reply</h3><p>Your email address will not be published. Required fields are marked *</p></section></body></html>`;

export function syndicatorList(articles: DemoArticle[]): string {
  const rows = articles
    .map(
      ({ path, title, published }) =>
        `<tr><td><a href="${path}" target="_blank">${title}</a></td><td>${published.slice(5, 10)}</td></tr>`,
    )
    .join('\n');
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>高原资讯_新闻中心</title></head><body>
<div id="nav"><a href="/">首页</a>|<a href="/video/">视频</a>|<a href="/photo/">图片</a></div><table class="newslist">${rows}</table></body></html>`;
}

export const syndicatorArticle = (
  article: DemoArticle,
) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${article.title}_高原资讯</title></head><body>
<div id="nav"><a href="/">首页</a>|<a href="/video/">视频</a></div><h1>${article.title}</h1>
<div class="from">${article.published.replace(/^(\d+)-(\d+)-(\d+)/, '$1年$2月$3日')} 来源：${article.publisher}</div><div id="content">${paragraphs(article)}</div>
<div class="share">分享到：微信 微博</div></body></html>`;

export function operatorList(articles: DemoArticle[]): string {
  const cards = articles
    .map(
      (article) =>
        `<div class="card"><a href="${article.path}"><img src="/img/${article.path.slice(-9, -5)}.jpg" alt=""><h3>${article.title}</h3></a><p>${(article.paragraphs[0] ?? '').slice(0, 60)}…</p><time>${day(article)}</time></div>`,
    )
    .join('\n');
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>新闻中心</title></head><body>
<header><ul><li><a href="/about/">关于我们</a></li><li><a href="/ir/">投资者关系</a></li><li><a href="/jobs/">人才招聘</a></li></ul></header><section class="news">${cards}</section></body></html>`;
}

export const operatorArticle = (
  article: DemoArticle,
) => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${article.title}</title>
<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: article.title, datePublished: `${article.published.replace(' ', 'T')}:00+08:00`, publisher: { '@type': 'Organization', name: article.publisher } })}</script></head><body>
<header><ul><li><a href="/about/">关于我们</a></li></ul></header><article><h1>${article.title}</h1><div class="date">${article.published}</div>
<div class="detail">${paragraphs(article)}</div></article></body></html>`;
