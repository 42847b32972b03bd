import { describe, expect, it } from 'vitest';
import { bandKeys, exactForm, fingerprint, similarity } from './fingerprint.ts';

const body =
  '3月14日上午，市人民政府与中国移动集团在鞍山签下“十五五”合作框架协议，双方将在算力网络、数字政府方面扩大合作。\n市长与集团总经理一行座谈后一同见证签约。';

describe('exact', () => {
  const plain = fingerprint({ title: '省政府与中国电信签约', body });

  it('folds white space, width, case and punctuation', () => {
    const other = {
      title: ' 省政府 与中国电信签约',
      body: body.replaceAll('，', ' ,\n').replace('14', '１４'),
    };
    expect(fingerprint(other).exact).toBe(plain.exact);
    expect(plain.exact).toMatch(/^[0-9a-f]{64}$/);
  });

  it('keeps what changes a fact', () => {
    expect(exactForm(null, '投资1.5亿')).not.toBe(exactForm(null, '投资15亿'));
    expect(exactForm(null, 'USD 1,500')).toBe(exactForm(null, 'usd 1500.'));
    expect(exactForm(null, '增长30%')).not.toBe(exactForm(null, '增长30'));
  });

  it('counts a title once when the body repeats it', () => {
    const repeated = fingerprint({ title: '省政府与中国电信签约', body: `省政府与中国电信签约\n${body}` });
    expect(repeated.exact).toBe(plain.exact);
  });

  it('keeps the families of Chinese script apart', () => {
    expect(exactForm(null, '战略合作')).not.toBe(exactForm(null, '戰略合作'));
  });
});

describe('near', () => {
  const { near } = fingerprint({ title: null, body });

  it('does not see datelines, stamps and credits', () => {
    const framed = `发布时间:2026-01-19 16:15:45 来源:新华社\n新华社西宁1月14日电(记者 李某) ${body}\n责任编辑:王某`;
    expect(similarity(near, fingerprint({ title: '别的标题', body: framed }).near)).toBe(1);
  });

  it('estimates likeness and finds a cut copy by its band keys', () => {
    const [first = '', second = ''] = body.split('\n');
    const cut = fingerprint({ title: null, body: `${first}\n编者按：${second.slice(0, 8)}` }).near;
    expect(similarity(near, cut)).toBeGreaterThan(0.4);
    const keys = new Set(bandKeys(near));
    expect(bandKeys(cut).some((key) => keys.has(key))).toBe(true);
  });

  it('shares nothing with another story', () => {
    const other = fingerprint({
      title: null,
      body: 'The county council approved the budget for road repairs on Monday.',
    });
    expect(similarity(near, other.near)).toBe(0);
    expect(bandKeys(other.near).filter((key) => bandKeys(near).includes(key))).toEqual([]);
  });

  it('gives a key for empty and tiny texts, and tells photo pages apart by title', () => {
    expect(bandKeys(fingerprint({ title: null, body: '' }).near)).toHaveLength(40);
    const a = fingerprint({ title: '签约仪式现场', body: '来源：本网' }).near;
    const b = fingerprint({ title: '马拉松比赛开跑', body: '来源：本网' }).near;
    expect(similarity(a, b)).toBeLessThan(0.5);
  });
});
