import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LexiconError, loadLexicon } from './lexicon.ts';

const folderWith = (files: Record<string, string>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'lexicon-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
};

const message = (files: Record<string, string>): string => {
  try {
    loadLexicon('config/lexicon', folderWith(files));
  } catch (error) {
    if (error instanceof LexiconError) return error.message.replaceAll(/^.*[/\\]/gm, '');
    throw error;
  }
  return 'no error';
};

describe('loadLexicon', () => {
  it('reads the shipped files', () => {
    const lexicon = loadLexicon('config/lexicon');
    expect(lexicon.china.provinces).toHaveLength(34);
    expect(lexicon.languages.map(({ language }) => language)).toContain('zh');
    expect(Object.keys(lexicon.table)).toHaveLength(31);
  });

  it('lets a file of the operator take the place of the shipped one, and keeps the others', () => {
    const folder = folderWith({ 'topics.yaml': 'topics:\n  5G: [sixth sense]\nrelated: []\n' });
    const lexicon = loadLexicon('config/lexicon', folder);
    expect(lexicon.topics.topics['5G']).toEqual(['sixth sense']);
    expect(lexicon.companies.companies.length).toBeGreaterThan(100);
  });

  it('reads a language that only the operator has', () => {
    const folder = folderWith({ 'language-xx.yaml': 'language: xx\nspaced: true\nsign: [zigned]\n' });
    const own = loadLexicon('config/lexicon', folder).languages.find(({ language }) => language === 'xx');
    expect(own).toMatchObject({ sign: ['zigned'], document: [] });
  });

  it('names file, line and column of what is wrong, and what to write', () => {
    expect(message({ 'topics.yaml': 'topics:\n  5G: [a]\nrelated: [1]\n' })).toMatch(
      /^topics\.yaml:3:11: .*expected string/,
    );
    expect(message({ 'language-en.yaml': 'language: en\nspaced: true\nsgin: [signed]\n' })).toMatch(
      /^language-en\.yaml:\d+:\d+: .*sgin/,
    );
    expect(message({ 'companies.yaml': 'companies: [\n' })).toMatch(/^companies\.yaml:\d+:\d+: /);
    const china =
      'provinces:\n  - {code: QH, name: 青海, full: 青海省, english: [Qinghai], abbreviations: [], capital: 西宁}\n';
    expect(message({ 'regions-cn.yaml': china })).toMatch(
      /regions-cn\.yaml:2:12: must be an ISO 3166-2 code of China like CN-QH/,
    );
  });

  it('says how to mend a missing file', () => {
    expect(() => loadLexicon(folderWith({}))).toThrow(/restore it from config\/lexicon/);
  });
});
