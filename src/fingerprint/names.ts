/**
 * Names in the words that differ between two texts: who or where, as against ordinary wording.
 *
 * Chinese: the part of speech of the dictionary (jieba's nr, ns, nt, nz), or a place before 省, 市, 公司 and the like.
 * Languages with capitals: words that stand with a capital inside a sentence.
 */
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { normalForm } from '../wording/normal-form.ts';
import { isSingle, keyOf } from './tokens.ts';

const NAME_TAG = /^(?:nr|ns|nt|nz)/;
const NOUN_TAG = /^(?:n|j|x|eng)/;
/** Verbs, adverbs, adjectives, particles: what rewording puts in the place of the like. */
const ACTION_TAG = /^(?:v|d|a|p|c|u|r|m|t|f|z|l|i)/;
const ALL_HAN = /^\p{Script=Han}+$/u;
const CONTEXT = 8;
const BEARER =
  /^(?:省(?!略|心)|市(?![场民值面长])|县|区(?![域别分间])|州|旗|盟|镇|乡|街道|自治|新区|高新区|经开区|管委会|人民政府|政府|公司|集团|有限|股份|分公司|银行|大学|学院|医院|局(?![面部势限])|厅|委(?:[^员托]|$))/;
const BEARER_END = /(?:公司|集团|银行|大学|学院|医院|政府|委员会|管委会|研究院|合作社|厂|店)$/;
/** Everyday words that are names when one stands in the place of another. */
const SHORT_NAMES = new Set(['电信', '移动', '联通', '铁塔', '广电']);
/** "This city", "the companies concerned": words before a bearer that name nobody. */
const POINTING = /^(?:[全该本我此各这那两双几某]|有关|相关|其他|上述|当地|所在)|地$/;

let jieba: Jieba | undefined;

/** The dictionary takes 0.2 s and some 40 MB: it is read when the first pair of texts has to be told apart. */
function words(text: string): { word: string; tag: string }[] {
  jieba ??= Jieba.withDict(dict);
  return jieba.tag(text);
}

/** What stands at a place of a Chinese text. */
export interface ChineseWords {
  /** Names that touch the place, in simplified writing. */
  names: Set<string>;
  /** Stands where a name stands: before 省 or 公司 or ending with it. */
  borne: boolean;
  /** Nouns only, more than one: the shape of names the dictionary does not know. */
  unknown: boolean;
  /** Three characters or more that are no phrase of the dictionary for doing, being or joining. */
  thing: boolean;
}

/** Reads the tokens `from` to `to` (end exclusive) among their neighbours. */
export function chineseWords(tokens: string[], from: number, to: number): ChineseWords {
  const before = written(tokens.slice(Math.max(0, from - CONTEXT), from));
  const inside = written(tokens.slice(from, to));
  const form = normalForm(before + inside + written(tokens.slice(to, to + CONTEXT)));
  const [left, right] = [[...before].length, [...before].length + [...inside].length];
  const touched: { word: string; tag: string }[] = [];
  let at = 0;
  for (const { word, tag } of words(form.text)) {
    const span = form.span(at, at + word.length);
    at += word.length;
    if (span.end > left && span.start < right) touched.push({ word, tag });
  }
  const names = new Set(touched.filter(({ tag }) => NAME_TAG.test(tag)).map(({ word }) => word));
  const plain = normalForm(inside).text;
  const acting = touched.every(({ tag }) => ACTION_TAG.test(tag));
  const borne = bears(plain, tokens.slice(to, to + 4));
  if (SHORT_NAMES.has(plain) || (borne && !acting)) names.add(plain);
  const nouns = touched.length > 1 && touched.every(({ tag }) => NOUN_TAG.test(tag));
  const phrase = acting && touched.length === 1;
  return {
    names,
    borne,
    unknown: nouns && plain.length > 2 && !POINTING.test(plain),
    thing: plain.length > 2 && !phrase && !POINTING.test(plain),
  };
}

/** True for what stands before 省 or 公司, or ends with it. */
function bears(name: string, next: string[]): boolean {
  if (name.length > 12 || !ALL_HAN.test(name) || POINTING.test(name)) return false;
  if (name.length > 3 && BEARER_END.test(name)) return true;
  return BEARER.test(normalForm(next.join('')).text);
}

function written(tokens: string[]): string {
  return tokens.map((token) => (isSingle(token) ? token : ` ${token} `)).join('');
}

/** What stands before a name as often as not. */
const OFFICES = new Set(
  'mr mrs ms dr prof gov governor mayor president minister chief commissioner secretary sir hon'.split(' '),
);
const CAPITAL = /(?<=[\p{Ll},;] |\b\p{Lu}\. )\p{Lu}[\p{L}\p{M}]+|\p{Lu}[\p{L}\p{M}]+(?= \p{Lu}\p{Ll})/gu;
const WORD = /\p{L}[\p{L}\p{M}]{3,}/gu;

/** Words that a text writes with a capital inside its sentences, in lower case. Lines in title case are left out. */
export function capitalNames(lines: string[]): Set<string> {
  const names = new Set<string>();
  for (const line of lines) {
    const all = line.match(WORD) ?? [];
    const capitals = all.filter((word) => /^\p{Lu}/u.test(word)).length;
    if (capitals > all.length * 0.6) continue;
    for (const name of line.match(CAPITAL) ?? []) if (!OFFICES.has(keyOf(name))) names.add(keyOf(name));
  }
  return names;
}
