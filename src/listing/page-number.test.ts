import { describe, expect, it } from 'vitest';
import { nextByQuery, pageNumber, probePages } from './page-number.ts';

describe('pageNumber', () => {
  it.each([
    ['https://a.test/list?page=3', 3],
    ['https://a.test/list?cat=7&PageIndex=4', 4],
    ['https://a.test/news/page/12/', 12],
    ['https://a.test/xw/index_2.html', 2],
    ['https://a.test/GB/381223/index3.html', 3],
    ['https://a.test/zwyw/87.htm', null],
    ['https://a.test/list/87.htm', 87],
    ['https://a.test/news/', null],
    ['https://a.test/list?id=30', null],
  ])('%s', (url, number) => {
    expect(pageNumber(url)).toBe(number);
  });
});

describe('nextByQuery', () => {
  it('counts the page up and leaves the rest', () => {
    expect(nextByQuery('https://a.test/b?x=1&page=2&fix=0')).toBe('https://a.test/b?x=1&page=3&fix=0');
    expect(nextByQuery('https://a.test/b?x=1')).toBeNull();
  });
});

describe('probePages', () => {
  it('tries the forms of static lists, the stem’s own first', () => {
    expect(probePages('http://a.test/xw/list.shtml', 2)).toEqual([
      'http://a.test/xw/list_1.shtml',
      'http://a.test/xw/list_2.shtml',
      'http://a.test/xw/index_1.html',
      'http://a.test/xw/index_2.html',
    ]);
    expect(probePages('http://a.test/class/YW/', 2)).toContain('http://a.test/class/YW/2');
    expect(probePages('no address', 2)).toEqual([]);
  });
});
