/**
 * Names of parties and places in a form that reports in different languages and scripts share.
 *
 * Chinese names become simplified, then pinyin without tones; Latin names lose case, accents and signs. So 西宁市,
 * 西寧 and "Xining" are one key. Cities known abroad by a name that is no pinyin stand in a table.
 */
import { pinyin } from 'pinyin-pro';
import { normalForm } from '../wording/normal-form.ts';

const HAN = /\p{Script=Han}/u;
const DIVISION = /(?:特别行政区|自治区|自治州|自治县|地区|新区|省|市|州|盟|县|区)$/;
const DIVISION_WORDS = /\b(?:city|municipality|province|state|county|district|prefecture|region|of|the)\b/g;

/** Names of cities that are not the pinyin of the Chinese name. */
const FOREIGN: Record<string, string> = {
  hohhot: 'huhehaote',
  huhhot: 'huhehaote',
  urumqi: 'wulumuqi',
  lhasa: 'lasa',
  harbin: 'haerbin',
  qiqihar: 'qiqihaer',
  ordos: 'eerduosi',
  karamay: 'kelamayi',
  kashgar: 'kashi',
  shigatse: 'rikaze',
  nyingchi: 'linzhi',
  turpan: 'tulufan',
  hongkong: 'xianggang',
  macau: 'aomen',
  macao: 'aomen',
};

/** Letters and digits only, lower case, accents off, simplified. */
export function plainKey(text: string): string {
  const folded = normalForm(text).text.normalize('NFKD').toLowerCase();
  return folded.replace(/[^\p{L}\p{N}]/gu, '').normalize('NFC');
}

/** One key for a place in any script; empty for an empty name. */
export function placeKey(name: string): string {
  const plain = normalForm(name).text.trim();
  if (HAN.test(plain)) {
    const bare = plain.length > 2 ? plain.replace(DIVISION, '') : plain;
    return pinyin(bare, { toneType: 'none', type: 'array', v: true })
      .join('')
      .replace(/[^a-z]/g, '');
  }
  const key = plainKey(plain.toLowerCase().replace(DIVISION_WORDS, ' '));
  return FOREIGN[key] ?? key;
}

export function isHan(text: string): boolean {
  return HAN.test(text);
}

const GENERIC =
  /\b(?:telecom|telecommunications?|communications?|group|holdings?|technolog(?:y|ies)|company|corporation|corp|limited|ltd|inc|plc|berhad|bhd|co)\b\.?/g;
const GENERIC_HAN = /(?:股份|有限|责任|公司|集团|控股|科技|通信|技术)/g;

/** The distinctive part of a company's name: `Globe Telecom` and `Globe` share it, `China Telecom` keeps its own. */
export function companyKey(canonical: string): string {
  const folded = normalForm(canonical).text.toLowerCase();
  const core = plainKey(folded.replace(GENERIC, ' ').replace(GENERIC_HAN, ''));
  return core === '' || core === 'china' ? plainKey(folded) : core;
}
