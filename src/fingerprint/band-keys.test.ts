/**
 * The index's promise at a hundred thousand articles: a look-up reads about what it read at ten thousand.
 *
 * Only the keys that are looked up later are kept while the store grows: the counts are those of a full index.
 */
import { expect, it } from 'vitest';
import { crowdMember } from '../../test/generators/crowd.ts';
import { Random } from '../../test/generators/random.ts';
import { reprint } from '../../test/generators/reprint.ts';
import { bandKeys, fingerprint, KEY_LIMIT } from './fingerprint.ts';

const SMALL = 10_000;
const LARGE = 100_000;
const PROBES = 150;

interface Probe {
  keys: string[];
  /** Place of the article it is a reprint of; null for a stranger. */
  original: number | null;
}

function probe(at: number): Probe[] {
  const original = at * 601;
  const copy = reprint(crowdMember(original), new Random(at), 0.3);
  const stranger = crowdMember(LARGE + at);
  const keys = [copy, stranger].map((text) => bandKeys(fingerprint(text).near));
  return [
    { keys: keys[0] ?? [], original },
    { keys: keys[1] ?? [], original: null },
  ];
}

it('keeps look-ups flat while the store grows tenfold, and finds every reprint', { timeout: 300_000 }, () => {
  const probes = Array.from({ length: PROBES }, (_, at) => probe(at)).flat();
  const holders = new Map<string, number[]>(probes.flatMap(({ keys }) => keys.map((key) => [key, []])));
  const grow = (from: number, to: number) => {
    for (let at = from; at < to; at += 1) {
      for (const key of bandKeys(fingerprint(crowdMember(at)).near)) holders.get(key)?.push(at);
    }
  };
  const candidates = ({ keys }: Probe) =>
    new Set(keys.flatMap((key) => holders.get(key)?.slice(-KEY_LIMIT) ?? []));
  const mean = (some: Probe[]) => some.reduce((sum, one) => sum + candidates(one).size, 0) / some.length;
  const strangers = probes.filter(({ original }) => original === null);

  grow(0, SMALL);
  const small = mean(strangers);
  grow(SMALL, LARGE);
  expect(mean(strangers)).toBeLessThan(40);
  expect(mean(strangers)).toBeLessThan(4 * small + 4);
  // Articles of no form meet next to nobody.
  const loose = strangers.filter((_, at) => (LARGE + at) % 10 > 2);
  expect(mean(loose)).toBeLessThan(0.5);

  const reprints = probes.filter(({ original }) => original !== null);
  const found = reprints.filter((one) => candidates(one).has(one.original ?? -1));
  expect(found.length / reprints.length).toBeGreaterThanOrEqual(0.97);
});
