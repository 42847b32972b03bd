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

  it('blanks a column of headlines before the article', () => {
    const column = 'Police extends stadium rights  3 hours ago\n'.repeat(9);
    expect(withoutAsides(`${column}${SIGNED}`).trim()).toBe(SIGNED);
    const parties = '甲方:通辽市人民政府\n'.repeat(9);
    expect(withoutAsides(`${parties}${SIGNED}`)).toContain('甲方');
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

describe('a digest', () => {
  const digest = (about: string) =>
    `【要闻】12月8日,县里召开防火会议。\n【签约】磴口县人民政府牵手中国电信巴彦淖尔分公司。12月9日,双方签署5G合作协议。\n【乡村】${about}`;

  it('takes the money of its own item alone', () => {
    const { amounts, signedOn } = first(digest('蜜瓜温棚项目总投资2600万元。'));
    expect(amounts).toEqual([]);
    expect(signedOn?.date).toBe('XXXX-12-09');
  });

  it('is no digest when its headings ask about one deal', () => {
    const body = `【谁】甲方:通辽市人民政府,乙方:中国移动内蒙古公司\n【何时】2024年8月8日上午,双方把战略合作协议签了。\n【多少】总投资35亿元。`;
    expect(first(body).amounts.map(({ value }) => value)).toEqual([3_500_000_000]);
  });
});

describe('names that an article makes for itself', () => {
  it('knows a company by the short name in brackets', () => {
    const body =
      'PHUKET: The Phuket provincial government signed an agreement with Advanced Info Service (AIS) on cameras. AIS will invest 45 million baht.';
    expect(first(body).amounts[0]?.payer).toBe('AIS');
  });

  it('names the city where only titles sign', () => {
    const body = '江门市委常委、副市长许某和华为公司副总裁周某分别代表双方签署协议。江门市将建数据中心。';
    expect(first(body).governments).toEqual([{ name: '江门市', region: 'CN-GD', city: '江门' }]);
  });

  it('takes no cable for a company', () => {
    const body =
      'The Himachal Pradesh government has signed an agreement with BSNL for laying the Optical Fiber Cable.';
    expect(first(body).companies.map(({ canonical }) => canonical)).toEqual(['BSNL']);
  });
});

describe('shares and networks', () => {
  it('counts what each company of a row puts in', () => {
    const body =
      '亳州市人民政府与中国电信、移动、联通安徽公司签约。三家企业总投资23.3亿元。其中移动10.5亿元,电信7.2亿元,联通5.6亿元。';
    expect(first(body).amounts.map(({ value, payer }) => [value / 1e8, payer])).toEqual([
      [23.3, null],
      [10.5, 'China Mobile'],
      [7.2, 'China Telecom'],
      [5.6, 'China Unicom'],
    ]);
  });

  it('takes an agreement on networks alone for broadband, and a smart town for a smart city', () => {
    expect(first('海南省政府与中国电信签署通信发展协议。').topics).toEqual(['broadband', 'fibre']);
    expect(first('山南市政府与西藏联通签署“智慧山南”协议。').topics).toEqual(['smart city']);
  });

  it('takes no cloud from the name of a company', () => {
    expect(first('渭南市政府与阿里云签署智慧城市协议。').topics).toEqual(['smart city']);
  });
});

describe('what is left open', () => {
  it('gives a day the month of the date before it', () => {
    const body = '6月8日至9日,中国联通董事长赴安徽调研。8日,安徽省政府与中国联通签署合作协议。';
    expect(first(body).signedOn?.date).toBe('XXXX-06-08');
  });

  it('reads 元 of a county in Taiwan in its own currency', () => {
    expect(first('屏東縣政府與台灣微軟簽約,由縣府編列1,850萬元。').amounts[0]).toMatchObject({
      value: 18_500_000,
      currency: 'TWD',
    });
  });

  it('names a town that is in no list, and the town behind a house', () => {
    expect(first('山南市政府与西藏联通在泽当签署协议,将在山南新建基站。').place).toBe('泽当');
    const body =
      'The KwaZulu-Natal government signed an agreement with Vodacom at Natalia building in Pietermaritzburg.';
    expect(first(body).place).toBe('Pietermaritzburg');
  });

  it('takes the longer of two spans for the whole', () => {
    const body = '海南省政府与中国铁塔签署协议,2016-2017年新建基站,2015-2020年共建网络。';
    expect(first(body).period).toMatchObject({ from: '2015', to: '2020' });
  });

  it('takes a day a little ahead of the stamp for this year, a day far ahead for the last', () => {
    const on = (day: string): string | undefined =>
      recognize({
        url: null,
        title: null,
        body: `${day},海南省政府与中国电信签署协议。`,
        published: '2021-05-20',
        language: null,
      }).agreements[0]?.signedOn?.date;
    expect(on('5月28日')).toBe('2021-05-28');
    expect(on('12月28日')).toBe('2020-12-28');
  });

  it('names the house where no city is named', () => {
    const body =
      'The Odisha government signed an MoU with Google at the Kalinga Convention Centre on cloud training.';
    expect(first(body).place).toBe('Kalinga Convention Centre');
  });

  it('takes a menu for no lead, and its clock for no day of the news', () => {
    const body = `首页  新闻  政务  服务  互动  数据\n今天是:星期四  天气:晴\n2月28日下午,龙岩市人民政府会见福建联通客人。\n大家观看了短片。\n会见后,双方出席协议签署仪式,福建联通与龙岩市人民政府签字。\n2023-03-01 07:02 日报`;
    expect(first(body).signedOn?.date).toBe('2023-02-28');
  });
});
