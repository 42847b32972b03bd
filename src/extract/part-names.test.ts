import { describe, expect, it } from 'vitest';
import { nameWords, partKind } from './part-names.ts';

describe('partKind', () => {
  it('splits names into words', () => {
    expect(nameWords('relatedNews top-ad header_2')).toEqual(['related', 'news', 'top', 'ad', 'header', '2']);
  });

  it('tells the words of others from what holds no text, and both from the rest', () => {
    expect(
      ['comment-list', 'relatedNews', 'share-bar', 'header', 'download', 'article-body'].map(partKind),
    ).toEqual(['foreign', 'foreign', 'aside', 'plain', 'plain', 'plain']);
  });

  it('does not read what a post is filed under, nor the layout beside a class that says body', () => {
    expect(
      [
        'post-12 hentry tag-polls',
        'tag-polls',
        'articleBody -bottom-space',
        'row -bottom-space',
        'mod-gallery',
      ].map(partKind),
    ).toEqual(['plain', 'aside', 'plain', 'aside', 'foreign']);
  });

  it('takes an editing tool for no editor', () => {
    expect(['editor', 'TRS_Editor', 'editor-content', 'TRS_UEDITOR trs_web'].map(partKind)).toEqual([
      'aside',
      'plain',
      'plain',
      'plain',
    ]);
  });
});
