/**
 * What happens to a story on its way into another outlet: headline, dateline, notes, cuts and other words, until a
 * given share of the text has changed. Facts stay what they were.
 */
import type { Random } from './random.ts';
import type { Story } from './story.ts';
import { type Language, SYNONYMS } from './vocabulary.ts';

const HEADLINES: Record<Language, string[]> = {
  zh: ['合作再升级 发展添动力', '重磅！这件事定了', '一图读懂最新进展', '携手共进谱新篇'],
  en: [
    'What the new plan means',
    'Region takes next step',
    'Officials hail progress',
    'In brief: latest from the council',
  ],
};
const DATELINES: Record<Language, string[]> = {
  zh: ['本报讯（记者 何青）', '新华社电 ', '人民网讯 ', '据当地媒体消息，', '本网消息 '],
  en: ['CAPITAL, (Agency) - ', 'From our correspondent: ', 'STAFF REPORT - ', 'NAIROBI (Newswire) -- '],
};
const NOTES: Record<Language, string[]> = {
  zh: [
    '编者按：本文转载自合作媒体，略有删节，供读者参考。',
    '来源：综合各地媒体报道',
    '责任编辑：林小曼',
    '免责声明：本文观点不代表本站立场。',
    '扫描二维码关注我们，获取更多资讯。',
  ],
  en: [
    "Editor's note: this article was first published elsewhere and has been shortened.",
    'Source: agencies',
    'Copyright reserved by the original publisher.',
    'Read more stories like this in our weekend edition.',
    'Edited by the night desk',
  ],
};

/** A reprint in which about `share` (0 to 1) of the text is no longer as it was. */
export function reprint(original: Story, random: Random, share: number): Story {
  const { language } = original;
  const size = original.body.length;
  let lines = original.body.split('\n');
  let left = share * size;
  if (random.chance(0.8)) {
    lines = [random.pick(DATELINES[language]) + lines[0], ...lines.slice(1)];
    left -= 8;
  }
  if (random.chance(0.8)) {
    const note = random.pick(NOTES[language]);
    lines = random.chance(0.5) ? [note, ...lines] : [...lines, note];
    left -= note.length;
  }
  const edits = [cutParagraph, cutSentence, putOtherwise, putOtherwise];
  for (let turn = 0; turn < 30 && left > 0; turn += 1) {
    const edited = random.pick(edits)(lines, { random, language, left });
    left -= edited.changed;
    lines = edited.lines;
  }
  const title = random.chance(0.6) ? random.pick(HEADLINES[language]) : original.title;
  const body = random.chance(0.3) ? otherSigns(lines.join('\n')) : lines.join('\n');
  return { title, body, language };
}

/** A version in which about `share` of the words (figures and names excepted) are others, at random places. */
export function reworded(original: Story, random: Random, share: number): Story {
  const { language } = original;
  const words = SYNONYMS[language].flat().filter((word) => !/[一二三四五六七八九十两]/.test(word));
  const pattern = language === 'zh' ? HAN_WORD : SMALL_WORD;
  const body = original.body.replace(pattern, (word) => (random.chance(share) ? random.pick(words) : word));
  return { ...original, body };
}

const HAN_WORD =
  /(?<![\p{Script=Han}\d]|[\d一二三四五六七八九十][年月日亿万])\p{Script=Han}{2}|(?<=\p{Script=Han}{2})\p{Script=Han}{2}(?!公司|集团|市)/gu;
const SMALL_WORD = /(?<=\p{Ll}[ ,] ?)\p{Ll}{3,}/gu;

interface Edit {
  random: Random;
  language: Language;
  /** Characters that may still change. */
  left: number;
}
interface Edited {
  lines: string[];
  changed: number;
}

function cutParagraph(lines: string[], { random, left }: Edit): Edited {
  const at = random.int(0, lines.length - 1);
  const line = lines[at] ?? '';
  if (lines.length < 3 || line.length > left) return { lines, changed: 0 };
  return { lines: lines.filter((_, i) => i !== at), changed: line.length };
}

function cutSentence(lines: string[], { random, language, left }: Edit): Edited {
  const at = random.int(0, lines.length - 1);
  const sentences = (lines[at] ?? '').split(language === 'zh' ? /(?<=。)/ : /(?<=\. )/);
  const out = sentences[random.int(0, sentences.length - 1)] ?? '';
  if (sentences.length < 2 || out.length > left) return { lines, changed: 0 };
  const line = sentences.filter((one) => one !== out).join('');
  return { lines: lines.map((old, i) => (i === at ? line : old)), changed: out.length };
}

/** One word for another of the same meaning, wherever it stands in a paragraph. */
function putOtherwise(lines: string[], { random, language }: Edit): Edited {
  const group = random.pick(SYNONYMS[language]);
  const from = random.pick(group);
  const to = random.pick(group.filter((word) => word !== from));
  const at = random.int(0, lines.length - 1);
  const pattern = language === 'zh' ? new RegExp(from, 'g') : new RegExp(`\\b${from}\\b`, 'g');
  const found = lines[at]?.match(pattern)?.length ?? 0;
  const changed = found * from.length;
  return { lines: lines.map((line, i) => (i === at ? line.replace(pattern, to) : line)), changed };
}

/** Full width to half width and the other way, and blanks. */
function otherSigns(text: string): string {
  return text.replaceAll('，', ', ').replaceAll('：', ':').replaceAll('5G', '５Ｇ').replaceAll(' (', '（');
}
