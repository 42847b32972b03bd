import { describe, expect, it } from 'vitest';
import type { Article } from '../domain/article.ts';
import { judgeReading, UNTOLD } from './judge-reading.ts';

const article: Article = {
  title: '题',
  published: null,
  publishedPrecision: null,
  publisher: null,
  author: null,
  language: null,
  body: '字'.repeat(40),
  provenance: {},
};

describe('judgeReading', () => {
  it('wants 40 Han characters or 120 other letters', () => {
    expect(judgeReading(article, null)).toBe('ok');
    expect(judgeReading({ ...article, body: '字'.repeat(39) }, null)).toBe('empty');
    expect(judgeReading({ ...article, body: 'a'.repeat(120) }, null)).toBe('ok');
    expect(judgeReading({ ...article, body: 'a'.repeat(119) }, null)).toBe('empty');
    expect(judgeReading({ ...article, body: null }, null)).toBe('empty');
  });

  it('takes an attachment for a body', () => {
    expect(judgeReading({ ...article, body: null }, 'https://example.test/a.pdf')).toBe('ok');
  });

  it('says when text is there that cannot be told apart', () => {
    expect(judgeReading({ ...article, title: null }, null)).toBe('unexpected_structure');
    const body = { from: UNTOLD, agreed: [], disagreed: [] };
    expect(judgeReading({ ...article, body: null, provenance: { body } }, null)).toBe('unexpected_structure');
  });
});
