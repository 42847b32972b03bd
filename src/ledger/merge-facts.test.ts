import { describe, expect, it } from 'vitest';
import { type AgreementSketch, report, type Sketch } from '../../test/fixtures/ledger/signings.ts';
import type { Evidence, EvidenceField } from '../domain/agreement.ts';
import type { FiledReport } from '../domain/report.ts';
import { groupReports } from './group-reports.ts';

function evidence(field: EvidenceField, body: string, quote: string, index = 0): Evidence {
  const start = [...body.slice(0, body.indexOf(quote))].length;
  return { field, index, start, end: start + [...quote].length, quote };
}

function merged(...sketches: (Partial<Sketch> & { agreement: AgreementSketch })[]) {
  const reports = sketches.map(({ agreement, ...rest }, i) =>
    report({ id: `r${i}`, agreements: [agreement], ...rest }),
  );
  const groups = groupReports(reports);
  expect(groups).toHaveLength(1);
  return { reports, group: groups[0] as (typeof groups)[number] };
}

const full = '7月8日，省政府与中国电信在西宁签约，投资100亿元。';
const brief = '省政府与中国电信签约，“十三五”期间投资100亿元，另建20亿元的数据中心。';

describe('mergeFacts', () => {
  const { reports, group } = merged(
    {
      body: full,
      agreement: {
        place: '西宁',
        amounts: [[1e10, '100亿元']],
        topics: ['cloud'],
        evidence: [evidence('amounts', full, '投资100亿元'), evidence('place', full, '在西宁签约')],
      },
    },
    {
      body: brief,
      agreement: {
        date: null,
        document: null,
        period: ['“十三五”期间', '2016', '2020'],
        amounts: [
          [2e9, '20亿元'],
          [1e10, '100亿元'],
        ],
        topics: ['5G', 'cloud'],
        evidence: [
          evidence('amounts', brief, '20亿元'),
          evidence('amounts', brief, '投资100亿元', 1),
          evidence('period', brief, '“十三五”期间'),
        ],
      },
    },
  );

  it('leads with the fullest report and fills what only others tell', () => {
    expect(group.lead).toBe('r0');
    expect(group.facts.amounts.map(({ value }) => value)).toEqual([1e10, 2e9]);
    expect(group.facts.period?.to).toBe('2020');
    expect(group.facts.topics).toEqual(['cloud', '5G']);
    expect(group.facts.conflicts).toEqual([]);
  });

  it('keeps every quote findable: in the lead, or in the report named beside it', () => {
    const bodies = new Map(reports.map(({ id, body }: FiledReport) => [id, [...body]]));
    const all = [
      ...group.facts.evidence.map((one) => ({ id: group.lead, evidence: one })),
      ...group.evidenceFrom,
    ];
    for (const { id, evidence: one } of all) {
      expect(
        bodies
          .get(id)
          ?.slice(one.start ?? 0, one.end ?? 0)
          .join(''),
      ).toBe(one.quote);
    }
    expect(group.evidenceFrom.map(({ evidence: one }) => [one.field, one.index])).toEqual([
      ['amounts', 1],
      ['period', 0],
    ]);
  });

  it('takes the sharper date with its own evidence', () => {
    const vague = {
      date: '2016-07',
      place: '西宁',
      period: ['三年', null, null, 3] as [string, null, null, number],
    };
    const { group: dated } = merged(
      { body: '7月', agreement: { ...vague, evidence: [evidence('signedOn', '7月', '7月')] } },
      { body: '7月8日', agreement: { document: null, evidence: [evidence('signedOn', '7月8日', '7月8日')] } },
    );
    expect(dated.lead).toBe('r0');
    expect(dated.facts.signedOn).toEqual({ date: '2016-07-08', precision: 'day' });
    expect(dated.facts.evidence).toEqual([]);
    expect(dated.evidenceFrom).toEqual([{ id: 'r1', evidence: evidence('signedOn', '7月8日', '7月8日') }]);
  });

  it('drops the evidence of a vaguer date when a third report tells the day', () => {
    const told = (date: string | null, quote: string, more: AgreementSketch = {}) => ({
      body: quote,
      agreement: { ...more, date, evidence: date ? [evidence('signedOn', quote, quote)] : [] },
    });
    const { group: dated } = merged(
      told(null, '签约', { place: '西宁', period: ['三年', null, null, 3], amounts: [[1e10, '100亿元']] }),
      told('2016-07', '7月', { place: '西宁', amounts: [[1e10, '100亿元']] }),
      told('2016-07-08', '7月8日', { document: null, amounts: [[1e10, '100亿元']] }),
    );
    expect(dated.facts.signedOn?.date).toBe('2016-07-08');
    const dates = dated.evidenceFrom.filter(({ evidence: one }) => one.field === 'signedOn');
    expect(dates.map(({ id }) => id)).toEqual(['r2']);
  });

  it('names contradictions between reports as written and resolves none', () => {
    const { group: torn } = merged(
      { agreement: { amounts: [[3e10, '300亿元']], place: '西宁' } },
      { agreement: { amounts: [[3e11, '3000亿']], date: '2016-07-09' } },
    );
    expect(torn.facts.amounts.map(({ asWritten }) => asWritten)).toEqual(['300亿元', '3000亿']);
    expect(torn.facts.conflicts).toEqual([
      { field: 'amounts', values: ['300亿元', '3000亿'] },
      { field: 'signedOn', values: ['2016-07-08', '2016-07-09'] },
    ]);
    expect(torn.facts.signedOn?.date).toBe('2016-07-08');
  });

  it('hears a copy once: it neither leads nor contradicts', () => {
    const reports = [
      report({ id: 'original', agreements: [{ amounts: [[1, '1元']] }] }),
      report({ id: 'a-copy', agreements: [{ amounts: [[2, '2元']] }] }),
    ];
    const [one] = groupReports(reports, { copies: new Map([['a-copy', 'original']]) });
    expect(one?.lead).toBe('original');
    expect(one?.facts.conflicts).toEqual([]);
  });

  it('does not take a translated government for a second one', () => {
    const { group: both } = merged(
      { agreement: { government: ['西宁市人民政府', 'CN-QH', '西宁'] } },
      { agreement: { government: ['Xining municipal government', 'CN-QH', 'Xining'] } },
    );
    expect(both.facts.governments).toHaveLength(1);
  });
});
