import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { ServiceUnreachable } from '../../src/domain/failure.ts';
import type { Queries, SourceHistory } from '../../src/domain/queries.ts';
import { createWeb } from '../../src/web/create-web.ts';
import { emptyWorld, fakeHealth, fakeQueries, NOW, world } from './fake-queries.ts';

interface Settings {
  token?: string | null;
  queries?: Partial<Queries>;
  empty?: boolean;
  now?: () => Date;
}

function web({ token = null, queries = {}, empty = false, now = () => NOW }: Settings = {}): Hono {
  const all = { ...fakeQueries(empty ? emptyWorld() : world()), ...queries };
  return createWeb({ queries: all, health: fakeHealth, token, now });
}

const URL_1 = '/explain?url=http%3A%2F%2Fnews.example%2F2026%2F1.html';
const PAGES = ['/', '/agreements', '/agreements/agr-yunling', '/articles', URL_1, '/explain', '/sources'];
const body = async (app: Hono, path: string) => (await app.request(path)).text();
const json = async (app: Hono, path: string) => (await app.request(path)).json();

describe('every page', () => {
  it.each(PAGES)('answers at %s, with the headers that keep it safe', async (path) => {
    const response = await web().request(path);
    expect(response.status).toBe(200);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|script-src|\*/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    const text = await response.text();
    expect(text).not.toMatch(/<script|\sstyle=|\son[a-z]+=/i);
    expect(text.match(/<h1/g)).toHaveLength(1);
    expect(text).not.toMatch(/undefined|\[object|NaN|null/);
  });

  it.each(['/', '/agreements', '/articles', '/sources'])(
    'is friendly at %s while there is nothing',
    async (path) => {
      expect(await body(web({ empty: true }), path)).toMatch(
        /Nothing yet|No agreement yet|No article read yet/,
      );
    },
  );

  it('escapes what comes from outside', async () => {
    const evil = `<img src=x onerror="alert(1)"><script>'</script>`;
    const bad = world();
    for (const row of bad.agreements) {
      Object.assign(row, {
        document: evil,
        place: evil,
        topics: [evil],
        conflicts: [{ field: 'place', values: [evil] }],
      });
      row.governments[0] = { name: evil, region: evil, city: null };
      row.reports[0] = { url: `javascript:alert('${evil}')`, title: evil, published: evil, source: evil };
    }
    for (const row of bad.articles) {
      Object.assign(row, {
        title: evil,
        body: evil.repeat(20),
        publisher: evil,
        language: `"><script>`,
        published: evil,
      });
      row.report.reasons = [evil];
    }
    for (const source of bad.sources)
      Object.assign(source, { id: evil, name: evil, lastReason: evil, region: evil });
    const app = web({
      queries: {
        ...fakeQueries(bad),
        explain: async () => [{ at: evil, step: evil, decision: evil, reason: evil }],
      },
    });
    for (const path of [
      ...PAGES,
      `/agreements?q=${encodeURIComponent(evil)}&region=${encodeURIComponent(evil)}`,
      `/explain?url=${encodeURIComponent(evil)}`,
    ]) {
      const text = await body(app, path);
      expect(text).not.toMatch(/<script|<img src=x/i);
      expect(text).not.toContain('href="javascript:');
    }
  });

  it('names what is not there, and what failed, without its details', async () => {
    expect((await web().request('/nope')).status).toBe(404);
    expect((await web().request('/agreements/agr-nope')).status).toBe(404);
    const failing = (error: Error) => web({ queries: { sources: () => Promise.reject(error) } });
    const broken = await failing(new Error('secret detail')).request('/sources');
    expect([broken.status, await broken.text()]).toEqual([500, expect.not.stringContaining('secret detail')]);
    const away = await failing(new ServiceUnreachable('Postgres', 'host')).request('/api/sources');
    expect([away.status, await away.json()]).toEqual([
      503,
      { error: 'Not now: Postgres does not answer. Pactwire keeps trying.' },
    ]);
    expect(broken.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

describe('the agreement page', () => {
  it('marks each piece of evidence at its place and links every fact to it', async () => {
    const text = await body(web(), '/agreements/agr-yunling');
    expect(text).toContain(
      '<span id="e6" class="anchor"></span><mark class="on-amounts">中国电信将在云岭投入不少于100亿元</mark>',
    );
    expect(text).toContain('at least CNY 10 billion');
    expect(text).toMatch(/href="#e6"[^>]*><q>/);
    for (let i = 0; i < 13; i++) {
      expect(text).toContain(`id="e${i}"`);
      expect(text).toContain(`href="#e${i}"`);
    }
    expect(text).toContain('Some values conflict.');
    expect(text).toContain('100亿元</span> or <span lang="zh">110亿元');
  });

  it('leads from an alias to the key that stayed', async () => {
    const first = world().agreements[0] ?? null;
    const response = await web({ queries: { agreement: async () => first } }).request(
      '/agreements/agr-alias',
    );
    expect([response.status, response.headers.get('location')]).toEqual([302, '/agreements/agr-yunling']);
  });

  it('does without the article', async () => {
    expect(await body(web(), '/agreements/agr-0')).toContain('no longer kept');
  });
});

describe('explain', () => {
  it('asks by the identity of the URL', async () => {
    const asked: string[] = [];
    const explain = async (key: string) => {
      asked.push(key);
      return [];
    };
    const app = createWeb({
      queries: { ...fakeQueries(world()), explain },
      health: fakeHealth,
      token: null,
      now: () => NOW,
      keyOf: (url) => (url.includes('bad') ? null : url.replace('?utm=1', '')),
    });
    for (const url of ['http://a.example/?utm=1', 'urn:sha256:ab', 'bad']) {
      await app.request(`/explain?url=${encodeURIComponent(url)}`);
      await app.request(`/api/explain?url=${encodeURIComponent(url)}`);
    }
    expect(asked).toEqual([
      'http://a.example/',
      'http://a.example/',
      'urn:sha256:ab',
      'urn:sha256:ab',
      'bad',
      'bad',
    ]);
  });
});

describe('lists', () => {
  it('are narrowed and keep what was asked for', async () => {
    const text = await body(web(), '/agreements?topic=5G&q=%E5%8D%8F%E8%AE%AE&region=CN-SD');
    expect(text).toContain('海滨市人民政府');
    expect(text).not.toContain('href="/agreements/agr-yunling"');
    expect(text).toContain('value="协议"');
    expect(text).toMatch(/<option value="CN-SD" selected>/);
    expect(await body(web(), '/agreements?company=Nobody')).toContain('No agreement fits');
  });

  it('hold ten thousand sources a hundred at a time, by state and by words', async () => {
    const [one] = world().sources;
    const many = Array.from({ length: 10_000 }, (_, i) => ({
      ...one,
      id: `s-${i}`,
      name: `Source ${i}`,
      enabled: i % 10 !== 0,
    }));
    const app = web({ queries: { sources: async () => many as SourceHistory[] } });
    const first = await body(app, '/sources');
    expect(first.match(/<tr role="row" id=/g)).toHaveLength(100);
    expect(first).toContain('href="/sources?page=2"');
    expect(first).toMatch(/href="\/sources\?state=disabled"[^>]*>.*disabled.* 1,000<\/a>/);
    expect(await body(app, '/sources?state=disabled&page=10')).toContain('Source 9990');
    expect((await body(app, '/sources?q=s-77')).match(/<tr role="row" id=/g)).toHaveLength(100);
    expect(await body(app, '/sources?q=s-7777')).toMatch(/Source 7777/);
    expect(await body(app, '/sources?q=nowhere')).toContain('No source fits');
    expect(await body(app, '/articles')).toContain('<input id="source"');
  });

  it('are searched by words cut the way texts are', async () => {
    const asked: (string | undefined)[] = [];
    const articles: Queries['articles'] = async ({ query }) => {
      asked.push(query);
      return [];
    };
    const app = web({ queries: { articles } });
    await app.request('/articles?q=%E6%88%98%E7%95%A5%E5%90%88%E4%BD%9C%E5%8D%8F%E8%AE%AE');
    await app.request('/api/articles?q=5G');
    await app.request('/articles?q=%3F%3F');
    expect(asked).toEqual(['战略 合作 协议', '5g', '??']);
  });

  it('go on on the next page', async () => {
    const first = await body(web(), '/articles?verdict=none');
    expect(first).toContain('href="/articles?verdict=none&amp;page=2"');
    expect(first).not.toContain('rel="prev"');
    const second = await body(web(), '/articles?verdict=none&page=2');
    expect(second).toContain('href="/articles?verdict=none"');
    expect(await body(web(), '/articles?page=-1&verdict=nonsense')).toContain('Page 1');
  });
});

describe('the API', () => {
  it('gives agreements, articles, sources and explanations', async () => {
    const app = web();
    const { agreements, next } = (await json(app, '/api/agreements?company=China+Telecom')) as {
      agreements: { key: string }[];
      next: unknown;
    };
    expect([agreements.map(({ key }) => key), next]).toEqual([['agr-yunling'], null]);
    expect(await json(app, '/api/articles')).toMatchObject({
      next: '/api/articles?page=2',
      articles: { length: 25 },
    });
    expect(await json(app, '/api/sources')).toMatchObject({
      sources: [{ id: 'yn-gov', state: 'ok' }, { state: 'failing' }, {}, {}, {}, { state: 'disabled' }],
    });
    expect(await json(app, `/api${URL_1}`)).toMatchObject({
      decisions: [{ step: 'listing' }, {}, {}, {}, { decision: 'opened agr-yunling' }],
    });
    expect((await app.request('/api/explain')).status).toBe(400);
    expect(await json(app, '/api/agreements/agr-yunling')).toMatchObject({ key: 'agr-yunling' });
    expect(await json(app, '/api/agreements/agr-nope')).toEqual({ error: 'no agreement has this key' });
    expect(await json(app, '/api/nope')).toEqual({ error: 'Not found: There is nothing at this address.' });
  });

  it('tells health and figures', async () => {
    expect(await json(web(), '/healthz')).toEqual({ ok: true, at: '2026-11-24T08:00:00.000Z' });
    const sick = await web({ queries: { now: () => Promise.reject(new Error('away')) } }).request('/healthz');
    expect([sick.status, await sick.json()]).toEqual([503, { ok: false }]);
    const figures = await body(web(), '/metrics');
    expect(figures).toContain('pactwire_articles 60');
    expect(figures).toContain('pactwire_sources{state="failing"} 1');
    expect(figures).toContain('pactwire_outcomes{outcome="irrelevant"} 40');
  });
});

describe('without a token', () => {
  it.each(['127.0.0.1:8080', 'localhost', '[::1]:8080'])('answers to %s', async (host) => {
    expect((await web().request('/', { headers: { host } })).status).toBe(200);
  });

  it.each(['evil.example', '127.0.0.1.evil.example:8080', '10.0.0.5', 'localhost.evil.example'])(
    'does not answer to %s',
    async (host) => {
      const response = await web().request('/api/agreements', { headers: { host } });
      expect([response.status, await response.text()]).toEqual([421, expect.not.stringContaining('agr-')]);
    },
  );
});

describe('with a token', () => {
  const app = () => web({ token: 'right-token' });
  const login = (on: Hono, token: string, headers: Record<string, string> = {}) =>
    on.request('/login', {
      method: 'POST',
      body: new URLSearchParams({ token, next: '/sources?x=1' }),
      headers,
    });

  it.each([...PAGES, '/api/agreements', '/api/nope', '/metrics', '/nope'])(
    'shows nothing at %s to whoever lacks it',
    async (path) => {
      const response = await app().request(path, {
        headers: { host: 'pactwire.example', authorization: 'Bearer wrong' },
      });
      expect(response.status).toBe(401);
      expect(await response.text()).not.toMatch(/China Telecom|云岭|pactwire_/);
    },
  );

  it('lets a bearer in, and everybody to health and style', async () => {
    const headers = { authorization: 'Bearer right-token' };
    expect((await app().request('/api/agreements', { headers })).status).toBe(200);
    for (const path of ['/healthz', '/assets/style.css', '/login'])
      expect((await app().request(path)).status).toBe(200);
  });

  it('sets a cookie that scripts and other sites do not get, and leads on', async () => {
    const on = app();
    const response = await login(on, 'right-token');
    expect([response.status, response.headers.get('location')]).toEqual([303, '/sources?x=1']);
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^pactwire=\d+\.[\w-]{43}; .*HttpOnly; SameSite=Strict/);
    expect(cookie).not.toContain('right-token');
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    expect((await on.request('/', { headers })).status).toBe(200);
    expect((await web({ token: 'other' }).request('/', { headers })).status).toBe(401);
    const tomorrow = () => new Date(NOW.getTime() + 86_400_000);
    expect((await web({ token: 'right-token', now: tomorrow }).request('/', { headers })).status).toBe(401);
    const forged = { cookie: headers.cookie.replace(/\d/, '9') };
    expect((await on.request('/', { headers: forged })).status).toBe(401);
    expect((await on.request('/logout', { method: 'POST', headers })).headers.get('set-cookie')).toContain(
      'Max-Age=0',
    );
  });

  it('refuses a wrong token, a form of another site, and after many wrong ones everybody for a while', async () => {
    const on = app();
    expect((await login(on, 'wrong')).status).toBe(401);
    expect((await login(on, 'right-token', { host: 'a.example', origin: 'https://b.example' })).status).toBe(
      401,
    );
    for (let i = 0; i < 20; i++) await login(on, `guess ${i}`);
    expect((await login(on, 'right-token')).status).toBe(429);
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'leads nobody to %s',
    async (next) => {
      const response = await app().request('/login', {
        method: 'POST',
        body: new URLSearchParams({ token: 'right-token', next }),
      });
      expect(response.headers.get('location')).toBe('/');
    },
  );
});
