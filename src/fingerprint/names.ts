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
const CONTEXT = 8;
const BEARER =
  /^(?:省|市|县|區|区|州|旗|盟|镇|乡|街道|自治|新区|高新区|经开区|管委会|人民政府|政府|公司|集团|有限|股份|分公司|银行|大学|学院|医院|局|厅)/;
/** "This city", "the companies concerned": words before a bearer that name nobody. */
const POINTING = /^(?:[全该本我此各这那两双几某]|有关|相关|其他|上述|当地|所在)/;

let jieba: Jieba | undefined;

/** The dictionary takes 0.2 s and some 40 MB: it is read when the first pair of texts has to be told apart. */
function words(text: string): { word: string; tag: string }[] {
  jieba ??= Jieba.withDict(dict);
  return jieba.tag(text);
}

/** Names that touch the tokens `from` to `to` (end exclusive) of a Chinese text, in simplified writing. */
export function chineseNames(tokens: string[], from: number, to: number): Set<string> {
  const start = Math.max(0, from - CONTEXT);
  const before = written(tokens.slice(start, from));
  const inside = written(tokens.slice(from, to));
  const form = normalForm(before + inside + written(tokens.slice(to, to + CONTEXT)));
  const [left, right] = [[...before].length, [...before].length + [...inside].length];
  const names = new Set<string>();
  let at = 0;
  for (const { word, tag } of words(form.text)) {
    const span = form.span(at, at + word.length);
    at += word.length;
    if (NAME_TAG.test(tag) && span.end > left && span.start < right) names.add(word);
  }
  const bearer = bearing(tokens, from, to);
  if (bearer) names.add(bearer);
  return names;
}

function bearing(tokens: string[], from: number, to: number): string | null {
  const inside = tokens.slice(from, to);
  if (inside.length > 12 || !inside.every(isSingle)) return null;
  const name = normalForm(inside.join('')).text;
  const after = normalForm(tokens.slice(to, to + 4).join('')).text;
  const china = ['中国', '中國'].includes(tokens.slice(from - 2, from).join(''));
  if (POINTING.test(name) || !(BEARER.test(after) || china)) return null;
  return name;
}

function written(tokens: string[]): string {
  return tokens.map((token) => (isSingle(token) ? token : ` ${token} `)).join('');
}

const CAPITAL = /(?<=[\p{Ll},;] )\p{Lu}[\p{L}\p{M}]+|\p{Lu}[\p{L}\p{M}]+(?= \p{Lu}\p{Ll})/gu;
const WORD = /\p{L}[\p{L}\p{M}]{3,}/gu;

/** Words that a text writes with a capital inside its sentences, in lower case. Lines in title case are left out. */
export function capitalNames(lines: string[]): Set<string> {
  const names = new Set<string>();
  for (const line of lines) {
    const all = line.match(WORD) ?? [];
    const capitals = all.filter((word) => /^\p{Lu}/u.test(word)).length;
    if (capitals > all.length * 0.6) continue;
    for (const name of line.match(CAPITAL) ?? []) names.add(keyOf(name));
  }
  return names;
}
