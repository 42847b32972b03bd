import { describe, expect, it } from 'vitest';
import { changeOnListing, type ReadArticle, revisitArticle } from './revisit.ts';

const DAY = 86_400_000;
const first = new Date('2026-11-01T00:00:00Z');
const on = (days: number) => new Date(first.getTime() + days * DAY);
const article = (over: Partial<ReadArticle>): ReadArticle => ({
  id: 'https://a.example/1',
  verdict: 'agreement',
  firstRead: first,
  lastRead: first,
  ...over,
});

describe('revisitArticle', () => {
  it('looks at an agreement again after about 1, 7 and 30 days, then never', () => {
    let lastRead = first;
    const days: number[] = [];
    for (let i = 0; i < 5; i++) {
      const again = revisitArticle(article({ lastRead }), lastRead);
      if (!again) break;
      expect(again.conditional).toBe(true);
      days.push((again.at.getTime() - first.getTime()) / DAY);
      lastRead = again.at;
    }
    expect(days).toHaveLength(3);
    for (const [i, planned] of [1, 7, 30].entries()) {
      expect(days[i]).toBeGreaterThanOrEqual(planned);
      expect(days[i]).toBeLessThan(planned * 1.1);
    }
  });

  it('leaves articles alone that told of no agreement', () => {
    expect(revisitArticle(article({ verdict: 'progress' }), first)).toBeNull();
    expect(revisitArticle(article({ verdict: 'none' }), first)).toBeNull();
  });

  it('keeps its days when a listing asked in between, and collapses days that were missed', () => {
    const asked = revisitArticle(article({ lastRead: on(3) }), on(3));
    expect(asked?.at.getTime()).toBeGreaterThanOrEqual(on(7).getTime());
    const late = revisitArticle(article({}), on(9));
    expect(late?.at).toEqual(on(9));
    expect(revisitArticle(article({ lastRead: on(9) }), on(9))?.reason).toContain('30 days');
  });

  it('moves a batch that was read together apart', () => {
    const times = Array.from({ length: 50 }, (_, i) =>
      revisitArticle(article({ id: `u${i}` }), first)?.at.getTime(),
    );
    expect(new Set(times).size).toBe(50);
  });
});

describe('changeOnListing', () => {
  const shown = (title: string | null, published: string | null) => ({ title, published });
  it.each([
    [shown('A', '2026-11-01'), shown('A', '2026-11-01'), null],
    [shown('Province signs', '2026-11-01'), shown('Province and city sign', '2026-11-01'), 'title'],
    [
      shown('Province signs with…', '2026-11-01'),
      shown('Province signs with two companies', '2026-11-01'),
      null,
    ],
    [shown('Province  signs', null), shown('Province signs', null), null],
    [shown('A', '2026-11-01'), shown('A', '2026-11-02'), 'date'],
    [shown('A', '2026-11-01'), shown('A', '2026-11-01T09:30:00+08:00'), null],
    [shown('A', '2026-11'), shown('A', '2026-11-01'), null],
    [shown('A', '2026-11-01T09:30:00+08:00'), shown('A', '2026-11-01T19:30:00+08:00'), 'date'],
    [shown(null, null), shown('A', '2026-11-01'), null],
    [shown('A', '2026-11-01'), shown(null, null), null],
  ])('%j then %j: %j', (before, now, what) => {
    const change = changeOnListing(before, now);
    if (what === null) expect(change).toBeNull();
    else expect(change).toContain(what);
  });
});
