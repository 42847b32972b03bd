/** Pages whose title tag, masthead or clock misleads: what a reader would copy all the same. */
import { describe, expect, it } from 'vitest';
import { parseMarkup } from '../markup/parse.ts';
import { readArticle } from './read-article.ts';

const read = (html: string, url = 'http://www.example.cn/a/show.asp?id=7') =>
  readArticle({ url, document: parseMarkup(html) }).article;

const TEXT =
  '<p>本报讯　昨日上午，河口县人民政府与远通公司河口分公司举行“数字河口”合作协议签字仪式，县长出席并致辞。</p>' +
  '<p>根据协议，远通公司将在今后三年投资六千万元，实施光纤到村、视频监控和农村信息服务站等工程。</p>' +
  '<p>与会人员表示，要把信息化建设摆上重要位置，为工程建设开辟绿色通道，确保按期完成任务。</p>';
const ENGLISH =
  '<p>Talks between the port authority and Northwave Cable ended without a contract late on Friday, dashing hopes that a second link would land this season.</p>' +
  '<p>Both sides blamed a change in the tax clause. The harbour master said that the pens were ready when the numbers moved.</p>' +
  '<p>The cable company said in a short statement that it remains committed to the project but gave no new date for it.</p>';

describe('a page whose title tag is the name of the site', () => {
  const page = (between: string) =>
    read(
      `<html><head><title>河口县人民政府公众信息网</title></head><body><table><tr><td><a href="/">首页</a> | <a href="/xw">新闻</a> 2012年11月26日 星期一</td></tr></table>
      <table><tr><td><font size=4><b>我县与远通公司签订“数字河口”合作协议</b></font></td></tr><tr><td>${between}</td></tr><tr><td>${TEXT}</td></tr></table></body></html>`,
    );

  it('has the line over date and source for a title', () => {
    expect(page('作者：林晓　来源：县电视台　时间：2012-11-21 9:05:33').title).toBe(
      '我县与远通公司签订“数字河口”合作协议',
    );
  });

  it('takes 更新时间 for the time where it is the only one, and not the day in the masthead', () => {
    const { published } = page('作者：林晓　来源：县电视台　点击数：12　更新时间：2012-11-21 9:05:33');
    expect(published).toBe('2012-11-21T09:05:33+08:00');
  });

  it('does not take it where a day of publication is told', () => {
    const { published } = page('来源：县电视台　发布时间：2012-11-20　更新时间：2012-11-21 9:05:33');
    expect(published?.slice(0, 10)).toBe('2012-11-20');
  });
});

describe('a page whose title tag says nothing', () => {
  it('is titled by the line that shares its words with the text', () => {
    const { title, published } = read(
      `<html><head><title>Bay Courier Online</title></head><body><table><tr><td><a href="x.htm">Cricket: Bay lose by four wickets</a></td><td>
      <font size=6>Cable talks collapse over tax clause</font><br><i>By Marlene Pitt<br>Saturday, June 10, 2023</i><hr>${ENGLISH}</td></tr></table></body></html>`,
      'http://www.example.com/2023/06/cable.htm',
    );
    expect(title).toBe('Cable talks collapse over tax clause');
    expect(published).toBe('2023-06-10');
  });
});

describe('a moment declared in UTC', () => {
  const page = (declared: string, shown: string) =>
    read(
      `<html><head><title>Cable talks collapse over tax clause</title><meta property="article:published_time" content="${declared}"></head>
      <body><h1>Cable talks collapse over tax clause</h1><p class="byline">${shown}</p>${ENGLISH}</body></html>`,
      'http://www.example.com/cable',
    ).published?.slice(0, 10);

  it.each([
    ['2024-11-14T22:58:03Z', 'November 15, 2024', '2024-11-15'],
    ['2024-11-15T02:10:00Z', 'November 14, 2024', '2024-11-14'],
    // No zone is that far off: the line is of something else.
    ['2024-11-14T03:00:00Z', 'November 15, 2024', '2024-11-14'],
    ['2024-11-14T22:58:03Z', 'November 18, 2024', '2024-11-14'],
  ])('%s, shown as %s, is %s', (declared, shown, day) => {
    expect(page(declared, shown)).toBe(day);
  });
});

describe('a tag that knows the day only', () => {
  it('gives way to the time on the line by the title', () => {
    const { published } = read(
      `<html><head><title>Cable talks collapse over tax clause</title><meta name="PubDate" content="2012-01-11"></head>
      <body><h1>Cable talks collapse over tax clause</h1><div>Staff reporter <span>January 12, 2012 4:10 AM</span></div>${ENGLISH}</body></html>`,
      'http://www.example.com/cable',
    );
    expect(published?.slice(0, 10)).toBe('2012-01-12');
  });
});

describe('a date that is not where dates are', () => {
  it('is read from the signature of a notice', () => {
    const { published } = read(
      `<html><head><title>关于远通公司入驻软件园的通报</title></head><body><h1>关于远通公司入驻软件园的通报</h1><div>${TEXT}<p>河口软件园管理委员会</p><p>2019年11月12日</p></div><p>上一篇：<a href="3.htm">国庆假期值班安排</a></p></body></html>`,
    );
    expect(published).toBe('2019-11-12');
  });

  it('is put together from year, day and time set apart, over the title', () => {
    const { published } = read(
      `<html><head><title>我县与远通公司签署协议</title></head><body><div class="loc">当前位置：首页 / 正文</div><div class="rq"><span class="n">2020</span><span class="y">07/07</span><span class="s">16:39</span></div>
      <h1>我县与远通公司签署协议</h1><div>来源：县政府办</div><div class="art">${TEXT}</div><div class="other"><a href="5.htm">全县召开防汛工作视频会议</a> 2020-07-05</div></body></html>`,
    );
    expect(published).toBe('2020-07-07T16:39:00+08:00');
  });
});

describe('a page of an electronic newspaper', () => {
  it('is titled by the tag that its system has for titles', () => {
    const { title } = read(
      `<html><head><title>河口日报</title></head><body><table><tr><td>2025年06月25日 星期三</td><td><a href="node_2.htm">版面导航</a></td></tr></table>
      <table><tr><td>来源：河口日报　2025年06月25日</td></tr><tr><td><founder-introtitle>总投资六千万元</founder-introtitle></td></tr><tr><td><founder-title>光纤通到每个村</founder-title></td></tr>
      <tr><td><founder-subtitle>三方签约共建</founder-subtitle></td></tr></table><div id="ozoom"><founder-content>${TEXT}</founder-content></div></body></html>`,
    );
    expect(title).toBe('光纤通到每个村');
  });
});

describe('what stands below a text', () => {
  it('goes from the line of those who made it', () => {
    const { body } = read(
      `<html><head><title>我县与远通公司签署协议</title></head><body><h1>我县与远通公司签署协议</h1><div>2026-03-04 来源：县融媒体</div><div class="cont">${TEXT}
      <p>记者：林晓 摄像：孙平</p><h3>便民信息</h3><p>明日部分区域计划停水，请市民提前做好储水准备。</p></div></body></html>`,
    );
    expect(body?.split('\n')).toHaveLength(3);
  });
});

describe('what stands beside a text', () => {
  const page = (inner: string) =>
    read(`<html><body><h1>Cable talks collapse over tax clause</h1>${inner}</body></html>`).body ?? '';
  const BOOKS = `<p>${'A reader who knows the coast wrote, at length, that the pens were never ready. '.repeat(50)}</p>`;

  it('is no text, however much longer the comments are', () => {
    const body = page(
      `<main><article class="post-7 hentry tag-polls tag-share">${ENGLISH.repeat(4)}</article><div id="comments">${BOOKS}</div></main>`,
    );
    expect(body.split('\n')).toHaveLength(12);
  });

  it('is told from a body whose class has a word for the layout', () => {
    const [first, second] = ENGLISH.split('</p>');
    const section = (text?: string) => `<div class="body articleBody -bottom-space">${text}</p></div>`;
    const body = page(`<div>${section(first)}${section(second)}<div>${ENGLISH}</div></div>`);
    expect(body.split('\n')).toHaveLength(5);
  });

  it.each(['<a name="top">', '<a href="/ar"><div>Other edition</div><div><a href="/en">English</a></div>'])(
    'is no link of which somebody forgot the end: %s',
    (open) => {
      expect(page(`<div>${open}<div>${ENGLISH}</div></div>`).split('\n')).toHaveLength(3);
    },
  );
});

describe('a text in Arabic', () => {
  it('is prose by its own commas', () => {
    const line =
      'وقعت البلدية اليوم اتفاقية مع شركة الاتصالات، وتشمل الاتفاقية مد الألياف إلى القرى، وإنشاء مركز بيانات صغير';
    const { body } = read(
      `<html><body><h1>اتفاقية في البلدية</h1><div><p>${line}</p><p>${line}</p></div></body></html>`,
    );
    expect(body).toBe(`${line}\n${line}`);
  });
});

describe('a page that its scripts fill', () => {
  const page = (inner: string) =>
    read(
      `<html><head><title>Cable talks collapse</title><script type="application/ld+json">${JSON.stringify({
        '@type': 'NewsArticle',
        headline: 'Cable talks collapse',
        articleBody: ENGLISH.replace(/<p>/g, '').replace(/<\/p>/g, '\n\n').replace('tax', '<b>tax</b>'),
      })}</script></head><body><div id="root">${inner}</div></body></html>`,
    );

  it('has the body that it declares', () => {
    const { body, provenance } = page('');
    expect(body?.split('\n')).toHaveLength(3);
    expect(body).toContain('a change in the tax clause');
    expect(provenance.body?.from).toBe('JSON-LD articleBody');
  });

  it('has the body that it shows when it shows one', () => {
    expect(
      page(`<p>${'The town shows its own text, and that is longer than a summary. '.repeat(4)}</p>`).body,
    ).toMatch(/^The town/);
  });
});

describe('a line that begins with “by”', () => {
  const page = (line: string) =>
    read(`<html><body><h1>Cable talks collapse over tax clause</h1><p>${line}</p>${ENGLISH}</body></html>`)
      .author;

  it('names an author only when a name follows', () => {
    expect(page('By Marlene Pitt')).toBe('Marlene Pitt');
    expect(page('By clicking Submit you agree')).toBeNull();
  });
});
