import { describe, expect, it } from 'vitest';
import { anchors } from '../markup/links.ts';
import { parseMarkup } from '../markup/parse.ts';
import { nextPage } from './next-page.ts';

function next(html: string, url = 'https://a.test/xw/index.html'): string | null {
  const document = parseMarkup(`<html><body>${html}</body></html>`);
  return nextPage(document, anchors(document, url), { url, base: url });
}

describe('nextPage', () => {
  it.each([
    ['words', '<a href="index_2.html">下一页</a>', 'index_2.html'],
    ['older posts', '<a href="page/2/">Older posts</a>', 'page/2/'],
    ['rel=next', '<link rel="next" href="?page=2">', 'index.html?page=2'],
    ['an arrow in a paging line', '<div class="pages"><a href="index_2.html">»</a></div>', 'index_2.html'],
    [
      'numbers',
      '<p class="page"><span>1</span><a href="p2.html">2</a><a href="p3.html">3</a></p>',
      'p2.html',
    ],
    [
      'a marked number',
      '<div class="pager"><a href="a1.html">1</a><a class="on" href="a2.html">2</a><a href="a3.html">3</a></div>',
      'a3.html',
    ],
    [
      'the number left out',
      '<div class="pager"><a href="a1.html">1</a> 2 <a href="a3.html">3</a></div>',
      'a3.html',
    ],
    [
      'a handler',
      '<a href="javascript:;" onclick="location.href=\'index_2.jhtml\'">下一页</a>',
      'index_2.jhtml',
    ],
    [
      'options',
      '<select><option value="index.html" selected>1</option><option value="index_1.html">2</option></select>',
      'index_1.html',
    ],
    [
      'a class named next',
      '<div class="paging"><a class="next" href="list_2.html"><i></i></a></div>',
      'list_2.html',
    ],
    ['pages counted from 0', '<script>createPageHTML(35, 0, "index", "html");</script>', 'index_1.html'],
    [
      'pages counted from 1',
      "<script>createPageHTML('page_div',64, 1,'common_list','shtml',9);</script>",
      'common_list_2.shtml',
    ],
    [
      'a call after its definition',
      '<script>function createPage(_nPageCount, _nCurrIndex, _sPageName, _sPageExt){} createPage(34, 0, "index", "html");</script>',
      'index_1.html',
    ],
    ['counts in variables', '<script>var countPage = 48; var currentPage = 2;</script>', 'index_3.html'],
  ])('%s', (_, html, expected) => {
    expect(next(html)).toBe(new URL(expected, 'https://a.test/xw/index.html').href);
  });

  it.each([
    ['the last page', '<script>createPageHTML(3, 2, "index", "html");</script>'],
    ['another host', '<a href="https://b.test/2.html">Next</a>'],
    ['the page itself', '<a href="index.html#more">下一页</a>'],
    ['a disabled link', '<a class="next disabled" href="index_2.html">下一页</a>'],
    ['the next article', '<a href="2.html">下一篇</a>'],
    ['a slider', '<div class="swiper"><a class="swiper-button-next" href="b.html"></a></div>'],
  ])('none: %s', (_, html) => {
    expect(next(html)).toBeNull();
  });

  it('counts down where pages are counted from the oldest', () => {
    const page = (number: number) =>
      `https://a.test/count//0012/c0012_${String(number).padStart(9, '0')}.shtml`;
    expect(next('', page(12))).toBe(page(11));
    expect(next('', page(1))).toBeNull();
    expect(next(`<a href="${page(11)}">x</a><a href="${page(12)}">y</a>`)).toBe(page(12));
  });
});
