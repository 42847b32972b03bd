import { describe, expect, it } from 'vitest';
import type { ListRequest } from '../domain/listing.ts';
import { followingRequest } from './following.ts';

const get = (url: string): ListRequest => ({ url, method: 'GET', body: null });

function next(url: string, rows: number, total: number | null = null): string | undefined {
  return followingRequest(get(url), { rows, total })?.url;
}

describe('the next window', () => {
  it('moves a window of records on by its own size', () => {
    expect(next('http://a.test/p.jsp?startrecord=1&endrecord=54&perpage=18', 54)).toBe(
      'http://a.test/p.jsp?startrecord=55&endrecord=108&perpage=18',
    );
    expect(next('http://a.test/p.jsp?startrecord=1&endrecord=54&perpage=18', 54, 50)).toBeUndefined();
  });

  it('counts a page up, also inside paramJson, up to the total', () => {
    expect(next('http://a.test/gkmlpt/api/all/0?page=1&sid=2', 100, 250)).toContain('page=2');
    expect(next('http://a.test/gkmlpt/api/all/0?page=3&sid=2', 100, 250)).toBeUndefined();
    const unit = `http://a.test/unit?webId=1&paramJson=${encodeURIComponent('{"pageNo":1,"pageSize":15}')}`;
    expect(new URL(next(unit, 15) ?? '').searchParams.get('paramJson')).toBe('{"pageNo":2,"pageSize":15}');
  });

  it('goes back a month over the turn of the year', () => {
    expect(next('http://a.test/api/article/NewsByIndex/2/2020/01/news', 4)).toBe(
      'http://a.test/api/article/NewsByIndex/2/2019/12/news',
    );
  });

  it('counts in the body of a POST, form or JSON', () => {
    const form: ListRequest = { url: 'http://a.test/s.jsp', method: 'POST', body: 'area=1&currpage=2' };
    expect(followingRequest(form, { rows: 10, total: null })?.body).toBe('area=1&currpage=3');
    const json: ListRequest = { ...form, body: '{"pageIndex":0,"pageSize":15}' };
    expect(followingRequest(json, { rows: 15, total: 40 })?.body).toBe('{"pageIndex":1,"pageSize":15}');
    expect(followingRequest(json, { rows: 15, total: 15 })).toBeNull();
  });

  it('ends with an empty window and where nothing counts', () => {
    expect(next('http://a.test/x?page=9', 0)).toBeUndefined();
    expect(next('http://a.test/list.json', 20)).toBeUndefined();
  });
});
