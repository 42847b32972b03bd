/** List services that are asked for a window of records: Hanweb's `dataproxy.jsp` and truecms's `getMessage.do`. */
import type { ListRequest } from '../domain/listing.ts';
import { elements } from '../markup/walk.ts';
import { settingIn } from './page-scripts.ts';
import type { ScriptedPage } from './scripted-page.ts';

const PROXY_PATH = /["']([^"'\s]{0,200}dataproxy\.jsp)(?:\?([^"'\s]{0,800}))?["']/i;
/** Parameters of the service, with what it is sent where the page does not say. */
const PROXY_PARAMETERS: [name: string, fallback: string][] = [
  ['col', '1'],
  ['appid', '1'],
  ['webid', ''],
  ['path', '/'],
  ['columnid', ''],
  ['sourceContentType', '1'],
  ['unitid', ''],
  ['webname', ''],
  ['permissiontype', '0'],
];

/** `window` is 3 × perpage unless the page names its group size. */
export function dataproxyRequest(page: ScriptedPage): ListRequest | null {
  const named = namedProxy(page);
  if (named === null) return null;
  const url = URL.parse(named.path, page.base);
  if (url === null) return null;
  const { scripts } = page;
  const given = new URLSearchParams(named.query.replaceAll('&amp;', '&'));
  const perPage = Number(settingIn(scripts, 'perPage') ?? given.get('perpage') ?? 15) || 15;
  const groups = Number(settingIn(scripts, 'groupSize') ?? 3) || 3;
  url.searchParams.set('startrecord', '1');
  url.searchParams.set('endrecord', String(perPage * groups));
  url.searchParams.set('perpage', String(perPage));
  for (const [name, fallback] of PROXY_PARAMETERS) {
    url.searchParams.set(
      name,
      given.get(name) ?? settingIn(scripts, name) ?? fromAddress(page, name) ?? fallback,
    );
  }
  return { url: url.href, method: 'GET', body: null };
}

function namedProxy(page: ScriptedPage): { path: string; query: string } | null {
  for (const script of page.scripts) {
    const found = PROXY_PATH.exec(script);
    if (found?.[1] !== undefined) return { path: found[1], query: found[2] ?? '' };
  }
  for (const element of elements(page.document)) {
    const address = element.attribs.href ?? element.attribs.url ?? element.attribs.src ?? '';
    const place = address.search(/dataproxy\.jsp/i);
    if (place === -1) continue;
    const [path = '', query = ''] = address.split('?');
    return { path, query };
  }
  return null;
}

/** Column and unit as the listing's address (`/col/col123/`) and the script's target (`$('#456').jpage`) give them. */
function fromAddress(page: ScriptedPage, name: string): string | null {
  if (name === 'columnid') return /\/col\/col(\d{1,12})(?:\/|$)/.exec(page.url)?.[1] ?? null;
  if (name !== 'unitid') return null;
  for (const script of page.scripts) {
    const found = /["']#?(\d{2,12})["']\)?\s?\.jpage\s?\(/i.exec(script)?.[1];
    if (found !== undefined) return found;
  }
  return null;
}

/** Windows of 20: what the servers seen give without complaint. */
const TRUECMS_WINDOW = 20;

export function truecmsRequest(page: ScriptedPage): ListRequest | null {
  const { scripts } = page;
  const proxy = settingIn(scripts, 'proxyUrl');
  const path = proxy?.includes('getMessage.do') ? proxy : addressOfMessages(scripts);
  const column = settingIn(scripts, 'columnId');
  if (path === null || column === null) return null;
  const url = URL.parse(path, page.base);
  if (url === null) return null;
  const perPage = Math.min(Number(settingIn(scripts, 'perPage') ?? TRUECMS_WINDOW) || TRUECMS_WINDOW, 50);
  url.searchParams.set('startrecord', '1');
  url.searchParams.set('endrecord', String(perPage));
  url.searchParams.set('perpage', String(perPage));
  url.searchParams.set('columnId', column);
  url.searchParams.set('callback', 'rows');
  return { url: url.href, method: 'GET', body: null };
}

function addressOfMessages(scripts: readonly string[]): string | null {
  for (const script of scripts) {
    const found = /["']([^"'\s]{0,200}messageController\/getMessage\.do)[^"']{0,300}["']/i.exec(script)?.[1];
    if (found !== undefined) return found;
  }
  return null;
}

const CATALOGUE = /module\/xxgk\/(?:search|tree)\.jsp[^"']{0,200}/i;

/** Hanweb's catalogue: rows by POST, counted by page; the area stands in the frame or script that names the module. */
export function catalogueRequest(page: ScriptedPage): ListRequest | null {
  const frames = elements(page.document, 'iframe').map((frame) => frame.attribs.src ?? '');
  const named = [...frames, ...page.scripts].map((text) => CATALOGUE.exec(text)?.[0]).find(Boolean);
  if (named === undefined) return null;
  const area = /[?&]area=([\w-]{0,60})/.exec(named)?.[1] ?? settingIn(page.scripts, 'area');
  if (area === null) return null;
  const url = new URL('/module/xxgk/search.jsp', page.base);
  for (const name of ['infotypeId', 'vc_title', 'vc_number']) url.searchParams.set(name, '');
  url.searchParams.set('area', area);
  url.searchParams.set('currpage', '1');
  return { url: url.href, method: 'POST', body: '' };
}
