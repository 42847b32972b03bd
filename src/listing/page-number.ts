/** Which page of a list an address means, and the address of another page of the same list. */

/** Query names that carry a page number. */
const PAGE_QUERY =
  /^(?:page|p|pn|pg|pageno|pagenum|pagenumber|page_?index|page_?id|pagei|paged|curpage|currpage|currentpage|cur_?page|cpage|pgnum|page_?no|pindex)$/i;
const PAGE_PATH = /\/page\/(\d{1,5})\/?$/i;
const LIST_PATH = /\/(?:list|index|class\/\w{1,20})\/(\d{1,5})(?:\.s?html?)?$/i;
const STEM = /^(.{0,60}?[a-z])?([_-]?)(\d{1,5})(\.(?:s?html?|jhtml|aspx?|php|jsp))$/i;

/** The page number an address names, or null when it names none (page 1 of most lists). */
export function pageNumber(address: string): number | null {
  const url = URL.parse(address);
  if (url === null) return null;
  for (const [name, value] of url.searchParams) {
    if (PAGE_QUERY.test(name) && /^\d{1,6}$/.test(value)) return Number(value);
  }
  const inPath = PAGE_PATH.exec(url.pathname)?.[1] ?? LIST_PATH.exec(url.pathname)?.[1];
  if (inPath !== undefined) return Number(inPath);
  const last = url.pathname.split('/').at(-1) ?? '';
  const stem = STEM.exec(last);
  return stem?.[1] === undefined || stem[3] === undefined ? null : Number(stem[3]);
}

/** The same address with the page number in its query raised by one; null when it has none. */
export function nextByQuery(address: string): string | null {
  const url = URL.parse(address);
  if (url === null) return null;
  for (const [name, value] of url.searchParams) {
    if (!PAGE_QUERY.test(name) || !/^\d{1,6}$/.test(value)) continue;
    url.searchParams.set(name, String(Number(value) + 1));
    return url.href;
  }
  return null;
}

/** The file name a list's pages share: `index` of `index_3.html`, `node_12` of `node_12.htm`. */
export function pageStem(address: string): { folder: string; stem: string; extension: string } {
  const url = new URL(address);
  const last = url.pathname.split('/').at(-1) ?? '';
  const folder = new URL(last === '' ? url.pathname : '.', url).href;
  const named = /^(.{1,80}?)(?:_(\d{1,4}))?\.(s?html?|jhtml|aspx?|php|jsp)$/i.exec(last);
  if (named === null) return { folder, stem: 'index', extension: 'html' };
  return { folder, stem: named[1] ?? 'index', extension: named[3] ?? 'html' };
}

/**
 * Addresses to try for page `page` (2 or more) of a static list that shows no way on, likeliest first. An answer
 * counts only if `acceptNext` says so.
 */
export function probePages(address: string, page: number): string[] {
  if (URL.parse(address) === null) return [];
  const { folder, stem, extension } = pageStem(address);
  const tries = [
    `${folder}${stem}_${page - 1}.${extension}`,
    `${folder}${stem}_${page}.${extension}`,
    `${folder}index_${page - 1}.html`,
    `${folder}index_${page}.html`,
  ];
  if (new URL(address).pathname.endsWith('/')) tries.push(`${folder}${page}`);
  return [...new Set(tries)];
}
