/**
 * Paging that a script writes into the page. The two common forms count differently:
 * `createPageHTML(pages, current from 0, name, extension)` names page 2 `name_1.ext`, while
 * `createPageHTML('element', pages, current from 1, name, extension)` names it `name_2.ext`.
 */
import { pageNumber, pageStem } from './page-number.ts';
import { settingIn } from './page-scripts.ts';

interface Paging {
  pages: number;
  /** Number in the name of the next page. */
  next: number;
  stem: string;
  extension: string;
}

export function nextByScript(
  scripts: readonly string[],
  context: { url: string; base: string },
): string | null {
  const paging = fromCall(scripts) ?? fromCounts(scripts, context.url) ?? fromTotal(scripts, context.url);
  if (paging === null) return null;
  const here = pageStem(context.url);
  const folder = new URL('.', context.base).href;
  const name = paging.stem === '' ? here.stem : paging.stem;
  return new URL(`${name}_${paging.next}.${paging.extension || here.extension}`, folder).href;
}

function fromCall(scripts: readonly string[]): Paging | null {
  for (const script of scripts) {
    for (const call of script.matchAll(/create[a-z]{0,12}Page[a-z]{0,8}\s?\(([^()]{1,300})\)/gi)) {
      const paging = readCall(
        (call[1] ?? '').split(',').map((part) => part.trim()),
        scripts,
      );
      if (paging !== null) return paging;
    }
  }
  return null;
}

function readCall(args: readonly string[], scripts: readonly string[]): Paging | null {
  const fromOne = /^['"]/.test(args[0] ?? '');
  const [pages, current, stem, extension] = fromOne ? args.slice(1) : args;
  const count = numberOf(pages, scripts);
  const shown = numberOf(current, scripts);
  if (count === null || shown === null) return null;
  const last = fromOne ? count : count - 1;
  if (shown >= last) return null;
  return { pages: count, next: shown + 1, stem: wordOf(stem), extension: wordOf(extension) };
}

/** `var countPage = 35; var currentPage = 0;`: pages counted from 0. */
function fromCounts(scripts: readonly string[], url: string): Paging | null {
  const pages = numberOf(settingIn(scripts, 'countPage'), scripts);
  if (pages === null) return null;
  const shown = numberOf(settingIn(scripts, 'currentPage'), scripts) ?? pageNumber(url) ?? 0;
  return shown + 1 < pages ? { pages, next: shown + 1, stem: '', extension: '' } : null;
}

/** `totalPage: 20`: pages counted from 1. */
function fromTotal(scripts: readonly string[], url: string): Paging | null {
  const pages = numberOf(settingIn(scripts, 'totalPages?'), scripts);
  if (pages === null || !/\/(?:[^/]{1,60}\.s?html?)?$/.test(new URL(url).pathname)) return null;
  const shown = pageNumber(url) ?? 1;
  return shown < pages ? { pages, next: shown + 1, stem: '', extension: '' } : null;
}

/** A number as written, or what the scripts say the named variable is. */
function numberOf(word: string | null | undefined, scripts: readonly string[]): number | null {
  if (word === null || word === undefined || word === '') return null;
  const value = /^\d{1,6}$/.test(word)
    ? word
    : /^[a-z_$]\w{0,40}$/i.test(word)
      ? settingIn(scripts, word)
      : null;
  return value !== null && /^\d{1,6}$/.test(value) ? Number(value) : null;
}

function wordOf(written: string | undefined): string {
  return /^['"]([\w-]{1,60})['"]$/.exec(written ?? '')?.[1] ?? '';
}
