/**
 * The demo world: six small news sites on loopback, each on an address of its own; the last one is down.
 */
import { createServer, type Server } from 'node:http';
import { platform } from 'node:os';
import { encodeGbk } from './encode-gbk.ts';
import * as pages from './pages.ts';
import { BLOG, CITY, type DemoArticle, GOVERNMENT, OPERATOR, REPRINTS } from './texts.ts';

export interface DemoSite {
  id: string;
  name: string;
  region: string;
  kind: 'government' | 'operator' | 'press';
  /** What goes into `url:`. */
  url: string;
}

export interface DemoWorld {
  sites: DemoSite[];
  /** Requests so far, by site id. */
  requests: Map<string, number>;
  close(): Promise<void>;
}

type Body = string | Uint8Array;
/** Path to content type and body; null where the site has nothing. */
type Answers = (path: string, origin: string) => { type: string; body: Body } | null;

const HTML = 'text/html; charset=utf-8';

function articlesOf(articles: DemoArticle[], render: (article: DemoArticle) => string): Answers {
  const byPath = new Map(articles.map((article) => [article.path, article]));
  return (path) => {
    const article = byPath.get(path);
    return article ? { type: HTML, body: render(article) } : null;
  };
}

function government(path: string): ReturnType<Answers> {
  const half = Math.ceil(GOVERNMENT.length / 2);
  const lists: Record<string, () => string> = {
    '/zwyw/': () => pages.governmentList(GOVERNMENT.slice(0, half), 0, 2),
    '/zwyw/index_1.html': () => pages.governmentList(GOVERNMENT.slice(half), 1, 2),
  };
  const article = GOVERNMENT.find((known) => known.path === path);
  const text = lists[path]?.() ?? (article && pages.governmentArticle(article));
  // No charset in the header: the page's own meta tag says gb2312, which browsers read as GBK.
  return text === undefined ? null : { type: 'text/html', body: encodeGbk(text) };
}

const withList =
  (at: string, list: (origin: string) => string, rest: Answers, type = HTML): Answers =>
  (path, origin) =>
    path === at ? { type, body: list(origin) } : rest(path, origin);

const WORLD: (Omit<DemoSite, 'url'> & { list: string; answers: Answers | null })[] = [
  {
    id: 'plateau-gov',
    name: '高原省人民政府',
    region: 'CN-QH',
    kind: 'government',
    list: '/zwyw/',
    answers: government,
  },
  {
    id: 'salt-city',
    name: '格尔木市人民政府',
    region: 'CN-QH',
    kind: 'government',
    list: '/zx/',
    answers: withList('/zx/', () => pages.cityList(CITY), articlesOf(CITY, pages.cityArticle)),
  },
  {
    id: 'plateau-notes',
    name: 'Plateau Notes',
    region: 'CN-QH',
    kind: 'press',
    list: '/feed.xml',
    answers: withList(
      '/feed.xml',
      (origin) => pages.blogFeed(BLOG, origin),
      articlesOf(BLOG, pages.blogArticle),
      'application/rss+xml',
    ),
  },
  {
    id: 'plateau-wire',
    name: '高原资讯',
    region: 'CN-QH',
    kind: 'press',
    list: '/news/',
    answers: withList(
      '/news/',
      () => pages.syndicatorList(REPRINTS),
      articlesOf(REPRINTS, pages.syndicatorArticle),
    ),
  },
  {
    id: 'operator-news',
    name: '电信新闻中心',
    region: 'CN',
    kind: 'operator',
    list: '/news/',
    answers: withList(
      '/news/',
      () => pages.operatorList(OPERATOR),
      articlesOf(OPERATOR, pages.operatorArticle),
    ),
  },
  {
    id: 'quiet-county',
    name: '静水县人民政府',
    region: 'CN-QH',
    kind: 'government',
    list: '/xw/',
    answers: null,
  },
];

/** Starts the world. Only Linux answers on all of 127/8; elsewhere the sites share one address. */
export async function startDemoWorld(): Promise<DemoWorld> {
  const requests = new Map<string, number>();
  const servers: Server[] = [];
  const sites: DemoSite[] = [];
  for (const [index, site] of WORLD.entries()) {
    const address = platform() === 'linux' ? `127.81.0.${index + 1}` : '127.0.0.1';
    const { server, port } = await listen(address, site, requests);
    // The dead site had a port and gives it back: nobody listens there.
    if (site.answers) servers.push(server);
    else await close(server);
    const { id, name, region, kind } = site;
    sites.push({ id, name, region, kind, url: `http://${address}:${port}${site.list}` });
  }
  return { sites, requests, close: async () => void (await Promise.all(servers.map(close))) };
}

async function listen(address: string, site: (typeof WORLD)[number], requests: Map<string, number>) {
  const server = createServer((request, response) => {
    requests.set(site.id, (requests.get(site.id) ?? 0) + 1);
    const { pathname } = new URL(request.url ?? '/', 'http://demo');
    const origin = `http://${request.headers.host}`;
    const robots =
      pathname === '/robots.txt' ? { type: 'text/plain', body: 'User-agent: *\nDisallow: /admin/\n' } : null;
    const answer = robots ?? site.answers?.(pathname, origin) ?? null;
    response.writeHead(answer ? 200 : 404, { 'content-type': answer?.type ?? 'text/plain' });
    response.end(answer?.body ?? 'not here');
  });
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error(`no port on ${address}`);
  return { server, port: bound.port };
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

/** A config folder's `sources/*.yaml` for the world. */
export function demoSources(world: DemoWorld): string {
  return world.sites
    .map(({ id, name, region, kind, url }) =>
      [
        `- id: ${id}`,
        `  name: ${name}`,
        `  url: ${url}`,
        `  region: ${region}`,
        `  kind: ${kind}`,
        '  delay: 100ms',
        '  pages: 3',
        '  schedule: every 1m',
        '',
      ].join('\n'),
    )
    .join('\n');
}
