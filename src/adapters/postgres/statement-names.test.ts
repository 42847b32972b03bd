import { expect, it } from 'vitest';
import { StatementNames } from './statement-names.ts';

it('names a text always the same, and remembers no more than it may', () => {
  const names = new StatementNames(10);
  const first = names.of('select 0');
  const all = Array.from({ length: 95 }, (_, i) => names.of(`select ${i}`));
  expect(names.size).toBeLessThanOrEqual(10);
  expect(new Set(all).size).toBe(95);
  expect(names.of('select 0')).toBe(first);
  expect(Math.max(...all.map(({ length }) => length))).toBeLessThan(63);
});
