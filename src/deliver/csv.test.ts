import { describe, expect, it } from 'vitest';
import type { AgreementRow } from '../domain/queries.ts';
import { CSV_COLUMNS, csvRow } from './csv.ts';

const row: AgreementRow = {
  key: 'agr-1',
  governments: [{ name: '青海省人民政府', region: 'CN-QH', city: null }],
  companies: [{ name: '中国电信', canonical: 'China Telecom' }],
  document: '=HYPERLINK("x")',
  status: 'signed',
  signedOn: { date: '2016-07-08', precision: 'day' },
  place: 'Xining, Qinghai',
  amounts: [
    { value: 1e10, currency: 'CNY', asWritten: '100亿元', payer: null, bound: 'min' },
    { value: 2e10, currency: 'CNY', asWritten: '200亿元', payer: null, bound: 'max' },
  ],
  period: null,
  topics: ['5G', 'cloud'],
  conflicts: [],
  evidence: [],
  reports: [{ url: 'https://a.example/1', title: null, published: null, source: null }],
};

describe('csv', () => {
  it('quotes commas and quotation marks, and makes formulas text', () => {
    const line = csvRow(row);
    expect(line).toContain('"\'=HYPERLINK(""x"")"');
    expect(line).toContain('"Xining, Qinghai"');
    expect(line).toContain('min 10000000000; max 20000000000');
  });

  it('has a cell for each column', () => {
    const plain = csvRow({ ...row, document: null, place: null });
    expect(plain.split(',')).toHaveLength(CSV_COLUMNS.length);
  });
});
