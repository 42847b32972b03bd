import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFeed, readFeedFacts } from './feed.ts';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../test/fixtures/feeds/${name}`, import.meta.url), 'utf8');

describe('RSS 2.0', () => {
  const url = 'https://county.test/news/feed';
  it('gives links with titles and dates, in order, and the next page', () => {
    expect(readFeed(fixture('rss-2.0.xml'), url)).toEqual({
      kind: 'feed',
      links: [
        {
          url: 'https://county.test/news/2024/fibre-accord',
          title: 'County & carrier sign fibre accord',
          published: '2024-05-08T09:30:00+03:00',
        },
        {
          url: 'https://county.test/news/2024/roads',
          title: 'Road works ’til June',
          published: '2024-05-07',
        },
        { url: 'https://county.test/get?a=1&b=2', title: 'Broken & bare', published: null },
      ],
      next: 'https://county.test/news/feed?page=2',
      feeds: [],
    });
  });

  it('keeps entries without an address among the facts', () => {
    const facts = readFeedFacts(fixture('rss-2.0.xml'), url);
    expect(facts?.title).toBe('County news');
    expect(facts?.entries[2]).toEqual({
      link: null,
      title: 'A note without an address',
      published: null,
      updated: null,
    });
  });

  it('reads what a torn file still holds', () => {
    const torn = fixture('rss-2.0.xml').slice(0, 1_050);
    expect(readFeed(torn, url)?.links[0]?.title).toBe('County & carrier sign fibre accord');
  });
});

describe('Atom', () => {
  it('resolves xml:base, picks the page among the links, reads each kind of title', () => {
    const listing = readFeed(fixture('atom.xml'), 'https://elsewhere.test/feed');
    expect(listing?.links).toEqual([
      {
        url: 'https://operator.test/press/cloud.html',
        title: 'Cloud region opens',
        published: '2024-05-08T09:30:00+08:00',
      },
      {
        url: 'https://operator.test/marquee',
        title: 'What <marquee> was',
        published: '2024-05-01T00:00:00+00:00',
      },
    ]);
    expect(listing?.next).toBe('https://operator.test/press?page=2');
  });
});

describe('RDF', () => {
  it('takes the address from rdf:about and Chinese time for Chinese feeds', () => {
    expect(readFeed(fixture('rdf.xml'), 'http://press.test/rss')?.links).toEqual([
      { url: 'http://press.test/1', title: '两市签约', published: '2024-05-08T09:30:00+08:00' },
    ]);
  });
});

describe('JSON Feed', () => {
  it('reads items and passes over junk', () => {
    expect(readFeed(fixture('json-feed.json'), 'https://news.test/feed.json')).toEqual({
      kind: 'feed',
      links: [
        { url: 'https://news.test/a/1', title: 'First', published: '2024-05-08T09:30:00+02:00' },
        { url: 'https://news.test/a/2', title: null, published: '2024-05-07' },
      ],
      next: 'https://news.test/feed.json?page=2',
      feeds: [],
    });
  });

  it('leaves other JSON alone', () => {
    expect(readFeed('{"items": [{"url": "/a"}]}', 'https://a.test/')).toBeNull();
    expect(readFeed('{"items": [', 'https://a.test/')).toBeNull();
  });
});

describe('how often a feed wants to be read', () => {
  const paceOf = (channel: string) =>
    readFeed(`<rss version="2.0"><channel><title>a</title>${channel}</channel></rss>`, 'https://a.test/')
      ?.pace;
  it('is told by ttl, skipHours and skipDays, whatever their case', () => {
    const hours = '<skipHours><hour>24</hour><hour> 3 </hour><hour>3</hour><hour>99</hour></skipHours>';
    const days = '<skipDays><day>sunday</day><day>Funday</day></skipDays>';
    expect(paceOf(`<ttl>60</ttl>${hours}${days}`)).toEqual({
      ttlMinutes: 60,
      skipHours: [0, 3],
      skipDays: ['Sunday'],
    });
  });

  it('is absent where nothing is asked, or nothing that can be read', () => {
    expect(paceOf('')).toBeUndefined();
    expect(paceOf('<ttl>soon</ttl><skipHours><hour>x</hour></skipHours>')).toBeUndefined();
  });
});

describe('what is no feed', () => {
  it.each([
    '',
    'plain words',
    '<html><body><div class="feed"><rss></rss></div></body></html>',
    '<!doctype html><html><head><link rel="alternate" type="application/rss+xml"></head></html>',
    '<urlset><url><loc>https://a.test/</loc></url></urlset>',
  ])('%s', (text) => {
    expect(readFeed(text, 'https://a.test/')).toBeNull();
  });
});

describe('hostile feeds', () => {
  it('nest without end and are read all the same', () => {
    const deep = `<rss><channel>${'<item><title><b>'.repeat(100_000)}`;
    expect(readFeed(deep, 'https://a.test/')?.kind).toBe('feed');
    const title = `<rss><channel><item><link>https://a.test/1</link><title>${'&lt;b&gt;'.repeat(50_000)}x</title></item></channel></rss>`;
    expect(readFeed(title, 'https://a.test/')?.links).toHaveLength(1);
  });
});
