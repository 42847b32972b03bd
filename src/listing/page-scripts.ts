/** The inline scripts of a page: where lists of script-driven pages and their settings are written down. */
import { rawText } from '../markup/meta.ts';
import { type Document, elements } from '../markup/walk.ts';

const SCRIPT_LIMIT = 400_000;
const ALL_LIMIT = 1_500_000;

/** Text of the inline scripts that are programs, in page order, bounded. */
export function scriptsOf(document: Document): string[] {
  const texts: string[] = [];
  let left = ALL_LIMIT;
  for (const script of elements(document, 'script')) {
    if (left <= 0) break;
    if (/xml|template|ld\+json/i.test(script.attribs.type ?? '')) continue;
    const text = rawText(script).slice(0, Math.min(SCRIPT_LIMIT, left));
    left -= text.length;
    if (text.trim() !== '') texts.push(text);
  }
  return texts;
}

/** The value a script gives a name: `name: 'value'`, `name = value`, `"name": 12`; null when it gives none. */
export function settingIn(scripts: readonly string[], name: string): string | null {
  const pattern = new RegExp(
    `(?<![\\w$])["']?${name}["']?\\s{0,5}[:=]\\s{0,5}(?:"([^"]{0,500})"|'([^']{0,500})'|(-?\\d{1,12}))`,
    'i',
  );
  for (const script of scripts) {
    const found = pattern.exec(script);
    const value = found?.[1] ?? found?.[2] ?? found?.[3];
    if (value !== undefined) return value;
  }
  return null;
}
