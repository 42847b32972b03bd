/** A `Queries` over plain arrays, and a small invented ledger to show. */
import type { Agreement, Evidence, EvidenceField } from '../../src/domain/agreement.ts';
import type { StoredArticle } from '../../src/domain/ledger-store.ts';
import type {
  AgreementRow,
  ArticleRow,
  Queries,
  RunCounts,
  SourceHistory,
} from '../../src/domain/queries.ts';
import type { Report } from '../../src/domain/report.ts';

export const NOW = new Date('2026-11-24T08:00:00Z');
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);

type Kept = StoredArticle & { report: Report };

export interface World {
  agreements: (AgreementRow & { lead: string; aliases: string[]; voices: number })[];
  articles: Kept[];
  sources: SourceHistory[];
}

const BODY = [
  '7月8日,云岭省人民政府与中国电信集团公司在春城签署“十四五”数字云岭合作框架协议。',
  '根据协议,“十四五”期间,中国电信将在云岭投入不少于100亿元,用于光纤宽带、5G网络、大数据中心与智慧城市建设。',
  '双方还将共同培养数字人才。𠮷田先生等嘉宾出席签约仪式。',
].join('\n');

/** Evidence for words as they stand in the body, counted in code points. */
function proof(
  body: string,
  field: EvidenceField,
  { index = 0, quote }: { index?: number; quote: string },
): Evidence {
  const at = body.indexOf(quote);
  if (at < 0) throw new Error(`"${quote}" is not in the body`);
  const start = Array.from(body.slice(0, at)).length;
  return { field, index, start, end: start + Array.from(quote).length, quote };
}

const YUNLING: Agreement = {
  governments: [{ name: '云岭省人民政府', region: 'CN-YN', city: null }],
  companies: [{ name: '中国电信集团公司', canonical: 'China Telecom' }],
  document: '“十四五”数字云岭合作框架协议',
  status: 'signed',
  signedOn: { date: '2026-07-08', precision: 'day' },
  place: '春城',
  amounts: [
    { value: 10_000_000_000, currency: 'CNY', asWritten: '100亿元', payer: 'China Telecom', bound: 'min' },
  ],
  period: { asWritten: '“十四五”期间', from: '2021', to: '2025', years: null },
  topics: ['fibre', '5G', 'big data', 'smart city', 'data centre'],
  conflicts: [{ field: 'amounts', values: ['100亿元', '110亿元'] }],
  evidence: [
    proof(BODY, 'governments', { quote: '云岭省人民政府' }),
    proof(BODY, 'companies', { quote: '中国电信集团公司' }),
    proof(BODY, 'document', { quote: '“十四五”数字云岭合作框架协议' }),
    proof(BODY, 'status', { quote: '签署“十四五”数字云岭合作框架协议' }),
    proof(BODY, 'signedOn', { quote: '7月8日' }),
    proof(BODY, 'place', { quote: '春城' }),
    proof(BODY, 'amounts', { quote: '中国电信将在云岭投入不少于100亿元' }),
    proof(BODY, 'period', { quote: '“十四五”期间' }),
    proof(BODY, 'topics', { quote: '光纤宽带' }),
    proof(BODY, 'topics', { index: 1, quote: '5G网络' }),
    proof(BODY, 'topics', { index: 2, quote: '大数据' }),
    proof(BODY, 'topics', { index: 3, quote: '智慧城市' }),
    proof(BODY, 'topics', { index: 4, quote: '大数据中心' }),
  ],
};

const PARTIES: [string, string, string, string][] = [
  ['海滨市人民政府', 'CN-SD', 'China Mobile', 'XXXX-12-07'],
  ['Government of Northvale', 'GB', 'Huawei', '2025-03'],
  ['石河自治区人民政府', 'CN-XJ', 'China Unicom', 'XXXX-XX-26'],
  ['Perak State Government', 'MY-08', 'Telekom Malaysia', '2023-05-11'],
  ['江城市数据局', 'CN-HB', 'Tencent', '2022-10-30'],
  ['临港新区管理委员会', 'CN-SH', 'ZTE', '2020-01-15'],
];

const TOPICS = [
  ['5G', 'industrial internet'],
  ['cloud', 'AI'],
  ['e-government'],
  ['broadband', 'rural informatization'],
  ['AI', 'cloud', 'big data', 'IoT'],
  ['smart city'],
];

function other([name, region, canonical, date]: [string, string, string, string], i: number): Agreement {
  return {
    ...YUNLING,
    governments: [{ name, region, city: null }],
    companies: [{ name: canonical, canonical }],
    document: i % 2 === 0 ? '战略合作框架协议' : null,
    status: i === 3 ? 'renewed' : 'signed',
    signedOn: { date, precision: 'day' },
    place: i % 3 === 0 ? name.slice(0, 2) : null,
    amounts:
      i % 2 === 0
        ? []
        : [{ value: 1_250_000 * (i + 1), currency: i === 3 ? 'MYR' : 'CNY', asWritten: `${i}`, payer: null }],
    topics: TOPICS[i % TOPICS.length] ?? [],
    conflicts: [],
    evidence: [],
  };
}

function article(i: number, more: Partial<Kept> = {}): Kept {
  const url = `http://news.example/2026/${i}.html`;
  return {
    id: i,
    key: url,
    url,
    sourceId: 'yn-gov',
    title: i === 1 ? '云岭省与中国电信签署战略合作框架协议' : `海滨市召开数字经济工作会议(第${i}期)`,
    published: `2026-07-${String(9 + (i % 20)).padStart(2, '0')}T09:30:00+08:00`,
    publishedPrecision: 'minute',
    publisher: '云岭日报',
    author: null,
    language: 'zh-Hans',
    body: i === 1 ? BODY : '会议指出,要加快建设。',
    provenance: {},
    exact: 'a'.repeat(64),
    near: 'b',
    verdict: i === 1 ? 'agreement' : i % 3 === 0 ? 'progress' : 'none',
    duplicateOf: i === 2 ? 1 : null,
    firstSeen: NOW,
    report: {
      verdict: i === 1 ? 'agreement' : 'none',
      score: i === 1 ? 0.97 : 0.08,
      reasons:
        i === 1
          ? ['a government and a company sign', 'the agreement is named: “十四五”数字云岭合作框架协议']
          : ['nobody signs anything'],
      agreements: i === 1 ? [YUNLING] : [],
    },
    ...more,
  };
}

const STATES: [string, string, Partial<SourceHistory>][] = [
  [
    'yn-gov',
    '云岭省人民政府',
    { lastOutcome: 'new', lastReason: '3 unseen links', articles: 124, agreements: 9 },
  ],
  [
    'hb-gov',
    '海滨市人民政府',
    { lastOutcome: 'tls', lastReason: 'www.haibin.example: CERT_HAS_EXPIRED certificate has expired' },
  ],
  [
    'unicom-news',
    'China Unicom newsroom',
    { lastOutcome: 'blocked', lastReason: 'cloudflare: asks for a browser check' },
  ],
  [
    'js-press',
    '江城晚报',
    { lastOutcome: 'unchanged', lastReason: 'no unseen link', articles: 2_310, agreements: 4 },
  ],
  ['perak', 'Perak State Government', { lastVisit: null, lastOutcome: null, lastReason: null }],
  [
    'old',
    'Retired gazette',
    { enabled: false, lastVisit: null, nextVisit: null, lastOutcome: null, lastReason: null },
  ],
];

/** The words that the health room would say of these sources. */
export function fakeHealth({ id, enabled, lastOutcome }: SourceHistory): string {
  if (!enabled) return 'disabled';
  if (id === 'js-press') return 'silent';
  if (lastOutcome === 'tls') return 'failing';
  if (lastOutcome === 'blocked') return 'blocked';
  return lastOutcome === null ? 'new' : 'ok';
}

export function world(): World {
  const report = {
    url: 'http://news.example/2026/1.html',
    title: '云岭省与中国电信签署战略合作框架协议',
    published: '2026-07-09',
    source: 'yn-gov',
  };
  const group = { lead: report.url, aliases: [], voices: 1 };
  return {
    agreements: [
      {
        ...YUNLING,
        ...group,
        key: 'agr-yunling',
        reports: [
          report,
          {
            url: 'http://blog.example/p/7',
            title: 'Yunling province signs with China Telecom',
            published: '2026-07-10T11:00:00Z',
            source: null,
          },
        ],
      },
      ...PARTIES.map((parties, i) => ({
        ...other(parties, i),
        ...group,
        lead: 'gone',
        key: `agr-${i}`,
        reports: [report],
      })),
    ],
    articles: Array.from({ length: 60 }, (_, i) => article(i + 1)),
    sources: STATES.map(([id, name, more], i) => ({
      id,
      name,
      enabled: true,
      region: i === 4 ? 'MY-08' : 'CN-YN',
      kind: i === 3 ? 'press' : i === 2 ? 'operator' : 'government',
      urls: [`https://www.${id}.example/zwgk/xwzx/list_with_a_rather_long_path.html`],
      lastVisit: minutes(-7 * (i + 1) ** 3),
      nextVisit: minutes(9 * (i + 1)),
      lastOutcome: null,
      lastReason: null,
      articles: 0,
      agreements: 0,
      memories: [],
      ...more,
    })),
  };
}

export const emptyWorld = (): World => ({ agreements: [], articles: [], sources: [] });

export function fakeQueries({ agreements, articles, sources }: World): Queries {
  const has = (text: string, query = '') =>
    query.split(' ').every((word) => text.toLowerCase().includes(word));
  const cut = <T>(
    rows: T[],
    { limit = 100, offset = 0 }: { limit?: number | undefined; offset?: number | undefined },
  ) => rows.slice(offset, offset + limit);
  return {
    agreements: async (filter) =>
      cut(
        agreements.filter(
          (row) =>
            has(JSON.stringify(row), filter.query) &&
            (!filter.region || row.governments.some(({ region }) => region === filter.region)) &&
            (!filter.company || row.companies.some(({ canonical }) => canonical === filter.company)) &&
            (!filter.topic || row.topics.includes(filter.topic)),
        ),
        filter,
      ),
    articles: async (filter) =>
      cut(
        articles.filter(
          (row) =>
            has(`${row.title}${row.body}`, filter.query) &&
            (!filter.verdict || row.verdict === filter.verdict),
        ),
        filter,
      ).map(
        (row): ArticleRow => ({
          url: row.url,
          title: row.title,
          published: row.published,
          publisher: row.publisher,
          language: row.language,
          source: row.sourceId,
          verdict: row.verdict,
          agreement: row.verdict === 'agreement' ? 'agr-yunling' : null,
          agreements: row.verdict === 'agreement' ? ['agr-yunling'] : [],
          duplicateOf: row.duplicateOf ? 'http://news.example/2026/1.html' : null,
          firstSeen: row.firstSeen.toISOString(),
        }),
      ),
    agreement: async (key) => agreements.find((row) => row.key === key) ?? null,
    article: async (url) => articles.find((row) => row.url === url) ?? null,
    sources: async () => sources,
    explain: async (url) =>
      articles.some((row) => row.url === url)
        ? [
            {
              at: minutes(-90).toISOString(),
              step: 'listing',
              decision: 'new link',
              reason: 'shown by https://www.yn-gov.example/ as 云岭省与中国电信签署战略合作框架协议',
            },
            {
              at: minutes(-88).toISOString(),
              step: 'fetch',
              decision: 'read',
              reason: 'status 200, 48 kB over http',
            },
            {
              at: minutes(-88).toISOString(),
              step: 'fingerprint',
              decision: 'original',
              reason: 'no copy of it is known',
            },
            {
              at: minutes(-88).toISOString(),
              step: 'recognize',
              decision: 'agreement',
              reason: 'score 0.97: a government and a company sign',
            },
            {
              at: minutes(-88).toISOString(),
              step: 'ledger',
              decision: 'opened agr-yunling',
              reason: 'no agreement on record fits it',
            },
          ]
        : [],
    run: async (): Promise<RunCounts> => ({
      sources: sources.length,
      links: 300,
      pages: 280,
      articles: articles.length,
      duplicates: articles.filter(({ duplicateOf }) => duplicateOf !== null).length,
      agreements: agreements.length,
      outcomes: { new: 12, irrelevant: 40 },
      failures: [],
    }),
    now: async () => NOW,
  };
}
