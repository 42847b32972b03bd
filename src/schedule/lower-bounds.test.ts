import { describe, expect, it } from 'vitest';
import { askConditionally, freshForMs, outsideSilent } from './lower-bounds.ts';
import { EMPTY_MEMORY } from './memory.ts';

const at = (text: string) => new Date(text);

describe('freshForMs', () => {
  const date = 'Tue, 24 Nov 2026 08:00:00 GMT';
  it.each([
    [{ cacheControl: 'max-age=600' }, null, 600_000],
    [{ cacheControl: 'public, max-age=600', age: '100' }, null, 500_000],
    [{ cacheControl: 'max-age=600, no-cache' }, null, 0],
    [{ cacheControl: 's-maxage=600' }, null, 0],
    [{ cacheControl: 'max-age=99999999' }, null, 21_600_000],
    [{ cacheControl: 'max-age=50', age: '100' }, null, 0],
    [{ expires: 'Tue, 24 Nov 2026 08:10:00 GMT', date }, null, 600_000],
    [{ expires: 'Tue, 24 Nov 2026 08:10:00 GMT', date, cacheControl: 'max-age=60' }, null, 60_000],
    [{ expires: 'Mon, 23 Nov 2026 08:10:00 GMT', date }, null, 0],
    [{ expires: '0', date }, null, 0],
    [{ expires: 'some day GMT', date }, null, 0],
    [{}, 60, 3_600_000],
    [{ cacheControl: 'max-age=60' }, 15, 900_000],
    [{}, null, 0],
  ])('%j with ttl %j: %d ms', (headers, ttl, expected) => {
    expect(freshForMs(headers, ttl)).toBe(expected);
  });
});

describe('outsideSilent', () => {
  it('moves a visit to the end of silent hours and days, in GMT', () => {
    const night = { skipHours: [16, 17, 18], skipDays: [] };
    expect(outsideSilent(at('2026-11-24T16:20:00Z'), night)).toEqual(at('2026-11-24T19:00:00Z'));
    expect(outsideSilent(at('2026-11-24T15:20:00Z'), night)).toEqual(at('2026-11-24T15:20:00Z'));
    const weekend = { skipHours: [0], skipDays: ['Saturday', 'Sunday'] };
    expect(outsideSilent(at('2026-11-28T10:00:00Z'), weekend)).toEqual(at('2026-11-30T01:00:00Z'));
  });

  it('does not obey a feed that is never to be read', () => {
    const always = { skipHours: Array.from({ length: 24 }, (_, hour) => hour), skipDays: [] };
    expect(outsideSilent(at('2026-11-24T16:20:00Z'), always)).toEqual(at('2026-11-24T16:20:00Z'));
  });
});

describe('askConditionally', () => {
  it('asks in full at first and once a day', () => {
    const fullAt = Date.parse('2026-11-24T08:00:00Z');
    const asks = (memory: { fullAt: number | null }, now: string) =>
      askConditionally({ ...EMPTY_MEMORY, ...memory }, at(now));
    expect(asks({ fullAt: null }, '2026-11-24T08:00:00Z')).toBe(false);
    expect(asks({ fullAt }, '2026-11-25T07:59:00Z')).toBe(true);
    expect(asks({ fullAt }, '2026-11-25T08:00:00Z')).toBe(false);
  });
});
