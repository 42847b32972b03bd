/**
 * The dashboard and the HTTP API: data in, HTML and JSON out. No script runs in the browser.
 *
 * Every request passes, in this order: security headers, the check of the name it asks for, the token.
 */
import { Hono } from 'hono';
import { ServiceUnreachable } from '../domain/failure.ts';
import type { Queries, SourceHistory } from '../domain/queries.ts';
import { sendIcon, sendProblem, sendStyle, shower } from './answers.ts';
import { api } from './api.ts';
import { addDoor, addNameCheck } from './door.ts';
import { metrics } from './metrics.ts';
import { addPages } from './page-routes.ts';
import { remembered } from './remembered.ts';
import { securityHeaders } from './security.ts';

export interface WebDeps {
  queries: Queries;
  /** One word for how a source is doing. */
  health(source: SourceHistory): string;
  /** Asked for when set; must be set when the server is bound beyond loopback. */
  token: string | null;
  now(): Date;
  /** The identity that a URL is known by (its canonical form); null: it is no URL. Without it: the URL as given. */
  keyOf?(url: string): string | null;
  /** Told of errors that end as a 500 page. */
  onError?(error: unknown): void;
}

/** Agreements that the chart and the choices of the filters are counted over. */
const COUNTED = 2_000;
/** They are not counted anew for every click. */
const COUNTED_FOR_MS = 15_000;
const JUDGED_FOR_MS = 3_000;

export function createWeb(deps: WebDeps): Hono {
  const { queries, token, now } = deps;
  const app = new Hono();
  const keyOf = (url: string) => (url.startsWith('urn:') ? url : (deps.keyOf?.(url) ?? url));
  const show = shower(token !== null);
  // Judging ten thousand sources takes a while: once for the clicks of a few seconds.
  const sources = remembered(
    async () => (await queries.sources()).map((source) => ({ ...source, state: deps.health(source) })),
    { ms: JUDGED_FOR_MS, now },
  );
  const counts = remembered(() => queries.run(new Date(0)), { ms: COUNTED_FOR_MS, now });
  const counted = remembered(() => queries.agreements({ limit: COUNTED }), { ms: COUNTED_FOR_MS, now });
  const figures = metrics(async () => ({ counts: await counts(), sources: await sources() }));

  app.use(securityHeaders);
  addNameCheck(app, { token, now, show });
  app.get('/assets/style.css', sendStyle);
  app.get('/assets/icon.svg', sendIcon);
  // Open to all: it says whether the store answers, and nothing else.
  app.get('/healthz', async (c) => {
    const at = await queries.now().catch(() => null);
    return at ? c.json({ ok: true, at: at.toISOString() }) : c.json({ ok: false }, 503);
  });
  addDoor(app, { token, now, show });
  addPages(app, { queries, sources, counts, counted, keyOf, now, show });
  app.get('/metrics', async (c) =>
    c.body(await figures.scrape(), 200, { 'Content-Type': figures.contentType }),
  );
  app.route('/api', api({ queries, health: deps.health, keyOf }));
  app.notFound((c) =>
    sendProblem(c, show, { status: 404, title: 'Not found', advice: 'There is nothing at this address.' }),
  );
  app.onError((error, c) => {
    deps.onError?.(error);
    if (error instanceof ServiceUnreachable) {
      const advice = `${error.service} does not answer. Pactwire keeps trying.`;
      return sendProblem(c, show, { status: 503, title: 'Not now', advice });
    }
    const advice = 'The log of the web process says more.';
    return sendProblem(c, show, { status: 500, title: 'Something went wrong', advice });
  });
  return app;
}
