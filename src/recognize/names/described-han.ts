/**
 * Chinese companies that are in no list, known by what the text calls them: 固网宽频业者“信和电信”, 停车系统开发商慧泊信息科技,
 * 与鑫展旺电子、远扬通讯等6家电子信息企业.
 */
import { type CompanyMention, unlistedCompany } from './mentions.ts';
import { ledgerName } from './short-companies.ts';

const TRADE =
  '(?:电信|宽频|宽带|固网|通讯|通信|软体|软件|资讯|信息|网络|网路|互联网|电商|电子|系统|云端|芯片|晶片|半导体|光电|数据|智能|智慧|人工智能|人脸辨识|物联网|支付)';
const HOUSE = '(?:业者|公司|企业|开发商|运营商|营运商|服务商|供应商|厂商|平台|平台商|商)';
const LETTER =
  '(?:(?![与和同跟及由向在了着该将对把被让为是的签等共之])[\\p{Script=Han}\\p{Script=Latin}\\d])';

const QUOTED = new RegExp(
  `${TRADE}\\p{Script=Han}{0,6}?${HOUSE}[“「](?<name>[\\p{Script=Han}\\p{Script=Latin}\\d]{2,12})[”」]`,
  'gu',
);
const BARE = new RegExp(
  `${TRADE}\\p{Script=Han}{0,4}?(?:业者|开发商|运营商|营运商|服务商|供应商|厂商)(?<name>${LETTER}{3,12}?)(?=[签与和及、,。于今在]|\\d|$)`,
  'gu',
);
/** A row that is counted as firms of the trade. */
const COUNTED = new RegExp(
  `[与和同](?<row>(?:${LETTER}{3,16}、){1,6}${LETTER}{3,16})等\\d{1,3}[余多]?家\\p{Script=Han}{0,6}?(?:企业|公司|单位)`,
  'gu',
);
/** More of them than this in one text are a list of something else. */
const MOST = 20;

export function describedHan(text: string): CompanyMention[] {
  const found: CompanyMention[] = [];
  for (const pattern of [QUOTED, BARE]) {
    for (const match of text.matchAll(pattern)) {
      const name = match.groups?.name ?? '';
      add(found, match.index + match[0].lastIndexOf(name), name);
    }
  }
  for (const match of text.matchAll(COUNTED)) {
    const row = match.groups?.row ?? '';
    if (!new RegExp(TRADE, 'u').test(match[0].slice(1 + row.length))) continue;
    let at = match.index + 1;
    for (const name of row.split('、')) {
      add(found, at, name);
      at += name.length + 1;
    }
  }
  return found.sort((a, b) => a.start - b.start).slice(0, MOST);
}

function add(found: CompanyMention[], start: number, name: string): void {
  found.push(unlistedCompany(start, name, 'ict', ledgerName(name)));
}
