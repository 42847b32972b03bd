import { describe, expect, it } from 'vitest';
import { agoText, momentText, publishedDay, publishedText, signedOnText } from './dates.ts';

describe('dates', () => {
  it.each([
    ['2016-07-08', '8 July 2016'],
    ['2016-07', 'July 2016'],
    ['2016', '2016'],
    ['XXXX-12-07', '7 December (year unknown)'],
    ['XXXX-12', 'December (year unknown)'],
    ['XXXX-XX-26', 'day 26 (month unknown)'],
    ['2016-XX-26', '2016'],
  ])('reads %s as %s', (date, text) => {
    expect(signedOnText({ date, precision: 'day' })).toBe(text);
  });

  it('reads published dates with and without a time', () => {
    expect(signedOnText(null)).toBe('date unknown');
    expect(publishedText('2016-07-08T09:05:00+08:00')).toBe('8 July 2016, 09:05');
    expect(publishedText('2016-07')).toBe('July 2016');
    expect(publishedText('yesterday')).toBe('yesterday');
    expect(publishedText(null)).toBeNull();
    expect(publishedDay('2016-07-08T09:05:00+08:00')).toBe('8 July 2016');
    expect(momentText(new Date('2026-11-24T15:04:05Z'))).toBe('24 November 2026, 15:04 UTC');
  });

  it.each([
    [-20, 'just now'],
    [20, 'in a moment'],
    [-60, '1 minute ago'],
    [300, 'in 5 minutes'],
    [-7_200, '2 hours ago'],
    [86_400 * 3, 'in 3 days'],
    [-86_400 * 40, '15 October 2026'],
  ])('says %d seconds as %s', (seconds, text) => {
    const now = new Date('2026-11-24T08:00:00Z');
    expect(agoText(new Date(now.getTime() + seconds * 1_000), now)).toBe(text);
  });
});
