/** Sites that are broken in one way each, with sound articles beside the broken thing. */
import { gzipSync } from 'node:zlib';
import { gbk } from '../replicas/replica.ts';
import { type Answer, listPage, type Site, type Sites, send, soundPage } from './sites.ts';

/** Sound articles on each site that shows a list. */
export const SOUND = 3;
export const BAD = '/news/bad.html';

const rowsOf = (id: string) =>
  Array.from({ length: SOUND }, (_, i) => ({ path: `/news/${i + 1}.html`, title: soundPage(id, i).title }));
const badRow = { path: BAD, title: '全县水利工程建设推进会召开', day: '2026-03-02' };

/** A sound list whose last row is answered by `bad`. */
export function withBadArticle(id: string, bad: Answer): Answer {
  return (request, response, body) => {
    const path = request.url ?? '/';
    const sound = /^\/news\/(\d)\.html$/.exec(path);
    if (path === '/news/') send(response, listPage([...rowsOf(id), badRow]));
    else if (path === BAD) bad(request, response, body);
    else if (sound) send(response, soundPage(id, Number(sound[1]) - 1).html);
    else send(response, 'not here', { status: 404 });
  };
}

/** A sound site whose robots.txt is answered by `robots`. */
export function withRobots(id: string, robots: Answer): Answer {
  return (request, response, body) => {
    const path = request.url ?? '/';
    const sound = /^\/news\/(\d)\.html$/.exec(path);
    if (path === '/robots.txt') robots(request, response, body);
    else if (path === '/news/') send(response, listPage(rowsOf(id)));
    else if (path === '/rules.txt') send(response, 'User-agent: *\nDisallow: /news/2.html\n');
    else if (sound) send(response, soundPage(id, Number(sound[1]) - 1).html);
    else send(response, 'not here', { status: 404 });
  };
}

/** GBK bytes, called UTF-8 by the header, list and articles alike. */
export function wronglyLabelled(id: string): Answer {
  return (request, response) => {
    const sound = /^\/news\/(\d)\.html$/.exec(request.url ?? '/');
    if (request.url === '/news/') send(response, gbk(listPage(rowsOf(id))));
    else if (sound) send(response, gbk(soundPage(id, Number(sound[1]) - 1).html));
    else send(response, 'not here', { status: 404 });
  };
}

/** The listing itself is answered by `answer`; there is no robots.txt. */
export const listingOnly =
  (answer: Answer): Answer =>
  (request, response, body) =>
    request.url === '/robots.txt'
      ? send(response, 'not here', { status: 404 })
      : answer(request, response, body);

export const redirectTo =
  (location: string): Answer =>
  (_, response) =>
    send(response, '', { status: 302, location });

export const bytes = (length: number): Buffer =>
  Buffer.from(Array.from({ length }, (_, i) => (i * 197 + (i >> 3)) % 256));

/** 60 MB in small pieces, for as long as the other side takes them. */
export const endless: Answer = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  const piece = Buffer.alloc(64 * 1024, '字');
  let left = 60 * 16;
  const more = () => {
    while (left > 0 && !response.destroyed) {
      left -= 1;
      if (!response.write(piece)) return void response.once('drain', more);
    }
    response.end();
  };
  more();
};

let bomb: Buffer | null = null;

/** 200 MB of spaces in some 200 kB of gzip. */
export const gzipBomb: Answer = (_, response) => {
  bomb ??= gzipSync(Buffer.alloc(200 * 1024 * 1024, ' '));
  send(response, bomb, { 'content-encoding': 'gzip' });
};

/** Fine from the `after`th further request on. */
export function failsFirst(id: string, times: number, fail: Answer): Answer {
  let asked = 0;
  return (request, response, body) => {
    asked += 1;
    if (asked <= times) fail(request, response, body);
    else send(response, soundPage(id, 7).html);
  };
}

export type Served = Map<string, Site>;

export async function serveAll(sites: Sites, answers: Record<string, Answer>): Promise<Served> {
  const served: Served = new Map();
  for (const [id, answer] of Object.entries(answers)) served.set(id, await sites.serve(id, answer));
  return served;
}
