/** What a page declares of its publication: meta tags, JSON-LD, microdata, `<time>`, its address, its scripts. */
import { readUrlDate } from '../dates/url-date.ts';
import { typesOf } from '../markup/meta.ts';
import { attribute } from '../markup/walk.ts';
import { type Claim, type PublishedSources, readStamp, STAMP_LIMIT } from './published-claim.ts';

/** Names of meta tags and what they are worth; 0: never wins. */
const META_TRUST: readonly (readonly [string, number])[] = [
  ['firstpublishedtime', 9],
  ['pubdate', 8],
  ['article:published_time', 7.6],
  ['og:published_time', 7.6],
  ['datepublished', 7.5],
  ['dc.date.issued', 7.4],
  ['dcterms.created', 7.2],
  ['dc.date', 6.5],
  ['publish-date', 7.2],
  ['publish_date', 7.2],
  ['publishdate', 5],
  ['publication_date', 7.2],
  ['parsely-pub-date', 7.4],
  ['sailthru.date', 7.2],
  ['weibo: article:create_at', 7],
  ['article.published', 7.2],
  ['apub:time', 6],
  ['date', 6],
  ['cxenseparse:recs:publishtime', 7],
  ['dateupdate', 0],
  ['datemodified', 0],
  ['maketime', 0],
  ['lastmodifiedtime', 0],
  ['last-modified', 0],
  ['article:modified_time', 0],
  ['og:updated_time', 0],
  ['others', 0],
];

/** Names that no table foresees but that speak for themselves. */
const META_PUBLISHED = /publi(?:sh|cation|ca)|pub_?date|issued|posted|(?:^|[^a-z])date$/i;
const META_OTHER = /modif|updat|expir|valid|event|start|end|build|revis/i;

export function metaClaims({ meta, context }: PublishedSources): Claim[] {
  const claims: Claim[] = [];
  const known = new Map(META_TRUST);
  for (const [name, contents] of meta) {
    if (claims.length >= STAMP_LIMIT) break;
    const trust = known.get(name) ?? (META_PUBLISHED.test(name) && !META_OTHER.test(name) ? 4.5 : null);
    if (trust === null) continue;
    for (const content of contents.slice(0, 3)) {
      const mark = content.length > 100 ? null : readStamp(content, context);
      if (mark === null) continue;
      claims.push({ from: name, date: mark.date, precision: mark.precision, trust });
      break;
    }
  }
  return claims;
}

/** JSON-LD, microdata and `<time>`. */
export function markupClaims({ jsonLd, survey, context, titleLine, bodyStart }: PublishedSources): Claim[] {
  const claims: Claim[] = [];
  const claim = (from: string, value: unknown, trust: number) => {
    const mark = typeof value === 'string' && claims.length < STAMP_LIMIT ? readStamp(value, context) : null;
    if (mark !== null) claims.push({ from, ...mark, trust });
  };
  for (const object of jsonLd) {
    const isArticle = typesOf(object).some((type) => /Article|Posting|Report|Recipe|Review/.test(type));
    claim('JSON-LD datePublished', object.datePublished, isArticle ? 7.7 : 6.9);
    claim('JSON-LD dateModified', object.dateModified, 0);
  }
  for (const { element, from } of survey.parts) {
    const stamp = attribute(element, 'datetime') ?? attribute(element, 'content');
    if (stamp === null || claims.length >= STAMP_LIMIT) continue;
    const property = element.attribs.itemprop ?? '';
    const near = from >= titleLine - 12 && from <= Math.max(bodyStart, titleLine) + 4;
    if (/datePublished/i.test(property)) claim('microdata', stamp, 7.5);
    else if (/dateModified|updated/i.test(`${property} ${element.attribs.class ?? ''}`))
      claim('microdata', stamp, 0);
    else if (element.name === 'time') claim('time tag', stamp, near ? 6.6 : 1);
  }
  return claims;
}

export function addressClaims({ url, listed, context }: PublishedSources): Claim[] {
  const claims: Claim[] = [];
  const stamp = readUrlDate(url);
  if (stamp !== null) claims.push({ from: 'URL', ...stamp, trust: stamp.precision === 'month' ? 0.8 : 4 });
  const row = listed === null ? null : readStamp(listed, context);
  if (row !== null) claims.push({ from: 'list row', ...row, trust: row.precision === 'month' ? 0.7 : 3.8 });
  return claims;
}

/** Scripts of pages whose date is written by a script: `publish_time = "…"`, `"datePublished":"…"`, `ct = "<seconds>"`. */
const SCRIPT_DATE =
  /["']?\b(?:date_?published|publish(?:ed)?_?(?:time|date|at|on)|pub_?(?:time|date)|create_?time|ct)\b["']?\s{0,3}[:=]\s{0,3}["']?(\d{4}[^"';,}\]]{4,26}|\d{10}\b)/i;
const SCRIPT_LIMIT = 300_000;

export function scriptClaims({ scripts, context }: PublishedSources): Claim[] {
  for (const script of scripts()) {
    const value = SCRIPT_DATE.exec(script.slice(0, SCRIPT_LIMIT))?.[1];
    const stamp = value === undefined ? null : readStamp(value, context);
    if (stamp !== null) return [{ from: 'script', ...stamp, trust: 2 }];
  }
  return [];
}
