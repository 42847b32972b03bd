/** List services that are asked for a page by number (or by month): JPaaS units, gkmlpt, Epoint, NewsByIndex. */
import type { ListRequest } from '../domain/listing.ts';
import { attribute, elements } from '../markup/walk.ts';
import { settingIn } from './page-scripts.ts';
import type { ScriptedPage } from './scripted-page.ts';

/** Rows asked for at a time, the size the units themselves use. */
const UNIT_ROWS = 15;

/**
 * `<script src="…unitbuild.js" url="…" queryData="{'webId':'1',…}">`. Of several units on a page the list's own
 * is the one that its tag calls a list; the service reads the page number only inside `paramJson`.
 */
export function jpaasRequest(page: ScriptedPage): ListRequest | null {
  let chosen: { url: string; query: Record<string, unknown>; rank: number } | null = null;
  for (const script of elements(page.document, 'script')) {
    const address = attribute(script, 'url');
    const query = looseJson(attribute(script, 'querydata'));
    if (address === null || query === null || !/publish-server|\/unit/i.test(address)) continue;
    const tag = String(query.tagId ?? '');
    const rank = /列表|list|信息|分页/i.test(tag)
      ? 2
      : /导航|菜单|位置|栏目名|nav|menu|position|title/i.test(tag)
        ? 0
        : 1;
    if (chosen === null || rank > chosen.rank) chosen = { url: address, query, rank };
  }
  const url = chosen === null ? null : URL.parse(chosen.url, page.base);
  if (chosen === null || url === null) return null;
  for (const [name, value] of Object.entries(chosen.query)) url.searchParams.set(name, String(value ?? ''));
  url.searchParams.set('paramJson', JSON.stringify({ pageNo: 1, pageSize: UNIT_ROWS }));
  return { url: url.href, method: 'GET', body: null };
}

/** `/gkmlpt/index#<category>` with `SID` in `window._CONFIG`; category 0 holds all. */
export function gkmlptRequest(page: ScriptedPage): ListRequest | null {
  const here = new URL(page.url);
  const isOne =
    /\/gkmlpt(?:\/|$)/.test(here.pathname) || page.scripts.some((text) => /\/gkmlpt\/api\//.test(text));
  const sid = settingIn(page.scripts, 'SID');
  if (!isOne || sid === null) return null;
  const category = /^#\/?(\d{1,9})$/.exec(here.hash)?.[1] ?? '0';
  const url = new URL(`/gkmlpt/api/all/${category}`, here);
  url.searchParams.set('page', '1');
  url.searchParams.set('sid', sid);
  return { url: url.href, method: 'GET', body: null };
}

/**
 * Epoint: department and category stand in the listing's own query, the site's id in the page or in
 * `/js/webBuilderCommon.js`. Where the page has no id, that script is asked for first; the fragment of its address
 * carries the query along.
 */
export function epointRequest(page: ScriptedPage): ListRequest | null {
  const common = elements(page.document, 'script').find((script) =>
    /webBuilderCommon\.js/i.test(script.attribs.src ?? ''),
  );
  const query = epointQuery(page);
  if (query === null) return null;
  const inline = epointFromScript(page.scripts.join('\n'), page.url, query);
  if (inline !== null) return inline;
  const url = common === undefined ? null : URL.parse(common.attribs.src ?? '', page.base);
  if (url === null) return null;
  url.hash = `epoint?${query}`;
  return { url: url.href, method: 'GET', body: null };
}

function epointQuery(page: ScriptedPage): string | null {
  const search = new URL(page.url).searchParams;
  const category = search.get('categorynum') ?? settingIn(page.scripts, 'categorynum');
  if (category === null) return null;
  return new URLSearchParams({
    deptcode: search.get('deptcode') ?? settingIn(page.scripts, 'deptcode') ?? '',
    categorynum: category,
  }).toString();
}

/** The list request from a script that declares `siteInfo`; `query` holds deptcode and categorynum. */
export function epointFromScript(script: string, url: string, query: string): ListRequest | null {
  const site = settingIn([script], 'siteGuid');
  if (site === null) return null;
  const project = settingIn([script], 'projectName') ?? '';
  const folder = project === '' || project.startsWith('/') ? project : `/${project}`;
  const wanted = new URLSearchParams(query);
  return {
    url: new URL(`${folder}/rest/lightfrontaction/getgovinfolist`, url).href,
    method: 'POST',
    body: JSON.stringify({
      deptcode: wanted.get('deptcode') ?? '',
      categorynum: wanted.get('categorynum') ?? '',
      siteGuid: site,
      pageIndex: 0,
      pageSize: UNIT_ROWS,
    }),
    contentType: 'application/json',
  };
}

/** `/api/article/NewsByIndex/2/<yyyy>/<mm>/news`, the month from the listing's own `list<yyyymm>.html`. */
export function monthsRequest(page: ScriptedPage): ListRequest | null {
  for (const script of page.scripts) {
    const path = /["']([^"'\s]{0,100}\/NewsByIndex\/[^"'\s]{0,100})["']/.exec(script)?.[1];
    if (path === undefined) continue;
    const whole = /\/(?:19|20)\d{2}\/\d{1,2}\//.test(path);
    const month = /((?:19|20)\d{2})[-_/]?(0[1-9]|1[0-2])/.exec(new URL(page.url).pathname);
    if (!whole && month === null) return null;
    const start = whole
      ? path
      : `${path.replace(/\/NewsByIndex\/?$/, '/NewsByIndex/2').replace(/\/$/, '')}/${month?.[1]}/${month?.[2]}/news`;
    return { url: new URL(start, page.base).href, method: 'GET', body: null };
  }
  return null;
}

/** JSON as written into attributes: in single quotes. */
function looseJson(text: string | null): Record<string, unknown> | null {
  if (text === null || text.length > 4_000) return null;
  for (const candidate of [text, text.replaceAll("'", '"')]) {
    try {
      const value: unknown = JSON.parse(candidate);
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return value as Record<string, unknown>;
    } catch {
      // Not JSON in this quoting; the other one is tried.
    }
  }
  return null;
}
