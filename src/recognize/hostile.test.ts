/** Hostile and enormous articles stay linear: twice the text takes about twice the time, and none hangs. */
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../settings/lexicon.ts';
import { createRecognizer } from './recognize.ts';

const recognize = createRecognizer(loadLexicon('config/lexicon'));
const milliseconds = (body: string): number => {
  const began = performance.now();
  recognize({ url: null, title: null, body, published: null, language: null });
  return performance.now() - began;
};
const filled = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

describe('hostile text', () => {
  it.each([
    ['brackets', '('],
    ['open quotes', '“'],
    ['open titles', '《'],
    ['one endless Chinese line', '中国移动与青海省政府签署战略合作协议投资100亿元'],
    ['one endless English line', 'Huawei and the Hunan government signed an agreement on May 5 and '],
    ['digits', '1234567,890 '],
    ['capitals', 'Aaa '],
    ['one endless word', 'x'],
    ['one endless word in Thai', 'ก'],
    ['one endless word behind a signing', 'Huawei'],
    ['governments', '省政府'],
    ['companies', '有限公司'],
    ['numerals', '百千万'],
    ['headlines', '相关阅读\n某市签约\n'],
    ['stamps', '2024-05-06 '],
    ['offices', 'Council of Governors of the Region '],
    ['short names', 'Advanced Info Service (AIS) '],
    ['shares', '移动10亿元,'],
    ['names joined', 'Abcdef, Abcdef and '],
    ['what points back', 'the company and the operator signed with it under the agreement that the firm '],
    ['what companies are called', 'telecom company Abcdef, a telecom company, '],
    ['quotes about a signing', '“signed the ”agreement“ '],
    ['sentences that end before a quote', 'a." b '],
    ['who is told of', 'Abcd Net is one of the leading technology companies and a provider of broadband, '],
    ['offices by their initials', 'Kano State Agency (KSA) and KSA signed with the university and '],
    ['who heads what', 'CEO of Abcd Works and the managing director of '],
    ['names nobody knows', 'Kano State signed an agreement with Abcdef and '],
    ['towns by their unit', 'the municipality Abcdef and '],
    ['states by their short forms', 'Lincoln, Neb. '],
    ['letters with marks', 'Đà Nẵng '],
    ['counties in a row', 'Abcd, Abcd, Abcd and four other counties '],
    ['tranches', '2021年投入2亿元;2022-2023年投入3亿元;'],
    [
      'who may sign',
      'authorized the mayor to negotiate and enter into an agreement when it was signed on paper ',
    ],
  ])('%s', (_name, piece) => {
    milliseconds(filled(piece, 5_000));
    const half = milliseconds(filled(piece, 100_000));
    const whole = milliseconds(filled(piece, 200_000));
    // Quadratic work takes four times as long; the constant is room for a busy machine.
    expect(whole).toBeLessThan(3 * half + 1_500);
  });

  it('reads an article of a megabyte', () => {
    const line =
      '3月1日,青海省政府与中国电信在西宁签署协议。今后三年投资100亿元建设5G网络和数据中心。The mayor attended.\n';
    const report = recognize({
      url: null,
      title: null,
      body: filled(line, 1_000_000),
      published: null,
      language: null,
    });
    expect(report.verdict).toBe('agreement');
  });

  it.each(['x', '😀'])('reads the first megabyte of more, and says so: %s', (sign) => {
    const deal = '2021年3月1日,青海省政府与中国电信在西宁签署协议。';
    const late = '今天,湖南省政府与华为签署协议。';
    // One unit before the pairs, so that the limit would cut a pair in two.
    const body = `${deal}.${sign.repeat((1_200_000 - deal.length) / sign.length)}${late}`;
    const report = recognize({ url: null, title: null, body, published: null, language: null });
    const companies = report.agreements.flatMap((one) => one.companies.map(({ canonical }) => canonical));
    expect(companies).toEqual(['China Telecom']);
    expect(report.reasons.at(-1)).toMatch(/^the last 20\d{4} characters were not read$/);
    const points = Array.from(body);
    for (const { start, end, quote } of report.agreements.flatMap(({ evidence }) => evidence))
      expect(points.slice(start ?? 0, end ?? 0).join('')).toBe(quote);
  });

  it('reads the first ten thousand characters of a title', () => {
    const title = `${'x'.repeat(20_000)} Lagos State Government signs agreement with Huawei`;
    const report = recognize({ url: null, title, body: 'Rain.', published: null, language: null });
    expect(report.verdict).toBe('none');
  });
});
