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

export class PhraseTable<T> {
  readonly #root: Node<T> = { next: new Map(), value: null, spaced: false };

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
    node.value = node.value === null ? value : merge(node.value);
    node.spaced = spaced;
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
      const match = this.at(text, i);
      if (match) found.push(match);
      i = match ? match.end : i + 1;
    }
    return found;
  }
}

/** No letter or digit of a spaced script touches the stretch. */
function isWhole(text: string, start: number, end: number): boolean {
  const before = text[start - 1];
  const after = text[end];
  if (before !== undefined && WORD.test(before) && SPACED_LETTER.test(before)) return false;
  return after === undefined || !WORD.test(after) || !SPACED_LETTER.test(after);
}
