import { afterAll, describe, expect, it } from 'vitest';
import { browserFetcher } from '../../src/adapters/crawlee/browser-fetcher.ts';
import { findChromium, missingSentence } from '../../src/adapters/crawlee/find-chromium.ts';
import { launchChromium } from '../../src/adapters/crawlee/launch-chromium.ts';
import { Tabs } from '../../src/adapters/crawlee/tabs.ts';
import { guardedProxy } from '../../src/adapters/guard/guarded-proxy.ts';
import { guard } from './site.ts';

const proxy = await guardedProxy(guard);
const path = (await findChromium(null)) ?? '';
let launched = 0;
const tabs = new Tabs(
  () => {
    launched += 1;
    return launchChromium(path, proxy);
  },
  (browser) => browser.newContext(),
  { tabPages: 3, browserPages: 7, idleMs: 60_000 },
);
afterAll(async () => {
  await tabs.close();
  await proxy.close();
});

describe('tabs', () => {
  it('are used again, recycled when worn, and dropped when they crash or the browser dies', async () => {
    const first = await tabs.take('a.test');
    await tabs.give(first);
    expect(await tabs.take('a.test')).toBe(first);
    await tabs.give(first);
    expect(await tabs.take('b.test')).toBe(first);
    await tabs.give(first); // three pages: worn

    const second = await tabs.take('a.test');
    expect(second).not.toBe(first);
    expect(second.browser).toBe(first.browser);
    await second.page.goto('chrome://crash').catch(() => undefined);
    await expect.poll(() => second.broken).toBe(true);
    await tabs.give(second);

    const third = await tabs.take('a.test');
    expect(third.browser).toBe(first.browser);
    await third.browser.close();
    await tabs.give(third);
    const fourth = await tabs.take('a.test');
    expect(fourth.browser).not.toBe(first.browser);
    expect(launched).toBe(2);
    await tabs.give(fourth);
  });

  it('forget cookies when the host changes, and take a new browser after its share of pages', async () => {
    const tab = await tabs.take('a.test');
    const browser = tab.browser;
    await tab.context.addCookies([{ name: 'x', value: '1', url: 'http://a.test/' }]);
    await tabs.give(tab);
    const same = await tabs.take('a.test');
    expect(await same.context.cookies()).toHaveLength(1);
    await tabs.give(same); // the third page of this tab
    for (const host of ['c.test', 'd.test', 'e.test']) {
      const next = await tabs.take(host);
      expect(await next.context.cookies()).toEqual([]);
      await next.context.addCookies([{ name: 'x', value: '1', url: `http://${host}/` }]);
      await tabs.give(next);
    }
    const last = await tabs.take('f.test');
    await tabs.give(last); // the seventh page of this browser
    const fresh = await tabs.take('f.test');
    expect(fresh.browser).not.toBe(browser);
    expect(browser.isConnected()).toBe(false);
    await tabs.give(fresh);
  });
});

describe('an idle browser', () => {
  it('is closed, and started again when it is needed', async () => {
    let started = 0;
    const own = new Tabs(
      () => {
        started += 1;
        return launchChromium(path, proxy);
      },
      (browser) => browser.newContext(),
      { tabPages: 9, browserPages: 9, idleMs: 1 },
    );
    const tab = await own.take('a.test');
    const gone = new Promise<void>((done) => tab.browser.on('disconnected', () => done()));
    await own.give(tab);
    await gone;
    expect((await own.take('a.test')).browser).not.toBe(tab.browser);
    expect(started).toBe(2);
    await own.close();
  });
});

describe('a machine without a browser', () => {
  it('gets the command that installs one', async () => {
    expect(await findChromium('/no/such/file')).toBeNull();
    expect(missingSentence(null)).toBe('no Chromium was found: run npm run setup -- --browser');
    const none = browserFetcher({ guard, chromiumPath: '/no/such/file', userAgent: 'x' });
    expect(await none.missing()).toContain('npm run setup -- --browser');
    const asked = none.fetch({ url: 'http://127.64.0.1/', headers: {}, maxBytes: 1, timeoutMs: 100 });
    await expect(asked).rejects.toMatchObject({
      outcome: 'network',
      fate: 'never',
      reason: 'CHROMIUM_PATH is /no/such/file, which cannot be run: run npm run setup -- --browser',
    });
    await none.close();
  });
});
