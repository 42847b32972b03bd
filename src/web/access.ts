/**
 * Who may look. With a token: `Authorization: Bearer`, or a session cookie that the login form sets. Without one:
 * whoever reaches the loopback address.
 *
 * A session is `expiry.signature`, signed with the token: nothing to store, and a new token ends all sessions.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

const COOKIE = 'pactwire';
const SESSION_MS = 12 * 3_600_000;
/** Wrong tokens a minute, from everybody together: a guess takes for ever, a typo does not. */
const MOST_WRONG = 20;
const WRONG_WINDOW_MS = 60_000;

export interface Access {
  /** Lets the request through, or answers 401 (API) or with the login page. */
  guard: MiddlewareHandler;
  /** `in`: a cookie was set; `wrong`; `wait`: too many wrong ones lately. */
  login(c: Context, given: string): 'in' | 'wrong' | 'wait';
  logout(c: Context): void;
  needed: boolean;
}

interface AccessOptions {
  token: string | null;
  now(): Date;
  /** What a request without access gets. */
  refuse(c: Context): Response | Promise<Response>;
}

export function access({ token, now, refuse }: AccessOptions): Access {
  const wrong: number[] = [];
  const tooMany = () => {
    const since = now().getTime() - WRONG_WINDOW_MS;
    while (wrong[0] !== undefined && wrong[0] < since) wrong.shift();
    return wrong.length >= MOST_WRONG;
  };
  return {
    needed: token !== null,
    async guard(c, next) {
      if (token === null || sessionHolds(getCookie(c, COOKIE), token, now())) return next();
      const bearer = /^Bearer (.{1,500})$/i.exec(c.req.header('Authorization') ?? '')?.[1];
      if (bearer !== undefined && sameText(bearer, token)) return next();
      return refuse(c);
    },
    login(c, given) {
      if (tooMany()) return 'wait';
      if (token === null || !sameText(given, token)) {
        wrong.push(now().getTime());
        return 'wrong';
      }
      const expiry = now().getTime() + SESSION_MS;
      setCookie(c, COOKIE, `${expiry}.${signature(expiry, token)}`, {
        ...cookieRules(c),
        maxAge: SESSION_MS / 1_000,
      });
      return 'in';
    },
    logout: (c) => void deleteCookie(c, COOKIE, cookieRules(c)),
  };
}

function cookieRules(c: Context) {
  const secure = new URL(c.req.url).protocol === 'https:' || c.req.header('X-Forwarded-Proto') === 'https';
  return { path: '/', httpOnly: true, sameSite: 'Strict', secure } as const;
}

const signature = (expiry: number, token: string) =>
  createHmac('sha256', token).update(`session until ${expiry}`).digest('base64url');

function sessionHolds(cookie: string | undefined, token: string, now: Date): boolean {
  const [, expiry, signed] = /^(\d{1,16})\.([\w-]{43})$/.exec(cookie ?? '') ?? [];
  if (!expiry || !signed || Number(expiry) < now.getTime()) return false;
  return sameText(signed, signature(Number(expiry), token));
}

/** In a time that tells nothing about where the texts differ. */
function sameText(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}
