import { describe, expect, it } from 'vitest';
import { CASES, runCase } from './cases.ts';
import { measure } from './measure.ts';
import { atBudget, POLICIES } from './policies.ts';
import { makeWorld } from './world.ts';

/** A small world; its figures are rougher than those of the bench, and so are the bounds. */
function small(name: string) {
  const found = CASES.find((each) => each.name === name);
  if (!found) throw new Error(name);
  return new Map([...runCase(found, { sources: 30 })].map(({ subject, figures }) => [subject, figures]));
}

describe('freshness in a small world', () => {
  const rows = small('poisson@56');
  const mean = (subject: string) => rows.get(subject)?.mean ?? Number.NaN;

  it('holds all policies to one cost', () => {
    for (const [subject, { cost }] of rows) expect(Math.abs(cost / 56 - 1), subject).toBeLessThan(0.02);
  });

  it('orders the policies as theory has them', () => {
    expect(mean('proportional') / mean('uniform')).toBeGreaterThan(0.85);
    expect(mean('proportional') / mean('uniform')).toBeLessThan(1.15);
    expect(mean('sqrt')).toBeLessThan(0.8 * mean('uniform'));
    expect(mean('optimum')).toBeLessThan(0.7 * mean('sqrt'));
    expect(mean('optimum')).toBeLessThanOrEqual(1.02 * mean('pactwire'));
  });

  it('keeps the product near the optimum, having learned everything itself', () => {
    // Thirty sources teach a rhythm less exactly than the bench's two hundred, where the bar is 1.15.
    expect(mean('pactwire') / mean('optimum')).toBeLessThan(1.2);
    expect(mean('pactwire') / mean('uniform')).toBeLessThan(0.45);
    expect(rows.get('pactwire')?.p95 ?? 9).toBeLessThan(0.85 * (rows.get('uniform')?.p95 ?? 0));
  });

  it('misses nothing in bursts of 25 times the listing, where an even interval does', () => {
    const bursts = small('burst@56');
    expect(bursts.get('pactwire')?.missed).toBe(0);
    expect(bursts.get('uniform')?.missed).toBeGreaterThan(500);
  });
});

describe('measure', () => {
  it('gives an even interval half of itself in the mean, and its spending', () => {
    const world = makeWorld('flat', { sources: 20 });
    const uniform = POLICIES.uniform;
    const visits = atBudget(
      (factor) => uniform?.(world, factor) ?? [],
      (each) => measure(world, each).cost,
      {
        budget: 28,
        first: 0.1,
      },
    );
    const figures = measure(world, visits);
    expect(figures.cost).toBeCloseTo(28, 0);
    expect(figures.mean).toBeCloseTo(3, 0);
    expect(figures.p95).toBeCloseTo(5.7, 0);
  });
});
