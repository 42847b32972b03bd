/**
 * The list service behind a page whose rows are not in its HTML: which family, and what to ask it. Every value
 * comes from the page. The listing's own address should be sent as Referer: some services answer 404 without.
 */
import type { ListRequest } from '../domain/listing.ts';
import type { ScriptedPage } from './scripted-page.ts';
import { addressInScripts, frameRequest } from './service-guess.ts';
import { epointRequest, gkmlptRequest, jpaasRequest, monthsRequest } from './service-pages.ts';
import { catalogueRequest, dataproxyRequest, truecmsRequest } from './service-windows.ts';

/** A service whose fingerprint is in the page; null when none is. */
export function knownService(page: ScriptedPage): ListRequest | null {
  return (
    jpaasRequest(page) ??
    gkmlptRequest(page) ??
    truecmsRequest(page) ??
    dataproxyRequest(page) ??
    catalogueRequest(page) ??
    epointRequest(page) ??
    monthsRequest(page)
  );
}

/** Without a fingerprint: an address in a script that can only be a list's, or a frame of the same host. */
export function guessedService(page: ScriptedPage): ListRequest | null {
  return addressInScripts(page) ?? frameRequest(page);
}
