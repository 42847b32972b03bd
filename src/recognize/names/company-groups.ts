/** Companies named by their number: 三大运营商 are those of the lexicon's group of three. */
import type { CompaniesFile } from '../../domain/lexicon.ts';
import type { CompanyMention } from './mentions.ts';

const GROUP =
  /(?<count>三|四)(?:大|家)(?:国有|基础|主要|中央)?(?:电信|通信|通讯|基础电信|基础通信)?(?:运营商|运营企业|营运商|运营公司|(?<=电信|通信)企业)/gu;

/** "the country's top three telecom carriers". */
const LATIN_GROUP =
  /(?<![\p{L}])(?<count>three|four)(?: (?:major|main|big|large|leading|basic|state-owned|Chinese))* (?:telecom|telecoms|telecommunications?|mobile|communications?)(?: services?)? (?:operators?|carriers?|companies|enterprises|firms|giants)(?![\p{L}])/gu;
const COUNTS: Record<string, string> = { three: '三', four: '四' };

/** One mention for each company of a group, all with the words of the group; for where no company is named outright. */
export function companyGroups(
  text: string,
  groups: CompaniesFile['groups'],
  /** The text names a place of China: elsewhere three operators are others. */
  inChina: boolean,
): CompanyMention[] {
  const latin = inChina ? [...text.matchAll(LATIN_GROUP)] : [];
  return [...text.matchAll(GROUP), ...latin].flatMap((match) => {
    const said = match.groups?.count ?? '';
    const names = groups.find(({ count }) => count === (COUNTS[said] ?? said))?.canonical ?? [];
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
