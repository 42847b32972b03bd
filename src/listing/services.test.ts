import { describe, expect, it } from 'vitest';
import { type ListingReading, readListing } from './read-listing.ts';

function page(url: string, body: string): ListingReading {
  return readListing({ url, text: `<html><head><title>t</title></head><body>${body}</body></html>` });
}

describe('list services behind pages without rows', () => {
  it('dataproxy.jsp: every value from the page', () => {
    const { api, needsScripts } = page(
      'http://a.test/col/col204/index.html',
      `<div id="88123"></div><script>$('#88123').jpage({'perPage':18,'proxyUrl':'/module/web/jpage/dataproxy.jsp','webid':'12','webname':'某市'});</script>`,
    );
    const asked = new URL(api?.url ?? '');
    expect(asked.pathname).toBe('/module/web/jpage/dataproxy.jsp');
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      startrecord: '1',
      endrecord: '54',
      perpage: '18',
      columnid: '204',
      unitid: '88123',
      webid: '12',
      webname: '某市',
    });
    expect(needsScripts).toBe(true);
  });

  it('rows in the page without a named next group: the window after them', () => {
    const record = (id: number) =>
      `<record><![CDATA[<li><a href="/art/2024/5/${id}/art_204_${id}.html">这是第${id}条用来测试的新闻标题</a></li>]]></record>`;
    const reading = page(
      'http://a.test/col/col204/index.html',
      `<div id="7"><script type="text/xml"><datastore><recordset>${[1, 2, 3].map(record).join('')}</recordset></datastore></script></div>
       <script>$('#7').jpage({'perPage':1,'totalRecord':40,'groupSize':3,'proxyUrl':'/module/web/jpage/dataproxy.jsp'});</script>`,
    );
    expect(reading.links).toHaveLength(3);
    expect(reading.next).toContain('startrecord=4&endrecord=6');
  });

  it('JPaaS: the unit that is the list, its page number inside paramJson', () => {
    const unit = (tag: string) =>
      `<script src="/x/AuthorizedRead/unitbuild.js" url="/api-gateway/jpaas-publish-server/front/page/build/unit" queryData="{'parseType':'bulidstatic','webId':'w','tplSetId':'t','pageType':'column','tagId':'${tag}','pageId':'p'}"></script>`;
    const asked = new URL(
      page('http://a.test/xw/index.html', unit('当前位置') + unit('栏目列表')).api?.url ?? '',
    ).searchParams;
    expect(asked.get('tagId')).toBe('栏目列表');
    expect(asked.get('parseType')).toBe('bulidstatic');
    expect(JSON.parse(asked.get('paramJson') ?? '')).toEqual({ pageNo: 1, pageSize: 15 });
  });

  it('gkmlpt: site id from the page, category from the fragment', () => {
    const config = "<script>window._CONFIG = { SID: '2', TREE: [] };</script>";
    expect(page('http://a.test/gkmlpt/index', config).api?.url).toBe(
      'http://a.test/gkmlpt/api/all/0?page=1&sid=2',
    );
    expect(page('http://a.test/gkmlpt/index#218', config).api?.url).toContain('/all/218?');
  });

  it('Epoint: a POST of JSON when the page has the site id, else the script that has it', () => {
    const url = 'http://a.test/list.html?categorynum=005001&deptcode=D1';
    const { api } = page(
      url,
      '<script>var siteInfo = { siteGuid: "7eb5", projectName: "/EWB-FRONT" };</script>',
    );
    expect(api).toMatchObject({ method: 'POST', contentType: 'application/json' });
    expect(api?.url).toBe('http://a.test/EWB-FRONT/rest/lightfrontaction/getgovinfolist');
    expect(JSON.parse(api?.body ?? '')).toMatchObject({
      siteGuid: '7eb5',
      categorynum: '005001',
      deptcode: 'D1',
    });
    const first = page(url, '<script src="/js/webBuilderCommon.js"></script>').api;
    const second = readListing({
      url: 'http://a.test/js/webBuilderCommon.js',
      text: 'var siteInfo={siteGuid:"7eb5",projectName:""};',
      request: first,
    }).api;
    expect(second?.url).toBe('http://a.test/rest/lightfrontaction/getgovinfolist');
  });

  it('truecms and services by month', () => {
    const { api } = page(
      'http://a.test/gzdt/gzdt.html',
      "<script>$('#l').page({perPage:20,columnId:'8f2a',proxyUrl:'/messageController/getMessage.do'});</script>",
    );
    expect(api?.url).toBe(
      'http://a.test/messageController/getMessage.do?startrecord=1&endrecord=20&perpage=20&columnId=8f2a&callback=rows',
    );
    const months = page(
      'http://a.test/news/list202405.html',
      "<script>var u = '/api/article/NewsByIndex/';</script>",
    );
    expect(months.api?.url).toBe('http://a.test/api/article/NewsByIndex/2/2024/05/news');
  });

  it('Hanweb’s catalogue: POST by page, with the area of the page', () => {
    const { api } = page(
      'http://a.test/col/col9/',
      '<iframe src="/module/xxgk/tree.jsp?area=014318&standardXxgk=0"></iframe>',
    );
    expect(api).toMatchObject({ method: 'POST', body: '' });
    expect(api?.url).toContain(
      '/module/xxgk/search.jsp?infotypeId=&vc_title=&vc_number=&area=014318&currpage=1',
    );
    const row = (id: number) =>
      `<tr><td><a href="/art/2024/5/${id}/art_9_${id}.html">关于第${id}号事项的公开通知</a></td><td>2024-05-0${id}</td></tr>`;
    const answer = readListing({
      url: api?.url ?? '',
      text: `<table>${row(1)}${row(2)}${row(3)}</table><a href="#">下一页</a>`,
      request: api,
    });
    expect(answer.links).toHaveLength(3);
    expect(answer.next).toBeNull();
    expect(answer.api?.url).toContain('currpage=2');
  });

  it('an address in a script that can only be a list’s, and a frame of the same host', () => {
    const script =
      '<script>$.get("/stat/count.json"); $.get("/aboutus/news/groupnews/5018449_5585.json", show);</script>';
    expect(page('http://a.test/aboutus/news/', script).api?.url).toBe(
      'http://a.test/aboutus/news/groupnews/5018449_5585.json',
    );
    const frame = '<iframe src="/visitcount.jsp"></iframe><iframe src="/col/list_frame.html"></iframe>';
    expect(page('http://a.test/col/', frame).api?.url).toBe('http://a.test/col/list_frame.html');
    expect(page('http://a.test/col/', '<iframe src="http://b.test/list.html"></iframe>').api).toBeNull();
  });

  it('keeps rows of the HTML when they are there, whatever the scripts name', () => {
    const rows = Array.from(
      { length: 6 },
      (_, place) =>
        `<li><a href="/art/2024/5/${place + 1}/art_1_${place}.html">第${place}条足够长的新闻标题在这里</a><span>2024-05-0${place + 1}</span></li>`,
    );
    const reading = page(
      'http://a.test/col/col1/',
      `<ul>${rows.join('')}</ul><script>var proxyUrl = '/module/web/jpage/dataproxy.jsp';</script>`,
    );
    expect(reading.links).toHaveLength(6);
    expect(reading.api).toBeNull();
  });
});

describe('answers of list services', () => {
  const read = (text: string, url = 'http://a.test/api/list?page=1') =>
    readListing({ url, text, timezone: 'Asia/Shanghai' });

  it('JSON rows by whatever names, epoch seconds in the site’s zone', () => {
    const reading = read(
      JSON.stringify({
        code: 0,
        data: {
          total: 90,
          list: [
            { articleTitle: '甲地与乙公司签约', post_url: '/c/post_1.html', create_time: 1_715_821_200 },
          ],
        },
      }),
    );
    expect(reading).toMatchObject({
      kind: 'api',
      links: [
        {
          url: 'http://a.test/c/post_1.html',
          title: '甲地与乙公司签约',
          published: '2024-05-16T09:00:00+08:00',
        },
      ],
    });
    expect(reading.next).toBe('http://a.test/api/list?page=2');
  });

  it('JSONP, wrapped titles, ids for addresses', () => {
    expect(
      read('cb([{"title":{"rendered":"A <em>signed<\\/em> deal"},"link":"http://a.test/2024/05/16/deal/"}]);')
        .links[0]?.title,
    ).toBe('A signed deal');
    expect(read('[{"articleTitle":"运营商动态一则","idno":557,"entryDate":"2024-05-16"}]').links[0]).toEqual({
      url: 'http://a.test/article?id=557',
      title: '运营商动态一则',
      published: '2024-05-16',
    });
  });

  it('HTML rows inside JSON, and an empty answer', () => {
    const html =
      '<ul><li><a href="/art/2024/art_1.html" title="整个标题就在这里不会被截断">整个标题…</a><span>2024-05-16</span></li></ul>';
    expect(read(JSON.stringify({ data: { html } })).links).toEqual([
      {
        url: 'http://a.test/art/2024/art_1.html',
        title: '整个标题就在这里不会被截断',
        published: '2024-05-16',
      },
    ]);
    expect(read('{"data":{"html":""}}')).toMatchObject({ kind: 'api', links: [], next: null });
  });

  it('is a page, not an answer, when the text is neither', () => {
    expect(read('Service unavailable').kind).toBe('page');
  });
});

describe('what else is a listing', () => {
  it('feeds and sitemaps go to their readers', () => {
    const feed =
      '<?xml version="1.0"?><rss version="2.0"><channel><title>t</title><item><title>One</title><link>http://a.test/1</link></item></channel></rss>';
    expect(readListing({ url: 'http://a.test/feed', text: feed })).toMatchObject({
      kind: 'feed',
      api: null,
      needsScripts: false,
    });
    const map =
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>http://a.test/1</loc></url></urlset>';
    expect(readListing({ url: 'http://a.test/sitemap.xml', text: map }).kind).toBe('sitemap');
  });

  it('a feed that quotes HTML, or comes after a warning of its server, is still a feed', () => {
    const item =
      '<item><title>One</title><link>http://a.test/1</link><description>&lt;html&gt;<![CDATA[<html><body>x]]></description></item>';
    const feed = `<rss version="2.0"><channel><title>t</title>${item}</channel></rss>`;
    expect(
      readListing({ url: 'http://a.test/feed', text: `\ufeff<?xml version="1.0"?>\n<!-- x -->${feed}` }).kind,
    ).toBe('feed');
    const page = `<!DOCTYPE html><html><body><p>&lt;rss&gt;</p></body></html>`;
    expect(readListing({ url: 'http://a.test/', text: page }).kind).toBe('page');
  });

  it('garbage gives an answer', () => {
    for (const text of [
      '',
      '\0\0\0',
      '{',
      '<',
      '<a href="http://["><a href=',
      '{"a":'.repeat(9_000),
      '<ul><li>'.repeat(30_000),
    ]) {
      expect(readListing({ url: 'http://a.test/', text }).links).toEqual([]);
    }
  });
});
