/**
 * Walls: answers that keep a program out instead of answering, also behind status 200.
 *
 * Two kinds of proof. A product's own marks (header, cookie, script) name it at once, if the page shows nothing
 * to read: the same scripts also run inside pages that were let through. The words of a refusal count only on a
 * page that says little else. What is there decides, so an article that talks about verification is no wall.
 */

import { type Answer, CHALLENGE_STATUSES, PHRASES, PRODUCTS } from './walls-signs.ts';
import { shownText, shownTitle } from './walls-text.ts';

export interface Wall {
  /** jiasule, ruishu, cloudflare, waf, captcha, login, geo or soft. */
  wall: string;
  /** A sentence that begins with the wall's name. */
  reason: string;
}

/** A page that shows this many characters has something to read, whatever its scripts are called. */
const ENOUGH_TO_READ = 600;
/** Refusals with an error status may explain themselves at some length. */
const REFUSAL_WITH_WORDS = 2_400;
/** Phrases found outside the title count only on a page as short as this. */
const NOTHING_BUT_REFUSAL = 240;

/** The wall behind an answer (header names in lower case, body decoded); null when it is none. */
export function detectWall(answer: Answer): Wall | null {
  const shown = shownText(answer.text);
  if (isDocument(answer.text)) return byProduct(answer, shown) ?? null;
  return byProduct(answer, shown) ?? byStatus(answer, shown) ?? byWords(answer, shown);
}

/** Feeds and sitemaps are data: the words in them are titles. */
function isDocument(text: string): boolean {
  return /^\ufeff?\s{0,64}<(?:\?xml(?![^<]{0,200}<(?:!doctype\s+html|html))|rss|feed|urlset|sitemapindex|rdf:rdf)/i.test(
    text.slice(0, 1_000),
  );
}

function byProduct(answer: Answer, shown: string): Wall | null {
  const refused = answer.status < 200 || answer.status > 299 || CHALLENGE_STATUSES.has(answer.status);
  const room = refused ? REFUSAL_WITH_WORDS : ENOUGH_TO_READ;
  for (const product of PRODUCTS) {
    const bare = shown.length < (product.common ? NOTHING_BUT_REFUSAL : room);
    const sign = product.always?.(answer) ?? (bare ? product.marks(answer) : null);
    if (sign) return { wall: product.wall, reason: `${product.wall}: ${sign}, status ${answer.status}` };
  }
  return null;
}

/** Statuses that only challenges use, over a page with nothing to read. */
function byStatus({ status, text }: Answer, shown: string): Wall | null {
  if (shown.length >= NOTHING_BUT_REFUSAL) return null;
  const scripted = /<script/i.test(text);
  const wall =
    status === 412 || (status === 202 && scripted) ? 'ruishu' : status === 521 && scripted ? 'jiasule' : null;
  if (wall) return { wall, reason: `${wall}: suspected from status ${status} and a page without text` };
  if (status === 418 || status === 468)
    return { wall: 'waf', reason: `waf: status ${status} is a firewall's refusal` };
  return null;
}

function byWords({ status, text }: Answer, shown: string): Wall | null {
  if (shown.length >= ENOUGH_TO_READ) return null;
  const title = shownTitle(text);
  for (const { wall, words, needs } of PHRASES) {
    if (needs && !needs.test(text)) continue;
    const found = words.exec(title) ?? (shown.length < NOTHING_BUT_REFUSAL ? words.exec(shown) : null);
    if (found)
      return { wall, reason: `${wall}: the page says “${found[0]}” and little else, status ${status}` };
  }
  return null;
}
