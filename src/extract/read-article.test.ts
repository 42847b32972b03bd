import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseMarkup } from '../markup/parse.ts';
import { SelectorError } from '../markup/select.ts';
import { readArticle } from './read-article.ts';

function fixture(name: string) {
  const path = new URL(`../../test/fixtures/extract/${name}`, import.meta.url);
  return parseMarkup(readFileSync(path, 'utf8'));
}

describe('a government page', () => {
  const url = 'https://www.example.test/a/202603/t20260305_1234.html';
  const { article } = readArticle({ url, document: fixture('government.html') });

  it('gives the fields as a reader sees them', () => {
    expect(article).toMatchObject({
      title: '青河省与远通公司签署数字经济合作协议',
      published: '2026-03-05T16:20:00+08:00',
      publishedPrecision: 'minute',
      publisher: '青河日报',
      author: '林晓',
      language: 'zh-Hans',
    });
  });

  it('gives the paragraphs and nothing around them', () => {
    expect(article.body?.split('\n').map((line) => line.slice(0, 10))).toEqual([
      '本报讯（记者 林晓）',
      '根据协议，远通通信集',
      '一、重点任务',
      '省政府负责人表示，将',
    ]);
  });

  it('keeps the losing witnesses, and the build time among them', () => {
    expect(article.provenance.published).toMatchObject({ from: 'date label' });
    expect(article.provenance.published?.agreed).toEqual(expect.arrayContaining(['pubdate', 'URL']));
    expect(article.provenance.published?.disagreed.map(({ from }) => from)).toContain('maketime');
    expect(article.provenance.title?.agreed).toContain('ArticleTitle');
  });
});

describe('an English newsroom page', () => {
  const { article } = readArticle({
    url: 'https://post.example.test/fibre',
    document: fixture('english.html'),
  });

  it('gives the fields', () => {
    expect(article).toMatchObject({
      title: 'Harbour City signs fibre agreement with Northlink',
      publisher: 'The Harbour Post',
      author: 'Mary Dune',
      language: 'en',
    });
    expect(article.published).toMatch(/^2025-11-03/);
  });

  it('leaves captions, related stories and newsletters out', () => {
    expect(article.body?.split('\n').map((line) => line.slice(0, 16))).toEqual([
      'The city of Harb',
      'Under the agreem',
      'What comes next',
      'Work starts in J',
    ]);
  });
});

describe('selectors of the operator', () => {
  const page = '<h1>A</h1><p class="t">Title B</p><i>2024-02-03</i><div id="b"><p>one</p><p>two</p></div>';
  const url = 'https://example.test/';

  it('overrule what is found', () => {
    const selectors = { title: '.t', published: 'i', body: '#b' };
    const { article } = readArticle({ url, document: parseMarkup(page), selectors });
    expect(article).toMatchObject({ title: 'Title B', published: '2024-02-03', body: 'one\ntwo' });
  });

  it('are refused by name when they are none', () => {
    expect(() => readArticle({ url, document: parseMarkup(page), selectors: { body: 'p[' } })).toThrow(
      SelectorError,
    );
  });
});
