/**
 * Many phrases looked for at once: a trie over UTF-16 units, walked from every position, longest phrase first.
 *
 * The walk is bounded by the longest phrase, so a scan is linear in the text. Phrases of spaced languages only
 * match whole words.
 */

interface Node<T> {
  next: Map<number, Node<T>>;
  value: T | null;
  spaced: boolean;
}

export interface PhraseMatch<T> {
  start: number;
  end: number;
  value: T;
}

const WORD = /[\p{L}\p{N}]/u;
const SPACED_LETTER = /[\p{Script=Latin}\p{N}\p{Script=Ethiopic}\p{Script=Cyrillic}\p{Script=Arabic}]/u;

/** What begins with a unit: nothing, only phrases that must be whole words, or any. */
const NOTHING = 0;
const WHOLE = 1;
const ANY = 2;

export class PhraseTable<T> {
  readonly #root: Node<T> = { next: new Map(), value: null, spaced: false };
  /** By first unit, so that a scan steps over most of a text without a walk. */
  readonly #first = new Uint8Array(0x10000);

  /** Adds a phrase; `merge` decides what the table holds when the phrase is there already (default: the first). */
  add(phrase: string, value: T, spaced: boolean, merge: (old: T) => T = (old) => old): void {
    let node = this.#root;
    for (let i = 0; i < phrase.length; i++) {
      const unit = phrase.charCodeAt(i);
      let next = node.next.get(unit);
      if (!next) {
        next = { next: new Map(), value: null, spaced: false };
        node.next.set(unit, next);
      }
      node = next;
    }
    const unit = phrase.charCodeAt(0);
    if (!Number.isNaN(unit)) this.#first[unit] = Math.max(this.#first[unit] ?? NOTHING, spaced ? WHOLE : ANY);
    node.value = node.value === null ? value : merge(node.value);
    node.spaced = spaced;
  }

  /** Whether a phrase may begin at `at`: one that must be a whole word does not begin inside a word. */
  #mayBegin(text: string, at: number): boolean {
    const first = this.#first[text.charCodeAt(at)];
    return first === ANY || (first === WHOLE && !isInside(text, at));
  }

  /** The longest phrase that begins at `at`, or null. */
  at(text: string, at: number): PhraseMatch<T> | null {
    let node: Node<T> | undefined = this.#root;
    let best: PhraseMatch<T> | null = null;
    for (let i = at; i < text.length; i++) {
      node = node.next.get(text.charCodeAt(i));
      if (!node) break;
      if (node.value === null) continue;
      if (node.spaced && !isWhole(text, at, i + 1)) continue;
      best = { start: at, end: i + 1, value: node.value };
    }
    return best;
  }

  /** Every match, also one inside another. */
  all(text: string): PhraseMatch<T>[] {
    const found: PhraseMatch<T>[] = [];
    for (let start = 0; start < text.length; start++) {
      if (!this.#mayBegin(text, start)) continue;
      let node: Node<T> | undefined = this.#root;
      for (let i = start; node && i < text.length; i++) {
        node = node.next.get(text.charCodeAt(i));
        if (!node || node.value === null) continue;
        if (!node.spaced || isWhole(text, start, i + 1)) found.push({ start, end: i + 1, value: node.value });
      }
    }
    return found;
  }

  /** Matches from left to right, none overlapping another. */
  scan(text: string): PhraseMatch<T>[] {
    const found: PhraseMatch<T>[] = [];
    for (let i = 0; i < text.length; ) {
      const match = this.#mayBegin(text, i) ? this.at(text, i) : null;
      if (match) found.push(match);
      i = match ? match.end : i + 1;
    }
    return found;
  }
}

/** A letter or digit of a spaced script stands right before. */
function isInside(text: string, start: number): boolean {
  return start > 0 && isSpacedLetter(text, start - 1);
}

function isSpacedLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  // ASCII and Chinese are most of all there is, and quick to tell.
  if (code < 0x80)
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
  if (code >= 0x2e80 && code <= 0x9fff) return false;
  const sign = text[at] ?? '';
  return WORD.test(sign) && SPACED_LETTER.test(sign);
}

/** No letter or digit of a spaced script touches the stretch. */
function isWhole(text: string, start: number, end: number): boolean {
  return !isInside(text, start) && (end >= text.length || !isSpacedLetter(text, end));
}
