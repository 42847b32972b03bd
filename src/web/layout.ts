/** The frame of every page: head, navigation, main, foot. */
import { html } from 'hono/html';

export type Html = ReturnType<typeof html>;

export type Section = 'overview' | 'agreements' | 'articles' | 'sources' | 'none';

export interface Frame {
  title: string;
  section: Section;
  /** Changes with the stylesheet, so that it may be cached for ever. */
  style: string;
  /** True when there is a session to end. */
  canLogOut: boolean;
  /** Without navigation: for whoever is not in yet. */
  bare: boolean;
}

const NAVIGATION: { section: Section; href: string; name: string }[] = [
  { section: 'overview', href: '/', name: 'Overview' },
  { section: 'agreements', href: '/agreements', name: 'Agreements' },
  { section: 'articles', href: '/articles', name: 'Articles' },
  { section: 'sources', href: '/sources', name: 'Sources' },
];

export function page(frame: Frame, content: Html): Html {
  const title = frame.title === 'Pactwire' ? 'Pactwire' : `${frame.title} · Pactwire`;
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex">
  <title>${title}</title>
  <link rel="stylesheet" href="/assets/style.css?${frame.style}">
  <link rel="icon" type="image/svg+xml" href="/assets/icon.svg">
</head>
<body>
  <a class="skip" href="#main">Skip to content</a>
  <header class="top">
    <div class="wide">
      <a class="brand" href="/"><img src="/assets/icon.svg" alt="" width="28" height="28"><span>Pactwire</span></a>
      ${frame.bare ? '' : navigation(frame.section)}
    </div>
  </header>
  <main id="main" class="wide" tabindex="-1">${content}</main>
  <footer class="foot">
    <div class="wide">
      <p>Pactwire keeps a ledger of ICT agreements between regional governments and telecom companies.</p>
      ${frame.bare ? '' : footLinks(frame.canLogOut)}
    </div>
  </footer>
</body>
</html>`;
}

function navigation(here: Section): Html {
  return html`<nav aria-label="Main">
        <ul>${NAVIGATION.map(
          ({ section, href, name }) =>
            html`<li><a href="${href}" ${section === here ? html`aria-current="page"` : ''}>${name}</a></li>`,
        )}</ul>
      </nav>`;
}

function footLinks(canLogOut: boolean): Html {
  return html`<ul>
        <li><a href="/api/agreements">API</a></li>
        <li><a href="/metrics">Metrics</a></li>
        <li><a href="/healthz">Health</a></li>
        ${canLogOut ? html`<li><form method="post" action="/logout"><button class="link">Log out</button></form></li>` : ''}
      </ul>`;
}

const HAN = /\p{Script=Han}/u;

/** Text in its own language, so that it is read aloud and set in the right one. */
export function worded(text: string): Html {
  return HAN.test(text) ? html`<span lang="zh">${text}</span>` : html`${text}`;
}

export function heading(title: string | Html, under: string | Html = ''): Html {
  return html`<div class="heading"><h1>${title}</h1>${under ? html`<p class="under">${under}</p>` : ''}</div>`;
}

/** What stands where there is nothing yet: what it means, and what to do. */
export function nothing(title: string, advice: string | Html): Html {
  return html`<div class="nothing"><p class="nothing-title">${title}</p><p>${advice}</p></div>`;
}

/** Links to the pages before and after; nothing when there is only one. */
export function paging({
  page: at,
  more,
  link,
}: {
  page: number;
  more: boolean;
  link(page: number): string;
}): Html {
  if (at === 1 && !more) return html``;
  return html`<nav class="paging" aria-label="Pages">
    ${at > 1 ? html`<a rel="prev" href="${link(at - 1)}">← Previous</a>` : html`<span></span>`}
    <span>Page ${at}</span>
    ${more ? html`<a rel="next" href="${link(at + 1)}">Next →</a>` : html`<span></span>`}
  </nav>`;
}
