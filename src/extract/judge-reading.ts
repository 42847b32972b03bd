/** Whether a reading brought an article (design 5.5): judged by what is there. */
import type { Article } from '../domain/article.ts';

export type ReadingVerdict = 'ok' | 'empty' | 'unexpected_structure';

/** Least body of an article, in letters. */
const LEAST_HAN = 40;
const LEAST_OTHER = 120;

const SAMPLE = 1_000;

/** The witness that `readArticle` names for the body when the page has text but no part that is an article. */
export const UNTOLD = 'untold';

/**
 * `empty`: fewer than 40 Han characters or 120 other letters of body, and no attachment that holds it.
 * `unexpected_structure`: text is there, but title or body cannot be told.
 */
export function judgeReading(article: Article, attachment: string | null): ReadingVerdict {
  if (article.body === null && article.provenance.body?.from === UNTOLD && attachment === null) {
    return 'unexpected_structure';
  }
  if (!isEnough(article.body ?? '') && attachment === null) return 'empty';
  return article.title === null ? 'unexpected_structure' : 'ok';
}

/** Is this text long enough to be the body of an article? */
export function isEnough(text: string): boolean {
  // Nearly every text shows it in its first lines; only the others are counted to the end.
  if (text.length > SAMPLE && isEnough(text.slice(0, SAMPLE))) return true;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (han >= LEAST_HAN) return true;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters - han >= LEAST_OTHER;
}
