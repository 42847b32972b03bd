import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { corpusPath } from '../../test/corpus.ts';
import { detectWall } from './walls.ts';

interface Given {
  status?: number;
  headers?: Record<string, string>;
  text: string;
}
const wallOf = ({ status = 200, headers = {}, text }: Given): string | undefined =>
  detectWall({ status, headers, text })?.wall;

const story = '省政府与运营商今天在西宁签署协议，双方将在五年内共同建设光纤网络和政务云。'.repeat(20);
const page = (body: string, title = 'x'): string =>
  `<html><head><title>${title}</title></head><body>${body}</body></html>`;
const heavyScript = `<script>var a='${'x'.repeat(300_000)}';</script>`;

describe('walls', () => {
  const walls: [string, string, Given][] = [
    [
      'jiasule by its cookie',
      'jiasule',
      { status: 521, headers: { 'set-cookie': '__jsluid_s=ab; path=/' }, text: '<script>x()</script>' },
    ],
    ['jiasule by its header', 'jiasule', { status: 521, headers: { 'x-via-jsl': 'a1,-' }, text: '' }],
    [
      'jiasule, second round',
      'jiasule',
      { text: '<script>;go({"bts":["1|0|Z","b"],"chars":"q","vt":"3600"})</script>' },
    ],
    [
      'jiasule by status and a bare script',
      'jiasule',
      { status: 521, text: '<script>document.cookie=1</script>' },
    ],
    ['river security 412', 'ruishu', { status: 412, text: page("<script>$_ts=window['$_ts'];</script>") }],
    ['river security 202', 'ruishu', { status: 202, text: page('<script src="/x.js"></script>') }],
    [
      'river security behind 200',
      'ruishu',
      { text: page(`<script>$_ts=window['$_ts'];</script>${heavyScript}`) },
    ],
    [
      'a cloud firewall by cookie',
      'waf',
      { status: 403, headers: { 'set-cookie': 'HWWAFSESID=1; path=/' }, text: '' },
    ],
    [
      'a cloud firewall by words',
      'waf',
      { status: 405, text: page('很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。') },
    ],
    [
      'a host firewall',
      'waf',
      { status: 403, text: page('您的请求带有不合法参数，已被网站管理员设置拦截！ 网防G01') },
    ],
    ['status 418', 'waf', { status: 418, text: '' }],
    [
      'an international firewall',
      'waf',
      { status: 200, text: page('Request unsuccessful. Incapsula incident ID: 1-2') },
    ],
    [
      'cloudflare by header',
      'cloudflare',
      { status: 403, headers: { 'cf-mitigated': 'challenge' }, text: page(story) },
    ],
    [
      'cloudflare by script',
      'cloudflare',
      { status: 503, text: page('<script>window._cf_chl_opt={}</script>', 'Just a moment...') },
    ],
    ['a captcha', 'captcha', { text: page('<div id="captcha"></div><p>请完成滑块验证后继续访问</p>') }],
    [
      'a captcha service',
      'captcha',
      { status: 403, text: page('<script src="https://geo.captcha-delivery.com/captcha"></script>') },
    ],
    ['a soft wall by title', 'soft', { text: page(heavyScript, '访问异常') }],
    ['a soft wall that asks for patience', 'soft', { text: page('<p>请稍候…</p>') }],
    ['403 in words behind 200', 'soft', { text: page('<h1>403 Forbidden</h1><hr>server') }],
    ['a plain text refusal', 'soft', { text: '{"code":403,"msg":"访问过于频繁，请稍后再试"}' }],
    [
      'a login page',
      'login',
      { text: page('<form>账号<input name=u>密码<input type="password" name=p></form>', '用户登录') },
    ],
    ['a region', 'geo', { status: 451, text: page('This site is not available in your country.') }],
  ];
  it.each(walls)('%s', (_, wall, given) => {
    const found = detectWall({ status: 200, headers: {}, ...given });
    expect(found?.wall).toBe(wall);
    expect(found?.reason.startsWith(`${wall}: `)).toBe(true);
  });

  it('also finds the mark at the end of a large page', () => {
    expect(wallOf({ text: page(`${heavyScript}${heavyScript}<script>$_ts=1;</script>`) })).toBe('ruishu');
  });
});

describe('what is no wall', () => {
  const open: [string, Given][] = [
    ['an article', { text: page(story) }],
    ['an article about verification', { text: page(story, '安全验证服务平台上线') }],
    [
      'an article with the scripts of a challenge',
      { text: page(`<script>$_ts=1;window._cf_chl_opt={}</script>${story}`) },
    ],
    ['an article with a login box', { text: page(`登录<input type=password>${story}`, '登录后可评论') }],
    ['an article with a bot script', { text: page(`<script src="/_bot_sbu/sbu_fpcm.js"></script>${story}`) }],
    ['a page from behind a firewall', { headers: { 'set-cookie': 'HWWAFSESID=1' }, text: page(story) }],
    [
      'a short page with a comment captcha',
      { text: page(`${story.slice(0, 300)}<div class="g-recaptcha"></div>`) },
    ],
    [
      'a feed with such titles',
      {
        text: '<?xml version="1.0"?><rss><channel><item><title>Just a moment</title></item></channel></rss>',
      },
    ],
    [
      'a page that loads its rows',
      { text: page('<div id="app">数据加载中，请稍候…</div><script src="/app.js"></script>') },
    ],
    ['an ordinary error', { status: 403, text: page('Forbidden by administrator rule') }],
    [
      'an origin that is down',
      { status: 521, headers: { server: 'cloudflare' }, text: page('Web server is down') },
    ],
    ['a missing page', { status: 404, text: page('页面不存在') }],
    ['nothing', { text: '' }],
  ];
  it.each(open)('%s', (_, given) => {
    expect(wallOf(given)).toBeUndefined();
  });

  it('never fires on saved pages that can be read', () => {
    const alarms: string[] = [];
    for (const name of ['corpus/pages', 'corpus/lists']) {
      const folder = corpusPath(name);
      if (!folder) {
        process.stderr.write(`${name} is absent: only the project's own pages were tried\n`);
        continue;
      }
      for (const file of readdirSync(folder)) {
        // Bytes as Latin-1 keep mark-up and length; the marks that matter are ASCII.
        const wall = detectWall({
          status: 200,
          headers: {},
          text: readFileSync(`${folder}/${file}`, 'utf8'),
        });
        if (wall) alarms.push(`${file}: ${wall.reason}`);
      }
    }
    expect(alarms).toEqual([]);
  });
});
