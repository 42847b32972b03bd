/**
 * A replica: a small site in the manner of one publishing system, as data. A test serves it over loopback and
 * crawls it with nothing but the listing's address.
 */
import { type Setting, type Text, textOf } from './texts.ts';

export interface Route {
  /** 200 unless given. */
  status?: number;
  contentType: string;
  body: string | Uint8Array;
}

export interface ReplicaRequest {
  method: 'GET' | 'POST';
  /** Path with query, as in the request line. */
  path: string;
  headers: Record<string, string | undefined>;
  /** Body of a POST, else empty. */
  body: string;
}

export interface ReplicaArticle {
  path: string;
  title: string;
  /** `YYYY-MM-DD`, with ` HH:MM` where the page shows a time (Asia/Shanghai). */
  published: string;
  publisher: string;
  /** One paragraph a line, as `extract` should give it. */
  body: string;
  /** Reports the signing of an agreement. */
  signs: boolean;
}

export interface Replica {
  family: string;
  /** Path (with query, and fragment where the system uses one) of the listing an operator would enter. */
  listingPath: string;
  /** Pages by path with query. */
  routes: Map<string, Route>;
  /** Services that answer by parameters; null when the request is none of theirs. */
  service?: (request: ReplicaRequest) => Route | null;
  /** Newest first: the order of the list over all its pages. */
  articles: ReplicaArticle[];
}

/** What a server of this site answers: its route, its service, else 404. */
export function answerOf(replica: Replica, request: ReplicaRequest): Route {
  const path = request.path.split('#')[0] ?? '';
  const route = request.method === 'GET' ? replica.routes.get(path) : undefined;
  return (
    route ??
    replica.service?.(request) ?? {
      status: 404,
      contentType: 'text/html; charset=utf-8',
      body: '<h1>404</h1>',
    }
  );
}

export const HTML = 'text/html; charset=utf-8';
export const JSON_TYPE = 'application/json; charset=utf-8';

export interface Dated {
  /** `2024-05-16` */
  date: string;
  year: string;
  month: string;
  day: string;
  /** `09:20` */
  time: string;
  /** 0 for the newest. */
  index: number;
}

/** `count` days of 2024, newest first, three days apart. */
export function days(count: number): Dated[] {
  return Array.from({ length: count }, (_, index) => {
    const at = new Date(Date.UTC(2024, 4, 27 - 3 * index));
    const [year = '', month = '', day = ''] = at.toISOString().slice(0, 10).split('-');
    return { date: `${year}-${month}-${day}`, year, month, day, time: `09:${20 + index}`, index };
  });
}

export interface Written {
  article: ReplicaArticle;
  text: Text;
  when: Dated;
}

/** Articles of a site: where each lies is the system's business. */
export function write(
  setting: Setting,
  publisher: string,
  pathOf: (when: Dated) => string,
  count = 7,
): Written[] {
  return days(count).map((when) => {
    const text = textOf(setting, when.index, when.date);
    const article: ReplicaArticle = {
      path: pathOf(when),
      title: text.title,
      published: `${when.date} ${when.time}`,
      publisher,
      body: text.paragraphs.join('\n'),
      signs: text.signs,
    };
    return { article, text, when };
  });
}

/** The first rows of a list and the rest. */
export function twoPages<T>(rows: readonly T[], first = 4): [T[], T[]] {
  return [rows.slice(0, first), rows.slice(first)];
}

export function paragraphs(written: Written, tag = 'p'): string {
  return written.text.paragraphs.map((text) => `<${tag}>　　${text}</${tag}>`).join('\n');
}

/** Routes of the article pages. */
export function articleRoutes(
  all: readonly Written[],
  render: (written: Written) => string,
): [string, Route][] {
  return all.map((written) => [written.article.path, { contentType: HTML, body: render(written) }]);
}

/** The mandated meta tags of government sites. */
export function govMeta(site: string, column: string, written?: Written): string {
  const tags: [string, string][] = [
    ['SiteName', site],
    ['SiteDomain', 'site.test'],
    ['SiteIDCode', '6300000000'],
    ['ColumnName', column],
    ['ColumnType', '工作动态'],
  ];
  if (written !== undefined) {
    const { article } = written;
    tags.push(
      ['ArticleTitle', article.title],
      ['PubDate', article.published],
      ['ContentSource', article.publisher],
    );
  }
  return tags.map(([name, content]) => `<meta name="${name}" content="${content}">`).join('\n');
}

/** Menu, position line and footer that every page of a site carries. */
export function framed(site: string, head: string, title: string, main: string): string {
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}_${site}</title>
${head}
<script src="/js/jquery.js"></script></head><body>
<div class="top"><a href="/">网站首页</a> <a href="/login/">登录</a> <a href="/en/">English</a></div>
<div class="nav"><ul><li><a href="/zwgk/">政务公开</a></li><li><a href="/zwfw/">政务服务</a></li><li><a href="/hdjl/">互动交流</a></li><li><a href="/sjfb/">数据发布</a></li></ul></div>
${main}
<div class="footer"><p><a href="/about/">关于我们</a> | <a href="/map/">网站地图</a> | <a href="/law/">版权声明与隐私保护条款</a></p>
<p>主办单位：${site}办公室 网站标识码6300000000 <a href="http://beian.invalid/">某ICP备00000000号</a></p></div>
</body></html>`;
}

/** GBK bytes: Node decodes GBK but does not write it, so the table is made from the decoder. */
export function gbk(text: string): Uint8Array {
  const table = gbkTable();
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else bytes.push(...(table.get(char) ?? [0x3f]));
  }
  return Uint8Array.from(bytes);
}

let made: Map<string, [number, number]> | null = null;

function gbkTable(): Map<string, [number, number]> {
  if (made !== null) return made;
  made = new Map();
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) made.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return made;
}
