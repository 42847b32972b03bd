import { describe, expect, it } from 'vitest';
import { canonicalize } from './canonicalize.ts';

describe('profile whatwg', () => {
  it('is what URL does, with a base', () => {
    const whatwg = (url: string, base: string | null = null): string | null =>
      canonicalize(url, { base, profile: 'whatwg' });
    expect(whatwg('../a?b=1#c', 'https://x.test/d/e')).toBe('https://x.test/a?b=1#c');
    expect(whatwg('mailto:a@b.test')).toBe('mailto:a@b.test');
    expect(whatwg('//x')).toBeNull();
  });
});

describe('profile dedup', () => {
  const same: [string, string, string][] = [
    ['default port, host case, closing dot', 'HTTP://Www.A.test.:80/x', 'http://www.a.test/x'],
    ['fragment', 'http://a.test/x#comments', 'http://a.test/x'],
    ['user and password', 'http://u:p@a.test/x', 'http://a.test/x'],
    ['escapes', 'http://a.test/%7euser/%e8%a6?q=%41%', 'http://a.test/~user/%E8%A6?q=A%25'],
    ['campaign', 'http://a.test/x?utm_source=m&id=7&utm_medium=n&fbclid=z', 'http://a.test/x?id=7'],
    ['share marks', 'http://a.test/x.html?from=timeline&isappinstalled=0', 'http://a.test/x.html'],
    ['template marks', 'http://a.test/art_1_2.html?xxgkhide=1&spm=zm1.2', 'http://a.test/art_1_2.html'],
    ['session in path', 'http://a.test/x.do;jsessionid=0A1B?id=7', 'http://a.test/x.do?id=7'],
    ['session in query', 'http://a.test/x?PHPSESSID=abc&id=7', 'http://a.test/x?id=7'],
    ['session of sid', 'http://a.test/x?sid=0123456789abcdef0123&id=7', 'http://a.test/x?id=7'],
    ['ASP.NET session', 'http://a.test/(S(4hqa0555fwsecu455xqckv45))/x.aspx', 'http://a.test/x.aspx'],
    ['cache buster', 'http://a.test/x?_=1700000000000&id=7', 'http://a.test/x?id=7'],
    ['order and empties', 'http://a.test/x?&b=2&&a=1', 'http://a.test/x?a=1&b=2'],
    ['doubled slash', 'http://a.test/xw/gj//201901/t1.html', 'http://a.test/xw/gj/201901/t1.html'],
    ['app page', 'http://a.test/t20240102_123_app.html', 'http://a.test/t20240102_123.html'],
    ['elder page', 'http://a.test/t20240102_123_senior.shtml', 'http://a.test/t20240102_123.shtml'],
    ['mobile post', 'http://a.test/news/mpost_4155234.html', 'http://a.test/news/post_4155234.html'],
    [
      'wap host',
      'http://wap.a.gov.cn/n1/c2588020/content.html',
      'http://www.a.gov.cn/n1/c2588020/content.html',
    ],
    [
      'mobile host of a channel',
      'http://m.jl.a.com.cn/2024/0508/1.html',
      'http://m.jl.a.com.cn/2024/0508/1.html',
    ],
    ['mobile host, channel, id', 'http://m.jl.a.com.cn/c349771-1.html', 'http://jl.a.com.cn/c349771-1.html'],
    [
      'mobile host with a slug',
      'https://m.a.test/city-signs-5g-deal-today',
      'https://www.a.test/city-signs-5g-deal-today',
    ],
    [
      'traditional path',
      'http://jl.a.com.cn/BIG5/n2/2024/0508/c1-2.html',
      'http://jl.a.com.cn/n2/2024/0508/c1-2.html',
    ],
    ['traditional path, old', 'http://a.com.cn/BIG5/14677/1.html', 'http://a.com.cn/GB/14677/1.html'],
    ['traditional gateway', 'http://big5.a.cn/gate/big5/www.a.cn/x/1.htm', 'http://www.a.cn/x/1.htm'],
    ['amp page', 'https://a.test/2024/01/02/city-signs/amp/', 'https://a.test/2024/01/02/city-signs/'],
    [
      'press release variants',
      'http://a.test/PressReleaseIframePage.aspx?PRID=2012345&reg=3&lang=1',
      'http://a.test/PressReleasePage.aspx?PRID=2012345',
    ],
  ];
  it.each(same)('%s', (_, given, expected) => {
    expect(canonicalize(given)).toBe(expected);
    expect(canonicalize(expected)).toBe(expected);
  });

  const different: [string, string, string][] = [
    ['pages of an article', 'http://a.test/n2/c1-9.html', 'http://a.test/n2/c1-9-2.html'],
    ['ids in a query', 'http://a.test/x?id=7', 'http://a.test/x?id=8'],
    ['sid as a number', 'http://a.test/x?sid=7', 'http://a.test/x?sid=8'],
    ['from as a place', 'http://a.test/x?from=beijing', 'http://a.test/x?from=xining'],
    ['letter case of a path', 'http://a.test/A', 'http://a.test/a'],
    ['routes behind a hash', 'http://a.test/#/detail?id=1', 'http://a.test/#/detail?id=2'],
    ['mobile and ordinary front page', 'http://m.a.test/', 'http://www.a.test/'],
    ['short mobile paths', 'http://m.a.test/news/1', 'http://www.a.test/news/1'],
    ['lang of a page', 'http://a.test/x?id=7&lang=en', 'http://a.test/x?id=7&lang=zh'],
    ['section named app', 'http://a.test/news_app.html', 'http://a.test/news.html'],
    ['with and without www', 'http://a.test/x', 'http://www.a.test/x'],
    ['schemes', 'http://a.test/x', 'https://a.test/x'],
    ['encoded and bare slash', 'http://a.test/a%2Fb', 'http://a.test/a/b'],
  ];
  it.each(different)('keeps apart: %s', (_, one, other) => {
    expect(canonicalize(one)).not.toBe(canonicalize(other));
  });

  it('keeps an address inside a path whole', () => {
    expect(canonicalize('http://a.test/web/2019/http://b.test//c')).toBe(
      'http://a.test/web/2019/http://b.test/c',
    );
  });

  it('gives null for what is no web address', () => {
    for (const url of [
      '',
      'x/y',
      'javascript:void(0)',
      'mailto:a@b.test',
      'ftp://a.test/',
      'http://../a',
      'http://a b/',
    ]) {
      expect(canonicalize(url)).toBeNull();
    }
    expect(canonicalize(`http://a.test/${'x'.repeat(20_000)}`)).toBeNull();
  });

  it('resolves against a base', () => {
    expect(canonicalize('./t1.html#top', { base: 'http://a.test/b/c/' })).toBe('http://a.test/b/c/t1.html');
  });
});

describe('hostile addresses', () => {
  it('cost no more than their length', () => {
    const started = performance.now();
    for (const unit of ['<', '%', '/', ';sid=', 'a-', '&a=b', '(a(', '1_app.', '/amp']) {
      canonicalize(`http://m.a.test/${unit.repeat(16_000 / unit.length)}?x`);
    }
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('declared moves', () => {
  const moves = [
    { from: 'old.test', to: 'new.test' },
    { from: 'mirror.test/m/', to: 'regional.test/' },
    { from: 'short.test', to: 'short.test.cn' },
    { from: 'bare.test', to: 'www.bare.test' },
  ];
  it('carry host, subdomains and path prefix along', () => {
    const move = (url: string): string | null => canonicalize(url, { moves });
    expect(move('http://old.test/a?b=1')).toBe('http://new.test/a?b=1');
    expect(move('http://news.old.test/a')).toBe('http://news.new.test/a');
    expect(move('http://notold.test/a')).toBe('http://notold.test/a');
    expect(move('http://mirror.test/m/a/1.html')).toBe('http://regional.test/a/1.html');
    expect(move('http://mirror.test/a/1.html')).toBe('http://mirror.test/a/1.html');
    expect(move('http://bare.test/a')).toBe('http://www.bare.test/a');
    expect(move('http://www.bare.test/a')).toBe('http://www.bare.test/a');
    expect(move('http://www.short.test.cn/a')).toBe('http://www.short.test.cn/a');
  });
});
