/**
 * One report a line, in the many shapes of English: `agreement` or `other`, a tab, the words
 * (test/fixtures/recognize/sentences-en.tsv). What is no agreement is told in nearly the same words as what is one.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../settings/lexicon.ts';
import { createRecognizer } from './recognize.ts';

const recognize = createRecognizer(loadLexicon('config/lexicon'));
const lines = readFileSync('test/fixtures/recognize/sentences-en.tsv', 'utf8').trim().split('\n');
const rows = lines.map((line) => line.split('\t'));

describe('English reports of one or two sentences', () => {
  it('are many, of both kinds', () => {
    const kinds = rows.map(([kind]) => kind);
    expect(kinds.filter((kind) => kind === 'agreement').length).toBeGreaterThan(90);
    expect(kinds.filter((kind) => kind === 'other').length).toBeGreaterThan(60);
  });

  it.each(rows)('%s: %s', (kind, body = '') => {
    const { verdict } = recognize({ url: null, title: null, body, published: null, language: 'en' });
    expect(verdict === 'agreement' ? 'agreement' : 'other').toBe(kind);
  });
});
