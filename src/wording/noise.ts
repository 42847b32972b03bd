/**
 * What machines leave in a text and no reader wants: leftovers of HTML, invisible characters, full-width forms,
 * pinyin in brackets inside words, doubled commas, runs of blanks. Each step is linear in the text.
 */
import { type MappedText, TextWriter } from './mapped-text.ts';

const ENTITIES: Record<string, string> = {
  nbsp: ' ',
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  ldquo: '“',
  rdquo: '”',
  lsquo: "'",
  rsquo: "'",
  mdash: '—',
  ndash: '-',
  middot: '·',
  hellip: '…',
  yen: '¥',
};

/** Tags shorter than 300 characters and common entities; a tag leaves a blank so that words stay apart. */
const HTML_LEFTOVER =
  /<\/?[a-zA-Z][^<>]{0,300}>|<!--[^<>]{0,300}-->|&(?:#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,6});/gi;

export function withoutHtml(from: MappedText): MappedText {
  return replaced(from, HTML_LEFTOVER, ([found = '']) => {
    if (found.startsWith('<')) return ' ';
    return entity(found.slice(1, -1)) ?? found;
  });
}

function entity(name: string): string | undefined {
  const lower = name.toLowerCase();
  if (!lower.startsWith('#')) return ENTITIES[lower];
  const point = lower.startsWith('#x') ? Number.parseInt(lower.slice(2), 16) : Number(lower.slice(1));
  if (point === 160) return ' ';
  return point > 31 && point <= 0x10ffff ? String.fromCodePoint(point) : ' ';
}

/** One sign for the many spellings of blanks, quotes and dashes; the empty string drops the character. */
const SIGNS = new Map<string, string>(
  Object.entries({
    '\u3000': ' ',
    '\u00a0': ' ',
    '\t': ' ',
    '\r': '',
    '「': '“',
    '『': '“',
    '〝': '“',
    '」': '”',
    '』': '”',
    '〞': '”',
    '‘': "'",
    '’': "'",
    '`': "'",
    '´': "'",
    '–': '-',
    '‐': '-',
    '‑': '-',
    '−': '-',
    '〜': '~',
    '∼': '~',
    '﹢': '+',
    '﹑': '、',
    '﹐': ',',
    '．': '.',
    '•': '·',
    '・': '·',
    '‧': '·',
    '\ufffd': '',
    '\u2028': '\n',
    '\u2029': '\n',
  }),
);

const FOLDED =
  /[^\P{Cc}\n]|\p{Cf}|\p{Variation_Selector}|[\u00a0\u00b4`\u2000-\u200a\u2010-\u2015\u2018\u2019\u2022\u2027\u202f\u205f\u2212\u223c\u2e80-\u2fdf\u3000\u300c-\u300f\u301c-\u301f\u30fb\uf900-\ufaff\ufe10-\ufe6f\uff01-\uffef\ufffd]/gu;
const INVISIBLE = /\p{Cc}|\p{Cf}|\p{Variation_Selector}/u;
const BLANK = /\p{Zs}/u;

/** Full-width to ASCII, compatibility ideographs, invisible characters, blanks, quotes and dashes. */
export function foldedSigns(from: MappedText): MappedText {
  return replaced(from, FOLDED, ([found = '']) => {
    const sign = SIGNS.get(found);
    if (sign !== undefined) return sign;
    if (INVISIBLE.test(found)) return '';
    if (BLANK.test(found)) return ' ';
    return found.normalize('NFKC');
  });
}

const TONED = 'āáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿăĕĭŏŭ';
/** Toneless syllables that converters print too; any other bare Latin word in brackets is a real bracket. */
const TONELESS = 'men|de|zi|le|ma|ne|ba|zhe|tou|li|shang|guo|ge|me|di';
const PINYIN = new RegExp(
  `(?<=\\p{Script=Han})\\((?:[a-z]{0,5}[${TONED}][a-z${TONED}]{0,5}|${TONELESS}) ?\\)`,
  'gu',
);

/** `協(xié)議` back to `協議`. */
export function withoutPinyin(from: MappedText): MappedText {
  return from.text.includes('(') ? replaced(from, PINYIN, () => '') : from;
}

const REPEATED = /([,、。;:!?—·])(?: ?\1)+/gu;
const BLANKS = / {2,}| (?=\n)|(?<=\n) /g;

/** One comma for two, one blank for many, none at a line's edge. */
export function withoutRepeats(from: MappedText): MappedText {
  const once = replaced(from, REPEATED, ([, sign = '']) => sign);
  const tight = replaced(once, BLANKS, ([found = '']) => (found.length > 1 ? ' ' : ''));
  return replaced(tight, / (?=\n)|(?<=\n) |\n{2,}/g, ([found = '']) => (found.length > 1 ? '\n' : ''));
}

/** Every match of a global pattern replaced by what `by` makes of it. */
export function replaced(
  from: MappedText,
  pattern: RegExp,
  by: (match: RegExpExecArray) => string,
): MappedText {
  const writer = new TextWriter(from);
  let at = 0;
  for (const match of from.text.matchAll(pattern)) {
    writer.copy(at, match.index);
    at = match.index + match[0].length;
    writer.write(by(match), match.index, at);
  }
  if (at === 0) return from;
  writer.copy(at, from.text.length);
  return writer.done();
}
