/** Headers that every answer carries, and the check that a page is asked for by a name of ours. */
import type { MiddlewareHandler } from 'hono';

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'Strict-Transport-Security': 'max-age=31536000',
};

/** No script at all, no style but ours, no frame around us. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
};

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * True for a loopback name. Without a token this is what keeps a foreign page, whose name was pointed at 127.0.0.1
 * (DNS rebinding), from reading the ledger through the operator's browser.
 */
export function isLoopbackName(url: string, hostHeader: string | undefined): boolean {
  const asked = hostHeader ? `http://${hostHeader}` : url;
  return URL.canParse(asked) && LOOPBACK.test(new URL(asked).hostname);
}
