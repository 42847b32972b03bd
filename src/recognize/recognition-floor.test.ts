/**
 * Holds the floor: no figure of the recognition evaluation falls below recognition-floor.json. Lowering a figure there is
 * an edit that has to be made on purpose. The shared set is read too when it is laid beside the checkout.
 */
import { describe, expect, it } from 'vitest';
import { belowFloor, evaluate } from '../../bench/eval/recognition.ts';
import { corpusPath } from '../../test/corpus.ts';

describe('recognition', () => {
  const { figures } = evaluate();

  it('keeps every figure at or above the floor', () => {
    expect(belowFloor(figures)).toEqual([]);
  });

  it('reads the shared articles when they are there, and our own in any case', () => {
    const sets = new Set(figures.map((figure) => figure.case.split(',')[0]));
    expect(sets).toEqual(new Set(corpusPath('corpus/agreements-dev.jsonl') ? ['own', 'shared'] : ['own']));
  });

  it('notices a figure below the floor', () => {
    const worse = figures.map((figure) => ({
      ...figure,
      value: figure.metric.startsWith('evidence') ? 99_999 : 0,
    }));
    expect(belowFloor(worse).length).toBeGreaterThan(10);
  });

  it('beats the keyword baseline in every part', () => {
    const precision = figures.filter(({ metric, case: of }) => metric === 'precision' && of.endsWith('all'));
    for (const ours of precision.filter(({ subject }) => subject === 'pactwire')) {
      const theirs = precision.find((one) => one.case === ours.case && one.subject === 'keywords');
      expect(ours.value).toBeGreaterThan(theirs?.value ?? 1);
    }
  });
});
