/** The ways a day is told, one row each, read on Wednesday, 10 March 2021. */
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../settings/lexicon.ts';
import { createRecognizer } from '../recognize.ts';

const recognize = createRecognizer(loadLexicon('config/lexicon'));
const signedOn = (body: string, published: string | null = '2021-03-10'): string | null => {
  const [agreement] = recognize({ url: null, title: null, body, published, language: null }).agreements;
  return agreement?.signedOn?.date ?? null;
};

describe('days in Chinese', () => {
  const told = (when: string) => `${when},鞍山市人民政府与中国移动辽宁公司签署战略合作协议。`;
  it.each([
    ['3月8日上午', '2021-03-08'],
    ['3月8号', '2021-03-08'],
    ['三月八日', '2021-03-08'],
    ['二〇二一年三月八日', '2021-03-08'],
    ['2021.03.08', '2021-03-08'],
    ['本月8日', '2021-03-08'],
    ['8日', '2021-03-08'],
    ['28日', '2021-02-28'],
    ['上月26日', '2021-02-26'],
    ['去年12月28日', '2020-12-28'],
    ['今年3月', '2021-03'],
    ['2月底', '2021-02'],
    ['今日上午', '2021-03-10'],
    ['昨(9日)晚', '2021-03-09'],
    ['前天', '2021-03-08'],
    ['两天前', '2021-03-08'],
    ['周三上午', '2021-03-10'],
    ['星期一', '2021-03-08'],
    ['本周二', '2021-03-09'],
    ['上周三', '2021-03-03'],
    ['上周五', '2021-03-05'],
    ['上周日', '2021-03-07'],
    ['上周', null],
    ['日前', null],
  ])('%s', (when, date) => expect(signedOn(told(when))).toBe(date));

  it('leaves open what the text does', () => {
    expect(signedOn(told('3月8日'), null)).toBe('XXXX-03-08');
    expect(signedOn(told('8日'), null)).toBe('XXXX-XX-08');
    expect(signedOn(told('上周五'), null)).toBeNull();
  });

  it('takes no name, no rate and no run of days for a weekday', () => {
    expect(signedOn('市长周一凡与中国移动签约。3月5日,鞍山市人民政府与中国移动签署协议。')).toBe(
      '2021-03-05',
    );
    expect(signedOn('鞍山市人民政府与中国移动签署协议,服务台周一至周五开放。')).toBe('2021-03');
  });

  it('keeps an old year in the lead background', () => {
    const { verdict } = recognize({
      url: null,
      title: null,
      body: told('去年5月8日'),
      published: '2021-03-10',
      language: null,
    });
    expect(verdict).toBe('progress');
  });
});

describe('days in English', () => {
  const told = (when: string) =>
    `Kisumu County Government and Safaricom signed an agreement on smart city services ${when}.`;
  it.each([
    ['on 8 March 2021', '2021-03-08'],
    ['on March 8', '2021-03-08'],
    ['on the 8th day of March 2021', '2021-03-08'],
    ['on 8/3/2021', '2021-03-08'],
    ['on 08-03-2021', '2021-03-08'],
    ['on 8-Mar-2021', '2021-03-08'],
    ['on Monday', '2021-03-08'],
    ['on Mon', '2021-03-08'],
    ['last Wednesday', '2021-03-03'],
    ['on Thursday last week', '2021-03-04'],
    ['last Friday', '2021-03-05'],
    ['today', '2021-03-10'],
    ['last night', '2021-03-09'],
    ['two days ago', '2021-03-08'],
    ['earlier this week', '2021-03'],
    ['in early March', '2021-03'],
    ['last week', null],
  ])('%s', (when, date) => expect(signedOn(told(when))).toBe(date));

  it('counts from the dateline, not from the stamp', () => {
    expect(signedOn(`KISUMU, March 9 (Xinhua) -- ${told('yesterday')}`, '2021-03-12')).toBe('2021-03-08');
  });

  it('takes a dateline that ends in a full stop', () => {
    expect(signedOn(`KISUMU, 9th March 2021. ${told('yesterday')}`, null)).toBe('2021-03-08');
  });

  it('takes the day of an agency’s bracket', () => {
    expect(signedOn(`KISUMU, (KNA - 9th Mar, 2021) ${told('yesterday')}`, null)).toBe('2021-03-08');
  });

  it('knows the month of a week that lies in one', () => {
    expect(signedOn(told('last week'), '2021-03-18')).toBe('2021-03');
  });
});
