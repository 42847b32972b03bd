/**
 * Sentences of a text in normal form, Chinese and Latin mixed.
 *
 * A sentence ends at 。!? or a new line; at a semicolon (in spaced languages one that a whole clause follows); and at a
 * full stop with a blank and an upper-case letter or quote behind it, unless the word before it is a known abbreviation.
 * A sentence is cut after `LONGEST` characters: what reads sentence by sentence stays linear on one endless line.
 */

export interface Stretch {
  /** UTF-16 index, end exclusive. */
  start: number;
  end: number;
}

const LONGEST = 600;

const ABBREVIATIONS = new Set(
  `mr mrs ms dr prof hon engr sen rep gov gen col capt lt sgt st no nos vol fig jr sr inc ltd co corp bhd plc pvt pte llc
  rs sh kes ksh jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun approx est dept etc vs al
  alh chief arc barr tn dato datuk rev fr u.s u.k a.m p.m e.g i.e ag art pt tbk sdn`
    .split(/\s+/)
    .filter(Boolean),
);

/** Forms of companies that may end a sentence as well. */
const FORMS = new Set(['ltd', 'inc', 'co', 'corp', 'plc', 'llc', 'bhd', 'tbk', 'pvt', 'pte']);
/** "Ltd. The deal", "Ltd. Lan Shaomin, Deputy Secretary": what cannot go on with the name. */
const BEGINS =
  /^ (?:(?:The|This|That|These|It|Its|In|On|At|Under|He|She|They|After|During|With|According|As|By|For|When|Both|Other|Also) (?!Branch|Company|Group)[\p{L}\d]|\p{Lu}[\p{L}'-]+ (?:\p{Lu}[\p{L}'-]+ )?\p{Lu}[\p{L}'-]+, (?:Deputy|Secretary|Chief|President|Mayor|Governor|Director|Chairman|Vice|General|Managing|CEO|Party|Member|Head|the (?:mayor|governor|company's)))/u;

const END = /[。!?;\n]+["”')\]]*|\.(?=["”')\]]{0,2}\s)["”')\]]{0,2}/g;

export function sentences(text: string): Stretch[] {
  const found: Stretch[] = [];
  let start = 0;
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length - Number(opensQuote(text, start, match));
    if (match[0].startsWith('.') && !endsSentence(text, match.index, end)) continue;
    if (match[0].startsWith(';') && !endsClause(text, start, end)) continue;
    push(found, text, start, end);
    start = end;
  }
  push(found, text, start, text.length);
  return found;
}

/** "… on AI; Microsoft's president welcomed it": a subject of its own behind the semicolon, not an item of a row. */
function endsClause(text: string, start: number, end: number): boolean {
  if (/\p{Script=Han}/u.test(text.slice(Math.max(start, end - 8), end))) return true;
  return (
    end - start > 25 &&
    /^ (?!MoU|MOU|MoA|MOA|Agreement|Deal|Contract|Pact|Memorandum)\p{Lu}(?:[^.;\n]{0,80}?) (?:\p{Ll}+(?:ed|s)|is|are|was|were|will|would|has|have|had|to \p{Ll}+)(?!\p{L})/u.test(
      text.slice(end, end + 110),
    )
  );
}

/** A straight quote behind the end of a sentence opens the next one when none is open. */
function opensQuote(text: string, start: number, { 0: found, index }: RegExpExecArray): boolean {
  if (!found.endsWith('"') || found.length < 2) return false;
  return text.slice(Math.max(start, index - LONGEST), index).split('"').length % 2 === 1;
}

function endsSentence(text: string, dot: number, end: number): boolean {
  const word = /[\p{L}\p{N}.]{1,12}$/u.exec(text.slice(Math.max(0, dot - 12), dot))?.[0].toLowerCase() ?? '';
  const next = /\S/.exec(text.slice(end, end + 4))?.[0] ?? '';
  if (next === '' || /["“'(\p{Lu}\p{N}\p{Script=Han}]/u.test(next)) {
    if (word.length === 1 && /\p{L}/u.test(word)) return false;
    if (FORMS.has(word) && BEGINS.test(text.slice(end, end + 60))) return true;
    return !ABBREVIATIONS.has(word);
  }
  return false;
}

/** Adds a stretch without the blanks around it, cut into pieces of at most `LONGEST`. */
function push(found: Stretch[], text: string, start: number, end: number): void {
  let from = start;
  let to = end;
  while (from < to && isBlank(text, from)) from++;
  while (to > from && isBlank(text, to - 1)) to--;
  for (; from < to; from += LONGEST) found.push({ start: from, end: Math.min(to, from + LONGEST) });
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x0a;
}
