/** The ways a period is written, one row each; what is written alike and is none. */
import { describe, expect, it } from 'vitest';
import { findPeriods } from './period.ts';

const read = (text: string) => {
  const [first] = findPeriods(text);
  return first ? [first.years, first.from, first.to] : null;
};
const words = (text: string) => findPeriods(text).map(({ start, end }) => text.slice(start, end));

describe('periods in Chinese', () => {
  it.each([
    ['未来三年,企业将投入2亿元', 3, null, null],
    ['双方将以四年为期推动光纤到户', 4, null, null],
    ['履约期间12年', 12, null, null],
    ['今后5年内', 5, null, null],
    ['未来3至5年', 5, null, null],
    ['未来三到五年内', 5, null, null],
    ['协议有效期三年', 3, null, null],
    ['合作期限为两年', 2, null, null],
    ['合作年限为8年', 8, null, null],
    ['首期合作三年', 3, null, null],
    ['合作期限自签署之日起五年', 5, null, null],
    ['特许经营期15年', 15, null, null],
    ['服务期限3+2年', 5, null, null],
    ['为期两年半', 2.5, null, null],
    ['用两年时间建成', 2, null, null],
    ['力争三年内建成', 3, null, null],
    ['下一个五年', 5, null, null],
    ['3年共投入3亿元', 3, null, null],
    ['建设周期18个月', 1.5, null, null],
    ['服务期为24个月', 2, null, null],
    ['合同工期12个月', 1, null, null],
    ['协议期限半年', 0.5, null, null],
    ['6个月内完成', 0.5, null, null],
    ['工期为300天。', 0.82, null, null],
    ['“十四五”期间', 5, 2021, 2025],
    ['十五五时期', 5, 2026, 2030],
    ['第十四个五年规划期间', 5, 2021, 2025],
    ['“十四五”后三年', 3, null, null],
    ['2021年至2023年', 3, 2021, 2023],
    ['2021—2025年', 5, 2021, 2025],
    ['合同期限自2021年3月1日至2024年2月29日', 4, 2021, 2024],
    ['合作期自即日起至115年12月31日止', null, null, 2026],
    ['有效期至2027年底', null, null, 2027],
    ['到2025年底,建成基站5000个', null, null, 2025],
  ])('%s', (text, years, from, to) => expect(read(text)).toEqual([years, from, to]));

  it.each([
    '近三年来发展很快',
    '三年来合作良好',
    '双方合作已有二十年',
    '2016年签约',
    '每三年评估一次',
    '第三年',
    '“十四五”开局之年',
    '“十三五”以来',
    '三年行动进展',
    '入选5年级教材',
    '三个月前',
    '历时一年半',
  ])('none in %s', (text) => expect(findPeriods(text)).toEqual([]));
});

describe('periods in English', () => {
  it.each([
    ['over the next five years', 5, null, null],
    ['a three-year agreement', 3, null, null],
    ['in the next three to five years', 5, null, null],
    ['a term of five (5) years', 5, null, null],
    ['valid for 24 months', 2, null, null],
    ['The 14 Month Project', 1.17, null, null],
    ['within eighteen months', 1.5, null, null],
    ['for a period of thirty-six months', 3, null, null],
    ['a half-year pilot', 0.5, null, null],
    ['two-and-a-half-year project', 2.5, null, null],
    ['a 3yr deal', 3, null, null],
    ['valid for 3 yrs', 3, null, null],
    ['a period of one year', 1, null, null],
    ['over the next decade', 10, null, null],
    ['from January 2021 to December 2023', 3, 2021, 2023],
    ['between 2021 and 2025', 5, 2021, 2025],
    ['from FY2021-22 to FY2025-26', 6, 2021, 2026],
    ['FY 2021-25.', 5, 2021, 2025],
    ['2021-23', 3, 2021, 2023],
    ['until 31 December 2027', null, null, 2027],
    ['by end of 2022', null, null, 2022],
    ['before the end of 2022', null, null, 2022],
    ['will expire in 2026', null, null, 2026],
    ['through 2025', null, null, 2025],
    ['during the 14th Five-Year Plan period', 5, 2021, 2025],
    ['the thirteenth five-year plan', 5, 2016, 2020],
    ['in the 14th 5-year plan', 5, 2021, 2025],
    ['during the "Fourteenth Five-Year" period', 5, 2021, 2025],
    ['during the "fourteen five" period', 5, 2021, 2025],
    ['during the "145" period', 5, 2021, 2025],
    ['the period of "14-5"', 5, 2021, 2025],
    ['"45" strategic cooperation', 5, 2016, 2020],
  ])('%s', (text, years, from, to) => expect(read(text)).toEqual([years, from, to]));

  it.each([
    'five years ago',
    'in the past three years',
    'more than 20 years',
    'has been in Kisumu for 20 years',
    'the five-year-old company',
    'costs $1 million a year',
    'eleven years of vessel logs',
    'a multi-year agreement',
    'in 2021-09',
    'fiscal 2025-26',
    'to 2020 schools',
    'the 45 wards',
  ])('none in %s', (text) => expect(findPeriods(text)).toEqual([]));

  it('quotes months without what leads them in', () => {
    expect(words('It is valid for 24 months.')).toEqual(['24 months']);
    expect(words('服务期为24个月。')).toEqual(['24个月']);
  });
});
