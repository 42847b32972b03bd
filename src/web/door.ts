/** The way in: the name that is asked for, the token, the login form. */
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { access } from './access.ts';
import { type Show, sendProblem } from './answers.ts';
import { isLoopbackName } from './security.ts';
import { loginPage } from './small-pages.ts';

export interface DoorDeps {
  token: string | null;
  now(): Date;
  show: Show;
}

const LOGIN_BYTES = 4_096;
const SAID = { wrong: 'That is not the token.', wait: 'Too many wrong tokens. Try again in a minute.' };

/** Adds the login routes, and lets nothing pass that is registered after them without access. */
export function addDoor(app: Hono, { token, now, show }: DoorDeps): void {
  const door = access({ token, now, refuse: (c) => refused(c, show) });
  app.get('/login', (c) => show(c, loginPage({ next: localPath(c.req.query('next')), said: null }), LOGIN));
  app.post('/login', bodyLimit({ maxSize: LOGIN_BYTES }), async (c) => {
    const form = await c.req.parseBody();
    const next = localPath(form.next);
    const end = sameOrigin(c) ? door.login(c, String(form.token ?? '')) : 'wrong';
    if (end === 'in') return c.redirect(next, 303);
    return show(c, loginPage({ next, said: SAID[end] }), { ...LOGIN, status: end === 'wait' ? 429 : 401 });
  });
  app.post('/logout', (c) => {
    if (sameOrigin(c)) door.logout(c);
    return c.redirect('/', 303);
  });
  app.use(door.guard);
}

const LOGIN = { title: 'Log in', section: 'none', bare: true } as const;

/** Without a token the dashboard answers to loopback names only. */
export function addNameCheck(app: Hono, { token, show }: DoorDeps): void {
  app.use(async (c, next) => {
    if (token !== null || isLoopbackName(c.req.url, c.req.header('Host'))) return next();
    return sendProblem(c, show, {
      status: 421,
      title: 'Not under this name',
      advice: 'Without PACTWIRE_TOKEN the dashboard answers to localhost and 127.0.0.1 only.',
    });
  });
}

function refused(c: Context, show: Show): Response | Promise<Response> {
  if (c.req.path.startsWith('/api/') || c.req.path === '/metrics') {
    c.header('WWW-Authenticate', 'Bearer realm="pactwire"');
    return c.json({ error: 'send the token: Authorization: Bearer <PACTWIRE_TOKEN>' }, 401);
  }
  const next = localPath(c.req.path + new URL(c.req.url).search);
  return show(c, loginPage({ next, said: null }), { ...LOGIN, status: 401 });
}

/** A path on this site, whatever was asked for: never another site, never `//host`. */
export function localPath(wanted: unknown): string {
  return typeof wanted === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(wanted) ? wanted : '/';
}

/** Forms of other sites are not taken. Old browsers send no Origin with a form of the same site. */
function sameOrigin(c: Context): boolean {
  const origin = c.req.header('Origin');
  if (!origin || origin === 'null') return c.req.header('Sec-Fetch-Site') !== 'cross-site';
  const host = c.req.header('Host') ?? new URL(c.req.url).host;
  return URL.canParse(origin) && new URL(origin).host === host;
}
