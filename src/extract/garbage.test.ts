/** Broken pages give an answer, soon: nothing throws, nothing takes seconds, whatever the bytes say. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseMarkup } from '../markup/parse.ts';
import { readArticle } from './read-article.ts';

const LIMIT_MS = 2_000;
const EIGHT_MB = 8 * 1024 * 1024;

const seeds = ['government.html', 'english.html'].map((name) =>
  readFileSync(new URL(`../../test/fixtures/extract/${name}`, import.meta.url), 'utf8'),
);

/** A small generator with a seed (mulberry32), so that a failure can be run again. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const MUTATIONS: ((page: string, random: () => number) => string)[] = [
  (page, random) => page.slice(0, Math.floor(random() * page.length)),
  (page, random) => page.slice(Math.floor(random() * page.length)),
  (page, random) => page.replace(/[<>"=/]/g, (mark) => (random() < 0.2 ? '' : mark)),
  (page, random) => page.replace(/./gu, (character) => (random() < 0.02 ? '\0' : character)),
  (page, random) => {
    const pieces = page.split(/(?=<)/);
    return pieces.toSorted(() => random() - 0.5).join('');
  },
  (page, random) => page.replaceAll('<p>', random() < 0.5 ? '<p><div><table><td>' : '<li><a href="x">'),
];

/** Time of the processor, not of the clock: the machine may be busy with other tests. */
function timed(html: string) {
  const start = process.cpuUsage();
  const reading = readArticle({ url: 'https://example.test/a/1.html', document: parseMarkup(html) });
  return { reading, ms: process.cpuUsage(start).user / 1_000 };
}

describe('mutated pages', () => {
  it('all give an article with every key', () => {
    const random = generator(7);
    for (let round = 0; round < 240; round++) {
      const seed = seeds[round % seeds.length] ?? '';
      const mutate = MUTATIONS[round % MUTATIONS.length];
      const { reading, ms } = timed(mutate?.(seed, random) ?? '');
      expect(Object.keys(reading.article)).toHaveLength(8);
      expect(ms).toBeLessThan(LIMIT_MS);
    }
  }, 60_000);
});

/** One unit repeated until the page has `size` characters. */
function filled(unit: string, size = EIGHT_MB): string {
  return unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
}

describe('pages made to be slow', () => {
  const pages: Record<string, () => string> = {
    'nested 100,000 deep': () => `${'<div class="a">'.repeat(100_000)}深${'</div>'.repeat(100_000)}`,
    'nested inline': () => '<b><i><span class="x">'.repeat(50_000),
    'one giant line': () => `<p>${filled('文字，')}`,
    'giant line in a link': () => `<a href="/x">${filled('word, ')}`,
    'many headings': () => filled('<h1>2024-01-02 title</h1>'),
    'many dates': () => filled('<p>发布时间：2024-01-02 来源：某报</p>'),
    'many links': () => filled('<a href="a_2.html">2</a>'),
    'many meta tags': () =>
      filled('<meta name="date1" content="2024-01-02"><meta name="date" content="2024">'),
    'many names': () => filled('<span id="a-comment-b" class="related news-x">x</span>'),
    'open attributes': () => filled('<p class="'),
    'open comments and entities': () => filled('<!-- &amp;&#x4e2d;&'),
    spaces: () => `<p>a${filled(' \u3000\n')}b</p>`,
    'nothing but NULs': () => filled('\0'),
    'a giant title': () => `<title>${filled('题_')}</title><p>文字，文字。</p>`,
    'a giant JSON-LD': () => `<script type="application/ld+json">${filled('[')}</script>`,
  };
  for (const [name, page] of Object.entries(pages)) {
    it(`${name}: answered within two seconds`, () => {
      const { reading, ms } = timed(page());
      expect(reading.article).toHaveProperty('body');
      expect(ms).toBeLessThan(LIMIT_MS);
    }, 60_000);
  }
});
