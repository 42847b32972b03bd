/** What a page says about its title: meta tags, JSON-LD, the row of the list that led to it, the title tag. */
import type { Witness } from '../domain/article.ts';
import { type JsonObject, type MetaTags, typesOf } from '../markup/meta.ts';
import { oneLine } from '../markup/text.ts';

/** Longer texts are no titles. */
export const TITLE_LIMIT = 300;
/** More claims than these are garbage; each heading is compared with each. */
const CLAIM_LIMIT = 16;
const ARTICLE_TYPE = /Article|Posting|Report|WebPage|Recipe|Review/;

export interface ClaimSources {
  meta: MetaTags;
  jsonLd: readonly JsonObject[];
  titleTag: string | null;
  listed: string | null;
}

/** Most trusted first. */
export function claimsOf({ meta, jsonLd, titleTag, listed }: ClaimSources): Witness[] {
  const witnesses: Witness[] = [];
  const claim = (from: string, value: unknown) => {
    if (typeof value !== 'string' || value.length > 4 * TITLE_LIMIT) return;
    const text = withoutMarkup(value);
    if (text !== '' && text.length <= TITLE_LIMIT && witnesses.length < CLAIM_LIMIT)
      witnesses.push({ from, value: text });
  };
  for (const name of [
    'ArticleTitle',
    'og:title',
    'twitter:title',
    'headline',
    'dc.title',
    'sailthru.title',
  ]) {
    claim(name, meta.get(name.toLowerCase())?.[0]);
  }
  for (const object of jsonLd) {
    if (typesOf(object).some((type) => ARTICLE_TYPE.test(type))) claim('JSON-LD headline', object.headline);
  }
  claim('list row', listed);
  claim('title tag', titleTag);
  return witnesses;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lt: '<',
  gt: '>',
};

/** Without tags and with entities read, which JSON-LD and twice-escaped meta contents keep. */
function withoutMarkup(text: string): string {
  const plain = text
    .replace(/<[^<>]{0,200}>/g, '')
    .replace(/&(#x?[\da-f]{1,6}|[a-z]{2,8});/gi, (whole, name) => {
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      if (name.startsWith('#')) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      return ENTITIES[name.toLowerCase()] ?? whole;
    });
  return oneLine(plain);
}
