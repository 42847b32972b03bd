/** Hosts that moved, as operators declare them: the old address and the new one are one article. */

import type { HostMove } from '../domain/source.ts';

/** The URL after the first move that fits; the given one when none does. */
export function applyMoves(url: URL, moves: readonly HostMove[]): URL {
  for (const move of moves) {
    const moved = applyMove(url, move);
    if (moved) return moved;
  }
  return url;
}

function applyMove(url: URL, move: HostMove): URL | null {
  const [fromHost, fromPath] = split(move.from);
  const [toHost, toPath] = split(move.to);
  const isSubdomain = fromPath === '/' && url.hostname.endsWith(`.${fromHost}`);
  // A new host that lies under the old name has moved already.
  if (url.hostname === toHost || (isSubdomain && url.hostname.endsWith(`.${toHost}`))) {
    if (toHost !== fromHost) return null;
  }
  if (url.hostname !== fromHost && !isSubdomain) return null;
  if (!url.pathname.startsWith(fromPath)) return null;
  const moved = new URL(url.href);
  moved.hostname = isSubdomain ? url.hostname.slice(0, -fromHost.length) + toHost : toHost;
  moved.pathname = toPath + url.pathname.slice(fromPath.length);
  return moved;
}

function split(address: string): [string, string] {
  const bare = address.replace(/^https?:\/\//, '');
  const slash = bare.indexOf('/');
  return slash < 0 ? [bare.toLowerCase(), '/'] : [bare.slice(0, slash).toLowerCase(), bare.slice(slash)];
}
