/** Parameters that say who came and from where, never which article. */

const TRACKING_NAMES: ReadonlySet<string> = new Set([
  ...[
    'gclid',
    'dclid',
    'gbraid',
    'wbraid',
    'gclsrc',
    'fbclid',
    'msclkid',
    'yclid',
    'ttclid',
    'twclid',
    'li_fat_id',
  ],
  ...[
    'igshid',
    'igsh',
    'mc_cid',
    'mc_eid',
    '_ga',
    '_gl',
    '_hsenc',
    '_hsmi',
    'mkt_tok',
    'vero_id',
    'oly_enc_id',
  ],
  ...[
    'spm',
    'scm',
    'isappinstalled',
    'wxshare_count',
    'sharefrom',
    'share_token',
    'share_source',
    'share_medium',
  ],
  ...[
    'from_wecom',
    'xxgkhide',
    'ivk_sa',
    'bd_vid',
    'wfr',
    'weibo_id',
    'cmpid',
    'xtor',
    'ocid',
    's_cid',
    'guccounter',
    'guce_referrer',
    'guce_referrer_sig',
    '__twitter_impression',
    'ncid',
    'srsltid',
    'amp',
  ],
]);
const TRACKING_PREFIXES =
  /^(utm_|hmsr|hmpl|hmcu|hmkw|hmci|pk_(campaign|kwd|source|medium)|mtm_|at_(medium|campaign)|wt\.)/;
const SESSION_NAMES =
  /^(jsessionid|phpsessid|aspsessionid[a-z]{0,20}|asp\.net_sessionid|sessionid|session_id|sess_id|cfid|cftoken)$/;
/** Named innocently, so that only values of a known kind are dropped. */
const BY_VALUE: ReadonlyMap<string, RegExp> = new Map([
  ['from', /^(timeline|singlemessage|groupmessage|qq|qzone|weixin|wechat|weibo|androidqq|appmsg|search)$/i],
  ['sid', /^[0-9a-z]{16,64}$/i],
  ['outputtype', /^amp$/i],
  ['_', /^\d{9,17}$/],
  ['_t', /^\d{9,17}$/],
  ['timestamp', /^\d{9,17}$/],
  ['nocache', /^[\d.]{0,20}$/],
  ['rand', /^[\d.]{1,20}$/],
  ['random', /^[\d.]{1,20}$/],
]);

const WECHAT_NAMES: ReadonlySet<string> = new Set(['__biz', 'mid', 'idx', 'sn']);

interface Param {
  name: string;
  raw: string;
}

/** A query (without `?`, escapes in normal form) less what chooses nothing, sorted by name and value. */
export function cleanQuery(query: string): string {
  const params = query
    .replaceAll('%20', '+')
    .split('&')
    .filter((raw) => raw !== '')
    .map((raw): Param => ({ raw, name: nameOf(raw) }))
    .filter(({ name, raw }) => choosesArticle(name, raw.slice(raw.indexOf('=') + 1)));
  // WeChat names an article by account, number, place and signature; all else there says who shared it.
  if (['__biz', 'mid', 'idx'].every((key) => params.some(({ name }) => name === key))) {
    return joined(params.filter(({ name }) => WECHAT_NAMES.has(name)));
  }
  // One press-release system puts region and language beside the number that alone decides.
  const release = params.some(({ name, raw }) => name === 'prid' && /=\d{4,12}$/.test(raw));
  const kept = release ? params.filter(({ name }) => name !== 'reg' && name !== 'lang') : params;
  return joined(kept);
}

function joined(params: Param[]): string {
  return params
    .map(({ raw }) => raw)
    .sort(byNameThenValue)
    .join('&');
}

function byNameThenValue(a: string, b: string): number {
  const [nameA = '', nameB = ''] = [a, b].map((raw) => raw.split('=', 1)[0] ?? '');
  if (nameA !== nameB) return nameA < nameB ? -1 : 1;
  return a < b ? -1 : Number(a > b);
}

function nameOf(raw: string): string {
  return (raw.split('=', 1)[0] ?? '').toLowerCase();
}

function choosesArticle(name: string, value: string): boolean {
  if (TRACKING_NAMES.has(name) || TRACKING_PREFIXES.test(name) || SESSION_NAMES.test(name)) return false;
  return !(BY_VALUE.get(name)?.test(value) ?? false);
}

/** A path with single slashes and without session ids: `;jsessionid=…`, `;sid=…`, ASP.NET's `/(S(…))/`. */
export function cleanPath(path: string): string {
  return path
    .replace(/;(jsessionid|phpsessid|sid)=[^;/]{0,200}/gi, '')
    .replace(/\/\((?:[a-z]\([0-9a-z]{24}\)){1,4}\)(?=\/)/gi, '')
    .replace(/([^:])\/{2,}|^\/{2,}/g, '$1/');
}
