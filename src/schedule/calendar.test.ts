import { describe, expect, it } from 'vitest';
import { isOffDay, likeWeekday } from './calendar.ts';
import { civilMs, offsetMs } from './zone.ts';

const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const off = (date: string, zone = 'Asia/Shanghai') => isOffDay(day(date), zone);

describe('likeWeekday', () => {
  it('keeps ordinary days and leaves other countries alone', () => {
    expect([likeWeekday(day('2026-11-23'), 'Asia/Shanghai'), likeWeekday(day('2026-11-29'), 'UTC')]).toEqual([
      0, 6,
    ]);
    expect(off('2026-10-01', 'Asia/Hong_Kong')).toBe(false);
  });

  it('knows announced holidays and the weekends worked for them', () => {
    expect([off('2026-02-17'), off('2026-02-14'), off('2026-10-05')]).toEqual([true, false, true]);
    expect(likeWeekday(day('2026-02-14'), 'Asia/Shanghai')).toBe(2);
  });

  it('falls back to the fixed and lunar days for years nobody announced yet', () => {
    const free = ['2041-01-01', '2041-05-01', '2041-10-01', '2041-10-07'];
    expect(free.every((date) => off(date))).toBe(true);
    // Spring Festival of 2041 is the first of February, its eve included; Qingming the fourth of April.
    expect([off('2041-01-31'), off('2041-02-01'), off('2041-02-07'), off('2041-02-08')]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(off('2041-04-04')).toBe(true);
  });
});

describe('zones', () => {
  it('give civil time through a change of offset, and UTC for an unknown name', () => {
    const hours = (text: string, zone: string) => offsetMs(Date.parse(text), zone) / 3_600_000;
    expect(hours('2026-11-24T00:00:00Z', 'Asia/Shanghai')).toBe(8);
    expect([
      hours('2026-03-29T00:59:59Z', 'Europe/Berlin'),
      hours('2026-03-29T01:00:00Z', 'Europe/Berlin'),
    ]).toEqual([1, 2]);
    expect(hours('2026-11-24T00:00:00Z', 'Asia/Kathmandu')).toBe(5.75);
    expect(civilMs(1_000, 'Nowhere/None')).toBe(1_000);
  });
});
