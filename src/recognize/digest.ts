/** Digests: a page of short items, each behind a heading in 【】 at the beginning of its line. */
import type { Stretch } from '../wording/sentences.ts';
import { indexAt } from './within.ts';

const ITEM = /(?:^|\n)(?=【[^】\n]{1,10}】)/gu;
/** Fewer headings are a stamp or a rubric of one article. */
const LEAST = 3;

/** The items of a digest, in order; none when the text is one article. */
export function digestItems(text: string): Stretch[] {
  const starts = [...text.matchAll(ITEM)].map(({ index, 0: { length } }) => index + length);
  if (starts.length < LEAST) return [];
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? text.length }));
}

/** Whether two positions lie in one item; always, outside a digest. */
export function inOneItem(items: readonly Stretch[], a: number, b: number): boolean {
  return items.length === 0 || indexAt(items, a) === indexAt(items, b);
}
