/** Sums of money in a text in normal form, Chinese (`money-han.ts`) and Latin (`money-latin.ts`). */
import { hanMoney } from './money-han.ts';
import { latinMoney } from './money-latin.ts';
import type { Money } from './money-sum.ts';

/** Sums of money in the order of the text. US$3亿 is one, read in Chinese. */
export function findMoney(text: string): Money[] {
  const han = hanMoney(text);
  let next = 0;
  const latin = latinMoney(text).filter(({ start }) => {
    while (next < han.length && (han[next]?.end ?? 0) <= start) next++;
    return (han[next]?.start ?? Infinity) > start;
  });
  return [...han, ...latin].sort((a, b) => a.start - b.start);
}
