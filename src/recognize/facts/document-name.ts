/** What was signed, as the text names it: 《…协议》, 战略合作框架协议, "strategic cooperation framework agreement". */
import type { Stretch } from '../../wording/sentences.ts';
import type { Act } from '../acts.ts';
import type { Findings } from '../findings.ts';

const HAN = /\p{Script=Han}/u;
const LONGEST = 120;

export function documentName({ read }: Findings, act: Act): Stretch | null {
  const { text } = read;
  const { cue, document, sentence } = act;
  const title = bookTitle(text, sentence, cue);
  if (title) return title;
  if (!document) return null;
  const end = withBracket(text, lastLatin(text, document.end));
  if (!HAN.test(text[document.start] ?? '')) return { start: phraseStart(text, act, document), end };
  if (document.start < cue.start)
    return trimmed(text, { start: hanStart(text, document.start, sentence.start), end: document.end });
  const last = lastDocument(text, document, sentence);
  return trimmed(text, { start: Math.max(cue.end, last - LONGEST), end: last });
}

/** 《…》 in the sentence of the act that names a document, before or after the verb. */
function bookTitle(text: string, sentence: Stretch, cue: Stretch): Stretch | null {
  const pattern = /《[^《》]{2,120}(?:协议|协议书|备忘录|合同|意向书|框架|协定|纪要)[^《》]{0,8}》/gu;
  let best: Stretch | null = null;
  for (const match of text.slice(sentence.start, sentence.end).matchAll(pattern)) {
    const start = sentence.start + match.index + 1;
    const found = { start, end: start + match[0].length - 2 };
    if (best === null || Math.abs(start - cue.end) < Math.abs(best.start - cue.end)) best = found;
  }
  return best;
}

/** 战略合作 + 框架 + 协议: to the end of the last document word that follows without a break. */
function lastDocument(text: string, document: Stretch, sentence: Stretch): number {
  const rest = text.slice(document.end, Math.min(sentence.end, document.end + 24));
  const more = /^(?:(?![,。;、和与])[^\s]){0,12}?(?:框架协议|协议书|协议|备忘录|合同|意向书|协定)/u.exec(
    rest,
  );
  return document.end + (more?.[0].length ?? 0);
}

function trimmed(text: string, { start, end }: Stretch): Stretch {
  let from = start;
  const skip = /^(?:了|一份|一项|的|有关|关于|仪式|并|:|,|\s)+/u.exec(text.slice(start, end));
  if (skip) from += skip[0].length;
  const cut = Math.max(text.lastIndexOf(',', end - 1), text.lastIndexOf('。', end - 1));
  return { start: cut > from ? cut + 1 : from, end };
}

function hanStart(text: string, at: number, floor: number): number {
  let start = at;
  while (start > floor && at - start < 20 && !/[,。;、与和同跟及的将了在]/u.test(text[start - 1] ?? ''))
    start--;
  const held = /^.*(?:举行|召开|进行|开展|举办)/u.exec(text.slice(start, at));
  return start + (held?.[0].length ?? 0);
}

/** Back over adjectives of the noun phrase, not over its article. */
function phraseStart(text: string, { cue, sentence }: Act, document: Stretch): number {
  const floor = Math.max(document.start > cue.end ? cue.end : sentence.start, document.start - LONGEST);
  const before = text.slice(floor, document.start);
  const words = /(?:(?:["“'‘]?\p{L}[\p{L}\d'-]*["”'’]?,? ){1,8})$/u.exec(before)?.[0] ?? '';
  const article =
    /^.*\b(?:an?|the|its|their|this|of|with|under|by|on|for|and|to|that|his|another|new)\b /iu.exec(words);
  return document.start - words.length + (article?.[0].length ?? 0);
}

/** "strategic cooperation" + "framework agreement": document words that follow at once. */
function lastLatin(text: string, at: number): number {
  const more =
    /^(?: (?:framework|strategic|cooperation|partnership|service|agreement|memorandum|pact|deal|contract|of|understanding)){1,5}/i.exec(
      text.slice(at, at + 80),
    );
  const chain = more?.[0].replace(/ (?:of|strategic)$/i, '') ?? '';
  return at + chain.length;
}

/** "memorandum of understanding (MoU)". */
function withBracket(text: string, end: number): number {
  const bracket = /^ \([A-Za-z]{2,6}\)/.exec(text.slice(end, end + 10));
  return end + (bracket?.[0].length ?? 0);
}
