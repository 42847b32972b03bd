/** Long and noisy pages: what stands around the article, where its date stands, and what in it is padding. */
import { describe, expect, it } from 'vitest';
import type { Agreement } from '../domain/agreement.ts';
import { loadLexicon } from '../settings/lexicon.ts';
import { withoutAsides } from './asides.ts';
import { createRecognizer } from './recognize.ts';

const recognize = createRecognizer(loadLexicon('config/lexicon'));
const report = (body: string, title: string | null = null) =>
  recognize({ url: null, title, body, published: null, language: null });
const first = (body: string, title: string | null = null): Agreement => {
  const [agreement] = report(body, title).agreements;
  if (!agreement) throw new Error(`no agreement in: ${body}`);
  return agreement;
};
const SIGNED = '5月6日,青海省政府与中国移动青海公司签署5G合作协议。';

describe('what stands around the article', () => {
  it('blanks a list of other headlines, and keeps every offset', () => {
    const text = `${SIGNED}\n相关阅读\n某市与华为签署云计算合作协议\n气象台发布预警\n来源:日报 2024-05-07`;
    const clean = withoutAsides(text);
    expect(clean).toHaveLength(text.length);
    expect(clean).not.toContain('华为');
    expect(clean).toContain('2024-05-07');
  });

  it('blanks a run of headlines without a heading, but no list of points', () => {
    const headlines =
      'Star ruled out\nRates are cut\nHuawei and Lagos State sign cloud deal\nFuel prices fall';
    expect(withoutAsides(`The mayor signed the deal today.\n${headlines}`)).not.toContain('Huawei');
    const points = '- sensors\n- cameras\n- a data centre\n- free Wi-Fi';
    expect(withoutAsides(`Among the first steps are these.\n${points}`)).toContain('data centre');
  });

  it('takes no party and no topic from them', () => {
    const { companies, topics } = first(`${SIGNED}\n相关阅读\n我市与华为签署云计算合作协议`);
    expect(companies.map(({ canonical }) => canonical)).toEqual(['China Mobile']);
    expect(topics).toEqual(['5G']);
  });
});

describe('a stamp at the foot', () => {
  // Longer than what counts as the head of a page.
  const long = '双方表示将加强沟通,把好事办好。'.repeat(50);
  it.each([
    ['2024年5月7日'],
    ['发布日期:2024-05-07 浏览量:18'],
    ['(记者 张三 2024年5月7日)'],
    ['2024-05-07 08:30 来源:日报 编辑:李四'],
  ])('%s tells the year', (stamp) => {
    expect(first(`${SIGNED}\n${long}\n${stamp}`).signedOn).toEqual({ date: '2024-05-06', precision: 'day' });
  });

  it('tells the day of yesterday and of weekdays', () => {
    const told = (day: string): string | undefined =>
      first(
        `The Kaduna State Government ${day} signed an MoU with Airtel.\n${'Officials took notes. '.repeat(50)}\n\nWednesday, May 14, 2025`,
      ).signedOn?.date;
    expect(told('yesterday')).toBe('2025-05-13');
    expect(told('on Monday')).toBe('2025-05-12');
  });

  it('is no match for a sentence that tells a date', () => {
    const { signedOn } = first(`${SIGNED}\n协议于2024年5月6日签订`);
    expect(signedOn?.date).toMatch(/-05-06$/);
  });

  it('counts years of the Republic of China from 1911', () => {
    expect(first(`花蓮縣政府3日與中華電信簽署合作備忘錄。\n發布日期:113-12-04`).signedOn?.date).toBe(
      '2024-12-03',
    );
  });
});

describe('a long article', () => {
  const padding = '专家认为,乡村里电商和人工智能前景广阔,老人看病也更方便。'.repeat(20);

  it('takes its topics from what is agreed', () => {
    const body = `${SIGNED}\n根据协议,双方将建设数据中心。\n${padding}`;
    expect(first(body).topics).toEqual(['5G', 'data centre']);
  });

  it('finds the two sides where they were named, and the day the scene was set', () => {
    const body = `2024年5月6日,中国移动宁夏公司总经理一行到访,与固原市人民政府座谈。\n大家参观了展厅。\n气氛热烈。\n会上,双方签署协议。`;
    const { governments, companies, signedOn } = first(body);
    expect(governments[0]?.region).toBe('CN-NX');
    expect(companies[0]?.canonical).toBe('China Mobile');
    expect(signedOn?.date).toBe('2024-05-06');
  });

  it('does not lend the two sides of one company and another to a governor who looks on', () => {
    const body = `中国电信与长风航运集团举行签约仪式,湖北省副省长出席。\n大家参观了展厅。\n会上,双方签署协议。`;
    expect(report(body).verdict).not.toBe('agreement');
  });
});
