/**
 * Which family of language and script a text belongs to: copies are of one family.
 *
 * The declared language is only trusted for what the letters cannot tell (Malay from English); between simplified
 * and traditional Chinese the characters decide, since many pages declare `zh` for either.
 */

const SIMPLIFIED = /[们国这说发会务与实对话电网签议协战为县区云构创动产业领]/gu;
const TRADITIONAL = /[們國這說發會務與實對話電網簽議協戰為縣區雲構創動產業領]/gu;
const HAN = /\p{Script=Han}/gu;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const SCRIPTS: [string, RegExp][] = [
  ['Hang', /\p{Script=Hangul}/gu],
  ['Ethi', /\p{Script=Ethiopic}/gu],
  ['Arab', /\p{Script=Arabic}/gu],
  ['Cyrl', /\p{Script=Cyrillic}/gu],
  ['Deva', /\p{Script=Devanagari}/gu],
  ['Thai', /\p{Script=Thai}/gu],
  ['Latn', /\p{Script=Latin}/gu],
];
/** Enough to tell a script; a megabyte need not be read. */
const SAMPLE = 4_000;

export interface Written {
  title: string | null;
  body: string;
  language?: string | null;
}

/** False for texts in two scripts, or in one script and two declared languages. */
export function sameFamily(a: Written, b: Written): boolean {
  const family = scriptFamily(a);
  if (family !== scriptFamily(b)) return false;
  if (family.startsWith('zh') || !a.language || !b.language) return true;
  return a.language.split('-')[0] === b.language.split('-')[0];
}

/** A family's name: `zh-Hans`, `zh-Hant`, `ja`, or the ISO 15924 code of the script. */
export function scriptFamily(article: Written): string {
  const text = `${article.title ?? ''} ${article.body}`.slice(0, SAMPLE);
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const han = count(HAN);
  if (count(KANA) > han / 4) return 'ja';
  let best = { script: 'none', letters: 0 };
  for (const [script, pattern] of SCRIPTS) {
    const letters = count(pattern);
    if (letters > best.letters) best = { script, letters };
  }
  // A Han character carries about as much as three letters.
  if (han * 3 > best.letters) return count(TRADITIONAL) > count(SIMPLIFIED) ? 'zh-Hant' : 'zh-Hans';
  return best.script;
}
