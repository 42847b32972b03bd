/**
 * From the bytes of an article page to what was read: decode, one parse, extract. Used by crawl and import alike.
 */

import { decode } from '../decode/decode.ts';
import type { Article } from '../domain/article.ts';
import { VisitFailure } from '../domain/failure.ts';
import type { Page } from '../domain/page.ts';
import type { Selectors } from '../domain/source.ts';
import { judgeReading } from '../extract/judge-reading.ts';
import { readArticle } from '../extract/read-article.ts';
import { parseMarkup } from '../markup/parse.ts';
import { refuseAnswer } from './answer.ts';

export interface ReadAsk {
  page: Page;
  listed: { title: string | null; published: string | null } | null;
  selectors: Selectors;
  timezone: string | null;
  now: Date;
}

export interface ReadPage {
  article: Article;
  /** A PDF that holds the body. */
  attachment: string | null;
  /** Further pages of the same article. */
  more: string[];
}

const READABLE = /html|xml|text\/plain/i;
const PDF = /application\/pdf/i;

/** True when the page itself is a PDF. */
export const isPdf = (page: Page): boolean =>
  PDF.test(page.contentType ?? '') || Buffer.from(page.bytes.subarray(0, 5)).toString('latin1') === '%PDF-';

/** Reads an HTML page; throws `VisitFailure` for walls, errors and what is no page. */
export function readPage(ask: ReadAsk): ReadPage {
  const { page } = ask;
  const { text } = decode(page.bytes, page.contentType);
  refuseAnswer(page, text, ask.now);
  if (!looksReadable(page, text)) {
    throw new VisitFailure('not_html', `content type ${page.contentType ?? 'unknown'}`, 'never');
  }
  return readArticle({
    url: page.url,
    document: parseMarkup(text),
    selectors: ask.selectors,
    listed: ask.listed,
    timezone: ask.timezone,
    now: ask.now.toISOString(),
  });
}

/** The content type is a claim: markup under a wrong label is read, bytes under an HTML label are not. */
function looksReadable(page: Page, text: string): boolean {
  const head = text.slice(0, 2048);
  if (/<(!doctype html|html|head|body|meta|title|div|p|table)[\s>]/i.test(head)) return true;
  if (hasControls(head)) return false;
  return page.contentType === null || READABLE.test(page.contentType);
}

/** Bytes that are no text in any charset: control characters are a twentieth of `head` and more. */
export function hasControls(head: string): boolean {
  let controls = 0;
  for (let i = 0; i < head.length; i += 1) {
    const code = head.charCodeAt(i);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) controls += 1;
  }
  return controls > 8 && controls * 20 > head.length;
}

/** Throws `empty` or `unexpected_structure` when an article cannot be told from what was read. */
export function refuseReading(article: Article, attachment: string | null): void {
  const judged = judgeReading(article, attachment);
  if (judged === 'ok') return;
  const found = article.body ? `${[...article.body].length} characters of body` : 'no body';
  const title = article.title ? 'a title' : 'no title';
  throw new VisitFailure(judged, `${title}, ${found}`, 'never');
}
