/**
 * The one place where a connection to the outside is opened. Three checks, since each has a hole that the next closes:
 * a literal address is never looked up; a name may have a private address beside a public one; and what was connected
 * to is asked of the socket itself.
 */
import { connect, isIP, type LookupFunction, type Socket } from 'node:net';
import { AddressRefused, type Allow } from './allow.ts';
import type { Lookup } from './lookup.ts';

export interface Guard {
  allow: Allow;
  lookup: Lookup;
}

export interface Target {
  /** Name or literal, brackets of an IPv6 literal allowed. */
  host: string;
  port: number;
  timeoutMs: number;
}

/** Opens a TCP connection. Rejects with `AddressRefused`, or with the error of the system (`ENOTFOUND` …). */
export function openSocket(target: Target, { allow, lookup }: Guard): Promise<Socket> {
  const host = target.host.replace(/^\[|\]$/g, '');
  const { port, timeoutMs } = target;
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const literal = isIP(host) ? allow(host, port) : null;
  if (literal !== null) return Promise.reject(refusal(host, host, { port, why: literal }));
  const socket = connect({
    host,
    port,
    autoSelectFamily: true,
    lookup: guardedLookup(port, { allow, lookup }),
  });
  const timer = setTimeout(() => socket.destroy(timeoutError(host, port, timeoutMs)), timeoutMs);
  socket.setNoDelay(true);
  socket.once('error', fail);
  socket.once('connect', () => {
    clearTimeout(timer);
    socket.off('error', fail);
    const remote = socket.remoteAddress ?? '';
    const why = allow(remote, port);
    if (why === null) return resolve(socket);
    socket.destroy();
    reject(refusal(host, remote, { port, why }));
  });
  return promise;

  function fail(error: Error): void {
    clearTimeout(timer);
    reject(error);
  }
}

/** A lookup for `net.connect` that fails when any address of the name is refused at this port. */
function guardedLookup(port: number, { allow, lookup }: Guard): LookupFunction {
  return (host, options, callback) => {
    lookup(host).then(
      (found) => {
        const family = options.family === 4 || options.family === 6 ? options.family : null;
        const fitting = family ? found.filter((entry) => entry.family === family) : found;
        const refused = found.find(({ address }) => allow(address, port) !== null);
        if (refused) {
          const why = allow(refused.address, port) ?? '';
          return callback(refusal(host, refused.address, { port, why }), '', 4);
        }
        const [first] = fitting;
        if (!first) return callback(noAddress(host), '', 4);
        if (options.all) return callback(null, fitting);
        callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 4),
    );
  };
}

function refusal(
  host: string,
  address: string,
  { port, why }: { port: number; why: string },
): AddressRefused {
  const what = host === address ? `${address} port ${port}` : `${host} is ${address}, port ${port}`;
  return new AddressRefused(`${what}: ${why}`);
}

function noAddress(host: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${host} has no address`), { code: 'ENOTFOUND' });
}

function timeoutError(host: string, port: number, timeoutMs: number): NodeJS.ErrnoException {
  const message = `no connection to ${host} port ${port} within ${timeoutMs} ms`;
  return Object.assign(new Error(message), { code: 'ETIMEDOUT' });
}
