import { describe, expect, it } from 'vitest';
import { type AgreementSketch, report, type Sketch, shuffled } from '../../test/fixtures/ledger/signings.ts';
import type { FiledReport } from '../domain/report.ts';
import { blockKeys, type GroupingContext, groupReports } from './group-reports.ts';

/** `a b | c`: ids of the groups' members. */
function told(reports: FiledReport[], context?: GroupingContext): string {
  const groups = groupReports(reports, context);
  return groups
    .map(({ members }) => members.map(({ id, index }) => (index ? `${id}/${index}` : id)).join(' '))
    .join(' | ');
}

function pair(a: AgreementSketch, b: AgreementSketch, more: Partial<Sketch> = {}): FiledReport[] {
  return [report({ id: 'a', agreements: [a] }), report({ id: 'b', agreements: [b], ...more })];
}

const english: AgreementSketch = {
  government: ['Qinghai provincial government', 'CN-QH'],
  document: 'strategic cooperation framework agreement',
  place: 'Xining',
};
const xining: [string, string, string] = ['西宁市人民政府', 'CN-QH', '西宁'];
const xiningEnglish: [string, string, string] = ['Xining municipal government', 'CN-QH', 'Xining'];

describe('one signing', () => {
  const cases: [string, AgreementSketch, AgreementSketch][] = [
    ['in two languages', { place: '西宁' }, english],
    ['in both scripts', { government: xining }, { government: ['西寧市政府', 'CN-QH', '西寧'] }],
    ['with its city in two languages', { government: xining }, { government: xiningEnglish }],
    ['by a city that one report does not name', { government: xining }, { government: ['市政府', 'CN-QH'] }],
    [
      'by an autonomous region in two languages',
      { government: ['新疆維吾爾自治區政府', 'CN-XJ'] },
      { government: ['Xinjiang regional government', 'CN-XJ'] },
    ],
    ['dated by day and by month', {}, { date: '2016-07' }],
    ['dated without a year', {}, { date: 'XXXX-07-08' }],
    ['dated a day apart', {}, { date: '2016-07-09' }],
    ['with day and month swapped', { date: '2024-02-06' }, { date: '2024-06-02' }],
    ['with amounts that contradict', { amounts: [[3e10, '300亿元']] }, { amounts: [[3e11, '3000亿元']] }],
    ['of several companies that one report counts in part', { companies: ['China Telecom', 'Huawei'] }, {}],
    ['without any date', { date: null }, { date: null }],
    ['dated in one report only', {}, { date: null }],
  ];
  it.each(cases)('%s', (_, a, b) => {
    expect(told(pair(a, b))).toBe('a b');
    expect(told(pair(b, a))).toBe('a b');
  });

  it('told on the days after without a date', () => {
    expect(told(pair({}, { date: null }, { published: '2016-07-12' }))).toBe('a b');
    expect(told(pair({}, { date: null }, { url: 'http://news.example/2016-07/12/content_1.htm' }))).toBe(
      'a b',
    );
  });
});

it('reads a region alone as its city only on one day and where the text names the city', () => {
  const coarse = (body: string, date = '2016-07-08') =>
    report({ id: 'b', body, agreements: [{ government: ['Qinghai', 'CN-QH'], date }] });
  const city = report({ id: 'a', agreements: [{ government: xining }] });
  expect(told([city, coarse('The city of Xining signed')])).toBe('a b');
  expect(told([city, coarse('The government signed')])).toBe('a | b');
  expect(told([city, coarse('The city of Xining signed', '2016-07-10')])).toBe('a | b');
});

describe('two signings', () => {
  const cases: [string, AgreementSketch, AgreementSketch][] = [
    ['of two operators on one day', {}, { companies: ['China Mobile'] }],
    ['of a province and its city', {}, { government: xining }],
    [
      'of a city and its district',
      { government: ['成都市人民政府', 'CN-SC', '成都'] },
      { government: ['成都高新区管委会', 'CN-SC', '成都'], date: '2016-07-10' },
    ],
    ['of two provinces', {}, { government: ['甘肃省人民政府', 'CN-GS'] }],
    ['of two cities', { government: xining }, { government: ['海东市人民政府', 'CN-QH', '海东'] }],
    ['three years apart', {}, { date: '2019-07-08' }],
    [
      'for two plans, undated',
      { date: null, period: ['“十三五”', '2016', '2020'] },
      { date: null, period: ['“十四五”', '2021', '2025'] },
    ],
    ['before and after 5G', { date: '2009-07-03' }, { date: null, topics: ['5G'] }],
    [
      'undated, with nothing in common but parties told in part',
      { date: null, government: xining, document: '战略合作协议' },
      { date: null, government: ['市政府', 'CN-QH'], document: '战略合作框架协议' },
    ],
    [
      'for other sums, undated',
      { date: null, amounts: [[1e10, '100亿元']] },
      { date: null, amounts: [[2e10, '200亿元']] },
    ],
  ];
  it.each(cases)('%s', (_, a, b) => {
    expect(told(pair(a, b))).toBe('a | b');
  });

  it('years apart, dated by their publication only', () => {
    const years = [2015, 2018, 2020].map((year) =>
      report({ id: `${year}`, published: `${year}-03-01`, agreements: [{ date: null }] }),
    );
    expect(told(years)).toBe('2015 | 2018 | 2020');
  });

  it('announced before it happened', () => {
    expect(told(pair({}, { date: null }, { published: '2016-06-20' }))).toBe('a | b');
  });

  it('told in one article', () => {
    const digest = report({ id: 'digest', agreements: [{}, { date: '2016-07-09' }] });
    expect(told([digest])).toBe('digest | digest/1');
    expect(told([digest, report({ id: 'e', agreements: [{}] })])).toBe('digest e | digest/1');
  });

  it('are not drawn together by a report that names both operators', () => {
    const both = report({ id: 'c', agreements: [{ companies: ['China Telecom', 'China Mobile'] }] });
    const groups = told([...pair({}, { companies: ['China Mobile'] }), both]);
    expect(groups).toBe('a c | b');
  });
});

describe('a report without a date', () => {
  const dated = [2015, 2019].map((year) =>
    report({ id: `d${year}`, agreements: [{ date: `${year}-04-12` }] }),
  );

  it('stays alone when it fits two signings equally', () => {
    expect(told([...dated, report({ id: 'u', agreements: [{ date: null }] })])).toBe('d2015 | d2019 | u');
  });

  it('is known in another language by the programmes it names', () => {
    const [first, second] = [2015, 2019].map((year) =>
      report({
        id: `d${year}`,
        body: year === 2015 ? '“互联网+”战略，微信城市服务' : '人工智能',
        agreements: [{ date: `${year}-04-12` }],
      }),
    ) as [FiledReport, FiledReport];
    const undated = report({
      id: 'u',
      body: "'Internet Plus' brings WeChat services",
      agreements: [{ ...english, date: null }],
    });
    expect(told([first, second, undated])).toBe('d2015 u | d2019');
  });

  it('joins the one that stands out', () => {
    const [first, second] = dated as [FiledReport, FiledReport];
    const rich = report({ id: 'd2019', agreements: [{ date: '2019-04-12', amounts: [[5e9, '50亿元']] }] });
    const undated = report({ id: 'u', agreements: [{ date: null, amounts: [[5e9, '50亿元']] }] });
    expect(told([first, rich, undated])).toBe('d2015 | d2019 u');
    expect(told([first, second, undated])).toBe('d2015 | d2019 | u');
  });
});

describe('voices', () => {
  it('counts copies once and lets them follow their original', () => {
    const set = [
      report({ id: 'a' }),
      report({ id: 'copy', published: '2017-09-01', agreements: [{ date: null }] }),
      report({ id: 'other', agreements: [english] }),
    ];
    const [group, ...rest] = groupReports(set, { copies: new Map([['copy', 'a']]) });
    expect(rest).toEqual([]);
    expect(group?.voices).toBe(2);
    expect(group?.members).toHaveLength(3);
  });
});

describe("an operator's word", () => {
  const refs = (a: string, b: string) => ({ a: { id: a, index: 0 }, b: { id: b, index: 0 } });

  it('joins what the rules keep apart, and third reports with it', () => {
    const set = [
      ...pair({}, { date: '2019-07-08' }),
      report({ id: 'c', agreements: [{ date: '2019-07-08' }] }),
    ];
    expect(told(set, { rulings: [{ kind: 'join', ...refs('a', 'b') }] })).toBe('a b | c');
    const both = [{ kind: 'join', ...refs('a', 'b') } as const, { kind: 'join', ...refs('b', 'c') } as const];
    expect(told(set, { rulings: both })).toBe('a b c');
  });

  it('splits what the rules join, whatever comes later', () => {
    const set = [...pair({}, {}), report({ id: 'c', agreements: [{ date: '2016-07' }] })];
    const split = { rulings: [{ kind: 'split', ...refs('a', 'b') } as const] };
    const groups = told(set, split).split(' | ');
    expect(groups).toHaveLength(2);
    expect(groups.some((group) => group.includes('a') && group.includes('b'))).toBe(false);
  });

  it('is taken back by the opposite word', () => {
    const rulings = [
      { kind: 'split', ...refs('a', 'b') } as const,
      { kind: 'join', ...refs('b', 'a') } as const,
    ];
    expect(told(pair({}, {}), { rulings })).toBe('a b');
  });
});

const crowd: FiledReport[] = ['CN-QH', 'CN-GS', 'KE-47'].flatMap((region, r) =>
  ['China Telecom', 'China Mobile', 'Huawei'].flatMap((company, c) =>
    [null, '2015-04-12', '2015-04-13', '2015-04', '2018-11-02', 'XXXX-11-02'].map((date, d) =>
      report({
        id: `${region}-${c}-${d}`,
        published: d === 0 && r === 1 ? '2015-04-20' : null,
        agreements: [
          {
            government: d === 4 ? ['市政府', region, '西宁'] : ['省政府', region],
            companies: d === 3 ? [company, 'Huawei'] : [company],
            date,
            ...(c === 1 ? { amounts: [[d * 1e9, `${d}0亿元`] as [number, string]] } : {}),
          },
        ],
      }),
    ),
  ),
);

describe('order', () => {
  const whole = JSON.stringify(groupReports(crowd));

  it('of input changes nothing, facts included', () => {
    for (let seed = 1; seed <= 20; seed += 1)
      expect(JSON.stringify(groupReports(shuffled(crowd, seed)))).toBe(whole);
  });

  it('of arrival changes nothing: a neighbourhood of blocks gives the groups of the whole', () => {
    const all = groupReports(crowd);
    for (const one of crowd.filter((_, i) => i % 3 === 0)) {
      const near = neighbourhood(one, crowd);
      expect(near.length).toBeLessThan(crowd.length);
      const mine = (groups: ReturnType<typeof groupReports>) =>
        groups.filter(({ members }) => members.some(({ id }) => id === one.id));
      expect(mine(groupReports(near))).toEqual(mine(all));
    }
  });
});

/** All reports reachable over shared block keys, as a store would fetch them. */
function neighbourhood(start: FiledReport, all: FiledReport[]): FiledReport[] {
  const keys = new Set(blockKeys(start));
  for (let size = -1; size !== keys.size; ) {
    size = keys.size;
    for (const other of all) {
      const own = blockKeys(other);
      if (own.some((key) => keys.has(key))) for (const key of own) keys.add(key);
    }
  }
  return all.filter((other) => blockKeys(other).some((key) => keys.has(key)));
}
