/** Where no service is known by name: an address in a script that can only be a list's, or a frame. */
import type { ListRequest } from '../domain/listing.ts';
import { attribute, elements } from '../markup/walk.ts';
import { settingIn } from './page-scripts.ts';
import type { ScriptedPage } from './scripted-page.ts';

const QUOTED =
  /["'`]((?:https?:)?\/{1,2}[^"'`\s<>]{4,300}|\.{0,2}\/?[\w-]{1,40}(?:\/[\w.-]{1,60}){1,8}(?:\.json|\?[^"'`\s<>]{1,200}))["'`]/g;
/** Words of a list's address; assets, statistics and searches are none. */
const LIST_ADDRESS =
  /(?:nodeart\/list|\/blocks\/[0-9a-f-]{8,}|(?:news|article|content|info|list|notice)[\w/-]{0,60}\.json|\/[\w/-]{1,60}\/index\.json|\/(?:get)?(?:article|news|info|content|doc)s?_?list\w{0,20}(?:[/?]|$)|\/api\/[\w/.-]{0,80}(?:news|article|list)|\/wp-json\/wp\/v2\/posts)/i;
const NO_LIST =
  /\.(?:js|css|png|jpe?g|gif|svg|woff2?)(?:\?|$)|(?:count|stat|log|login|search|captcha|weather|hot|rank|nav|menu|banner|config|manifest|i18n|comment)/i;
const NO_FRAME =
  /visitcount|count|login|tree\.jsp|share|foot|head|top|nav|weather|banner|search|stat|ad[sv]?[./_-]/i;

export function addressInScripts(page: ScriptedPage): ListRequest | null {
  for (const script of page.scripts) {
    for (const found of script.slice(0, 200_000).matchAll(QUOTED)) {
      const address = found[1] ?? '';
      if (!LIST_ADDRESS.test(address) || NO_LIST.test(address.replace(/^(?:https?:)?\/\/[^/]{1,200}/, '')))
        continue;
      const url = URL.parse(address, page.base);
      if (url === null || !/^https?:$/.test(url.protocol) || !sameSite(url, new URL(page.url))) continue;
      return { url: completed(url, page).href, method: 'GET', body: null };
    }
  }
  return null;
}

/** A query cut off for a variable (`…?nid=`) gets the script's value; page numbers start with 1. */
function completed(url: URL, page: ScriptedPage): URL {
  for (const [name, value] of [...url.searchParams]) {
    if (value !== '') continue;
    const given = settingIn(page.scripts, name);
    if (given !== null) url.searchParams.set(name, given);
    else if (/page|pgnum/i.test(name)) url.searchParams.set(name, '1');
  }
  if (/nodeart\/list/.test(url.pathname)) {
    for (const [name, value] of [
      ['pgnum', '1'],
      ['cnt', '20'],
      ['tp', '1'],
      ['orderby', '1'],
    ] as const) {
      if (!url.searchParams.get(name)) url.searchParams.set(name, value);
    }
  }
  return url;
}

/** Same registrable name, roughly: the last two labels, three under `gov.cn`, `com.cn` and their like. */
function sameSite(a: URL, b: URL): boolean {
  const site = (host: string) => {
    const labels = host.split('.');
    const second = labels.at(-2) ?? '';
    return labels.slice(/^(?:gov|com|org|net|edu|ac|co)$/.test(second) ? -3 : -2).join('.');
  };
  return site(a.hostname) === site(b.hostname);
}

/** A list in an `<iframe>` of the same host. */
export function frameRequest(page: ScriptedPage): ListRequest | null {
  for (const frame of elements(page.document, 'iframe')) {
    const source = attribute(frame, 'src');
    if (source === null || NO_FRAME.test(source)) continue;
    const url = URL.parse(source, page.base);
    if (url === null || url.hostname !== new URL(page.url).hostname || url.href === page.url) continue;
    if (/^https?:$/.test(url.protocol)) return { url: url.href, method: 'GET', body: null };
  }
  return null;
}
