import { describe, expect, it } from 'vitest';
import { parseMarkup } from '../markup/parse.ts';
import { followPages, joinPages } from './follow-pages.ts';
import { findAttachment } from './read-attachment.ts';

const URL_ONE = 'https://www.example.test/n2/2026/0305/c100-200.html';

describe('followPages', () => {
  const follow = (html: string, url = URL_ONE) => followPages(parseMarkup(html), url);

  it('takes numbered siblings of the address, in order and once', () => {
    const html =
      '<a href="c100-200-3.html">3</a><a href="c100-200-2.html">[2]</a><a href="c100-200-2.html">下一页</a>';
    expect(follow(html)).toEqual([
      'https://www.example.test/n2/2026/0305/c100-200-2.html',
      'https://www.example.test/n2/2026/0305/c100-200-3.html',
    ]);
  });

  it('leaves other articles and the pages before alone', () => {
    expect(
      follow('<a href="c100-201.html">2</a><a href="/n2/2026/0305/c100-200-2.html">相关报道二</a>'),
    ).toEqual([]);
    const third = 'https://www.example.test/n2/2026/0305/c100-200-3.html';
    expect(follow('<a href="c100-200-2.html">2</a><a href="c100-200-4.html">4</a>', third)).toEqual([
      'https://www.example.test/n2/2026/0305/c100-200-4.html',
    ]);
  });

  it('leaves the pages of the comments alone', () => {
    expect(follow('<div class="comment-list"><p><a href="c100-200-2.html">2</a></p></div>')).toEqual([]);
  });

  it('reads page parameters and paging that a script writes', () => {
    expect(follow('<a href="?id=7&page=2">Next</a>', 'https://example.test/a?id=7')).toEqual([
      'https://example.test/a?id=7&page=2',
    ]);
    const script = '<script>createPageHTML(3, 0, "t20260305_9", "html");</script>';
    expect(follow(script, 'https://example.test/x/t20260305_9.html')).toEqual([
      'https://example.test/x/t20260305_9_1.html',
      'https://example.test/x/t20260305_9_2.html',
    ]);
  });
});

describe('joinPages', () => {
  it('leaves out what a page repeats', () => {
    expect(joinPages(['a\nb\na', 'a\nc', 'b'])).toBe('a\nb\na\nc');
  });
});

describe('findAttachment', () => {
  const find = (html: string) => findAttachment(parseMarkup(html), 'https://example.test/a/b.html');

  it('prefers what the page shows to what it links', () => {
    const html = '<a href="P1.pdf">附件</a><iframe src="/pdfjs/web/viewer.html?file=/files/P2.pdf"></iframe>';
    expect(find(html)).toEqual({ url: 'https://example.test/files/P2.pdf', shown: true });
    expect(find('<a href="P1.pdf">附件</a>')).toEqual({ url: 'https://example.test/a/P1.pdf', shown: false });
    expect(find('<script>showVsbpdfIframe("/f/3.pdf","100%")</script>')?.url).toBe(
      'https://example.test/f/3.pdf',
    );
  });

  it('finds none where there is none', () => {
    expect(find('<a href="/about-pdf/">about .pdf files</a>')).toBeNull();
  });
});
