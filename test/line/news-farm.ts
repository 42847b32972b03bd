/**
 * A farm of small news sites on loopback, each on an address of its own, with more to read than a moment holds: what
 * the kill and flush tests are run against. The same number gives the same news.
 */
import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const PLACES = [
  ['青海省', 'CN-QH', '西宁'],
  ['甘肃省', 'CN-GS', '兰州'],
  ['云南省', 'CN-YN', '昆明'],
  ['贵州省', 'CN-GZ', '贵阳'],
  ['河南省', 'CN-HA', '郑州'],
  ['山西省', 'CN-SX', '太原'],
  ['湖北省', 'CN-HB', '武汉'],
  ['江西省', 'CN-JX', '南昌'],
] as const;
const COMPANIES = [
  '中国电信集团有限公司',
  '中国移动通信集团有限公司',
  '中国联合网络通信集团有限公司',
] as const;

export interface FarmArticle {
  path: string;
  title: string;
  date: string;
  body: string[];
}

export interface Farm {
  hosts: { address: string; port: number; articles: FarmArticle[] }[];
  /** Every request: when it came in (ms, monotonic), the host and the path. */
  log: { at: number; host: string; path: string; agent: string; open: number }[];
  /** Resolves at the next request. */
  nextRequest(): Promise<void>;
  /** YAML of a sources file; `delay` as in config. */
  sources(delay: string): string;
  close(): Promise<void>;
}

/** `each` articles on each of `hosts` sites; a third of them signings, the same signing on two sites now and then. */
export async function startFarm(
  hosts: number,
  each: number,
  options: { net?: number; delayMs?: number } = {},
): Promise<Farm> {
  const log: Farm['log'] = [];
  const asked = new EventEmitter();
  const servers: Server[] = [];
  const farm: Farm['hosts'] = [];
  for (let host = 0; host < hosts; host += 1) {
    const articles = Array.from({ length: each }, (_, i) => articleOf(host, i));
    const address = `127.${options.net ?? 82}.${Math.floor(host / 250)}.${(host % 250) + 1}`;
    const site = new Site(articles, log, options.delayMs ?? 0);
    const server = createServer((request, response) => {
      site.answer(request, response);
      asked.emit('request');
    });
    await new Promise<void>((resolve) => server.listen(0, address, resolve));
    servers.push(server);
    farm.push({ address, port: (server.address() as AddressInfo).port, articles });
  }
  return {
    hosts: farm,
    log,
    nextRequest: async () => void (await once(asked, 'request')),
    sources: (delay) =>
      farm
        .map(
          ({ address, port }, i) =>
            `- id: farm-${i}\n  url: http://${address}:${port}/news/\n  region: CN\n  kind: press\n  delay: ${delay}\n`,
        )
        .join(''),
    async close() {
      await Promise.all(
        servers.map((server) => {
          server.closeAllConnections();
          return new Promise((resolve) => server.close(resolve));
        }),
      );
    },
  };
}

class Site {
  readonly #articles: FarmArticle[];
  readonly #log: Farm['log'];
  readonly #delayMs: number;
  #open = 0;
  constructor(articles: FarmArticle[], log: Farm['log'], delayMs: number) {
    this.#articles = articles;
    this.#log = log;
    this.#delayMs = delayMs;
  }

  answer(request: IncomingMessage, response: ServerResponse): void {
    this.#open += 1;
    response.once('close', () => {
      this.#open -= 1;
    });
    const path = request.url ?? '/';
    const agent = request.headers['user-agent'] ?? '';
    this.#log.push({
      at: performance.now(),
      host: request.headers.host ?? '',
      path,
      agent,
      open: this.#open,
    });
    const body = this.#body(path);
    const send = () => {
      response.writeHead(body === null ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(body ?? 'not here');
    };
    if (this.#delayMs > 0) setTimeout(send, this.#delayMs);
    else send();
  }

  #body(path: string): string | null {
    if (path === '/news/') return listOf(this.#articles);
    const article = this.#articles.find((known) => known.path === path);
    return article ? pageOf(article) : null;
  }
}

function articleOf(host: number, i: number): FarmArticle {
  const day = String(1 + ((i * 3) % 28)).padStart(2, '0');
  const month = String(1 + (i % 9)).padStart(2, '0');
  const path = `/news/2026${month}/t2026${month}${day}_${1000 + host * 100 + i}.html`;
  const date = `2026-${month}-${day}`;
  return i % 3 === 0 ? signing({ host, i, path, date }) : report({ host, i, path, date });
}

function signing(at: { host: number; i: number; path: string; date: string }): FarmArticle {
  // Two neighbouring sites tell of the same signing: the ledger must join them whatever comes first.
  const [name, , capital] = PLACES[(Math.floor(at.host / 2) + at.i) % PLACES.length] ?? PLACES[0];
  const company = COMPANIES[at.i % COMPANIES.length] ?? COMPANIES[0];
  const [, month, day] = at.date.split('-').map(Number);
  const amount = 10 + at.i * 5;
  const own =
    at.host % 2 === 0
      ? '省政府表示将做好服务保障，推动项目早日落地见效。'
      : '双方有关部门负责人参加签约活动，并就下一步工作进行了交流座谈。';
  return {
    path: at.path,
    title: `${name}人民政府与${company}签署战略合作框架协议`,
    date: at.date,
    body: [
      `${month}月${day}日，${name}人民政府与${company}在${capital}签署战略合作框架协议。`,
      `根据协议，未来五年${company.slice(0, 4)}将在${name}投资${amount}亿元，建设5G网络、云计算数据中心和智慧城市平台。`,
      `${own}本次合作是第${at.i + 1}次签约活动的重要内容，${at.host}号网站记者现场采访了相关人员。`,
    ],
  };
}

const THEMES = [
  '春耕生产',
  '道路养护',
  '防汛演练',
  '校园足球',
  '古树保护',
  '博物馆夜场',
  '水库清淤',
  '社区食堂',
  '林区巡护',
  '非遗市集',
  '乡村图书室',
  '冬季供暖',
  '河道治理',
];

function report(at: { host: number; i: number; path: string; date: string }): FarmArticle {
  const theme = THEMES[(at.host * 5 + at.i) % THEMES.length] ?? '';
  const detail = THEMES[(at.host + at.i * 3 + 1) % THEMES.length] ?? '';
  return {
    path: at.path,
    title: `第${at.host + 1}县${theme}工作第${at.i}次现场会召开`,
    date: at.date,
    body: [
      `${at.date}，第${at.host + 1}县召开${theme}工作现场会，各乡镇负责人参加，会议由分管领导主持并通报了上月进展。`,
      `会议听取了${theme}专班的汇报，实地查看了第${at.i + 1}个点位，对${detail}与${theme}的衔接提出了具体要求，强调要把群众的意见放在前面。`,
      `下一步，县里将安排${10 + at.i}名工作人员驻点，逐项落实${theme}清单，每周公布一次结果，接受监督。`,
    ],
  };
}

function listOf(articles: FarmArticle[]): string {
  const rows = articles
    .map(({ path, title, date }) => `<li><a href="${path}">${title}</a><span>${date}</span></li>`)
    .join('\n');
  return `<!doctype html><html><head><meta charset="utf-8"><title>新闻</title></head><body><div class="nav"><a href="/">首页</a></div><ul class="list">${rows}</ul></body></html>`;
}

function pageOf({ title, date, body }: FarmArticle): string {
  const paragraphs = body.map((text) => `<p>${text}</p>`).join('\n');
  return `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>
<div class="info">发布时间：${date} 10:00　来源：本网</div><div class="content">${paragraphs}</div></body></html>`;
}
