/**
 * The normal form of a text: what two pages that say the same in other signs have in common.
 *
 * HTML leftovers go, full-width becomes ASCII, quotes, dashes and blanks take one spelling, pinyin noise and doubled
 * commas go, traditional Chinese (Taiwan wording included) becomes simplified. Letter case is kept. Every
 * character of the result remembers the code points of the given text it stands for.
 */
import { identity } from './mapped-text.ts';
import { foldedSigns, withoutHtml, withoutPinyin, withoutRepeats } from './noise.ts';
import { toSimplified } from './simplified.ts';

export interface NormalForm {
  readonly text: string;
  /** The code point of the given text at which the character at `index` (UTF-16) of `text` begins. */
  toOriginal(index: number): number;
  /** A stretch of `text` (UTF-16, end exclusive) as code points of the given text, end exclusive. */
  span(start: number, end: number): { start: number; end: number };
}

export function normalForm(text: string): NormalForm {
  const clean = withoutRepeats(withoutPinyin(foldedSigns(withoutHtml(identity(text)))));
  const { text: normal, starts, ends } = toSimplified(clean);
  const last = ends.length > 0 ? (ends[ends.length - 1] ?? 0) : 0;
  const toOriginal = (index: number): number => starts[index] ?? last;
  return {
    text: normal,
    toOriginal,
    span(start, end) {
      const from = toOriginal(start);
      return { start: from, end: end > start ? Math.max(ends[end - 1] ?? last, from) : from };
    },
  };
}
