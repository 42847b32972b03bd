/**
 * Programmes, products and events by which a report can be known again in another language.
 *
 * Across languages the wording of two reports proves nothing, but "WeChat" and 微信 in both do. Only names that mark
 * a time or a project are of use; topics and parties are compared elsewhere.
 */

const MARKS: [string, RegExp][] = [
  ['internet plus', /internet ?(?:plus|\+)|互联网\+/i],
  ['wechat', /we ?chat|微信/i],
  ['alipay', /alipay|支付宝/i],
  ['taobao', /taobao|淘宝/i],
  ['tmall', /tmall|天猫/i],
  ['dingtalk', /dingtalk|钉钉/i],
  ['cainiao', /cainiao|菜鸟/i],
  ['city brain', /city brain|城市大脑/i],
  ['wireless city', /wireless cit(?:y|ies)|无线城市/i],
  ['broadband china', /broadband china|宽带中国/i],
  ['digital china', /digital china|数字中国/i],
  ['made in china 2025', /made in china 2025|中国制造2025/i],
  ['belt and road', /belt and road|一带一路/i],
  ['east data west computing', /east(?:ern)? data,? west(?:ern)? computing|东数西算/i],
  ['world expo', /\bexpo\b|世博/i],
  ['asian games', /asian games|亚运/i],
  ['winter olympics', /winter (?:olympics|games)|冬奥/i],
  ['free trade zone', /free trade (?:zone|port)|自贸|自由贸易/i],
  ['td-scdma', /td-scdma/i],
  ['wcdma', /wcdma/i],
  ['3g', /\b3g\b/i],
  ['nb-iot', /nb-iot/i],
  ['blockchain', /blockchain|区块链/i],
  ['triple play', /triple play|三网融合/i],
  ['poverty alleviation', /poverty (?:alleviation|relief)|扶贫/i],
  ['rural revitalization', /rural revitali[sz]ation|乡村振兴/i],
];

/** Names of the marks in a text in normal form (simplified). */
export function marksOf(text: string): Set<string> {
  return new Set(MARKS.filter(([, pattern]) => pattern.test(text)).map(([name]) => name));
}
