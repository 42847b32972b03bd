/** The five documents the project began with, when they are laid beside the checkout. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corpusPath } from '../../test/corpus.ts';
import type { Report } from '../domain/report.ts';
import { loadLexicon } from '../settings/lexicon.ts';
import { createRecognizer } from './recognize.ts';

const recognize = createRecognizer(loadLexicon('config/lexicon'));
const folder = corpusPath('seeds');

/** First line that is not blank is the title, the rest the body. */
function read(path: string): { report: Report; body: string } {
  const lines = readFileSync(path, 'utf8').split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const body = lines.slice(first + 1).join('\n');
  const report = recognize({ url: null, title: lines[first] ?? null, body, published: null, language: null });
  return { report, body };
}

if (folder === null) {
  console.log('seeds are absent: only the cases of test/fixtures/recognize were tried');
  describe('the documents the project began with', () => {
    it('are told to be absent, and the own cases stand in for them', () => {
      expect(readdirSync('test/fixtures/recognize').length).toBeGreaterThan(3);
    });
  });
} else {
  describeSeeds(folder);
}

function describeSeeds(folder: string): void {
  describe('the five seed documents', () => {
    const files = readdirSync(folder).sort();
    const [chongqing, qinghai, xinjiang, pilot, ranking] = files
      .filter((name) => /^\d{3}_/.test(name))
      .map((name) => read(join(folder, name)));

    it('reads Chongqing with China Telecom', () => {
      expect(chongqing?.report.verdict).toBe('agreement');
      expect(chongqing?.report.agreements).toHaveLength(1);
      expect(chongqing?.report.agreements[0]).toMatchObject({
        governments: [{ region: 'CN-CQ' }],
        companies: [{ canonical: 'China Telecom' }],
        signedOn: { date: 'XXXX-12-07', precision: 'day' },
        amounts: [{ value: 10_000_000_000, currency: 'CNY', payer: 'China Telecom' }],
        period: { years: 3 },
        conflicts: [],
      });
    });

    it('reads Qinghai with China Telecom', () => {
      expect(qinghai?.report.agreements).toHaveLength(1);
      expect(qinghai?.report.agreements[0]).toMatchObject({
        governments: [{ region: 'CN-QH' }],
        companies: [{ canonical: 'China Telecom' }],
        signedOn: { date: 'XXXX-07-08', precision: 'day' },
        place: 'Xining',
        amounts: [{ value: 10_000_000_000, currency: 'CNY', payer: 'China Telecom' }],
        period: { from: '2016', to: '2020' },
      });
    });

    it('reads Xinjiang with China Telecom, and keeps 30 and 300 billion as a conflict', () => {
      expect(xinjiang?.report.agreements).toHaveLength(1);
      expect(xinjiang?.report.agreements[0]).toMatchObject({
        governments: [{ region: 'CN-XJ' }],
        companies: [{ canonical: 'China Telecom' }],
        signedOn: { date: 'XXXX-XX-26', precision: 'day' },
        place: 'Urumqi',
        amounts: [{ value: 30_000_000_000 }, { value: 300_000_000_000 }],
        period: { years: 5 },
        conflicts: [{ field: 'amounts', values: ['30 billion yuan', '300 billion yuan'] }],
      });
    });

    it('sees no agreement in the pilot list and the ranking', () => {
      expect([pilot?.report.verdict, ranking?.report.verdict]).toEqual(['none', 'none']);
    });

    it('quotes every fact at its offsets', () => {
      for (const document of [chongqing, qinghai, xinjiang]) {
        const points = Array.from(document?.body ?? '');
        for (const { start, end, quote } of document?.report.agreements[0]?.evidence ?? []) {
          if (start !== null) expect(points.slice(start, end ?? 0).join('')).toBe(quote);
        }
      }
    });
  });
}
