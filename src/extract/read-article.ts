/**
 * A parsed page to an article: one survey of its lines, then each field as a vote among witnesses.
 *
 *   survey-lines   the page as lines and the parts that hold them
 *   find-body      the part that holds the article
 *   read-title, read-published, read-publisher, read-language   the fields
 *   trim-body      what of the part is text
 *
 * Pure and bounded: no clock (dates in the future are judged by `now`), no recursion over the tree.
 */
import type { Article } from '../domain/article.ts';
import type { Selectors } from '../domain/source.ts';
import { jsonLd, metaOf, metaTags, rawText } from '../markup/meta.ts';
import { select } from '../markup/select.ts';
import { linesOf, oneLine, textOf } from '../markup/text.ts';
import { attribute, type Document, elements, firstElement } from '../markup/walk.ts';
import { declaredBody } from './declared-body.ts';
import { findBody, LEAST_VALUE } from './find-body.ts';
import { followPages } from './follow-pages.ts';
import { isEnough, UNTOLD } from './judge-reading.ts';
import { isEndLine } from './line-forms.ts';
import { type Survey, sizeOf } from './page-lines.ts';
import { findAttachment } from './read-attachment.ts';
import { readLanguage } from './read-language.ts';
import { readPublished } from './read-published.ts';
import { readAuthor, readPublisher } from './read-publisher.ts';
import { readTitle } from './read-title.ts';
import { surveyLines } from './survey-lines.ts';
import { isProse, normalOf, showsTitle, trimBody } from './trim-body.ts';
import type { FieldProvenance } from './vote.ts';

export interface ArticlePage {
  /** Final URL of the page. */
  url: string;
  document: Document;
  /** The decoded page; unused where the tree says all. */
  text?: string;
  /** The operator's; each overrules what is found. A selector that matches nothing is as good as none. */
  selectors?: Selectors | undefined;
  /** What the listing's row said. */
  listed?: { title: string | null; published: string | null } | null;
  /** IANA name of the source's zone. */
  timezone?: string | null;
  /** ISO 8601 of the fetch: later dates are refused. */
  now?: string | null;
}

export interface ArticleReading {
  article: Article;
  /** Absolute URL of a PDF that holds the body, when the page itself has none. */
  attachment: string | null;
  /** Absolute URLs of the further pages of a multi-page article, in order. */
  more: string[];
}

/** Throws `SelectorError` for a selector of the operator's that is none. */
export function readArticle(page: ArticlePage): ArticleReading {
  const { document, selectors } = page;
  const survey = surveyWithText(document);
  const meta = metaTags(document);
  const objects = jsonLd(document);
  const place = placeOfBody(survey);
  const titleTag = firstElement(document, 'title');
  const title = readTitle({
    survey,
    bodyStart: place.start,
    meta,
    jsonLd: objects,
    titleTag: titleTag === null ? null : oneLine(rawText(titleTag)),
    listed: page.listed?.title ?? null,
    selected: selectedText(document, selectors?.title),
  });
  const titleLine = lineOfTitle(survey, title?.value ?? null, place);
  const around = {
    survey,
    titleLine,
    bodyStart: titleLine > place.start ? firstProse(survey, titleLine, place.to) : place.start,
    bodyEnd: place.to,
    meta,
    jsonLd: objects,
  };
  const shown = readBody(page, survey, place, title?.value ?? null);
  const declaredText = isEnough(shown ?? '') ? null : declaredBody(objects);
  const body = declaredText ?? shown;
  const html = firstElement(document, 'html');
  const declared =
    (html === null ? null : attribute(html, 'lang')) ?? metaOf(meta, 'og:locale', 'content-language');
  const language = readLanguage(body ?? title?.value ?? '', declared);
  const published = readPublished({
    ...around,
    url: page.url,
    listed: page.listed?.published ?? null,
    selected: selectedText(document, selectors?.published),
    scripts: () => elements(document, 'script').map(rawText),
    context: { base: page.now ?? null, language, timezone: page.timezone ?? null },
  });
  const publisher = readPublisher(around);
  const author = readAuthor(around);
  const article: Article = {
    title: flat(title?.value ?? null),
    published: published?.date ?? null,
    publishedPrecision: published?.precision ?? null,
    publisher: flat(publisher?.value ?? null),
    author: flat(author?.value ?? null),
    language,
    body: flat(body),
    provenance: {},
  };
  for (const [field, verdict] of Object.entries({ title, published, publisher, author })) {
    if (verdict !== null) article.provenance[field] = verdict.provenance;
  }
  article.provenance.body =
    declaredText === null
      ? bodyProvenance(page, survey, article.body)
      : { from: 'JSON-LD articleBody', agreed: [], disagreed: [] };
  return { article, attachment: attachmentOf(page, article.body), more: followPages(document, page.url) };
}

/** Reading units of a body that is but a cover when a PDF is shown under it. */
const COVER = 200;

function attachmentOf({ document, url }: ArticlePage, body: string | null): string | null {
  const isShort = body === null || !isEnough(body);
  if (!isShort && sizeOf(body) > COVER) return null;
  const found = findAttachment(document, url);
  return found !== null && (isShort || found.shown) ? found.url : null;
}

/** The body's witness: the selector, the densest text, or none although there is text. */
function bodyProvenance({ selectors }: ArticlePage, { lines }: Survey, body: string | null): FieldProvenance {
  if (body !== null)
    return { from: selectors?.body === undefined ? 'densest text' : 'selector', agreed: [], disagreed: [] };
  const text = lines
    .filter((line) => !line.aside && line.linked === 0 && !isEndLine(line.text))
    .map(({ text }) => text);
  return { from: isEnough(text.join('')) ? UNTOLD : 'none', agreed: [], disagreed: [] };
}

/** The page as it is shown; with its hidden parts where what it shows is no article (scripts will uncover it). */
function surveyWithText(document: Document): Survey {
  const shown = surveyLines(document);
  const value = findBody(shown)?.value ?? 0;
  if (value >= LEAST_VALUE) return shown;
  const whole = surveyLines(document, true);
  return (findBody(whole)?.value ?? 0) > value ? whole : shown;
}

interface Place {
  from: number;
  to: number;
  /** First line of prose. */
  start: number;
}

function placeOfBody(survey: Survey): Place {
  const found = findBody(survey);
  const part = found === null ? undefined : survey.parts[found.part];
  const { from, to } = part ?? { from: survey.lines.length, to: survey.lines.length };
  return { from, to, start: firstProse(survey, from, to) };
}

function firstProse({ lines }: Survey, from: number, to: number): number {
  for (let index = from; index < to; index++) {
    const line = lines[index];
    if (line !== undefined && isProse(line) && !line.aside) return index;
  }
  return from;
}

function readBody(page: ArticlePage, survey: Survey, place: Place, title: string | null): string | null {
  const selector = page.selectors?.body;
  const chosen =
    selector === undefined ? [] : select(page.document, selector).flatMap((part) => linesOf(part));
  const titles = new Set(title === null ? [] : [normalOf(title)]);
  const lines = chosen.length > 0 ? chosen : trimBody(survey, place, titles);
  return lines.length === 0 ? null : lines.join('\n');
}

function selectedText(document: Document, selector: string | undefined): string | null {
  const found = selector === undefined ? undefined : select(document, selector)[0];
  const text = found === undefined ? '' : textOf(found, 1_000);
  return text === '' ? null : text;
}

/** The line that shows the title: nearest above the first prose, else the first below it; -1 when none does. */
function lineOfTitle({ lines }: Survey, title: string | null, place: Place): number {
  if (title === null) return -1;
  const titles = new Set([normalOf(title)]);
  const shows = (index: number) => {
    const line = lines[index];
    return line !== undefined && showsTitle(line, titles);
  };
  for (let index = Math.min(place.start, lines.length - 1); index >= 0; index--)
    if (shows(index)) return index;
  for (let index = place.start + 1; index < Math.min(place.to, place.start + 30); index++)
    if (shows(index)) return index;
  return -1;
}

/** A copy that does not keep the whole page alive, as a slice of its text would. */
function flat(text: string | null): string | null {
  return text === null ? null : Buffer.from(text).toString();
}
