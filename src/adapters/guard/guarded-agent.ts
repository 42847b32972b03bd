/** The undici agent that all of our own HTTP goes through: its sockets come from `openSocket`. */
import { constants } from 'node:crypto';
import { isIP } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { type Guard, openSocket } from './open-socket.ts';

/** Largest header block that is read, in bytes. */
export const HEADER_BYTES = 64 * 1024;
const CONNECT_MS = 10_000;

/**
 * An agent that connects only where `guard` allows, HTTP/1.1 only, certificates verified (`ca` adds roots, for tests).
 * It follows no redirects and undoes no content-encoding.
 */
export function guardedAgent(guard: Guard, { ca }: { ca?: string } = {}): Agent {
  // HTTP/2 would put many requests on one socket for no gain: the pace is one request at a time a host.
  const overTls = buildConnector({
    allowH2: false,
    timeout: CONNECT_MS,
    // Many older government servers know no secure renegotiation (RFC 5746). Browsers read them all the same;
    // certificates are verified as ever, and we renegotiate nothing.
    secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
    ...(ca ? { ca } : {}),
  });
  return new Agent({
    allowH2: false,
    connections: 8,
    pipelining: 1,
    // Shorter than the 5 s after which many servers close: a request then seldom meets a closing socket.
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 30_000,
    // The caller's deadline rules; these only end what it forgot.
    headersTimeout: 120_000,
    bodyTimeout: 120_000,
    maxHeaderSize: HEADER_BYTES,
    connect(options, callback) {
      const secure = options.protocol === 'https:';
      const port = Number(options.port) || (secure ? 443 : 80);
      openSocket({ host: options.hostname, port, timeoutMs: CONNECT_MS }, guard).then(
        (socket) => {
          if (!secure) return callback(null, socket);
          const host = options.hostname.replace(/^\[|\]$/g, '');
          // No server name for a literal (RFC 6066 3), else the name that the URL has.
          overTls(
            { ...options, hostname: host, ...(isIP(host) ? {} : { servername: host }), httpSocket: socket },
            callback,
          );
        },
        (error: Error) => callback(error, null),
      );
    },
  });
}
