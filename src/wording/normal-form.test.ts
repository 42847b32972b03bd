import { describe, expect, it } from 'vitest';
import { normalForm } from './normal-form.ts';

const slice = (text: string, { start, end }: { start: number; end: number }): string =>
  [...text].slice(start, end).join('');

function quoteOf(text: string, words: string): string {
  const form = normalForm(text);
  const at = form.text.indexOf(words);
  expect(at, `${words} in ${form.text}`).toBeGreaterThanOrEqual(0);
  return slice(text, form.span(at, at + words.length));
}

describe('normalForm', () => {
  it('turns traditional Chinese and Taiwan wording into simplified', () => {
    expect(normalForm('中國行動通訊集團與天津市政府簽署協議').text).toBe(
      '中国移动通信集团与天津市政府签署协议',
    );
    expect(normalForm('人工智慧與資訊化、雲端運算').text).toContain('人工智能与信息化');
    expect(normalForm('陜西省').text).toBe('陕西省');
  });

  it('drops pinyin inside words and keeps real brackets', () => {
    expect(normalForm('戰(zhàn)略合作協(xié)議(MoU)').text).toBe('战略合作协议(MoU)');
    expect(normalForm('書(shū)記同他們(men)座談(tán)').text).toBe('书记同他们座谈');
    expect(normalForm('北京(beijing)').text).toBe('北京(beijing)');
  });

  it('folds full-width signs, quotes, blanks and doubled commas', () => {
    expect(normalForm('１００亿元，，５Ｇ　网络').text).toBe('100亿元,5G 网络');
    expect(normalForm('「互聯網﹢」').text).toBe('“互联网+”');
    expect(normalForm('China’s\u00a0 plan \n\n next').text).toBe("China's plan\nnext");
  });

  it('drops leftovers of HTML', () => {
    expect(normalForm('<p id="x">5月6日&nbsp;签署&#65;</p>协议').text).toBe(' 5月6日 签署A 协议');
    expect(normalForm('a < b and c > d').text).toBe('a < b and c > d');
  });

  it('maps every stretch back to code points of the given text', () => {
    const text = '😀簽署戰(zhàn)略合作協(xié)議,,投入１００億元😀完';
    expect(quoteOf(text, '战略合作协议')).toBe('戰(zhàn)略合作協(xié)議');
    expect(quoteOf(text, '100亿元')).toBe('１００億元');
    expect(quoteOf(text, '完')).toBe('完');
    expect(quoteOf('由中國行動通訊集團簽署', '移动通信集团')).toBe('行動通訊集團');
    expect(normalForm(text).toOriginal(0)).toBe(0);
  });

  it('takes a megabyte of hostile text in linear time', () => {
    for (const piece of ['<', '協(xi', ',, ', '(', '簽', '&#x', ' \n']) {
      const text = piece.repeat(Math.ceil(300_000 / piece.length));
      const began = performance.now();
      normalForm(text);
      expect(performance.now() - began).toBeLessThan(20_000);
    }
  });

  it('is the same when taken twice', () => {
    const once = normalForm('發布，， 「雲端」 協(xié)議 １').text;
    expect(normalForm(once).text).toBe(once);
  });
});
