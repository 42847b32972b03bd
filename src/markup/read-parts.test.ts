import { describe, expect, it } from 'vitest';
import { anchors, baseOf } from './links.ts';
import { jsonLd, metaOf, metaTags, typesOf } from './meta.ts';
import { parseMarkup } from './parse.ts';
import { SelectorError, select } from './select.ts';
import { linesOf, textOf } from './text.ts';

describe('linesOf', () => {
  it('gives a paragraph a line, whatever the inline tags', () => {
    const page = parseMarkup('<div>甲<b>乙</b>\n丙<br>丁<p> 戊　&nbsp;己 </p>庚<script>x()</script></div>');
    expect(linesOf(page)).toEqual(['甲乙 丙', '丁', '戊 己', '庚']);
  });

  it('stops at its limit', () => {
    expect(textOf(parseMarkup(`<p>${'字'.repeat(500)}</p>`), 100)).toHaveLength(100);
  });

  it('reads 50,000 levels of nesting', () => {
    expect(textOf(parseMarkup(`${'<div>'.repeat(50_000)}深`))).toBe('深');
  });
});

describe('anchors', () => {
  it('are absolute against <base>, and null where no page lies behind', () => {
    const page = parseMarkup(
      '<base href="/news/"><a href="./a.html" title="whole">cut…</a><a href="javascript:void(0)">x</a>',
    );
    const found = anchors(page, baseOf(page, 'https://example.test/x/y.html'));
    expect(found.map(({ url, text, title }) => ({ url, text, title }))).toEqual([
      { url: 'https://example.test/news/a.html', text: 'cut…', title: 'whole' },
      { url: null, text: 'x', title: null },
    ]);
  });
});

describe('meta tags', () => {
  it('ignore case and empty contents, and keep repeats', () => {
    const tags = metaTags(
      parseMarkup(
        '<meta name="PubDate" content=""><meta name=pubdate content="2026-01-02 10:00"><meta NAME="PUBDATE" content=b>',
      ),
    );
    expect(tags.get('pubdate')).toEqual(['2026-01-02 10:00', 'b']);
    expect(metaOf(tags, 'firstpublishedtime', 'PubDate')).toBe('2026-01-02 10:00');
    expect(metaOf(tags, 'nothing')).toBeNull();
  });
});

describe('jsonLd', () => {
  it('flattens graphs, mends raw line breaks and passes over what is broken', () => {
    const page = parseMarkup(
      '<script type="application/ld+json">{broken</script>' +
        '<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"headline":"a\nb","author":{"@type":"Person"}}]};</script>',
    );
    const types = jsonLd(page).flatMap(typesOf);
    expect(types).toEqual(['NewsArticle', 'Person']);
  });
});

describe('select', () => {
  it('finds what an operator names, and says what is no selector', () => {
    const page = parseMarkup('<div id="a"><p class="x y">1</p><p>2</p></div>');
    expect(select(page, '#a > p.y, p:last-child').map((element) => textOf(element))).toEqual(['1', '2']);
    expect(() => select(page, 'p[')).toThrow(SelectorError);
  });
});
