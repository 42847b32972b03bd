/** The bars of the room on generated texts: reprints fold, notices of one form do not. `eval neardup` has the figures. */
import { describe, expect, it } from 'vitest';
import { DIFFERENCES, notice, noticePair } from '../../test/generators/notice.ts';
import { asidePair } from '../../test/generators/notice-aside.ts';
import { Random } from '../../test/generators/random.ts';
import { reprint } from '../../test/generators/reprint.ts';
import { type Story, story } from '../../test/generators/story.ts';
import { bandKeys, fingerprint } from './fingerprint.ts';
import { judgeCopy } from './judge-copy.ts';

const SIZE = 60;

function folds([a, b]: [Story, Story]): boolean {
  const [left, right] = [a, b].map((text) => ({ ...text, ...fingerprint(text) }));
  if (!left || !right) return false;
  const keys = new Set(bandKeys(left.near));
  return bandKeys(right.near).some((key) => keys.has(key)) && judgeCopy(left, right) !== null;
}

function share(pair: (random: Random, at: number) => [Story, Story]): number {
  const pairs = Array.from({ length: SIZE }, (_, at) => pair(new Random(at * 101 + 7), at));
  return pairs.filter(folds).length / SIZE;
}

describe.each(['zh', 'en'] as const)('%s', (language) => {
  it('reprints with up to 30 % edits fold', () => {
    const stories = share((random) => {
      const original = story(random, language);
      return [original, reprint(original, random, 0.3 * random.next())];
    });
    const notices = share((random) => {
      const original = notice(random, language);
      return [original, reprint(original, random, 0.3 * random.next())];
    });
    expect(stories).toBeGreaterThanOrEqual(0.97);
    expect(notices).toBeGreaterThanOrEqual(0.97);
  });

  it('other stories and notices of one form do not', () => {
    const differing = (at: number) => DIFFERENCES[at % DIFFERENCES.length] ?? ['date'];
    expect(share((random) => [story(random, language), story(random, language)])).toBe(0);
    expect(share((random, at) => noticePair(random, language, differing(at)))).toBeLessThanOrEqual(0.02);
    expect(share((random, at) => asidePair(random, language, differing(at)))).toBeLessThanOrEqual(0.02);
  });
});
