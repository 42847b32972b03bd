/** One hop over the guarded agent, bounded in time and in decoded bytes. */
import { type Dispatcher, request } from 'undici';
import { VisitFailure } from '../../domain/failure.ts';
import type { Answer, FetchRequest } from '../../domain/ports.ts';
import { startDeadline } from '../guard/deadline.ts';
import { visitFailure } from '../guard/failures.ts';
import { ACCEPT_ENCODING, codingsOf, readBody } from './read-body.ts';
import { watchExchange } from './response-time.ts';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Read off and thrown away, so that the connection can be used again. */
const REDIRECT_BODY = 16_384;

/** Fetches one hop through `agent`. Rejects with `VisitFailure` only. */
export async function fetchOnce(asked: FetchRequest, agent: Dispatcher): Promise<Answer> {
  const url = new URL(asked.url);
  await asked.ready?.();
  const deadline = startDeadline(asked.timeoutMs, asked.signal);
  try {
    return await exchangeOnce(url, { asked, agent, signal: deadline.signal });
  } catch (error) {
    throw visitFailure(error, { url, timeoutMs: asked.timeoutMs, deadline, signal: asked.signal });
  } finally {
    deadline.clear();
  }
}

type Way = { asked: FetchRequest; agent: Dispatcher; signal: AbortSignal };

async function exchangeOnce(url: URL, { asked, agent, signal }: Way): Promise<Answer> {
  const exchange = watchExchange(agent);
  const response = await request(url, {
    dispatcher: exchange.dispatcher,
    signal,
    method: asked.method ?? 'GET',
    headers: { 'accept-encoding': ACCEPT_ENCODING, ...asked.headers },
    ...(asked.body === undefined ? {} : { body: asked.body }),
  }).finally(exchange.stop);
  const arrived = exchange.arrivedAt() ?? performance.now();
  // Without a listener the abort of an unread body would end the process.
  response.body.on('error', () => undefined);
  try {
    const headers = lastValues(response.headers);
    const location = REDIRECTS.has(response.statusCode) ? targetOf(headers.location, url) : null;
    const bytes = location === null ? await bodyOf(response, headers, asked.maxBytes) : await skip(response);
    return {
      url: url.href,
      status: response.statusCode,
      headers,
      contentType: headers['content-type'] ?? null,
      location,
      bytes,
      hops: [],
      sinceResponseMs: performance.now() - arrived,
      responseMs: exchange.responseMs(),
    };
  } catch (error) {
    response.body.destroy();
    throw error;
  }
}

type Response = Dispatcher.ResponseData;

function bodyOf(response: Response, headers: Record<string, string>, maxBytes: number): Promise<Buffer> {
  return readBody(response.body, codingsOf(headers['content-encoding'] ?? ''), maxBytes);
}

async function skip(response: Response): Promise<Buffer> {
  await response.body.dump({ limit: REDIRECT_BODY });
  return Buffer.alloc(0);
}

/** Lower-case names, the last value of a repeated header. */
function lastValues(headers: Response['headers']): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const last = Array.isArray(value) ? value.at(-1) : value;
    if (last !== undefined) values[name] = last;
  }
  return values;
}

/**
 * The absolute target of a redirect; null without one. Raw bytes above 0x7f, UTF-8 or GBK, are escaped one by one as
 * browsers do; they arrive here as one character each.
 */
function targetOf(header: string | undefined, base: URL): string | null {
  if (header === undefined) return null;
  const escaped = header.replace(/[\x80-\xff]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  if (URL.canParse(escaped, base)) return new URL(escaped, base).href;
  throw new VisitFailure('http_error', `redirect to "${escaped.slice(0, 200)}", which is no URL`);
}
