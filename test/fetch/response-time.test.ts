/** How long a host took: a busy process does not count its own delays, and a slow host is still seen to be slow. */
import type { ServerResponse } from 'node:http';
import { Agent, request } from 'undici';
import { describe, expect, it, onTestFinished } from 'vitest';
import { watchExchange } from '../../src/adapters/crawlee/response-time.ts';
import { site } from './site.ts';

const SLOW_MS = 300;
const BUSY_MS = 250;

function agentOfOurs(): Agent {
  const agent = new Agent();
  onTestFinished(() => agent.close());
  return agent;
}

async function ask(answer: (response: ServerResponse) => void): Promise<{ ours: number; elapsed: number }> {
  const { origin } = await site((_request, response) => answer(response));
  const exchange = watchExchange(agentOfOurs());
  const start = performance.now();
  const { body } = await request(origin, { dispatcher: exchange.dispatcher });
  const elapsed = performance.now() - start;
  await body.text();
  exchange.stop();
  return { ours: exchange.responseMs(), elapsed };
}

describe('responseMs', () => {
  it('leaves out the time for which our own event loop was held up', async () => {
    const { ours, elapsed } = await ask((response) => {
      response.end('at once');
      const end = performance.now() + BUSY_MS;
      while (performance.now() < end);
    });
    expect(elapsed).toBeGreaterThan(BUSY_MS);
    expect(ours).toBeLessThan(BUSY_MS / 2);
  });

  it('counts the time of a slow host', async () => {
    const { ours } = await ask((response) => {
      setTimeout(() => response.end('late'), SLOW_MS);
    });
    expect(ours).toBeGreaterThan(SLOW_MS / 2);
  });

  it('is nothing for a request that was never sent', () => {
    const exchange = watchExchange(agentOfOurs());
    exchange.stop();
    expect(exchange.responseMs()).toBe(0);
    expect(exchange.arrivedAt()).toBeNull();
  });
});
