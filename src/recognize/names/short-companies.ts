/**
 * Chinese companies in no list that go by a short name: 银江股份(300020), 与云杉科技签署, 科技大厂“群星电子”.
 *
 * 科技 and 电子 end many words, so the place must be a company's: a stock code behind it, a signing word or the
 * government right behind it, or before it a word that says what it is.
 */
import { pinyin } from 'pinyin-pro';
import type { CompaniesFile } from '../../domain/lexicon.ts';
import { type CompanyMention, unlistedCompany } from './mentions.ts';

/** What no such name begins with: 大数据, 公共数据, 人工智能 are things. */
const NO_THING =
  '(?!大数|公共|政务|工业|人工|移动|智慧|数字|信息|物联|城市|双方|各方|战略|全面|深化|省|市|县|区|我|本)';
const NAME_START = '(?<=^|[\\n,。:;、“(与和同]|携手|牵手|联手)';
const BEFORE_ACT =
  '(?=”?(?:正式|共同|联合|分别|今日|今天|昨日|日前|近日|当天|在[^,。;]{2,10}?|就[^,。;]{2,24}?)?(?:签|达成|缔结))';
const BEFORE_GOVERNMENT =
  '(?=”?(?:与|和|同|携手|牵手|联手)\\p{Script=Han}{2,12}?(?:政府|市|省|县|区|州|管委会|厅|局|签|达成))';
const DESCRIBED =
  /(?:科技|电信|通信|软件|互联网|网络|信息技术|人工智能|半导体|云计算|电商)(?:大厂|业者|厂商|企业|公司|巨头|龙头|运营商|平台)[“(]?(?![将以已于也均可要会正为向对从都共])((?:(?![的与和])\p{Script=Han}){2,6})(?=[”)]|(?:与|和|同)[^,。]{2,14}签|签|达成)/gu;

/** 海能达(002583): a name before its stock code. */
const LISTED_AT_EXCHANGE =
  /(?<=^|[\n,。:;、“])(\p{Script=Han}{2,6})(?=\((?:SZ|SH)?[036]\d{5}(?:\.S[HZ])?\))/gmu;

export class ShortCompanies {
  readonly #named: RegExp;
  readonly #ict: RegExp;

  constructor({ short, ict }: CompaniesFile['forms']) {
    const forms = short.join('|');
    this.#named = new RegExp(
      `${NAME_START}(${NO_THING}(?:(?![与和同及在的])\\p{Script=Han}){2,4}?(?:${forms}))(?:(?=\\(\\d{6})|${BEFORE_ACT}|${BEFORE_GOVERNMENT})`,
      'gmu',
    );
    this.#ict = new RegExp(ict.filter((word) => /\p{Script=Han}/u.test(word)).join('|'), 'u');
  }

  /** Names in the order of the text; they may overlap what other finders saw. */
  find(text: string): CompanyMention[] {
    const found: CompanyMention[] = [];
    for (const match of text.matchAll(this.#named)) {
      const name = match[1] ?? '';
      found.push(this.#mention(match.index, name));
    }
    for (const match of text.matchAll(LISTED_AT_EXCHANGE)) {
      const name = match[1] ?? '';
      found.push(this.#mention(match.index, name));
    }
    for (const match of text.matchAll(DESCRIBED)) {
      const name = match[1] ?? '';
      found.push(unlistedCompany(match.index + match[0].length - name.length, name, 'ict', ledgerName(name)));
    }
    return found.sort((a, b) => a.start - b.start);
  }

  #mention(start: number, name: string): CompanyMention {
    return unlistedCompany(start, name, this.#ict.test(name) ? 'ict' : 'unknown', ledgerName(name));
  }
}

/** 国动 for 国动网络通信: the name itself, as an English text would give it. */
function withoutTrade(core: string): string {
  let name = core;
  for (
    let short = name.replace(TRADE_TAIL, '');
    short !== name && short.length > 1;
    short = name.replace(TRADE_TAIL, '')
  )
    name = short;
  return name;
}

const TRADE_TAIL =
  /(?:网络|通信|通讯|科技|信息|技术|发展|智能|数据|软件|产业|电子|工程|系统|集成|实业|投资|控股|文化|传媒|物联网|云计算|大数据|数字|互联网|安全|服务|咨询|建设|运营|管理|集团|股份|产业园)$/u;

/** The ledger's name of a Chinese company without an English one. */
export function ledgerName(core: string): string {
  const joined = pinyin(withoutTrade(core), { toneType: 'none', type: 'array', nonZh: 'consecutive' }).join(
    '',
  );
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}
