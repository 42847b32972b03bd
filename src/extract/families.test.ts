/** An article page as each publishing system builds it, reduced to what its readers have to cope with. */
import { describe, expect, it } from 'vitest';
import { parseMarkup } from '../markup/parse.ts';
import { judgeReading } from './judge-reading.ts';
import { readArticle } from './read-article.ts';

const TITLE = '北川省与华联公司签署战略合作协议';
const FIRST =
  '近日，北川省人民政府与华联公司在省会签署战略合作协议，双方将在宽带网络、云计算等领域开展合作。';
const SECOND = '根据协议，华联公司将在今后五年内投资二十亿元，在全省建设新一代信息基础设施。';
const BODY = `<p>　　${FIRST}</p><p>　　${SECOND}</p>`;
const FOOT =
  '<div class="footer"><p>主办：北川省人民政府办公厅 承办：北川省大数据局</p>' +
  '<p>网站标识码：9900000002 北ICP备00000002号</p><p>版权所有：北川省人民政府，未经授权不得转载，违者必究。</p></div>';

interface Expected {
  published: string | null;
  publisher: string | null;
  from?: string;
}

const PAGES: Readonly<Record<string, readonly [string, Expected, string?]>> = {
  'TRS, 本网 in the meta data': [
    `<title>${TITLE}_要闻_北川省人民政府</title><meta name="PubDate" content="2026-03-05 10:00:00">
     <meta name="ContentSource" content="本网"><meta name="SiteName" content="北川省人民政府">
     <div class="nav">首页 | 要闻 | 公开</div><h2>${TITLE}</h2><div class="xx"><span>时间：2026-03-05</span><span>来源：本网</span></div>
     <div class="TRS_Editor"><style>P{}</style>${BODY}</div><div>附件：<a href="P1.doc">协议.doc</a></div>`,
    { published: '2026-03-05T10:00:00+08:00', publisher: '北川省人民政府' },
  ],
  'JPaaS, site and column before the title': [
    `<title>北川省工信厅 工作动态 ${TITLE}</title><div class="ctitle">${TITLE}</div>
     <div>发布时间：2026-03-05 16:00 信息来源：北川省工信厅 浏览次数：33</div><div class="ccontent">${BODY}</div>`,
    { published: '2026-03-05T16:00:00+08:00', publisher: '北川省工信厅' },
  ],
  'a title broken into two lines': [
    `<title>${TITLE}_新闻_政务网</title><div class="title">北川省与华联公司</div><div class="t_title">签署战略合作协议</div>
     <div><span class="ly">北川日报</span> 2026-03-05 08:00</div><div>${BODY}</div>`,
    { published: '2026-03-05T08:00:00+08:00', publisher: '北川日报' },
  ],
  'Ucap, tags of its own': [
    `<title>${TITLE}</title><ucaptitle>${TITLE}</ucaptitle><ul><li>发布日期：2026-03-05</li><li>来源：北川日报</li></ul>
     <div><ucapcontent>${BODY}</ucapcontent></div>`,
    { published: '2026-03-05', publisher: '北川日报' },
  ],
  'Enorth, a table of cells': [
    `<title>${TITLE}-北川新闻网</title><table><tr><td align="center">${TITLE}</td></tr><tr><td>
     <span id="pubtime_baidu">2026-03-05 09:11:22</span><span id="source_baidu">来源：<a href="/">北川日报</a></span>
     <span id="editor_baidu">编辑：周明</span></td></tr><tr><td id="zoom">${BODY}</td></tr></table>`,
    { published: '2026-03-05T09:11:22+08:00', publisher: '北川日报' },
  ],
  'Boda, the whole page in a form': [
    `<title>${TITLE}-北川大数据局</title><form><h1>${TITLE}</h1><div>发布日期：2026-03-05　信息来源：市局　点击数：[<span>12</span>]次</div>
     <div id="vsb_content">${BODY}</div><p>上一条：<a href="1.htm">关于放假的通知</a></p><p>【<a href="javascript:close()">关闭</a>】</p></form>`,
    { published: '2026-03-05', publisher: '市局' },
  ],
  'a paper, titles above and below the title': [
    `<title>${TITLE}--北川频道</title><div class="path">某网>>北川频道>>要闻</div><h3>权威发布</h3><h1>${TITLE}</h1><h4>投资二十亿元</h4>
     <div class="fl">2026年03月05日08:12 | 来源：<a href="/">北川日报</a></div><div class="fr">小字号</div><div>${BODY}
     <div>(责编：周明、吴铭)</div></div><div><h3>相关新闻</h3><ul><li><a href="/a">北川省召开通信会议</a></li></ul></div>`,
    { published: '2026-03-05T08:12:00+08:00', publisher: '北川日报' },
  ],
  'the tag that only means publication': [
    `<title>${TITLE}_要闻</title><meta name="firstpublishedtime" content="2026-03-05-16:20:11">
     <meta name="lastmodifiedtime" content="2026-03-06-01:20:11"><h1>${TITLE}</h1><div class="pages_content">${BODY}<p>责任编辑：周明</p></div>`,
    { published: '2026-03-05T16:20:11+08:00', publisher: null, from: 'firstpublishedtime' },
  ],
  'PubDate that is the build time loses to the URL': [
    `<title>${TITLE}</title><meta name="PubDate" content="2026-09-09 02:00"><meta name="MakeTime" content="2026-09-09 02:00:30">
     <h1>${TITLE}</h1><div>${BODY}</div>`,
    { published: '2026-03-05', publisher: null, from: 'URL' },
    'https://www.example.test/a/202603/t20260305_11.html',
  ],
  'WeChat: hidden until a script runs, the time in the script': [
    `<title></title><meta property="og:title" content="${TITLE}"><meta property="og:site_name" content="微信公众平台">
     <h1>${TITLE}</h1><div><span class="rich_media_meta rich_media_meta_nickname"><a href="javascript:void(0)">北川发布</a></span><em></em></div>
     <div style="visibility: hidden"><section>${BODY.replaceAll('p>', 'section>')}</section></div><script>var ct = "1772694000";</script>`,
    { published: '2026-03-05T15:00:00+08:00', publisher: '北川发布', from: 'script' },
  ],
  'a body that is not displayed': [
    `<title>${TITLE}</title><h1>${TITLE}</h1><p>2026-03-05</p><div style="display:none">${BODY}</div>`,
    { published: '2026-03-05', publisher: null },
  ],
};

describe('publishing systems', () => {
  for (const [name, [html, expected, url = 'https://www.example.test/a/1.html']] of Object.entries(PAGES)) {
    it(name, () => {
      const document = parseMarkup(`<html><body>${html}${FOOT}</body></html>`);
      const { article, attachment, more } = readArticle({ url, document });
      expect(article.title).toBe(TITLE);
      expect(article.published).toBe(expected.published);
      if (expected.publisher !== null) expect(article.publisher).toBe(expected.publisher);
      if (expected.from !== undefined) expect(article.provenance.published?.from).toBe(expected.from);
      expect(article.body).toBe(`${FIRST}\n${SECOND}`);
      expect({ attachment, more }).toEqual({ attachment: null, more: [] });
      expect(judgeReading(article, attachment)).toBe('ok');
    });
  }
});

describe('pages without a text', () => {
  const read = (html: string) =>
    readArticle({ url: 'https://www.example.test/a/1.html', document: parseMarkup(html) });

  it('give the PDF that holds it', () => {
    const { article, attachment } = read(
      `<h1>关于签署协议的公告</h1><p>发布时间：2026-03-05</p><p>附件：<a href="/files/P0.pdf">公告全文.pdf</a></p>${FOOT}`,
    );
    expect(attachment).toBe('https://www.example.test/files/P0.pdf');
    expect(article).toMatchObject({ title: '关于签署协议的公告', published: '2026-03-05', body: null });
    expect(judgeReading(article, attachment)).toBe('ok');
  });

  it('are empty when a script would fill them', () => {
    const { article, attachment } = read(
      `<title>北川新闻</title><div id="app"></div><script>start()</script>${FOOT}`,
    );
    expect(judgeReading(article, attachment)).toBe('empty');
  });
});
