/** How pages, files and problems are sent. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type Html, page, type Section } from './layout.ts';
import { problemPage } from './small-pages.ts';

const asset = (name: string) => readFileSync(new URL(`./assets/${name}`, import.meta.url));
const STYLE = asset('style.css');
const ICON = asset('icon.svg');
const STYLE_VERSION = createHash('sha256').update(STYLE).digest('hex').slice(0, 12);

export interface Shown {
  title: string;
  section: Section;
  status?: ContentfulStatusCode;
  bare?: boolean;
}

export type Show = (c: Context, content: Html, shown: Shown) => Response | Promise<Response>;

/** Sends pages in the common frame. */
export function shower(canLogOut: boolean): Show {
  return (c, content, { title, section, status = 200, bare = false }) =>
    c.html(page({ title, section, style: STYLE_VERSION, canLogOut, bare }, content), status);
}

export const sendStyle = (c: Context) => sendFile(c, STYLE, 'text/css; charset=utf-8');
export const sendIcon = (c: Context) => sendFile(c, ICON, 'image/svg+xml');

/** The address of the stylesheet changes with it, so an old copy is never asked for. */
function sendFile(c: Context, bytes: Buffer, type: string): Response {
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': type,
    'Cache-Control': 'public, max-age=86400',
  });
}

export interface Problem {
  status: ContentfulStatusCode;
  title: string;
  advice: string;
}

/** JSON for programs, a page for people. */
export function sendProblem(
  c: Context,
  show: Show,
  { status, title, advice }: Problem,
): Response | Promise<Response> {
  if (c.req.path.startsWith('/api/')) return c.json({ error: `${title}: ${advice}` }, status);
  return show(c, problemPage(title, advice), { title, section: 'none', status });
}
