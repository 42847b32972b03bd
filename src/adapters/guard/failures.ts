/** From the errors of sockets, TLS and undici to the words of the house. */
import { VisitFailure } from '../../domain/failure.ts';
import { AddressRefused } from './allow.ts';
import type { Deadline } from './deadline.ts';

export interface Asked {
  url: URL;
  timeoutMs: number;
  deadline?: Deadline | undefined;
  /** The caller's signal, for its reason. */
  signal?: AbortSignal | undefined;
}

const TLS_CODE =
  /^(CERT_|ERR_TLS|ERR_SSL|EPROTO|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA)/;
const TIME_CODES = new Set([
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

/** Where no connection came to be: whatever was to be asked, the host cannot be had. */
const NOT_CONNECTED = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH']);

const SAID: Record<string, string> = {
  ENOTFOUND: 'the name is not known',
  EAI_AGAIN: 'the name could not be looked up',
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection reset',
  EPIPE: 'connection closed while sending',
  EHOSTUNREACH: 'no way to the host',
  ENETUNREACH: 'no way to the network',
  UND_ERR_SOCKET: 'the server closed the connection before its answer was complete',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the body is not as long as announced',
};

/** What an error of a request means for the visit; a `VisitFailure` stays what it is. */
export function visitFailure(error: unknown, { url, timeoutMs, deadline, signal }: Asked): VisitFailure {
  if (error instanceof VisitFailure) return error;
  if (deadline?.ended() === 'caller') return stopped(signal);
  if (deadline?.ended() === 'time') {
    return new VisitFailure('timeout', `${url.host}: no complete answer within ${timeoutMs} ms`, 'retry');
  }
  const refused = causes(error).find((cause) => cause instanceof AddressRefused);
  if (refused) return new VisitFailure('guard_refused', refused.message);
  const code = codeOf(error);
  if (TLS_CODE.test(code)) return new VisitFailure('tls', `${url.host}: ${code} ${messageOf(error)}`.trim());
  if (TIME_CODES.has(code)) return new VisitFailure('timeout', `${url.host}: ${messageOf(error)}`, 'retry');
  if (code === 'UND_ERR_HEADERS_OVERFLOW')
    return new VisitFailure('http_error', `${url.host}: header block too large`);
  return new VisitFailure(
    'network',
    `${url.host}: ${SAID[code] ?? messageOf(error)}${code ? ` (${code})` : ''}`,
    'retry',
    null,
    !NOT_CONNECTED.has(code),
  );
}

/** The caller stopped the request: the work goes back and costs nothing. */
function stopped(signal: AbortSignal | undefined): VisitFailure {
  const reason: unknown = signal?.reason;
  if (reason instanceof VisitFailure) return reason;
  const why = reason instanceof Error ? reason.message : 'no reason given';
  return new VisitFailure('network', `request stopped: ${why}`, 'later', 0);
}

/** The error, what it was caused by, and the errors of several tried addresses; at most a handful. */
function causes(error: unknown): Error[] {
  const found: Error[] = [];
  const open: unknown[] = [error];
  while (open.length > 0 && found.length < 20) {
    const next = open.shift();
    if (!(next instanceof Error)) continue;
    found.push(next);
    open.push(next.cause, ...(next instanceof AggregateError ? next.errors : []));
  }
  return found;
}

/** The first code that says more than that a request failed. */
function codeOf(error: unknown): string {
  const codes = causes(error)
    .map((cause) => ('code' in cause ? String(cause.code) : ''))
    .filter(Boolean);
  return codes.find((code) => TLS_CODE.test(code)) ?? codes.find((code) => code in SAID) ?? codes[0] ?? '';
}

/** One line, bounded: it comes from outside. */
function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s+/g, ' ').slice(0, 200).trim();
}
