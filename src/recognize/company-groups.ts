/** Companies named by their number: 三大运营商 are China Telecom, China Mobile and China Unicom, with the tower company four. */
import type { CompanyMention } from './mentions.ts';

const GROUP =
  /(?<count>三|四)(?:大|家)(?:国有|基础|主要|中央)?(?:电信|通信|通讯|基础电信|基础通信)?(?:运营商|运营企业|营运商|运营公司)/gu;
const OPERATORS = ['China Telecom', 'China Mobile', 'China Unicom'];

/** One mention for each company of a group, all with the words of the group; for where no company is named outright. */
export function companyGroups(text: string): CompanyMention[] {
  return [...text.matchAll(GROUP)].flatMap((match) => {
    const names = match.groups?.count === '四' ? [...OPERATORS, 'China Tower'] : OPERATORS;
    return names.map((canonical) => ({
      start: match.index,
      end: match.index + match[0].length,
      kind: 'ict' as const,
      canonical,
      listed: true,
      country: 'CN',
    }));
  });
}
