import { describe, expect, it } from 'vitest';
import { parseMarkup } from '../markup/parse.ts';
import { findDate, isoDate, machineDate } from './row-date.ts';

describe('findDate', () => {
  it.each([
    [['[2024-05-16]'], '2024-05-16'],
    [['发布时间：', '2024年5月16日'], '2024年5月16日'],
    [['2024/5/16 09:20:11'], '2024/5/16 09:20:11'],
    [['16', '2024-05'], '2024-05-16'],
    [['2024.05', '16'], '2024-05-16'],
    [['05-16', '2024'], '2024-05-16'],
    [['May 16, 2024'], 'May 16, 2024'],
    [['Posted 16th of May 2024'], '16th of May 2024'],
    [['16 мая 2024'], '16 мая 2024'],
    [['(05-16)'], '05-16'],
    [['5-16 10:22'], '5-16 10:22'],
    [['6/30/23'], '6/30/23'],
    [['央视', '3小时前'], '3小时前'],
    [['2 days ago'], '2 days ago'],
    [['浏览：120次'], null],
    [['第12-3号'], null],
  ])('%j', (lines, expected) => {
    expect(findDate(lines)).toBe(expected);
  });

  it('takes a date of a summary only from its edge', () => {
    const story =
      '记者获悉，根据2023年4月1日印发的方案，今年将在全县范围内推进宽带升级工程，让更多村民用上高速网络，并在年底前完成验收。';
    expect(findDate([story])).toBeNull();
    expect(findDate([`2024-05-16 ${story}`])).toBe('2024-05-16');
  });
});

describe('isoDate', () => {
  const context = { time: '2026-03-01', timezone: 'Asia/Shanghai' };

  it('takes a missing year from the article’s address before the time of the fetch', () => {
    expect(isoDate('05-16', 'http://a.test/202405/t20240516_1.html', context)).toBe('2024-05-16');
    expect(isoDate('05-30', 'http://a.test/202405/content_1.html', context)).toBe('2024-05-30');
    expect(isoDate('12-31', 'http://a.test/2024/01/02/1.html', context)).toBe('2023-12-31');
    expect(isoDate('05-16', 'http://a.test/info/1012/1.htm', context)).toBe('2025-05-16');
  });

  it('keeps the time with the site’s offset', () => {
    expect(isoDate('2024-05-16 09:20', 'http://a.test/1.html', context)).toMatch(
      /^2024-05-16T09:20(?::00)?\+08:00$/,
    );
  });
});

describe('machineDate', () => {
  it('reads <time datetime> and nothing else', () => {
    expect(machineDate(parseMarkup('<p><time datetime="2024-05-16T08:00Z">May</time></p>'))).toBe(
      '2024-05-16T08:00Z',
    );
    expect(machineDate(parseMarkup('<time datetime="soon">2024-05-16</time>'))).toBeNull();
  });
});
