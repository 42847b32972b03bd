/**
 * One report a line, in the many shapes of a language: `agreement` or `other`, a tab, the words, and, where there is one,
 * a tab and the headline (test/fixtures/recognize/sentences-*.tsv). What is no agreement is told in nearly the same words as what is one.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../settings/lexicon.ts';
import { createRecognizer } from './recognize.ts';

const recognize = createRecognizer(loadLexicon('config/lexicon'));
const rowsOf = (language: string): string[][] =>
  readFileSync(`test/fixtures/recognize/sentences-${language}.tsv`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));

describe.each([
  ['en', 300, 180],
  ['zh', 55, 55],
])('reports of one or two sentences: %s', (language, agreements, others) => {
  const rows = rowsOf(language);

  it('are many, of both kinds', () => {
    const count = (wanted: string): number => rows.filter(([kind]) => kind === wanted).length;
    expect(count('agreement')).toBeGreaterThanOrEqual(agreements);
    expect(count('other')).toBeGreaterThanOrEqual(others);
    expect(count('agreement') + count('other')).toBe(rows.length);
  });

  it.each(rows)('%s: %s', (kind, body = '', title = '') => {
    const { verdict } = recognize({ url: null, title: title || null, body, published: null, language });
    expect(verdict === 'agreement' ? 'agreement' : 'other').toBe(kind);
  });
});
