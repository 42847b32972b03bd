import { describe, expect, it } from 'vitest';
import { readUrlDate } from './url-date.ts';

describe('readUrlDate', () => {
  const addresses: [string, string | undefined][] = [
    ['http://a.test/xw/201607/t20160708_59313.html', '2016-07-08'],
    ['http://a.test/zwgk/system/2026/01/30/030091965.shtml', '2026-01-30'],
    ['http://a.test/n2/2022/0508/c349771-35258142.html', '2022-05-08'],
    ['http://a.test/gzdt/2010-01/28/content_1521256.htm', '2010-01-28'],
    ['http://a.test/art/2019/7/8/art_35_1.html', '2019-07-08'],
    ['http://a.test/20260708/5d0c.html', '2026-07-08'],
    ['https://a.test/news/2024-05-06-city-signs', '2024-05-06'],
    ['http://a.test/about/news/20190402c2.html', '2019-04-02'],
    ['http://a.test/2016/07/', '2016-07'],
    ['http://a.test/201607/content_20161340.htm', '2016-07'],
    ['http://a.test/2016/13/40/1.html', undefined],
    ['http://2016.07.08.test/index.html', undefined],
    ['http://a.test/article/35258142.html', undefined],
  ];
  it.each(addresses)('%s', (url, expected) => {
    expect(readUrlDate(url)?.date).toBe(expected);
  });
});
