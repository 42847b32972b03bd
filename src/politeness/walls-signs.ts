/** The marks of walls: what each product leaves in headers, cookies and scripts, and the words of refusals. */

export interface Answer {
  status: number;
  /** Lower-case names. */
  headers: Record<string, string>;
  /** The decoded body. */
  text: string;
}

/** Successful statuses that challenges use. */
export const CHALLENGE_STATUSES: ReadonlySet<number> = new Set([202]);

type Sign = (answer: Answer) => string | null;

interface Product {
  wall: string;
  /** A mark that no page carries which was let through; names what was seen. */
  always?: Sign;
  /** A mark that counts when the answer is a refusal or shows little. */
  marks: Sign;
  /** The mark is common in ordinary pages too: next to nothing may be shown beside it. */
  common?: boolean;
}

const header =
  (name: string, pattern: RegExp): Sign =>
  ({ headers }) =>
    pattern.test(headers[name] ?? '') ? `header ${name}` : null;
const cookie =
  (pattern: RegExp): Sign =>
  ({ headers }) => {
    const found = pattern.exec(headers['set-cookie'] ?? '');
    return found ? `cookie ${found[0]}` : null;
  };
/** Marks stand in the first scripts or near the end, so both ends of a large page are read. */
const body =
  (pattern: RegExp): Sign =>
  ({ text }) => {
    const part = text.length > 400_000 ? text.slice(0, 200_000) + text.slice(-200_000) : text;
    const found = pattern.exec(part);
    return found ? `“${found[0]}” in the page` : null;
  };
const first =
  (...signs: Sign[]): Sign =>
  (answer) => {
    for (const sign of signs) {
      const seen = sign(answer);
      if (seen) return seen;
    }
    return null;
  };
const withStatus =
  (statuses: readonly number[], sign: Sign): Sign =>
  (answer) =>
    statuses.includes(answer.status) ? sign(answer) : null;

export const PRODUCTS: readonly Product[] = [
  {
    wall: 'jiasule',
    always: withStatus([521], first(header('x-via-jsl', /./), cookie(/__jsluid_[sh]|__jsl_clearance/))),
    marks: body(/__jsl_clearance_s?|go\(\{"bts":/),
  },
  { wall: 'ruishu', marks: body(/\$_ts\s?=|\$_ts\.|\['\$_ts'\]/) },
  {
    wall: 'cloudflare',
    always: header('cf-mitigated', /challenge/i),
    marks: body(
      /cf-browser-verification|_cf_chl_opt|challenge-platform\/h\/\w\/orchestrate|challenges\.cloudflare\.com\/turnstile|Attention Required! \| Cloudflare|cf-error-details/,
    ),
  },
  {
    wall: 'waf',
    always: first(
      header('x-amzn-waf-action', /challenge|captcha/i),
      withStatus(
        [403, 405, 406, 418, 429, 468, 503],
        first(
          cookie(/HWWAF(?:SESID|SESTIME)|yunsuo_session|safedog-flow-item/),
          header('server', /safedog|yunsuo|WAF/i),
        ),
      ),
    ),
    marks: first(
      body(
        /电信云防护|云防护|网防G01|安全狗|safedog|云锁|yunsuo|创宇盾|网站卫士|云加速节点|D盾_|WTS-WAF|安恒|waf\.tencent-cloud\.com/i,
      ),
      body(
        /errors\.aliyun\.com|aliyun_waf|acw_sc__v[23]|对网站造成(?:安全)?威胁|请求(?:可能)?包含攻击|您的(?:访问)?请求.{0,12}(?:拦截|阻断)/,
      ),
      body(
        /_Incapsula_Resource|Incapsula incident ID|errors\.edgesuite\.net|Sucuri Website Firewall|awsWafCookieDomainList|gokuProps|ddos-guard|Mod_?Security/i,
      ),
    ),
  },
  {
    wall: 'captcha',
    common: true,
    marks: body(
      /geo\.captcha-delivery\.com|_pxCaptcha|px-captcha|arkoselabs\.com|g-recaptcha|hcaptcha\.com\/1\/api|geetest|TencentCaptcha|AliyunCaptcha|nc_token|initGeetest/,
    ),
  },
];

interface Phrase {
  wall: string;
  words: RegExp;
  /** The page must have this too. */
  needs?: RegExp;
}

/**
 * Tried in order, on the title and on pages that say next to nothing. A page that is still loading its rows asks
 * for patience too: that is no wall but work for a browser.
 */
export const PHRASES: readonly Phrase[] = [
  {
    wall: 'geo',
    words:
      /not available in your (?:country|region|location)|(?:您|你)?所在的?(?:国家|地区|区域).{0,8}(?:无法|不能|限制|禁止)|境外.{0,6}(?:禁止|限制|无法)访问|blocked in your (?:country|region)/i,
  },
  {
    wall: 'captcha',
    words:
      /(?:请|請)?.{0,6}(?:输入|輸入|完成|拖动|点击|滑动).{0,10}(?:验证码|驗證碼|验证|驗證|滑块)|人机验证|人機驗證|安全验证|安全驗證|访问验证|身份验证中|verify (?:that )?you are (?:a )?human|are you a robot|not a robot|human verification|complete the captcha|security check/i,
  },
  {
    wall: 'soft',
    words:
      /访问异常|訪問異常|异常访问|访问(?:过于|太)频繁|操作(?:过于|太)频繁|请求(?:过于|太)频繁|(?<!(?:加载|加載|载入|載入|loading).{0,8})[请請]稍[候后後等]|正在(?:检查|检测|验证).{0,10}(?:浏览器|环境|安全)|浏览器安全检查|just a moment|checking (?:your|the) browser|one moment,? please|please wait while (?:we|your)(?! load)|ddos protection by|enable javascript and cookies to continue|unusual traffic|too many requests/i,
  },
  {
    wall: 'soft',
    words:
      /403 forbidden|access denied|access to this page (?:has been|is) denied|you have been blocked|request (?:was )?(?:blocked|rejected)|禁止访问|禁止訪問|拒绝访问|拒絕訪問|访问(?:被|已被)(?:拒绝|阻断|拦截|禁止)|没有权限访问|无权访问|ip.{0,12}(?:被封|被禁|封禁|受限)/i,
  },
  {
    wall: 'login',
    words: /登录|登錄|登入|统一身份认证|sign in|log ?in|member login/i,
    needs: /<input[^>]{0,300}type\s?=\s?["']?password/i,
  },
  {
    wall: 'login',
    words:
      /请(?:先)?登[录陆]后?(?:再|查看|访问|继续)|請先登[錄入]|please (?:log|sign) ?in to (?:continue|view|read)|login required/i,
  },
];
