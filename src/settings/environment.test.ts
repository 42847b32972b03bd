import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';

describe('PACTWIRE_AT_ONCE', () => {
  it('is a number of pages, 24 where nothing is said', () => {
    expect(readEnvironment({}).atOnce).toBe(24);
    expect(readEnvironment({ PACTWIRE_AT_ONCE: ' 4 ' }).atOnce).toBe(4);
  });

  it.each(['0', '-1', 'many', '1.5', '1000'])('%j is refused, and told what to write', (value) => {
    expect(() => readEnvironment({ PACTWIRE_AT_ONCE: value })).toThrow(/PACTWIRE_AT_ONCE.*1 to 999/);
  });
});
