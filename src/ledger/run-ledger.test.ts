import { describe, expect, it } from 'vitest';
import { report, shuffled } from '../../test/fixtures/ledger/signings.ts';
import type { FiledReport } from '../domain/report.ts';
import { runLedger } from './run-ledger.ts';

const reports: FiledReport[] = [
  report({ id: 'qh-1', published: '2016-07-10' }),
  report({ id: 'qh-2', published: '2016-07-09' }),
  report({ id: 'qh-copy', published: '2016-07-11' }),
  report({ id: 'gs', agreements: [{ government: ['甘肃省人民政府', 'CN-GS'] }] }),
  report({ id: 'digest', agreements: [{ government: ['甘肃省人民政府', 'CN-GS'] }, {}] }),
  { ...report({ id: 'meeting', agreements: [] }), verdict: 'none' },
];
const copies = new Map([['qh-copy', 'qh-1']]);
const lines = runLedger(reports, copies);

describe('runLedger', () => {
  it('answers in the order of input with keys, all keys and the original of a copy', () => {
    expect(lines.map(({ id }) => id)).toEqual(reports.map(({ id }) => id));
    const [first, second, copy, gansu, digest, meeting] = lines;
    expect(first?.agreement).toMatch(/^agr-[0-9a-f]{16}$/);
    expect([second?.agreement, copy?.agreement]).toEqual([first?.agreement, first?.agreement]);
    expect(digest?.agreements).toEqual([gansu?.agreement, first?.agreement]);
    expect(copy?.duplicateOf).toBe('qh-1');
    expect(meeting).toEqual({
      id: 'meeting',
      verdict: 'none',
      agreement: null,
      agreements: [],
      duplicateOf: null,
    });
  });

  it('names a signing after its earliest report, so that an undated or later one changes no key', () => {
    const without = runLedger(
      reports.filter(({ id }) => id !== 'digest'),
      new Map(),
    );
    expect(without.find(({ id }) => id === 'qh-2')?.agreement).toBe(lines[1]?.agreement);
  });

  it('gives the same keys for twenty orders of input', () => {
    const byId = new Map(lines.map((line) => [line.id, line]));
    for (let seed = 1; seed <= 20; seed += 1) {
      for (const line of runLedger(shuffled(reports, seed), copies)) expect(line).toEqual(byId.get(line.id));
    }
  });
});
