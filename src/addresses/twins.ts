/**
 * Second addresses of one article: mobile, app, elder-care, accelerated and traditional-script editions.
 *
 * Each rule needs a sign of an article in the path (a long number, a date, a hash, a worded slug) where the
 * edition is told by the host alone: front pages and short paths of `m.` and `www.` may well differ.
 */

export interface Address {
  /** With colon: `https:`. */
  protocol: string;
  /** With port, if any. */
  host: string;
  path: string;
  /** Without `?`. */
  query: string;
}

/** The ordinary edition's address; the given one when it is that already. */
export function ordinaryTwin(address: Address): Address {
  const ungated = throughGateway(address);
  return withoutMobileHost({ ...ungated, path: ordinaryPath(ungated.path) });
}

/** `big5.example.cn/gate/big5/www.example.cn/path`: a converter in front of the real page. */
function throughGateway(address: Address): Address {
  const found = /^\/gate\/(?:big5|gb)\/([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5})(\/.*|$)/i.exec(
    address.path,
  );
  if (!found?.[1]) return address;
  return { ...address, host: found[1].toLowerCase(), path: found[2] || '/' };
}

function ordinaryPath(path: string): string {
  return path
    .replace(/(\d)_(?:app|wap|slb|senior)(?=\.s?html?$)/i, '$1')
    .replace(/\/mpost_(?=\d{4,})/, '/post_')
    .replace(/^\/big5(?=\/n\d\/)/i, '')
    .replace(/^\/big5(?=\/\d)/i, '/GB')
    .replace(/\/(PressRele?a?se)Iframe(?=Page\.aspx$|Detail\.aspx$)/i, '/$1')
    .replace(/([^/]{8}\/)amp\/?$/, '$1');
}

const MOBILE_HOST = /^(?:m|wap|mobile|3g)\.(?=[^.]{1,63}\.[^.])/;
/** Second-level suffixes under which the name itself is the third label. */
const SUFFIX = /\.(?:com|net|org|gov|edu|ac|co|go|gob|gouv|mil|[a-z]{2})\.[a-z]{2}$/;

function withoutMobileHost(address: Address): Address {
  const { host } = address;
  if (!MOBILE_HOST.test(host) || !namesArticle(address)) return address;
  const rest = host.replace(MOBILE_HOST, '');
  const bare = rest.replace(/:\d{1,5}$/, '');
  const labels = bare.split('.').length - (SUFFIX.test(bare) ? 1 : 0);
  return { ...address, host: labels === 2 ? `www.${rest}` : rest };
}

/** A long number, a hash, or a slug of four words: chance does not give two articles the same. */
function namesArticle({ path, query }: Address): boolean {
  return /\d{6}|[0-9a-f]{16}|(?:[a-z0-9]{1,40}-){3}[a-z]/i.test(`${path}?${query}`);
}
