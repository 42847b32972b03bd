import { describe, expect, it } from 'vitest';
import { articleLikeness, columnOf, isNoPage, urlShape } from './url-shape.ts';

const likeness = (path: string) => articleLikeness(new URL(path, 'https://a.test/'));

describe('articleLikeness', () => {
  it.each([
    '/zwgk/202405/t20240516_123.html',
    '/art/2024/5/16/art_12_345.html',
    '/art/2024/art_0123456789abcdef0123456789abcdef.html',
    '/content/post_4120.html',
    '/system/2024/05/16/030012345.shtml',
    '/info/1012/3456.htm',
    '/n2/2024/0516/c360300-40873210.html',
    '/20240516/0123456789abcdef0123456789abcdef/c.html',
    '/n2588025/n2588124/c24893031/content.html',
    '/a/202405/16/WS0123456789abcdef01234567.html',
    '/2024/05/16/province-signs-fibre-deal/',
    '/newsroom/province-and-operator-sign-fibre-deal',
    '/newsshow.asp?id=123',
    '/article?id=557',
    '/spip.php?article841',
  ])('an article: %s', (path) => {
    expect(likeness(path)).toBeGreaterThanOrEqual(0.4);
  });

  it.each([
    '/',
    '/zwgk/',
    '/index.html',
    '/col/col204/index.html',
    '/list.shtml',
    '/tag/5g/',
    '/about-us/',
    '/login.html',
    '/list/27',
  ])('no article: %s', (path) => {
    expect(likeness(path)).toBeLessThan(0);
  });
});

describe('forms of addresses', () => {
  it('are shared by the links of a list', () => {
    const shape = (path: string) => urlShape(new URL(path, 'https://a.test/'));
    expect(shape('/xw/202405/t20240516_1.html')).toBe(shape('/xw/202311/t20231101_987.html'));
    expect(shape('/spip.php?article841')).toBe(shape('/spip.php?article838'));
    expect(shape('/news/fibre-deal')).toBe(shape('/news/new-towers-in-the-valley'));
    expect(shape('/xw/202405/t20240516_1.html')).not.toBe(shape('/xw/index.html'));
  });

  it('name a column up to the first dated folder', () => {
    expect(columnOf('https://a.test/zwgk/xwdt/202405/t1.html')).toBe('a.test/zwgk/xwdt');
  });

  it('tell pictures, programs and templates left in', () => {
    expect(
      ['/a.jpg', '/app.apk', '/{{item.url}}'].map((path) => isNoPage(new URL(path, 'https://a.test/'))),
    ).toEqual([true, true, true]);
    expect(isNoPage(new URL('https://a.test/notice.pdf'))).toBe(false);
  });
});
