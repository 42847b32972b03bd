/**
 * Traditional to simplified Chinese, Taiwan wording included, with the map kept.
 *
 * opencc's own converter gives no offsets, so its dictionaries are walked here by longest match: first Taiwan
 * phrases (行動通訊 to 移動通信), then characters and phrases to simplified.
 */
import { Trie } from 'opencc-js/core';
import { from as fromLocale, to as toLocale } from 'opencc-js/preset/t2cn';
import { type MappedText, TextWriter } from './mapped-text.ts';

/** Variants that converters and fonts mix up and the dictionaries leave alone. */
const VARIANTS: [string, string][] = [
  ['陜', '陕'],
  ['冊', '册'],
  ['隂', '阴'],
  ['産', '产'],
  ['彊', '疆'],
  ['郷', '乡'],
];

/** Taiwan phrases whose conversion would blur words that both sides of the strait use. */
const LEFT_ALONE: [string, string][] = [['智慧', '智慧']];

const taiwan = new Trie();
for (const group of fromLocale.twp ?? []) taiwan.loadDictGroup(group);
taiwan.loadDict(LEFT_ALONE);

const simplified = new Trie();
for (const group of toLocale.cn ?? []) simplified.loadDictGroup(group);
simplified.loadDict(VARIANTS);

const HAN = /\p{Script=Han}/u;

export function toSimplified(from: MappedText): MappedText {
  if (!HAN.test(from.text)) return from;
  return converted(converted(from, taiwan), simplified);
}

function converted(from: MappedText, trie: Trie): MappedText {
  const writer = new TextWriter(from);
  const { text } = from;
  let copied = 0;
  for (let at = 0; at < text.length; ) {
    // Latin and punctuation take no look-up: most of an English page is skipped here.
    const match = text.charCodeAt(at) < 0x2e80 ? null : trie.matchPrefix(text, at);
    if (!match) {
      at += 1;
      continue;
    }
    writer.copy(copied, at);
    writer.write(match.value, at, match.end);
    at = match.end;
    copied = at;
  }
  if (copied === 0) return from;
  writer.copy(copied, text.length);
  return writer.done();
}
