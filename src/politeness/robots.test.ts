import { describe, expect, it } from 'vitest';
import { judge, parseRobots, ROBOTS_CAP } from './robots.ts';

const allowed = (robots: string, url: string, agent = 'pactwire'): boolean =>
  judge(parseRobots(robots), agent, url).allowed;

describe('groups', () => {
  const robots = [
    'User-agent: *',
    'Disallow: /all/',
    'User-agent: otherbot',
    'User-agent: Pactwire',
    'Sitemap: /map.xml',
    'Disallow: /ours/',
    'Crawl-delay: 4',
    '',
    'User-agent: pactwire',
    'Disallow: /more/',
    'Crawl-delay: 2.5',
  ].join('\r\n');

  it('takes the agent’s own groups together and leaves the star group out', () => {
    expect(allowed(robots, 'http://a.test/ours/x')).toBe(false);
    expect(allowed(robots, 'http://a.test/more/x')).toBe(false);
    expect(allowed(robots, 'http://a.test/all/x')).toBe(true);
    expect(allowed(robots, 'http://a.test/all/x', 'somebody')).toBe(false);
  });

  it('reads the product token out of a whole User-Agent string', () => {
    expect(allowed(robots, '/ours/x', 'Pactwire/0.1 (+https://example.org/bot)')).toBe(false);
    expect(allowed(robots, '/ours/x', 'pactwirex')).toBe(true);
  });

  it('gives the longest crawl-delay of the group, the deciding line and the sitemaps', () => {
    const rules = parseRobots(robots);
    expect(judge(rules, 'pactwire', '/ours/')).toEqual({
      allowed: false,
      crawlDelaySeconds: 4,
      rule: 'Disallow: /ours/',
    });
    expect(judge(rules, 'nobody', '/x')).toEqual({ allowed: true, crawlDelaySeconds: null, rule: null });
    expect(rules.sitemaps).toEqual(['/map.xml']);
  });

  it('refuses delays that are no number', () => {
    const rules = parseRobots('user-agent: *\ncrawl-delay: 1.2.1\ncrawl-delay: soon\ncrawl-delay: -4');
    expect(judge(rules, 'a', '/').crawlDelaySeconds).toBeNull();
  });
});

describe('patterns', () => {
  it('prefers the longest, and allow in a tie', () => {
    expect(allowed('user-agent: *\nallow: /a\ndisallow: /*.htm', '/a.htm')).toBe(false);
    expect(allowed('user-agent: *\ndisallow: /a\nallow: /a', '/a')).toBe(true);
    expect(allowed('user-agent: *\ndisallow: /a/b\nallow: /a', '/a/bc')).toBe(false);
  });

  it('knows the star and the closing dollar', () => {
    const robots = 'user-agent: *\ndisallow: /*/print$\ndisallow: /x*y*z\ndisallow: /$';
    expect(allowed(robots, '/news/print')).toBe(false);
    expect(allowed(robots, '/news/print/')).toBe(true);
    expect(allowed(robots, '/x-z-y')).toBe(true);
    expect(allowed(robots, '/x-y-z-')).toBe(false);
    expect(allowed(robots, 'http://a.test')).toBe(false);
    expect(allowed(robots, 'http://a.test/more')).toBe(true);
  });

  it('does not let the end overlap what a star has used', () => {
    expect(allowed('user-agent: *\ndisallow: /ab*bc$', '/abc')).toBe(true);
    expect(allowed('user-agent: *\ndisallow: /ab*bc$', '/abbc')).toBe(false);
  });

  it('compares octets beyond ASCII in their encoded form, and an unencoded URL both ways', () => {
    const robots = 'user-agent: *\ndisallow: /要闻';
    expect(allowed(robots, '/%E8%A6%81%E9%97%BB/1')).toBe(false);
    expect(allowed(robots, '/%e8%a6%81%e9%97%bb/1')).toBe(false);
    expect(allowed(robots, '/要闻/1')).toBe(false);
    expect(allowed('user-agent: *\ndisallow: /\nallow: /要闻', '/要闻')).toBe(false);
  });

  it('stays linear on a pattern made of stars', () => {
    const robots = `user-agent: *\ndisallow: /${'a*'.repeat(2_000)}b$`;
    const started = performance.now();
    expect(allowed(robots, `/${'a'.repeat(8_000)}`)).toBe(true);
    expect(performance.now() - started).toBeLessThan(200);
  });
});

describe('broken files', () => {
  it('reads through marks, comments, missing and full-width colons, misspelling', () => {
    expect(allowed('\ufeffUser-agent: * # all\nDisallow: /a # here', '/a')).toBe(false);
    expect(allowed('user-agent *\ndisallow /a', '/a')).toBe(false);
    expect(allowed('User-agent：*\nDisallow：/a', '/a')).toBe(false);
    expect(allowed('useragent: *\ndisalow: /a', '/a')).toBe(false);
    expect(allowed('User-agent: *\rDisallow: /a', '/a')).toBe(false);
  });

  it('takes an HTML page for no rules', () => {
    expect(parseRobots('<html><body>404 disallow: /</body></html>').groups).toEqual([]);
  });

  it('always allows the file itself', () => {
    expect(allowed('user-agent: *\ndisallow: /', 'https://a.test/robots.txt')).toBe(true);
  });

  it('stops at the cap without using half a line', () => {
    const filler = '# filler\n'.repeat(ROBOTS_CAP / 9 - 3);
    const robots = `user-agent: *\ndisallow: /early\n${filler}disallow: /${'long'.repeat(40)}`;
    expect(robots.length).toBeGreaterThan(ROBOTS_CAP);
    expect(allowed(robots, '/early')).toBe(false);
    expect(allowed(robots, '/longlonglong')).toBe(true);
  });
});
