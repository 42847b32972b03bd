import { describe, expect, it } from 'vitest';
import type { Evidence } from '../domain/agreement.ts';
import { cutAtEvidence } from './mark-evidence.ts';

const span = (start: number | null, end: number | null): Evidence => ({
  field: 'place',
  index: 0,
  start,
  end,
  quote: '',
});

describe('a text cut at its evidence', () => {
  it('counts code points, not UTF-16 units', () => {
    const pieces = cutAtEvidence('𠮷田在春城签约', [span(3, 5)]);
    expect(pieces.map(({ text, covers }) => [text, covers])).toEqual([
      ['𠮷田在', []],
      ['春城', [0]],
      ['签约', []],
    ]);
  });

  it('keeps overlapping and equal spans apart by where they begin and end', () => {
    const pieces = cutAtEvidence('abcdef', [span(1, 4), span(2, 6), span(1, 4)]);
    expect(pieces).toEqual([
      { text: 'a', covers: [], begins: [], ends: [] },
      { text: 'b', covers: [0, 2], begins: [0, 2], ends: [] },
      { text: 'cd', covers: [0, 1, 2], begins: [1], ends: [0, 2] },
      { text: 'ef', covers: [1], begins: [], ends: [1] },
    ]);
  });

  it('leaves out what is not in the text', () => {
    const pieces = cutAtEvidence('abc', [span(null, null), span(2, 9), span(-1, 2), span(2, 2)]);
    expect(pieces).toEqual([{ text: 'abc', covers: [], begins: [], ends: [] }]);
    expect(cutAtEvidence('', [span(0, 0)])).toEqual([]);
  });
});
