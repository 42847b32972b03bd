/**
 * The body as the page declares it to machines, for pages whose text appears only when their scripts run: the
 * longest `articleBody` of the JSON-LD. What a page shows comes first: declared bodies are often cut off, and most
 * have lost their paragraphs. Some are HTML inside the JSON, which is no part of the page's tree.
 */
import type { JsonObject } from '../markup/meta.ts';
import { parseMarkup } from '../markup/parse.ts';
import { linesOf, oneLine } from '../markup/text.ts';
import { isEnough } from './judge-reading.ts';

const BODY_LIMIT = 200_000;

/** Its paragraphs; null when there is none or it is no longer than a summary. */
export function declaredBody(objects: readonly JsonObject[]): string | null {
  let longest = '';
  for (const { articleBody } of objects) {
    if (typeof articleBody === 'string' && articleBody.length > longest.length) longest = articleBody;
  }
  if (longest.length > BODY_LIMIT || !isEnough(longest)) return null;
  const lines = longest
    .split('\n')
    .flatMap((line) => (/[<&]/.test(line) ? linesOf(parseMarkup(line)) : [oneLine(line)]));
  return lines.filter((line) => line !== '').join('\n');
}
