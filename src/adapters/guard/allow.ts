/**
 * Which addresses may be reached. One rule for every way out: pages, robots.txt, the browser, webhooks.
 *
 * Judged on the bytes of an address and never on its spelling, so that `127.1`, `0x7f000001` and
 * `::ffff:7f00:1` are one address.
 */
import ipaddr from 'ipaddr.js';

/** Null when a connection to `address` (a literal, v4 or v6) at `port` is allowed, else why it is not. */
export type Allow = (address: string, port: number) => string | null;

/** A connection that the guard did not open. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
  readonly code = 'E_ADDRESS_REFUSED';
}

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Network = [Address, number];

/** Global unicast so far (RFC 4291 2.4): the library calls `::127.0.0.1` and other old forms unicast as well. */
const GLOBAL_V6 = ipaddr.IPv6.parseCIDR('2000::/3');
/** Inside 2000::/3 but not of the public net: RFC 2928 (IETF protocols), RFC 9637 (documentation). */
const HOLES_V6 = ['2001::/23', '3fff::/20'].map((cidr) => ipaddr.IPv6.parseCIDR(cidr));
/** Called unicast by the library: 6to4 relays (RFC 7526), AS112 sinks (RFC 7535), AMT relays (RFC 7450). */
const HOLES_V4 = ['192.88.99.0/24', '192.31.196.0/24', '192.175.48.0/24', '192.52.193.0/24'].map((cidr) =>
  ipaddr.IPv4.parseCIDR(cidr),
);

/**
 * Public addresses on ports 80 and 443, and the listed networks (CIDR) on any port.
 * Throws a RangeError naming an entry that is no CIDR.
 */
export function allowPublicAnd(networks: string[]): Allow {
  const listed = networks.map(parseNetwork);
  return (text, port) => {
    if (!ipaddr.isValid(text)) return 'not an IP address';
    const address = ipaddr.process(text); // ::ffff:a.b.c.d becomes a.b.c.d
    if (listed.some((network) => isIn(address, network))) return null;
    if (!isPublic(address)) return `${rangeName(address)}, not a public address`;
    return port === 80 || port === 443 ? null : `port ${port} is neither 80 nor 443`;
  };
}

function parseNetwork(cidr: string): Network {
  if (!ipaddr.isValidCIDR(cidr)) {
    throw new RangeError(`"${cidr}" is no network: write an address and a prefix, like 10.1.0.0/16`);
  }
  const [address, bits] = ipaddr.parseCIDR(cidr);
  const plain = ipaddr.process(address.toString());
  // A v4-mapped network is meant as the v4 network it maps.
  return plain.kind() === address.kind() ? [plain, bits] : [plain, Math.max(0, bits - 96)];
}

function isIn(address: Address, [base, bits]: Network): boolean {
  if (address instanceof ipaddr.IPv4) return base instanceof ipaddr.IPv4 && address.match(base, bits);
  return base instanceof ipaddr.IPv6 && address.match(base, bits);
}

function isPublic(address: Address): boolean {
  if (address.range() !== 'unicast') return false;
  if (address instanceof ipaddr.IPv4) return !HOLES_V4.some((hole) => isIn(address, hole));
  return isIn(address, GLOBAL_V6) && !HOLES_V6.some((hole) => isIn(address, hole));
}

/** `uniqueLocal` as `unique local`; what the library calls unicast and we do not is `reserved`. */
function rangeName(address: Address): string {
  const range = address.range();
  if (range === 'unicast') return 'reserved';
  return range.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
