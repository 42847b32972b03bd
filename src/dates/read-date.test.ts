import { describe, expect, it } from 'vitest';
import { findDates, readDate } from './read-date.ts';

const zh = (text: string, base: string | null = null): string | undefined =>
  readDate(text, { base, language: 'zh' })?.date;
const en = (text: string, base: string | null = null): string | undefined =>
  readDate(text, { base, language: 'en' })?.date;

describe('date lines of Chinese pages', () => {
  const lines: [string, string][] = [
    ['发布时间：2023-01-28 14:21', '2023-01-28T14:21:00+08:00'],
    ['时间：2017/3/29 9:52:48  来源：某日报 浏览量：164', '2017-03-29T09:52:48+08:00'],
    ['• 2015年07月07日 08时40分 • 来源: 省政府办公厅', '2015-07-07T08:40:00+08:00'],
    ['2016-05-30 16:20:58来源:某报', '2016-05-30T16:20:58+08:00'],
    ['2022年09月29日08:41 | 來源：某報', '2022-09-29T08:41:00+08:00'],
    ['【时间：2016年03月31日】【来源：某网】', '2016-03-31'],
    ['2019-07-02 10:04:47星期二', '2019-07-02T10:04:47+08:00'],
    ['2019-07-10 14-13-59', '2019-07-10T14:13:59+08:00'],
    ['2020 / 03 / 12 星期四', '2020-03-12'],
    ['２０２４年１月９日　１０：３０', '2024-01-09T10:30:00+08:00'],
    ['二〇〇九年六月二十六日', '2009-06-26'],
    ['2009年六月廿六日', '2009-06-26'],
    ['民國113年5月20日', '2024-05-20'],
    ['16年7月8日', '2016-07-08'],
    ['16-07-08', '2016-07-08'],
    ['20210606期来自:某报', '2021-06-06'],
    ['2024——05——06', '2024-05-06'],
    ['2016-07-08-15:30:00', '2016-07-08T15:30:00+08:00'],
    ['2018-10-30T07:00:00+08:00', '2018-10-30T07:00:00+08:00'],
    ['2016年9月14日晚8:00', '2016-09-14T20:00:00+08:00'],
    ['2016年9月14日 下午3点半', '2016-09-14T15:30:00+08:00'],
    ['发布于2016年7月', '2016-07'],
    ['2020\n07/07\n16:39\n来源:', '2020-07-07T16:39:00+08:00'],
    ['08\n2016-07', '2016-07-08'],
    ['07-08\n2016', '2016-07-08'],
    ['http://a.test/2011/12/09/1.htm 2012-01-11 11:05:39', '2012-01-11T11:05:39+08:00'],
  ];
  it.each(lines)('%s', (text, expected) => {
    expect(zh(text)).toBe(expected);
  });

  it('takes the language from the text when none is given, and the zone from the context', () => {
    expect(readDate('时间：2016-07-08 15:30')?.date).toBe('2016-07-08T15:30:00+08:00');
    expect(readDate('2016-07-08 15:30')?.date).toBe('2016-07-08T15:30:00+00:00');
    expect(readDate('2016-07-08 15:30', { timezone: 'Africa/Nairobi' })?.date).toBe(
      '2016-07-08T15:30:00+03:00',
    );
    expect(readDate('2016-07-08 15:30', { timezone: 'Europe/Paris' })?.date).toBe(
      '2016-07-08T15:30:00+02:00',
    );
    expect(readDate('2016-03-13 04:00', { timezone: 'America/New_York' })?.date).toBe(
      '2016-03-13T04:00:00-04:00',
    );
    expect(readDate('2016-07-08 15:30', { timezone: 'No/Where' })?.date).toBe('2016-07-08T15:30:00+00:00');
  });
});

describe('dates of English pages and feeds', () => {
  const lines: [string, string][] = [
    ['Updated: December 9, 2024', '2024-12-09'],
    ['Aug 17, 2023 - 10:26', '2023-08-17T10:26:00+00:00'],
    ['Release Date: May 3rd, 2014', '2014-05-03'],
    ['New Delhi, 23rd of February, 2026 :', '2026-02-23'],
    ['8:25 a.m. Dec. 12, 2014', '2014-12-12T08:25:00+00:00'],
    ['Fri, 08 Jul 2016 15:30:00 +0800', '2016-07-08T15:30:00+08:00'],
    ['Sep 03 2014 | 4:32 pm EDT', '2014-09-03T16:32:00-04:00'],
    ['Sun Jul 15 01:16:00 +0000 2012', '2012-07-15T01:16:00+00:00'],
    ['Thu, 25 Feb 2016 00:00:00 Europe/Brussels', '2016-02-25T00:00:00+01:00'],
    ['ven., 03 juil. 2020 15:09:58 +0000', '2020-07-03T15:09:58+00:00'],
    ['Do, 29 Mär 2018', '2018-03-29'],
    ['12:00 AM, 5 May 2024', '2024-05-05T00:00:00+00:00'],
    ['10 - 22 August 2012', '2012-08-10'],
    ['29.02.2020 13.12', '2020-02-29T13:12:00+00:00'],
    ['05/31/2024', '2024-05-31'],
    ['November 2019', '2019-11'],
    ['8 de julio de 2016', '2016-07-08'],
    ['2016년 7월 8일 10:30', '2016-07-08T10:30:00+00:00'],
    ['1520932969', '2018-03-13T09:22:49+00:00'],
    ['2014-04-18 09:00-11:00', '2014-04-18T09:00:00+00:00'],
    ['2014-04-18T09:00-11:00', '2014-04-18T09:00:00-11:00'],
  ];
  it.each(lines)('%s', (text, expected) => {
    expect(en(text)).toBe(expected);
  });
});

describe('dates told from a base', () => {
  const lines: [string, string, string][] = [
    ['9小时前', '2020-07-04T18:23:12', '2020-07-04T09:23:12+08:00'],
    ['半小时前', '2020-07-04T00:10:00+08:00', '2020-07-03T23:40:00+08:00'],
    ['三天前', '2020-07-04', '2020-07-01'],
    ['3个月前', '2020-02-04', '2019-11'],
    ['昨日', '2020-03-01', '2020-02-29'],
    ['前天 21:51', '2020-08-02T12:00:00', '2020-07-31T21:51:00+08:00'],
    ['昨晚8点', '2020-08-02', '2020-08-01T20:00:00+08:00'],
    ['发布时间：10-0812:00', '2019-10-09', '2019-10-08T12:00:00+08:00'],
    ['[01-17]', '2012-02-01', '2012-01-17'],
    ['9月14日', '2016-12-01', '2016-09-14'],
    ['12月30日', '2016-01-02', '2015-12-30'],
    ['2月29日', '2022-03-01', '2020-02-29'],
    ['刚刚', '2020-07-04T18:23:00', '2020-07-04T18:23:00+08:00'],
  ];
  it.each(lines)('%s at %s', (text, base, expected) => {
    expect(zh(text, base)).toBe(expected);
  });

  it('reads English ones', () => {
    expect(en('about an hour ago', '2014-09-01T10:30:00Z')).toBe('2014-09-01T09:30:00+00:00');
    expect(en('yesterday at 11:30', '2014-09-01')).toBe('2014-08-31T11:30:00+00:00');
    expect(en('the day before yesterday', '2014-09-01')).toBe('2014-08-30');
    expect(en('2 days before today', '2014-09-01')).toBeUndefined();
    expect(en('Dec. 21', '2024-01-10')).toBe('2023-12-21');
    expect(en('Sun 15 Sep', '2014-02-01')).toBe('2013-09-15');
    expect(en('Sun 15 Sep', '2013-08-10')).toBeUndefined();
  });

  it('needs a base for them', () => {
    for (const text of ['昨日', '3小时前', '9月14日', '10-08', 'yesterday', 'Dec. 21']) {
      expect(readDate(text)).toBeNull();
    }
  });

  it('prefers a written date to a relative word before it', () => {
    expect(zh('今天的报道 2016-07-08', '2020-01-01')).toBe('2016-07-08');
  });
});

describe('what is no date', () => {
  it.each([
    '2月30日',
    '2016年13月1日',
    '2014/22/29',
    '02/29/2022',
    'June 31, 2022',
    '2013-01-27-01',
    '国发〔2016〕45号',
    '浏览次数：2019',
    '电话：010-64870663',
    '目前日益增长',
    '今日头条',
    '80-32-89-89',
    'Version: 1.1.30',
    '2011年以前',
    '六七年前',
    '元月20日前',
    '排名（1-30）',
    'closer to 2 out of 3',
    'Budget 2024 set aside',
    '刚刚结束的一场比赛里他拿到了冠军',
    '25:99',
    'T',
    '',
    'the mountain may not move',
    '2013-01-28T09:xx:00Z',
    '10 August 234 BC',
  ])('%s', (text) => {
    expect(readDate(text, { base: '2024-06-01' })).toBeNull();
  });

  it('refuses the future of a base, whole and in parts, with a day of grace', () => {
    expect(zh('2027年5月1日 10:00', '2026-11-24')).toBeUndefined();
    expect(en('Thu Oct 26 11:00:09 2023', '2016-10-01')).toBeUndefined();
    expect(en('2018 March 18', '2012-08-10')).toBeUndefined();
    expect(zh('2026-11-25 01:00', '2026-11-24')).toBe('2026-11-25T01:00:00+08:00');
    expect(zh('2027年5月1日')).toBe('2027-05-01');
  });
});

describe('languages of one name a month', () => {
  it.each([
    ['Tarikh: 12 Ogos 2025', '2025-08-12'],
    ['3 Haziran 2024 Pazartesi', '2024-06-03'],
    ['15 мая 2023 года', '2023-05-15'],
    ['الثلاثاء 8 أبريل، 2025', '2025-04-08'],
    ['الجمعة 24 نيسان / أبريل 2020 09:22', '2020-04-24T09:22:00+00:00'],
    ['5 كانون الأول 2021', '2021-12-05'],
    ['٢٤ أكتوبر ٢٠٢٠', '2020-10-24'],
    ['۲۰۲۰-۱۰-۲۴', '2020-10-24'],
    ['१७/०९/२०१९', '2019-09-17'],
    ['১৮ জানুয়ারি ২০২০', '2020-01-18'],
  ])('%s is %s', (text, date) => {
    expect(readDate(text)?.date).toBe(date);
  });
});

describe('findDates', () => {
  it('gives each date its place in the given text', () => {
    const text = '本报讯　２０１６年７月８日，双方签约；昨日(2016-07-09 08:00)公布。';
    const found = findDates(text, { base: '2016-07-10', language: 'zh' });
    expect(found.map(({ date }) => date)).toEqual(['2016-07-08', '2016-07-09', '2016-07-09T08:00:00+08:00']);
    for (const { start, end, text: written } of found) expect(text.slice(start, end)).toBe(written);
    expect(found[0]?.text).toBe('２０１６年７月８日');
  });

  it('does not take numbers of prose for bare days', () => {
    expect(findDates('每天10-20人参加，比例为3/4', { base: '2016-07-10' })).toEqual([]);
  });

  it('stays linear on long lines', () => {
    const started = performance.now();
    for (const unit of ['1', '1 ', '2016年', '1-', 'Jan ', '上午', '2016 07 ', '12:'])
      findDates(unit.repeat(20_000), { base: '2016-07-10' });
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});
