/** The pages in a real Chromium: nothing overflows, everything has a name, the keyboard reaches it, colours can be read. */
import { type ServerType, serve } from '@hono/node-server';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../src/adapters/crawlee/find-chromium.ts';
import { createWeb } from '../../src/web/create-web.ts';
import { fakeHealth, fakeQueries, NOW, world } from './fake-queries.ts';

let server: ServerType;
let browser: Browser;
let base: string;

beforeAll(async () => {
  const long = world();
  // What breaks layouts: words without a place to break, and very long names.
  const [first] = long.agreements;
  if (first) {
    first.governments = [
      { name: `Government of ${'Llanfairpwllgwyngyll'.repeat(6)}`, region: 'GB-WLS', city: null },
    ];
    first.reports.push({
      url: `http://a.example/${'x'.repeat(300)}`,
      title: null,
      published: null,
      source: null,
    });
  }
  const app = createWeb({ queries: fakeQueries(long), health: fakeHealth, token: null, now: () => NOW });
  base = await new Promise((done) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      done(`http://127.0.0.1:${port}`),
    );
  });
  browser = await chromium.launch({ executablePath: (await findChromium(null)) ?? '' });
});
afterAll(async () => {
  await browser.close();
  server.close();
});

const PATHS = [
  '/',
  '/agreements',
  '/agreements/agr-yunling',
  '/articles',
  '/explain?url=http%3A%2F%2Fnews.example%2F2026%2F1.html',
  '/sources',
  '/nope',
];

async function open(
  path: string,
  width: number,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage({
    viewport: { width, height: 800 },
    colorScheme,
    reducedMotion: 'reduce',
  });
  const complaints: string[] = [];
  page.on(
    'console',
    (message) =>
      message.type() === 'error' && !message.text().includes('404') && complaints.push(message.text()),
  );
  await page.goto(base + path);
  return { page, complaints };
}

describe.each(PATHS)('%s', (path) => {
  it.each([390, 1280])('fits into %i pixels and keeps to the policy', async (width) => {
    const { page, complaints } = await open(path, width);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('has landmarks, one title, names for its controls, and headings in order', async () => {
    const { page } = await open(path, 1280);
    expect(await page.getByRole('main').count()).toBe(1);
    expect(await page.getByRole('banner').count()).toBe(1);
    expect(await page.getByRole('contentinfo').count()).toBe(1);
    expect(await page.getByRole('navigation', { name: 'Main' }).count()).toBe(1);
    const levels: number[] = await page.evaluate(
      `[...document.querySelectorAll('h1,h2,h3,h4')].map((h) => Number(h.tagName[1]))`,
    );
    expect(levels[0]).toBe(1);
    expect(levels.every((level, i) => level <= (levels[i - 1] ?? 1) + 1)).toBe(true);
    expect(
      await page.evaluate(
        `[...document.querySelectorAll('input:not([type=hidden]),select')].every((one) => one.labels.length === 1)`,
      ),
    ).toBe(true);
    expect(await page.evaluate(`[...document.querySelectorAll('table')].every((one) => one.caption)`)).toBe(
      true,
    );
    expect(
      await page.evaluate(
        `[...document.querySelectorAll('a')].every((one) => one.textContent.trim() !== '')`,
      ),
    ).toBe(true);
    expect(
      await page.evaluate(
        `new Set([...document.querySelectorAll('[id]')].map((one) => one.id)).size === document.querySelectorAll('[id]').length`,
      ),
    ).toBe(true);
    await page.close();
  });

  it.each(['light', 'dark'] as const)('can be read in %s: contrast of 4.5 and more', async (scheme) => {
    const { page } = await open(path, 1280, scheme);
    expect(await page.evaluate(CONTRASTS)).toEqual([]);
    await page.close();
  });
});

describe('the keyboard', () => {
  it('skips to the content first, and shows where it is', async () => {
    const { page } = await open('/agreements', 1280);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to content');
    expect(await page.evaluate('document.activeElement.getBoundingClientRect().top')).toBeGreaterThanOrEqual(
      0,
    );
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.id')).toBe('q');
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    await page.close();
  });

  it('searches and follows evidence without a script', async () => {
    const { page } = await open('/agreements', 390);
    await page.getByLabel('Words').fill('数字云岭');
    await page.getByLabel('Words').press('Enter');
    await page.getByRole('link', { name: /with China Telecom/ }).click();
    await page.getByRole('link', { name: '中国电信将在云岭投入不少于100亿元' }).press('Enter');
    const mark = page.locator('mark.on-amounts');
    expect(await mark.evaluate((one) => getComputedStyle(one).outlineStyle)).toBe('solid');
    await expect.poll(() => mark.evaluate((one) => one.getBoundingClientRect().top)).toBeLessThan(800);
    await page.close();
  });
});

/** Texts whose contrast with what lies behind them is under WCAG's 4.5 (3 for large text), as `text: ratio`. */
const CONTRASTS = `(() => {
  const parse = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (node) => {
    for (let one = node; one; one = one.parentElement) {
      const color = parse(getComputedStyle(one).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const bad = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    if (walker.currentNode.data.trim() === '' || node.closest('svg, .hidden, option')) continue;
    const style = getComputedStyle(node);
    const [a, b] = [light(parse(style.color)), light(behind(node))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < (parseFloat(style.fontSize) >= 24 ? 3 : 4.5)) bad.push(walker.currentNode.data.trim().slice(0, 30) + ': ' + ratio.toFixed(2));
  }
  return bad;
})()`;
