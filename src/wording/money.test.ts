import { describe, expect, it } from 'vitest';
import { findMoney } from './money.ts';
import { normalForm } from './normal-form.ts';
import { hanNumber, latinNumber } from './numerals.ts';
import { sentences } from './sentences.ts';

const read = (text: string) => findMoney(text).map(({ value, sign, bound }) => [value, sign.currency, bound]);
const one = (text: string) => read(text)[0]?.slice(0, 2);

describe('findMoney in Chinese', () => {
  it.each([
    ['投资100亿元', 10_000_000_000],
    ['投入三百亿元人民币', 30_000_000_000],
    ['约2.36亿元', 236_000_000],
    ['5000万元', 50_000_000],
    ['1.25万亿元', 1_250_000_000_000],
    ['超过600亿元', 60_000_000_000],
    ['近百亿元', 10_000_000_000],
    ['一千二百万元', 12_000_000],
    ['1,500万元', 15_000_000],
    ['120亿元(人民币)', 12_000_000_000],
    ['投入10余亿元', 1_000_000_000],
    ['1亿5000万元', 150_000_000],
    ['一亿五千万元', 150_000_000],
    ['2亿9,600万元', 296_000_000],
    ['4,860万5千元', 48_605_000],
    ['3亿5千万', 350_000_000],
    ['300个亿', 30_000_000_000],
    ['伍仟万元整', 50_000_000],
    ['叁佰陆拾万元', 3_600_000],
    ['1500多万元', 15_000_000],
    ['不少于5亿元', 500_000_000],
    ['人民币3亿元', 300_000_000],
    ['RMB3亿元', 300_000_000],
    ['总投资约20亿', 2_000_000_000],
    ['一期投入3000万', 30_000_000],
  ])('%s', (text, value) => expect(one(text)).toEqual([value, 'CNY']));

  it('reads other currencies and sums without one', () => {
    expect(one('3亿美元')).toEqual([300_000_000, 'USD']);
    expect(one('20亿港元')).toEqual([2_000_000_000, 'HKD']);
    expect(
      ['港幣3億元', 'NT$3億', '3亿卢布', '美元3亿', '5000万澳门元', '3万亿越南盾', 'US$3亿', '30億日圓'].map(
        (text) => one(normalForm(text).text),
      ),
    ).toEqual([
      [300_000_000, 'HKD'],
      [300_000_000, 'TWD'],
      [300_000_000, 'RUB'],
      [300_000_000, 'USD'],
      [50_000_000, 'MOP'],
      [3_000_000_000_000, 'VND'],
      [300_000_000, 'USD'],
      [3_000_000_000, 'JPY'],
    ]);
    expect(findMoney('投资400亿资金用于')[0]).toMatchObject({ value: 40_000_000_000, bare: true });
  });

  it('gives a row of numbers the scale and currency of its last', () => {
    expect(read('will invest 40, 34, 22.5 and 19 billion yuan').map(([value]) => value)).toEqual([
      40_000_000_000, 34_000_000_000, 22_500_000_000, 19_000_000_000,
    ]);
    expect(read('in 2014, 2015 and 3 billion yuan').map(([value]) => value)).toEqual([3_000_000_000]);
  });

  it('reads no sum in an article before a currency', () => {
    expect(read('an RMB investment fund')).toEqual([]);
    expect(read('half a million dollars').map(([value]) => value)).toEqual([500_000]);
  });

  it('gives a range as two sums', () => {
    expect(read('投资50亿至100亿元')).toEqual([
      [5_000_000_000, 'CNY', 'min'],
      [10_000_000_000, 'CNY', 'max'],
    ]);
    expect(read('投资5-10亿元')).toHaveLength(2);
  });

  it('passes over orders of magnitude, counts and dates', () => {
    expect(
      read(
        '百亿级设施投资,数百亿元,5G基站3300个,2016年,8655个行政村,10000万WIFI,3亿人,30亿条数据,500亿斤,1亿千瓦时,5000万用户',
      ),
    ).toEqual([]);
  });
});

describe('findMoney in Latin script', () => {
  it.each([
    ['invest 10 billion yuan', 10_000_000_000, 'CNY'],
    ['put CNY80 billion into', 80_000_000_000, 'CNY'],
    ['12 billion 500 million yuan', 12_500_000_000, 'CNY'],
    ['a 3-billion yuan plan', 3_000_000_000, 'CNY'],
    ['cost 5 Billion Naira', 5_000_000_000, 'NGN'],
    ['cost Rs 1,815.31 crore', 18_153_100_000, 'INR'],
    ['₹1.39 lakh crore', 1_390_000_000_000, 'INR'],
    ['US$1.5 million', 1_500_000, 'USD'],
    ['RM300 million', 300_000_000, 'MYR'],
    ['three hundred billion yuan', 300_000_000_000, 'CNY'],
    ['N145 million', 145_000_000, 'NGN'],
    ['KSh 2.5bn', 2_500_000_000, 'KES'],
    ['$17.94 billion', 17_940_000_000, 'USD'],
    ['AU$35m', 35_000_000, 'AUD'],
    ['CAD$12 million', 12_000_000, 'CAD'],
    ['NT$3 billion', 3_000_000_000, 'TWD'],
    ['Kshs 500 million', 500_000_000, 'KES'],
    ['5 billion Tanzanian shillings', 5_000_000_000, 'TZS'],
    ['5 million Egyptian pounds', 5_000_000, 'EGP'],
    ['3 billion New Taiwan dollars', 3_000_000_000, 'TWD'],
    ['5 million Swiss francs', 5_000_000, 'CHF'],
    ['5 billion FCFA', 5_000_000_000, 'XOF'],
    ['P1.2-billion', 1_200_000_000, 'PHP'],
    ['P50-M', 50_000_000, 'PHP'],
    ['R350-million', 350_000_000, 'ZAR'],
    ['RM5 mil', 5_000_000, 'MYR'],
    ['Rp1,2 triliun', 1_200_000_000_000, 'IDR'],
    ['Rp 500.000.000', 500_000_000, 'IDR'],
    ['Rs 12,00,000', 1_200_000, 'INR'],
    ['Rs.1,200-crore', 12_000_000_000, 'INR'],
    ['Tk 5 crore', 50_000_000, 'BDT'],
    ['N1.5trn', 1_500_000_000_000, 'NGN'],
    ['K500 million', 500_000_000, 'ZMW'],
    ['5.5 bln yuan', 5_500_000_000, 'CNY'],
    ['forty-five million yuan', 45_000_000, 'CNY'],
    ['a five-million-dollar deal', 5_000_000, 'USD'],
    ['half a billion dollars', 500_000_000, 'USD'],
    ['one and a half billion dollars', 1_500_000_000, 'USD'],
    ['5 million €', 5_000_000, 'EUR'],
    ['RUB 5 billion', 5_000_000_000, 'RUB'],
    ['5 billion roubles', 5_000_000_000, 'RUB'],
    ['VND1.2 trillion', 1_200_000_000_000, 'VND'],
  ])('%s', (text, value, currency) => expect(one(text)).toEqual([value, currency]));

  it('gives a range as two sums', () => {
    expect(read('500 million to 1 billion RMB')).toEqual([
      [500_000_000, 'CNY', 'min'],
      [1_000_000_000, 'CNY', 'max'],
    ]);
  });

  it('passes over what only looks like money', () => {
    expect(
      read(
        '606 kilometres, 5G, P 5, in 2016, 3,300 stations, R2, K-12, Nu 7, hundreds of millions of dollars',
      ),
    ).toEqual([]);
  });
});

describe('numbers', () => {
  it('reads Chinese numerals', () => {
    expect(['三百', '百', '二〇一六', '一千二百万', '十五', '两千五百', '三亿五千万'].map(hanNumber)).toEqual(
      [300, 100, 2016, 12_000_000, 15, 2500, 350_000_000],
    );
    expect(hanNumber('年')).toBeNull();
  });
  it('reads English number words', () => {
    expect(['three hundred', '1,815.32', 'ten', 'twenty five'].map(latinNumber)).toEqual([
      300, 1815.32, 10, 25,
    ]);
    expect(latinNumber('many')).toBeNull();
  });
});

describe('sentences', () => {
  const cut = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));
  it('ends Chinese and English sentences', () => {
    expect(cut('甲与乙签署协议。 丙出席!\nMr. Li of Co. Ltd. signed. He left at 5.5 km.')).toEqual([
      '甲与乙签署协议。',
      '丙出席!',
      'Mr. Li of Co. Ltd. signed.',
      'He left at 5.5 km.',
    ]);
  });
  it('gives a straight quote to the sentence it opens', () => {
    expect(cut('甲称"好。"乙签署协议。"十四五"期间合作。')).toEqual([
      '甲称"好。"',
      '乙签署协议。',
      '"十四五"期间合作。',
    ]);
  });
  it('cuts one endless line', () => {
    expect(cut('x'.repeat(1500)).map((piece) => piece.length)).toEqual([600, 600, 300]);
  });
});
