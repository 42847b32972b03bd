/** Posts to subscribers: through the guard, bounded in time and bytes, redirects not followed. */
import { request } from 'undici';
import { VisitFailure } from '../../domain/failure.ts';
import type { WebhookClient } from '../../domain/ports.ts';
import { startDeadline } from '../guard/deadline.ts';
import { visitFailure } from '../guard/failures.ts';
import { guardedAgent } from '../guard/guarded-agent.ts';
import type { Guard } from '../guard/open-socket.ts';

export interface WebhookOptions {
  guard: Guard;
  timeoutMs?: number;
  /** PEM of extra roots, for tests. */
  ca?: string;
}

/** The largest body that is sent: an agreement with its evidence is a few kilobytes. */
const MOST_BYTES = 1024 * 1024;
/** Of an answer only the status counts; this much is read off so that the connection can be used again. */
const ANSWER_BYTES = 16_384;

/** A client that must be closed. A redirect comes back as its status: a subscriber's address is fixed in the config. */
export function webhookClient({
  guard,
  timeoutMs = 15_000,
  ca,
}: WebhookOptions): WebhookClient & { close(): Promise<void> } {
  const agent = guardedAgent(guard, ca ? { ca } : {});
  return {
    async post(address, body, headers) {
      const url = targetOf(address);
      if (Buffer.byteLength(body) > MOST_BYTES) {
        throw new VisitFailure('too_large', `a message over ${MOST_BYTES} bytes is not sent`);
      }
      const deadline = startDeadline(timeoutMs);
      try {
        const answer = await request(url, {
          dispatcher: agent,
          signal: deadline.signal,
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body,
        });
        answer.body.on('error', () => undefined);
        await answer.body.dump({ limit: ANSWER_BYTES });
        const after = answer.headers['retry-after'];
        return {
          status: answer.statusCode,
          retryAfter: (Array.isArray(after) ? after.at(-1) : after) ?? null,
        };
      } catch (error) {
        throw visitFailure(error, { url, timeoutMs, deadline });
      } finally {
        deadline.clear();
      }
    },
    close: () => agent.destroy(),
  };
}

function targetOf(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new VisitFailure('guard_refused', `"${address.slice(0, 200)}" is no http or https URL`);
}
