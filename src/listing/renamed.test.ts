import { describe, expect, it } from 'vitest';
import { renamedLinks, wordingsOf } from './renamed.ts';

const shown = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => ({
    title: `第${from + i}号工作通报`,
    published: '2026-03-01',
    url: `http://a.test/${from + i}`,
  }));

describe('links under new addresses', () => {
  it('are known by title and date', () => {
    expect(renamedLinks(shown(20), wordingsOf(shown(20)))).toHaveLength(20);
  });

  it('leave the news between them alone', () => {
    const news = shown(3, 100);
    const found = renamedLinks([...news, ...shown(17)], wordingsOf(shown(20)));
    expect(found).toEqual(shown(17));
  });

  it('are not taken for such when they are few, or most of the list is new', () => {
    expect(renamedLinks(shown(4), wordingsOf(shown(20)))).toEqual([]);
    expect(renamedLinks([...shown(20, 100), ...shown(6)], wordingsOf(shown(20)))).toEqual([]);
  });

  it('need a title, and the same date', () => {
    const untitled = shown(9).map((link) => ({ ...link, title: null }));
    expect(renamedLinks(untitled, wordingsOf(untitled))).toEqual([]);
    const weekly = shown(9).map((link) => ({ ...link, published: '2026-03-08' }));
    expect(renamedLinks(weekly, wordingsOf(shown(9)))).toEqual([]);
  });

  it('are remembered within bounds', () => {
    expect(wordingsOf(shown(5_000)).length).toBeLessThanOrEqual(200);
  });
});
