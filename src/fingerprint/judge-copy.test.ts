import { describe, expect, it } from 'vitest';
import { fingerprint } from './fingerprint.ts';
import { judgeCopy } from './judge-copy.ts';

function article(title: string | null, body: string, language: string | null = null) {
  return { title, body, language, ...fingerprint({ title, body }) };
}

const title = '云岭市与中国电信签署战略合作协议';
const lines = [
  '3月12日上午，云岭市人民政府与中国电信南州分公司签署战略合作框架协议，副市长周立群出席签约仪式并致辞。',
  '根据协议，中国电信将在未来三年投入12亿元，建设覆盖城乡的光纤网络和云计算数据中心，推动政务、医疗、教育等领域的信息化应用。',
  '周立群表示，希望双方以此次签约为契机，加快项目落地，为全市数字经济发展注入新的动力。',
  '市工业和信息化局、市大数据中心有关负责人参加活动。',
];
const body = lines.join('\n');
const story = article(title, body);

describe('a copy', () => {
  it('is exact when only signs differ', () => {
    expect(judgeCopy(story, article(title, body.replaceAll('，', ', ')))).toBe('exact');
  });

  it('is near under another headline, dateline, credits and a cut', () => {
    const reprint = [`本报云岭3月13日电（记者 何青）${lines[0]}`, lines[1], lines[2], '责任编辑：何青'].join(
      '\n',
    );
    expect(judgeCopy(story, article('数字经济再添新动力', reprint))).toBe('near');
  });

  it('is near when words are put otherwise and a date becomes vague', () => {
    const reworded = body
      .replace('签署', '签订')
      .replace('3月12日上午', '日前')
      .replace('表示', '指出')
      .replace('三年', '3年')
      .replace('加快', '推进');
    expect(judgeCopy(story, article(title.replace('签署', '签订'), reworded))).toBe('near');
  });

  it('may call a person by office or by name', () => {
    const one =
      'Governor Adeyemi said the deal would bring fibre to every ward of the state. The company will lay 600 km of cable within two years, he told reporters in Ilora, and schools come first in the plan.';
    const other = one.replace('he told', 'Adeyemi told').replace('bring fibre', 'take fibre');
    expect(judgeCopy(article('Fibre deal', one), article('Ilora gets fibre', other))).toBe('near');
  });
});

describe('no copy', () => {
  const changes: [string, (text: string) => string][] = [
    ['another date', (text) => text.replace('3月12日', '6月18日')],
    ['another amount', (text) => text.replace('12亿', '15亿')],
    ['another magnitude', (text) => text.replace('12亿', '12万')],
    ['another period', (text) => text.replace('三年', '五年')],
    ['another company', (text) => text.replaceAll('中国电信', '中国移动')],
    ['another city', (text) => text.replaceAll('云岭市', '安丘市')],
    ['a company the dictionary does not know', (text) => text.replaceAll('中国电信', '中国铁塔')],
  ];
  it.each(changes)('is the same form with %s', (_, change) => {
    expect(judgeCopy(story, article(change(title), change(body)))).toBeNull();
    expect(judgeCopy(article(change(title), change(body)), story)).toBeNull();
  });

  it('is the same form in traditional writing with another company', () => {
    const text =
      '雲嶺市政府與中國電信簽署戰略合作框架協議，雙方將共同推進智慧城市、5G網絡和大數據中心建設，市長出席簽約儀式並致辭。';
    const other = text.replace('中國電信', '中國聯通');
    expect(judgeCopy(article(null, text), article(null, other))).toBeNull();
  });

  it('is the same form in English with another party or month', () => {
    const text =
      'The county government of Westmere signed a memorandum of understanding with Telmar on 4 May 2021 to extend fibre to public schools. Officials said the work would start within the year and be paid for by the company.';
    const base = article('Westmere signs with Telmar', text);
    expect(
      judgeCopy(base, article('Westmere signs with Nortel', text.replace('Telmar', 'Nortel'))),
    ).toBeNull();
    expect(
      judgeCopy(base, article('Westmere signs with Telmar', text.replace('4 May', '4 June'))),
    ).toBeNull();
  });

  it('is the same form in English with another place in lower case, in headline and text', () => {
    const text =
      'Motorists should expect delays near the old harbour while ducts for fibre are laid under the road. One lane stays open and buses keep to their timetable, the works office said.';
    const base = article('Road works near the old harbour', text);
    const other = (from: string) => from.replace('old harbour', 'football ground');
    expect(judgeCopy(base, article(other('Road works near the old harbour'), other(text)))).toBeNull();
  });

  it('is the same form with a company the dictionary takes for a verb', () => {
    const short = body.replaceAll('中国电信', '移动公司');
    expect(
      judgeCopy(article(null, short), article(null, short.replaceAll('移动公司', '联通公司'))),
    ).toBeNull();
  });

  it('is half of the text', () => {
    expect(judgeCopy(story, article(title, lines.slice(0, 1).join('\n')))).toBeNull();
  });

  it('is the other script or language', () => {
    const traditional = '雲嶺市人民政府與中國電信簽署戰略合作框架協議';
    expect(
      judgeCopy(article(null, traditional), article(null, '云岭市人民政府与中国电信签署战略合作框架协议')),
    ).toBeNull();
    const malay = 'Kerajaan negeri menandatangani perjanjian';
    expect(judgeCopy(article(null, malay, 'ms'), article(null, malay, 'en'))).toBeNull();
  });
});

it('stays linear on hostile texts', () => {
  const spent = (size: number) => {
    const one = article(null, `${'甲乙'.repeat(size)}丙`);
    const other = article(null, `${'甲乙'.repeat(size - 1_000)}丁`);
    const before = process.cpuUsage();
    judgeCopy(one, other);
    return process.cpuUsage(before).user / 1_000;
  };
  spent(2_000);
  expect(spent(80_000)).toBeLessThan(40 * Math.max(spent(4_000), 25));
});
